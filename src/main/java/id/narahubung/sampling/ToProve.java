package id.narahubung.sampling;

import java.math.BigDecimal;

/**
 * What a sample is to prove: that at least so many per cent of a list are as they should be, and
 * how sure one wants to be of it.
 */
public record ToProve(BigDecimal percent, Confidence confidence) {

  /** Less is no proof of anything, and all of a list is proven only by looking at all of it. */
  public static final BigDecimal LEAST = BigDecimal.valueOf(50);

  public static final BigDecimal MOST = new BigDecimal("99.9");

  public static boolean isBound(BigDecimal percent) {
    return percent.compareTo(LEAST) >= 0 && percent.compareTo(MOST) <= 0;
  }

  double share() {
    return percent.doubleValue() / 100;
  }

  /** Whether so many good ones of so many looked at prove it. */
  boolean isProvenBy(int good, int looked) {
    return looked > 0 && Wilson.of(good, looked, confidence).low() >= share();
  }

  /** Whether they prove the contrary. */
  boolean isDisprovenBy(int good, int looked) {
    return looked > 0 && Wilson.of(good, looked, confidence).high() < share();
  }

  /** How many of a list that is looked at as a whole may fail. */
  int toleratedOfAll(int list) {
    return BigDecimal.valueOf(100).subtract(percent).multiply(BigDecimal.valueOf(list)).intValue()
        / 100;
  }
}
