package id.narahubung.verification;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.rules.CheckMethod;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A step as the ministry sees it. A company does not: a visit it knows of is no surprise.
 *
 * @param claim what is looked at: what the company says
 * @param looksAs the form of its method; of a re-check that of what it repeats
 * @param again the number of the step that is repeated
 * @param version raised by each act, so that nobody acts on what changed meanwhile
 */
public record VerificationStep(
    long id,
    String number,
    Of of,
    long ruleSetId,
    String methodCode,
    CheckMethod.Form looksAs,
    String claim,
    Plan plan,
    Optional<String> again,
    VerificationStage stage,
    Optional<LocalDate> carriedOutOn,
    String network,
    String notes,
    String callOffReason,
    int version) {

  /**
   * What it is planned from.
   *
   * @param decision its number, or its id before it is signed; none where the viewer does not see
   *     it
   */
  public record Of(
      long platformId,
      String platform,
      long companyId,
      String company,
      Optional<Long> commitmentId,
      Optional<Long> requestId,
      Optional<String> request,
      Optional<Long> decisionId,
      Optional<String> decision) {}

  /** When, where and who goes. */
  public record Plan(
      LocalDate on, Optional<LocalTime> at, String place, long officerId, String officer) {}

  /** Refuses an act on what changed meanwhile, or is over. */
  void requireOpen(int seen) {
    requireOpen();
    if (version != seen) {
      throw new Stale("verification " + number);
    }
  }

  void requireOpen() {
    if (!stage.isOpen()) {
      throw new RuleBroken("verification.refused." + stage.code());
    }
  }
}
