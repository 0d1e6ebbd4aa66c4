package id.narahubung.commitments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a commitment stands, as the database keeps it from what was done.
 *
 * @param latest the number of the last version written
 * @param inForce the last one both sides signed
 * @param lateAfter the due day and the days of grace
 * @param selfMeasured whether the portal computes its value, so that nobody has to prove it
 * @param claimedOn since when the company says it is met, and nothing was found since
 * @param result of the last check that could be made under the version in force
 * @param validUntil the last day on which a pass holds, and the evidence it stands on; empty where
 *     it does not lapse
 * @param evidence of the company's reports
 */
public record Standing(
    CommitmentStage stage,
    int latest,
    Optional<Integer> inForce,
    LocalDate dueOn,
    LocalDate lateAfter,
    boolean condition,
    boolean selfMeasured,
    Optional<Reported> reported,
    Optional<LocalDate> claimedOn,
    Optional<FindingResult> result,
    Optional<BigDecimal> verifiedValue,
    Optional<LocalDate> verifiedOn,
    Optional<LocalDate> validUntil,
    Proof evidence) {

  /** The company's last word. */
  public record Reported(Optional<BigDecimal> value, LocalDate asOf) {}

  /**
   * The files behind the reports.
   *
   * @param on the day the newest ones bear
   * @param until how long they hold, where the company said so
   */
  public record Proof(int files, Optional<LocalDate> on, Optional<LocalDate> until) {}
}
