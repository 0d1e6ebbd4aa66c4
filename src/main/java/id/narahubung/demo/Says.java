package id.narahubung.demo;

import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.CheckGiven;
import id.narahubung.requests.Surface;
import id.narahubung.requests.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Answers and findings as the forms would have them filled in. */
final class Says {

  /** Between what a person did or saw, and the entry in the portal. */
  private static final Duration ENTRY = Duration.ofMinutes(4);

  private static final String ACTED_AT = "acted_at";

  private final Texts texts;

  Says(Texts texts) {
    this.texts = texts;
  }

  AnswerGiven removed(Turn turn) {
    return answer("D1", Map.of(ACTED_AT, before(turn), "rule_line", texts.get("answer.rule_line")));
  }

  AnswerGiven limited(Turn turn) {
    return answer("D2", Map.of(ACTED_AT, before(turn), "method", "ip"));
  }

  AnswerGiven accountClosed(Turn turn) {
    return answer("D4", Map.of(ACTED_AT, before(turn)));
  }

  AnswerGiven partly(Turn turn, String detail) {
    return answer("B1", Map.of(ACTED_AT, before(turn), "detail", detail));
  }

  AnswerGiven goneBefore() {
    return answer("N1", Map.of("by_whom", "company"));
  }

  AnswerGiven removedByUploader(String note) {
    return answer("N2", Map.of("note", note));
  }

  AnswerGiven duplicateOf(String item) {
    return answer("N4", Map.of("other_item", item));
  }

  AnswerGiven asks(String questions) {
    return answer("K1", Map.of("questions", questions));
  }

  AnswerGiven underReview(Instant promised) {
    return answer("P1", Map.of("promised_at", promised.toString()));
  }

  AnswerGiven refuses(String ground, String reason) {
    return new AnswerGiven("T1", Optional.of(ground), Map.of("reason", reason));
  }

  /** What an officer saw; the note is a text of the demonstration. */
  CheckGiven found(Turn turn, Verdict verdict, Surface surface, String note) {
    return new CheckGiven(
        verdict,
        turn.when().minus(ENTRY),
        texts.get("check.network"),
        "ID",
        surface,
        surface == Surface.APP,
        texts.get("check." + note));
  }

  private static String before(Turn turn) {
    return turn.when().minus(ENTRY).toString();
  }

  private static AnswerGiven answer(String type, Map<String, String> details) {
    return new AnswerGiven(type, Optional.empty(), details);
  }
}
