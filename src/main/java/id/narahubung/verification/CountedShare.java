package id.narahubung.verification;

import id.narahubung.commitments.Commitment;
import id.narahubung.commitments.Quantity;
import id.narahubung.rules.CheckMethod.Form;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.sampling.Confidence;
import id.narahubung.sampling.SampleResult;
import id.narahubung.sampling.Wilson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A share that was counted, in per cent: what was found at those looked at, and how much that
 * proves of all. A promise in per cent is kept where as much as it says is proven, and the value
 * that is found of it is the one that was counted, whatever anybody types.
 *
 * @param proven the lower end of the interval, rounded down; of a whole list what was found
 */
record CountedShare(BigDecimal found, BigDecimal proven) {

  /** That nobody counted what is to be counted. */
  static final String UNCOUNTED = "verification.refused.uncounted";

  private static final int DECIMALS = 1;

  /** What a step counts of a promise; none where it counts nothing, or no share was promised. */
  static Optional<CountedShare> of(
      Commitment promised, Optional<Sample> sample, Optional<Recorded> recorded) {
    if (!isShare(promised)) {
      return Optional.empty();
    }
    return sample
        .flatMap(Sample::result)
        .flatMap(CountedShare::of)
        .or(() -> sample.isPresent() ? Optional.empty() : recorded.flatMap(CountedShare::of));
  }

  /** That this way of checking counts nothing that could prove it. */
  static final String COUNTS_NOTHING = "verification.refused.counts_nothing";

  /**
   * Whether nothing but counts tells its value: of a share that was promised, by a form that counts
   * what was caught, and by any other of what such a form is to prove. What the portal measures by
   * itself it has counted already.
   */
  static boolean isToBeCounted(
      RuleSet rules, Commitment promised, Form form, Optional<Sample> sample) {
    return isShare(promised)
        && !promised.kind().selfMeasured()
        && sample.isEmpty()
        && (form == Form.BLIND
            || rules
                .findCommitmentKind(promised.kind().code())
                .map(kind -> rules.checkMethod(kind.methodCode()).form())
                .filter(Form.BLIND::equals)
                .isPresent());
  }

  /** The refusal of what is to be counted and was not: by this form, or because none does. */
  static String uncounted(Form form) {
    return Recorded.fields(form).contains("caught") ? UNCOUNTED : COUNTS_NOTHING;
  }

  /** Whether the promise is a share that should rise: its unit says so, as the rules have it. */
  private static boolean isShare(Commitment promised) {
    return promised.kind().direction() == CommitmentKind.Direction.RISE
        && Quantity.isShare(promised.kind().unit());
  }

  /**
   * What is proven of those drawn from, or of the whole list, whichever is less: items that are
   * urgent, which were looked at to the last, may not make up for others that were not. What failed
   * among them asks for a follow-up of its own.
   */
  static Optional<CountedShare> of(VerificationResult.Sampled sampled) {
    SampleResult random = sampled.random();
    if (sampled.deciding().checked() == 0) {
      return Optional.empty();
    }
    double proven = least(sampled);
    boolean drawn = random.checked() > 0 && proven < whole(sampled);
    return Optional.of(
        new CountedShare(
            found(drawn ? (double) random.good() / random.checked() : foundOfWhole(sampled)),
            percent(proven)));
  }

  /** Those drawn stand for all of theirs, and what is urgent for itself. */
  private static double foundOfWhole(VerificationResult.Sampled sampled) {
    SampleResult random = sampled.random();
    double drawn =
        random.checked() == 0 ? 0 : random.list() * ((double) random.good() / random.checked());
    // Of what is urgent, too, that counts as found which could be checked.
    return (drawn + sampled.urgentGood())
        / (random.list() + sampled.urgentGood() + sampled.urgentFailed());
  }

  /** The share that is proven of those drawn from, or of the whole list, whichever is less. */
  static double least(VerificationResult.Sampled sampled) {
    SampleResult random = sampled.random();
    return random.list() == 0 ? whole(sampled) : Math.min(whole(sampled), random.proven());
  }

  private static double whole(VerificationResult.Sampled sampled) {
    SampleResult random = sampled.random();
    return (random.list() * random.proven() + sampled.urgentGood())
        / (random.list() + sampled.urgent());
  }

  /** Of a blind test: what was caught of what was uploaded. */
  private static Optional<CountedShare> of(Recorded recorded) {
    return recorded.uploads().map(each -> of(each.caught(), each.uploaded()));
  }

  static CountedShare of(int caught, int uploaded) {
    return new CountedShare(
        found((double) caught / uploaded),
        percent(Wilson.of(caught, uploaded, Confidence.NINETY_FIVE).low()));
  }

  private static BigDecimal found(double share) {
    return BigDecimal.valueOf(share * 100).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /** What is proven is never more than that. */
  private static BigDecimal percent(double share) {
    // A share of so many out of so many is exact to far more places than are told.
    return BigDecimal.valueOf(share * 100)
        .setScale(6, RoundingMode.HALF_UP)
        .setScale(DECIMALS, RoundingMode.DOWN);
  }

  boolean proves(BigDecimal target) {
    return proven.compareTo(target) >= 0;
  }
}
