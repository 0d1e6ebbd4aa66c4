package id.narahubung.verification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody concludes from a step.
 *
 * @param nothingBecause why nothing follows; empty where something does
 * @param settles whether a sample that passed settles the answered items it covers
 * @param told empty where the words of the plan are told
 */
public record ConclusionGiven(
    VerificationOutcome outcome,
    Optional<BigDecimal> value,
    String findings,
    Optional<FollowUp> followUp,
    Optional<LocalDate> newDueOn,
    String nothingBecause,
    Optional<LocalDate> validUntil,
    boolean settles,
    Optional<Told> told) {

  /** What the company reads of what was planned: the ministry may have planned in other words. */
  public record Told(String claim, String place) {}

  /** Told in the words of the plan. */
  public ConclusionGiven(
      VerificationOutcome outcome,
      Optional<BigDecimal> value,
      String findings,
      Optional<FollowUp> followUp,
      Optional<LocalDate> newDueOn,
      Optional<LocalDate> validUntil,
      boolean settles) {
    this(outcome, value, findings, followUp, newDueOn, "", validUntil, settles, Optional.empty());
  }

  /** The same, after which nothing follows for this reason. */
  public ConclusionGiven because(String reason) {
    return new ConclusionGiven(
        outcome, value, findings, followUp, newDueOn, reason, validUntil, settles, told);
  }

  /** The same, valid until a day, or without end. */
  ConclusionGiven until(Optional<LocalDate> day) {
    return new ConclusionGiven(
        outcome, value, findings, followUp, newDueOn, nothingBecause, day, settles, told);
  }

  /** The same with the value that was counted. */
  ConclusionGiven counted(BigDecimal found) {
    return new ConclusionGiven(
        outcome,
        Optional.of(found),
        findings,
        followUp,
        newDueOn,
        nothingBecause,
        validUntil,
        settles,
        told);
  }
}
