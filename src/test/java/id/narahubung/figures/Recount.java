package id.narahubung.figures;

import id.narahubung.requests.Answer;
import id.narahubung.requests.Check;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.Objection;
import id.narahubung.requests.ObjectionOutcome;
import id.narahubung.requests.Round;
import id.narahubung.requests.RulingOutcome;
import id.narahubung.requests.Standing;
import id.narahubung.requests.Verdict;
import id.narahubung.rules.AnswerClass;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts a period anew in Java, item by item, from everything people did to it. */
final class Recount {

  private static final Set<String> NOT_PROCESSABLE = Set.of("N3", "R4", "R5");

  private final Period period;
  private final ItemFacts all;
  private final ItemFacts known;

  private Recount(Period period, ItemFacts all) {
    this.period = period;
    this.all = all;
    this.known = all.asOf(period.asOf());
  }

  /**
   * A row as both count it.
   *
   * @param part and how long it took, where there is any
   */
  record Row(long item, boolean counted, String part) implements Comparable<Row> {

    static Row of(FigureRow row) {
      String minutes = row.minutes().isPresent() ? "" + row.minutes().getAsInt() : "";
      return new Row(row.place().item(), row.counted(), row.part() + minutes);
    }

    @Override
    public int compareTo(Row other) {
      return toString().compareTo(other.toString());
    }
  }

  /**
   * @param acknowledged when the order of each item was acknowledged, where it was
   * @param until when it had to be
   */
  record Order(boolean urgent, Optional<Instant> acknowledged, Instant until) {}

  static List<Row> of(
      Measure measure, Period period, Map<Long, ItemFacts> facts, Map<Long, Order> orders) {
    List<Row> rows = new ArrayList<>();
    facts.forEach(
        (item, each) -> {
          Order order = Objects.requireNonNull(orders.get(item));
          if (order.urgent() || !measure.isUrgent()) {
            rows.addAll(new Recount(period, each).rows(measure.whole(), order).toList());
          }
        });
    return rows.stream().sorted().toList();
  }

  private Stream<Row> rows(Measure measure, Order order) {
    return switch (measure) {
      case SENT -> when(in(all.rounds().getFirst().startedAt()), true, "");
      case OPEN -> when(known.standing() == Standing.OPEN, true, age());
      case OVERDUE ->
          when(
              known.standing() == Standing.OPEN && known.deadline().due().isBefore(period.asOf()),
              true,
              age());
      case ASKED -> when(known.standing() == Standing.ASKED, true, "");
      case TO_CHECK -> when(known.standing() == Standing.CLAIMED, true, "");
      case TO_DECIDE -> when(known.standing() == Standing.CONTESTED, true, "");
      case OBJECTIONS -> when(known.openObjection().isPresent(), true, "");
      case ACKNOWLEDGED ->
          when(
              in(order.until())
                  && known
                      .withdrawal()
                      .filter(gone -> !gone.withdrawnAt().isAfter(order.until()))
                      .isEmpty(),
              order.acknowledged().filter(at -> !at.isAfter(order.until())).isPresent(),
              "");
      case ON_TIME -> IntStream.range(0, known.rounds().size()).boxed().flatMap(this::clock);
      case ANSWERED -> answered(answer -> true, Answer::code);
      case ACTED ->
          answered(
              answer -> answer.type() == AnswerClass.ACTED || answer.type() == AnswerClass.PARTLY,
              answer -> "");
      case REFUSED ->
          answered(
              answer -> answer.type() == AnswerClass.REFUSED, answer -> answer.ground().orElse(""));
      case NOT_PROCESSABLE ->
          Stream.concat(answered(Recount::isNotProcessable, answer -> ""), unanswered());
      case DUPLICATE -> answered(Recount::isDuplicate, answer -> "");
      case ANSWER_TIME ->
          known
              .firstFinalAnswer()
              .filter(answer -> in(answer.answeredAt()))
              .map(
                  answer ->
                      row(
                          true,
                          minutes(known.rounds().getFirst().startedAt(), answer.answeredAt())))
              .stream();
      case REPLY_TIME ->
          known.clarifications().stream()
              .filter(reply -> in(reply.repliedAt()))
              .map(
                  reply ->
                      row(true, minutes(answer(reply.answerId()).answeredAt(), reply.repliedAt())));
      case VERIFIED ->
          last(check -> !check.again() && !isSetAside(check))
              .map(check -> row(check.verdict() == Verdict.DOWN, ""))
              .stream();
      case REAPPEARED ->
          last(Check::again).map(check -> row(check.verdict() != Verdict.DOWN, "")).stream();
      case WITHDRAWN ->
          known.withdrawal().filter(gone -> in(gone.withdrawnAt())).stream()
              .map(gone -> row(gone.ourError(), ""));
      case OVERTURNED -> overturned();
      case MINISTRY_ERROR -> errors();
      case OPEN_URGENT,
          OVERDUE_URGENT,
          ON_TIME_URGENT,
          COMMITMENTS,
          COMMITMENTS_VERIFIED,
          COMMITMENTS_LATE,
          COMMITMENTS_DUE,
          LETTERS,
          FINES_PAID ->
          throw new IllegalArgumentException(measure.code());
    };
  }

  private boolean in(Instant at) {
    return !at.isBefore(period.from()) && at.isBefore(period.to());
  }

