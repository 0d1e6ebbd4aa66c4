package id.narahubung.notices;

import id.narahubung.ledger.By;
import id.narahubung.ledger.NoticeKind;
import id.narahubung.text.Label;
import java.time.Instant;
import java.util.Optional;

/**
 * What a mail may tell of one notice. Of a restricted category that is the number and the clock:
 * what else it could say is not here.
 *
 * @param number none while it is a draft
 * @param due of the notice, or the next one of the request; none where no clock runs
 * @param by none where the clock speaks
 * @param subject of new rules their version
 * @param outcome of a decision or a check; of new rules from when they are in force
 * @param duty in which place the reader was on duty; empty for everybody else
 * @param standsInFor whose shift that was, where it was another's
 * @param letter none where it is not about one
 */
record Fact(
    long notice,
    NoticeKind kind,
    boolean own,
    Optional<Integer> items,
    Optional<Instant> due,
    Instant at,
    long request,
    Optional<String> number,
    Optional<String> subject,
    Optional<Label> category,
    Optional<String> platform,
    boolean urgent,
    Optional<By> by,
    Optional<String> outcome,
    String duty,
    Optional<By.Lent> standsInFor,
    Optional<OfLetter> letter) {

  /**
   * The letter of warning a notice is about. Of a restricted category its number alone.
   *
   * @param fine of all its items, in rupiah
   */
  record OfLetter(String number, Optional<Label> stage, Optional<Long> fine) {}

  /** A test call and new rules are of none; 0 stands in the place of their request. */
  boolean isOfARequest() {
    return kind != NoticeKind.TEST_CALL && kind != NoticeKind.RULES_RELEASED;
  }

  /** Whether it was overtaken: what is sent needs no approval any more. */
  boolean isMoot() {
    return kind == NoticeKind.APPROVAL_WANTED && number.isPresent();
  }
}
