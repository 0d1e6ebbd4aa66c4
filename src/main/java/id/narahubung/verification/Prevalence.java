package id.narahubung.verification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much of a list is not in order at most, in per cent, beside how much was promised at most.
 * What could not be checked counts as if it were not, as it does where a sample is to pass.
 *
 * @param most the upper end of the interval, rounded up
 */
record Prevalence(BigDecimal promised, BigDecimal most) {

  private static final int DECIMALS = 2;

  /** Of a sample as far as it was looked at; none where nothing of it could be checked. */
  static Optional<Prevalence> of(Optional<BigDecimal> promised, Optional<Sample> sample) {
    return promised.flatMap(
        each ->
            sample
                .flatMap(Sample::result)
                .filter(result -> result.deciding().checked() > 0)
                .map(result -> of(each, result)));
  }

  static Prevalence of(BigDecimal promised, VerificationResult.Sampled sampled) {
    return new Prevalence(
        promised,
        BigDecimal.valueOf((1 - CountedShare.least(sampled)) * 100)
            // A share of so many out of so many is exact to far more places than are told.
            .setScale(6, RoundingMode.HALF_UP)
            .setScale(DECIMALS, RoundingMode.UP));
  }

  boolean isKept() {
    return most.compareTo(promised) <= 0;
  }
}
