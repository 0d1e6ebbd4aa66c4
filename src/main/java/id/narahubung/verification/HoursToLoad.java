package id.narahubung.verification;

import id.narahubung.access.RuleBroken;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * After how many hours a list of hashes was loaded, beside how many were promised at most: a filter
 * is what it catches and how soon it learns.
 *
 * @param took none where nobody wrote it down
 */
record HoursToLoad(BigDecimal promised, Optional<BigDecimal> took) {

  /** Of a test in which something was uploaded; none where no time was promised. */
  static Optional<HoursToLoad> of(Optional<BigDecimal> promised, Optional<Recorded> recorded) {
    return promised.flatMap(
        hours ->
            recorded
                .filter(each -> each.uploads().isPresent())
                .map(each -> new HoursToLoad(hours, each.loadedHours())));
  }

  /** Refuses a pass of what took longer, or of which nobody says how long it took. */
  void requireKept() {
    BigDecimal hours =
        took.orElseThrow(() -> new RuleBroken("verification.refused.hours_missing", promised));
    if (promised.compareTo(hours) < 0) {
      throw new RuleBroken("verification.refused.hours", hours, promised);
    }
  }
}
