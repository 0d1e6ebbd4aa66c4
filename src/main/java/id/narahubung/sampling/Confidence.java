package id.narahubung.sampling;

import java.util.Arrays;
import java.util.Optional;

/**
 * How sure an interval is, on both sides together. The portal shows 95 unless one asks for more.
 */
public enum Confidence {
  NINETY_FIVE(95, 1.959964),
  NINETY_NINE(99, 2.575829);

  private final int percent;
  private final double z;

  Confidence(int percent, double z) {
    this.percent = percent;
    this.z = z;
  }

  public int percent() {
    return percent;
  }

  /** How many standard errors it reaches to either side. */
  double z() {
    return z;
  }

  public static Optional<Confidence> find(String percent) {
    return Arrays.stream(values())
        .filter(each -> Integer.toString(each.percent).equals(percent))
        .findFirst();
  }
}
