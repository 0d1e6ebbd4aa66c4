package id.narahubung.requests;

import id.narahubung.rules.Urgency;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item's clock as a page shows it: a word, a number, and the arithmetic like a receipt.
 *
 * @param tone empty, soon, late, paused or good: the card's class
 * @param here the due time where the reader is; empty where that is WIB
 */
public record ClockCard(
    String title,
    String big,
    String tone,
    String dueLabel,
    String due,
    String here,
    List<Line> lines,
    String note) {

  /** One line of the receipt; the last is the sum. */
  public record Line(String label, String amount) {}

  static ClockCard of(
      Item item, ItemFacts facts, Urgency urgency, String note, Words words, Instant now) {
    Deadline deadline = facts.deadline();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            words.say("clock.start." + Wording.lower(deadline.round().cause())),
            words.instantShort(deadline.round().startedAt())));
    for (Deadline.Line line : deadline.lines()) {
      String label =
          switch (line.reason()) {
            case HOURS ->
                words.say(
                    "clock.line.hours", words.label(urgency.label()), words.span(line.added()));
            case EXTENSION, CLARIFICATION, OUTAGE -> new Wording(words, now).moved(line);
          };
      lines.add(new Line(label, words.clockDuration(line.added())));
    }
    lines.add(
        new Line(
            words.say(deadline.paused() ? "clock.line.paused" : "clock.line.due"),
            words.instantShort(deadline.due())));
    Wording.Left left = new Wording(words, now).left(item, urgency);
    return new ClockCard(
        words.say("clock.title", item.shortNumber()),
        left.text(),
        tone(facts.standing(), left),
        words.say(deadline.paused() ? "clock.due_paused" : "clock.due"),
        words.instant(deadline.due()),
        words.instantHere(deadline.due()),
        lines,
        own(facts, urgency, words, now).map(own -> note + " " + own).orElse(note).strip());
  }

  /**
   * The ministry's own time, which both sides see: until when it means to reply, check or decide,
   * and that it is late. None of it is the company's.
   */
  private static Optional<String> own(ItemFacts facts, Urgency urgency, Words words, Instant now) {
    Optional<Duration> within =
        switch (facts.standing()) {
          case ASKED -> Optional.of(urgency.replyWithin());
          case CLAIMED -> Optional.of(urgency.checkWithin());
          case CONTESTED -> Optional.of(urgency.decideWithin());
          case OPEN, CONFIRMED, SAMPLED, ACCEPTED, WITHDRAWN, DRAFT -> Optional.empty();
        };
    String name = "clock.own." + Wording.lower(facts.standing());
    return within.flatMap(
        time ->
            facts
                .standsBy()
                .map(answer -> answer.answeredAt().plus(time))
                .map(
                    by ->
                        words.say(
                            by.isBefore(now) ? name + ".late" : name + ".by", words.instant(by))));
  }

  private static String tone(Standing standing, Wording.Left left) {
    return switch (standing) {
      case OPEN, ASKED -> left.tone();
      case CONFIRMED, SAMPLED, ACCEPTED -> "good";
      case CLAIMED, CONTESTED, WITHDRAWN, DRAFT -> "";
    };
  }
}
