package id.narahubung.verification;

import id.narahubung.ledger.By;
import id.narahubung.sampling.Confidence;
import id.narahubung.sampling.SampleResult;
import id.narahubung.sampling.ToProve;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a step came to, as both sides read it.
 *
 * @param value the verified value, in the unit of what was promised
 * @param validUntil when it lapses and falls due again
 * @param uploads of a blind test, or of one that was repeated
 * @param settled how many answered items it settled
 */
public record VerificationResult(
    long id,
    String number,
    VerificationStep.Of of,
    long ruleSetId,
    String methodCode,
    String claim,
    LocalDate carriedOutOn,
    String place,
    VerificationOutcome outcome,
    Optional<BigDecimal> value,
    String findings,
    Optional<FollowUp> followUp,
    Optional<LocalDate> newDueOn,
    String nothingBecause,
    Optional<LocalDate> validUntil,
    Optional<Sampled> sampled,
    Optional<Recorded.Uploads> uploads,
    int settled,
    By by,
    Instant concludedAt) {

  /** What its value was found at. */
  Optional<Counted> counted() {
    return sampled.<Counted>map(each -> each).or(() -> uploads);
  }

  /**
   * What was drawn and found: at random, and of what is urgent, all of it.
   *
   * @param urgentLeft how many of what is urgent nobody looked at
   */
  public record Sampled(
      SampleResult random, int urgent, int urgentFailed, int urgentUnchecked, int urgentLeft)
      implements Counted {

    int urgentGood() {
      return urgent - urgentFailed - urgentUnchecked - urgentLeft;
    }

    /** What decides: the random part, and where everything is urgent, the whole of it. */
    SampleResult deciding() {
      return random.list() > 0
          ? random
          : new SampleResult(
              random.proof(), urgent, urgent, urgentGood(), urgentFailed, urgentUnchecked);
    }

    boolean isPassed() {
      return deciding().outcome() == SampleResult.Outcome.PASS;
    }

    public static Sampled of(
        int list,
        int n,
        int failed,
        int unchecked,
        int unlooked,
        int urgent,
        int urgentFailed,
        int urgentUnchecked,
        int urgentUnlooked,
        BigDecimal percent,
        int confidence) {
      return new Sampled(
          new SampleResult(
              new ToProve(percent, Confidence.find(Integer.toString(confidence)).orElseThrow()),
              list,
              n,
              n - failed - unchecked - unlooked,
              failed,
              unchecked),
          urgent,
          urgentFailed,
          urgentUnchecked,
          urgentUnlooked);
    }
  }
}
