package id.narahubung.figures;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long ago an open item was delivered, in the steps that its figure is told by. */
public enum Age {
  DAY(Duration.ofDays(1)),
  THREE_DAYS(Duration.ofDays(3)),
  WEEK(Duration.ofDays(7)),
  MONTH(Duration.ofDays(30)),
  /** Anything longer. */
  OLDER(Duration.ofDays(36_500));

  private final Duration below;

  Age(Duration below) {
    this.below = below;
  }

  /** Shorter ago than this, and than no earlier step. */
  Duration below() {
    return below;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Age> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
