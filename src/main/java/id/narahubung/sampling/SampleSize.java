package id.narahubung.sampling;

import id.narahubung.access.RuleBroken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many of a list are looked at, and how many of them may fail.
 *
 * @param all whether that is the whole list: then nothing is left to chance
 */
public record SampleSize(int n, int tolerates, boolean all) {

  /** Lists up to here are looked at as a whole. */
  public static final int SMALL = 100;

  private static final List<Integer> FAILURES = List.of(0, 1, 2, 3, 5, 10);

  /** What to choose from for a list, the smallest first; the last is always the whole list. */
  public static List<SampleSize> offered(ToProve proof, int list) {
    List<SampleSize> offered = new ArrayList<>();
    if (list > SMALL) {
      FAILURES.stream()
          .map(failures -> new SampleSize(needed(proof, failures), failures, false))
          .filter(size -> size.n() < list)
          .forEach(offered::add);
    }
    offered.add(ofAll(proof, list));
    return offered;
  }

  /**
   * A size somebody chose. A small list is looked at as a whole, whatever was chosen.
   *
   * @throws RuleBroken for more than there are, and for so few that they would prove nothing even
   *     if all of them were good
   */
  public static SampleSize of(ToProve proof, int list, int n) {
    if (n > list) {
      throw new RuleBroken("sample.refused.too_large", n, list);
    }
    if (n == list || list <= SMALL) {
      return ofAll(proof, list);
    }
    if (!proof.isProvenBy(n, n)) {
      throw new RuleBroken(
          "sample.refused.too_small", n, proof.percent(), Math.min(needed(proof, 0), list));
    }
    int failures = 0;
    while (proof.isProvenBy(n - failures - 1, n)) {
      failures++;
    }
    return new SampleSize(n, failures, false);
  }

  /**
   * The smallest sample that tolerates as many failures as one of so many does. None where that is
   * the one, where the whole list is looked at, and where so many prove nothing.
   */
  public static Optional<SampleSize> enough(ToProve proof, int list, int n) {
    if (n >= list || list <= SMALL || !proof.isProvenBy(n, n)) {
      return Optional.empty();
    }
    int failures = of(proof, list, n).tolerates();
    int least = needed(proof, failures);
    return least < n ? Optional.of(new SampleSize(least, failures, false)) : Optional.empty();
  }

  /** The next larger one, which tolerates more failures: at most the whole list. */
  public SampleSize larger(ToProve proof, int list) {
    int more = needed(proof, tolerates + 1);
    return more < list ? new SampleSize(more, tolerates + 1, false) : ofAll(proof, list);
  }

  private static SampleSize ofAll(ToProve proof, int list) {
    return new SampleSize(list, proof.toleratedOfAll(list), true);
  }

  /** How many must be looked at, so that it is proven in spite of so many failures. */
  static int needed(ToProve proof, int failures) {
    int enough = failures + 1;
    while (!proof.isProvenBy(enough - failures, enough)) {
      enough *= 2;
    }
    int tooFew = failures;
    while (enough - tooFew > 1) {
      int middle = tooFew + (enough - tooFew) / 2;
      if (proof.isProvenBy(middle - failures, middle)) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return enough;
  }

  /**
   * How many tell a share to within so much either way, where nothing is to be proven: as if half
   * were good, and fewer of a short list.
   */
  public static int toEstimate(double margin, int list) {
    double z = Confidence.NINETY_FIVE.z();
    double large = Math.ceil(z * z / 4 / (margin * margin));
    return (int) Math.ceil(large / (1 + (large - 1) / list));
  }
}
