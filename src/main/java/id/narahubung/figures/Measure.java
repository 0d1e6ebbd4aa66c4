package id.narahubung.figures;

import id.narahubung.access.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is counted. Each is one predicate over facts, as of an instant: counting groups it, and the
 * rows behind a number are the same rows. Their names and what stands above and below the line are
 * words in both message files ({@code measure.open.name}); both sides read the same ones.
 */
public enum Measure {
  /** Delivered in the period. */
  SENT(Shape.COUNT, Side.MINISTRY),
  /** Whose order had to be acknowledged in the period; above, where that was done in time. */
  ACKNOWLEDGED(Shape.SHARE, Side.COMPANY),
  /** The company was to act at the end. Parts: how long ago it was delivered. */
  OPEN(Shape.STOCK, Side.COMPANY),
  OPEN_URGENT(Shape.STOCK, Side.COMPANY, OPEN),
  /** Open at the end, after the due time that stood then. */
  OVERDUE(Shape.STOCK, Side.COMPANY),
  OVERDUE_URGENT(Shape.STOCK, Side.COMPANY, OVERDUE),
  /**
   * Whose clock ran out in the period; above, with a final answer by then that was not taken back.
   */
  ON_TIME(Shape.SHARE, Side.COMPANY),
  ON_TIME_URGENT(Shape.SHARE, Side.COMPANY, ON_TIME),
  /** From delivery to the first final answer, of those that got it in the period. */
  ANSWER_TIME(Shape.TIME, Side.COMPANY),
  /** Answered in the period. Parts: the types of the answers. */
  ANSWERED(Shape.COUNT, Side.COMPANY),
  /** Of the answered, those of which the company says that it acted. */
  ACTED(Shape.SHARE, Side.COMPANY),
  /** Of the answered, those refused. Parts: the grounds. */
  REFUSED(Shape.SHARE, Side.COMPANY),
  /** Checked in the period; above, those found down. */
  VERIFIED(Shape.SAMPLE, Side.COMPANY),
  /** Looked at again in the period after being found down; above, those that were back. */
  REAPPEARED(Shape.SAMPLE, Side.COMPANY),
  /** Commitments in force at the end. Parts: their kinds, as of the next three. */
  COMMITMENTS(Shape.STOCK, Side.COMPANY),
  /** Of those in force at the end, those that somebody found met. */
  COMMITMENTS_VERIFIED(Shape.SHARE, Side.COMPANY),
  /** Past their day and its grace at the end, and neither verified nor, in time, said to be met. */
  COMMITMENTS_LATE(Shape.STOCK, Side.COMPANY),
  /** Whose day and grace ended in the period; above, those verified by its end. */
  COMMITMENTS_DUE(Shape.SHARE, Side.COMPANY),
  /** Letters of warning sent in the period and not taken back by its end. Parts: their stages. */
  LETTERS(Shape.COUNT, Side.COMPANY),
  /**
   * Letters with a fine that stood at the end, but for those whose fine a later one's took the
   * place of; above, those paid in full. Parts: their stages.
   */
  FINES_PAID(Shape.SHARE, Side.COMPANY),
  /** A question waited for the ministry's reply at the end. */
  ASKED(Shape.STOCK, Side.MINISTRY),
  /** Answered, and waited to be checked. */
  TO_CHECK(Shape.STOCK, Side.MINISTRY),
  /** Not acted on, and waited for the ministry's decision. */
  TO_DECIDE(Shape.STOCK, Side.MINISTRY),
  /** An objection waited to be decided. */
  OBJECTIONS(Shape.STOCK, Side.MINISTRY),
  /** From a question to its reply, of those that got it in the period. */
  REPLY_TIME(Shape.TIME, Side.MINISTRY),
  /** Of the answered, those whose answer says that the order could not be carried out as it was. */
  NOT_PROCESSABLE(Shape.SHARE, Side.MINISTRY),
  /** Of the answered, those that had been asked for already. */
  DUPLICATE(Shape.SHARE, Side.MINISTRY),
  /** Withdrawn in the period; above, as the ministry's own error. */
  WITHDRAWN(Shape.SHARE, Side.MINISTRY),
  /** Refusals and objections decided in the period; above, those in which the company was right. */
  OVERTURNED(Shape.SHARE, Side.MINISTRY),
  /**
   * Answered, withdrawn or decided in the period; above, where any of the four errors was found.
   */
  MINISTRY_ERROR(Shape.SHARE, Side.MINISTRY);

  /** How a figure of it reads. */
  public enum Shape {
    /** A number of what happened in the period. */
    COUNT,
    /** A number of what stood so at its end. */
    STOCK,
    /** So many of so many. */
    SHARE,
    /** The same, of what somebody looked at: it says something of the rest, with an interval. */
    SAMPLE,
    /** A number and how long it took: the median, and what nine of ten stayed below. */
    TIME
  }

  /** What is counted: each row behind a figure is one. */
  enum Subject {
    ITEM,
    COMMITMENT,
    LETTER
  }

  private final Shape shape;
  private final Side owner;
  private final Optional<Measure> urgentOf;

  Measure(Shape shape, Side owner) {
    this(shape, owner, Optional.empty());
  }

  Measure(Shape shape, Side owner, Measure urgentOf) {
    this(shape, owner, Optional.of(urgentOf));
  }

  Measure(Shape shape, Side owner, Optional<Measure> urgentOf) {
    this.shape = shape;
    this.owner = owner;
    this.urgentOf = urgentOf;
  }

  /** As it stands in the database, in addresses and message keys: 'on_time'. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Shape shape() {
    return shape;
  }

  /** Whose doing it measures. */
  public Side owner() {
    return owner;
  }

  /** Whether it says how things stood at the end: that of several weeks does not add up. */
  public boolean isOfTheEnd() {
    return shape == Shape.STOCK || this == COMMITMENTS_VERIFIED || this == FINES_PAID;
  }

  /** Whether it is asked what of it is above the line, and what is below only. */
  public boolean isShare() {
    return shape == Shape.SHARE || shape == Shape.SAMPLE;
  }

  /** Whether it counts only what is urgent. */
  public boolean isUrgent() {
    return urgentOf.isPresent();
  }

  /** What it counts the urgent of; itself where it counts all. */
  public Measure whole() {
    return urgentOf.orElse(this);
  }

  /** What counts the urgent of it, where that is a measure of its own. */
  Optional<Measure> urgent() {
    return Arrays.stream(values())
        .filter(each -> each.urgentOf.equals(Optional.of(this)))
        .findAny();
  }

  /** Whether its figures are told by parts, too. */
  public boolean hasParts() {
    return whole() == OPEN
        || whole() == OVERDUE
        || this == ANSWERED
        || this == REFUSED
        || !isOfItems();
  }

  Subject subject() {
    return switch (this) {
      case COMMITMENTS, COMMITMENTS_VERIFIED, COMMITMENTS_LATE, COMMITMENTS_DUE ->
          Subject.COMMITMENT;
      case LETTERS, FINES_PAID -> Subject.LETTER;
      default -> Subject.ITEM;
    };
  }

  /** Whether it counts items, which have a category; nothing else has. */
  public boolean isOfItems() {
    return subject() == Subject.ITEM;
  }

  public static Optional<Measure> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /** Those that measure what a side does. */
  public static List<Measure> of(Side owner) {
    return Arrays.stream(values()).filter(each -> each.owner == owner).toList();
  }
}
