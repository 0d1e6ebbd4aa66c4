package id.narahubung.requests;

import id.narahubung.ledger.By;
import id.narahubung.rules.AnswerClass;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the company said about an item. Only added: a newer one takes its place, the old one stays
 * in the history.
 *
 * @param event the act of answering it belongs to
 * @param code the answer type's code in the request's rule set
 * @param details what the type asked for, field code to text
 */
public record Answer(
    long id,
    long event,
    String code,
    AnswerClass type,
    Optional<String> ground,
    Map<String, String> details,
    Instant answeredAt,
    By by,
    Optional<TakenBack> takenBack) {

  /** The same as it was known at an instant. */
  Answer asOf(Instant instant) {
    return new Answer(
        id,
        event,
        code,
        type,
        ground,
        details,
        answeredAt,
        by,
        takenBack.filter(back -> back.at().isBefore(instant)));
  }
}
