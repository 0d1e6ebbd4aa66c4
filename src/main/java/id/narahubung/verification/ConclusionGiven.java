package id.narahubung.verification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody concludes from a step.
 *
 * @param settles whether a sample that passed settles the answered items it covers
 */
public record ConclusionGiven(
    VerificationOutcome outcome,
    Optional<BigDecimal> value,
    String findings,
    Optional<FollowUp> followUp,
    Optional<LocalDate> newDueOn,
    Optional<LocalDate> validUntil,
    boolean settles) {

  /** The same, valid until a day, or without end. */
  ConclusionGiven until(Optional<LocalDate> day) {
    return new ConclusionGiven(outcome, value, findings, followUp, newDueOn, day, settles);
  }
}