  private Row row(boolean counted, String part) {
    return new Row(all.itemId(), counted, part);
  }

  private Stream<Row> when(boolean there, boolean counted, String part) {
    return there ? Stream.of(row(counted, part)) : Stream.empty();
  }

  private static String minutes(Instant from, Instant to) {
    return "" + Duration.between(from, to).toMinutes();
  }

  private String age() {
    if (known.rounds().isEmpty()) {
      return "";
    }
    Duration age = Duration.between(known.rounds().getFirst().startedAt(), period.asOf());
    return Stream.of(Age.values())
        .filter(each -> age.compareTo(each.below()) < 0)
        .findFirst()
        .orElseThrow()
        .code();
  }

  /** A round whose clock ran out; its due time is that of its last moment. */
  private Stream<Row> clock(int place) {
    Round round = known.rounds().get(place);
    Optional<Instant> next =
        known.rounds().stream().skip(place + 1).findFirst().map(Round::startedAt);
    Instant due = all.asOf(next.orElse(period.asOf())).deadline().due();
    if (!in(due) || next.filter(at -> !at.isAfter(due)).isPresent()) {
      return Stream.empty();
    }
    if (ranOutBefore(round)) {
      return Stream.empty();
    }
    boolean answered =
        known.standingAnswers().stream()
            .filter(answer -> answer.type().isFinal())
            .anyMatch(
                answer ->
                    !answer.answeredAt().isBefore(round.startedAt())
                        && !answer.answeredAt().isAfter(due));
    return when(isRunning(due), answered || all.asOf(afterwards(due)).standing().isSettled(), "");
  }

  private boolean isRunning(Instant due) {
    return !Set.of(Standing.DRAFT, Standing.ASKED, Standing.WITHDRAWN)
        .contains(all.asOf(afterwards(due)).standing());
  }

  private static Instant afterwards(Instant due) {
    return due.plus(1, ChronoUnit.MICROS);
  }

  /** Whether an earlier week counted it, by the due time that stood at its end. */
  private boolean ranOutBefore(Round round) {
    Duration week = Duration.ofDays(7);
    for (Instant end = period.from(); end.isAfter(round.startedAt()); end = end.minus(week)) {
      Instant due = all.asOf(end).deadline().due();
      if (due.isBefore(end) && !due.isBefore(end.minus(week)) && isRunning(due)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Answer> answer() {
    return known.standingAnswers().stream()
        .filter(answer -> answer.type().isFinal() && in(answer.answeredAt()))
        .reduce((earlier, later) -> later);
  }

  private Answer answer(long id) {
    return known.answers().stream().filter(each -> each.id() == id).findFirst().orElseThrow();
  }

  private Stream<Row> answered(
      Predicate<Answer> counted, java.util.function.Function<Answer, String> part) {
    return answer().map(answer -> row(counted.test(answer), part.apply(answer))).stream();
  }

  /** A question asked in the period that nobody replied to. */
  private Stream<Row> unanswered() {
    return when(
        answer().isEmpty()
            && known.standing() == Standing.ASKED
            && known.standingAnswers().stream()
                .anyMatch(each -> each.type() == AnswerClass.ASKS && in(each.answeredAt())),
        true,
        "");
  }

  private static boolean isNotProcessable(Answer answer) {
    return NOT_PROCESSABLE.contains(answer.code())
        || answer.ground().filter(NOT_PROCESSABLE::contains).isPresent();
  }

  private static boolean isDuplicate(Answer answer) {
    return answer.type() == AnswerClass.DUPLICATE;
  }

  private Optional<Check> last(Predicate<Check> which) {
    return known.checks().stream()
        .filter(check -> check.verdict() != Verdict.UNCHECKED && in(check.checkedAt()))
        .filter(which)
        .reduce((earlier, later) -> later);
  }

  private boolean isSetAside(Check check) {
    return known.objections().stream()
        .filter(each -> each.answerId() == check.answerId())
        .filter(each -> !check.checkedAt().isAfter(each.filedAt()))
        .anyMatch(each -> outcome(each).equals(Optional.of(ObjectionOutcome.ACCEPTED)));
  }

  private static Optional<ObjectionOutcome> outcome(Objection objection) {
    return objection.decision().map(Objection.Decision::outcome);
  }

  private Stream<Row> overturned() {
    return Stream.concat(
        known.rulings().stream()
            .filter(ruling -> in(ruling.ruledAt()))
            .filter(ruling -> answer(ruling.answerId()).type() == AnswerClass.REFUSED)
            .map(ruling -> row(ruling.outcome() == RulingOutcome.ACCEPTED, "")),
        known.objections().stream()
            .filter(each -> each.decision().filter(end -> in(end.decidedAt())).isPresent())
            .filter(each -> !outcome(each).equals(Optional.of(ObjectionOutcome.WITHDRAWN)))
            .map(each -> row(!outcome(each).equals(Optional.of(ObjectionOutcome.UPHELD)), "")));
  }

  private Stream<Row> errors() {
    List<Row> rows =
        Stream.of(
                answered(answer -> isNotProcessable(answer) || isDuplicate(answer), answer -> ""),
                rows(Measure.WITHDRAWN, new Order(false, Optional.empty(), Instant.EPOCH)),
                overturned())
            .flatMap(each -> each)
            .toList();
    return when(!rows.isEmpty(), rows.stream().anyMatch(Row::counted), "");
  }
}
