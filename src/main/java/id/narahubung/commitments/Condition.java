package id.narahubung.commitments;

import id.narahubung.ledger.By;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Label;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A commitment that access to a platform hangs on, as the version in force has it (or the latest
 * while none is), with what was found last.
 *
 * @param version the one in force, or the one that waits; not raised by acts as the head's is
 * @param agreed whether one is in force
 * @param lastResult of the last check that could be made under that version
 * @param value what was found then, and as of which day
 * @param verifiedBy role and code of whoever concluded it; the portal itself where it measures
 * @param verifiedIn the number of the step that found it
 * @param validUntil the last day on which a pass holds, and the evidence it stands on; empty where
 *     it does not lapse. PostgreSQL reckons it once, when the check is told of.
 * @param evidenceOn the day the company's newest evidence bears
 */
public record Condition(
    long commitmentId,
    String number,
    int version,
    boolean agreed,
    Label kind,
    String text,
    Optional<BigDecimal> target,
    Optional<Label> unit,
    CommitmentKind.Direction direction,
    LocalDate dueOn,
    Optional<FindingResult> lastResult,
    Optional<BigDecimal> value,
    Optional<LocalDate> asOf,
    Optional<By> verifiedBy,
    Optional<String> verifiedIn,
    Optional<LocalDate> validUntil,
    Optional<LocalDate> evidenceOn) {

  /** Whether a pass stands on this day, and what proved it. */
  public boolean isMet(LocalDate today) {
    return lastResult.filter(FindingResult.PASS::equals).isPresent()
        && validUntil.filter(today::isAfter).isEmpty();
  }

  /** Whether a pass stood, and it or its evidence has lapsed. */
  public boolean isExpired(LocalDate today) {
    return lastResult.filter(FindingResult.PASS::equals).isPresent() && !isMet(today);
  }
}
