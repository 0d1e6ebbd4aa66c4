package id.narahubung.sampling;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was found at those drawn, and what it proves. What could not be checked is told apart: it is
 * no failure, and it is no pass either, so it uses up what is tolerated.
 *
 * @param list how many there were to draw from
 * @param n how many were drawn
 */
public record SampleResult(ToProve proof, int list, int n, int good, int failed, int unchecked) {

  /** What a sample may come to. */
  public enum Outcome {
    /** Some of those drawn were not looked at yet. */
    OPEN,
    PASS,
    /** Neither this nor the contrary. */
    NOT_PROVEN,
    FAIL
  }

  public SampleResult {
    if (good < 0 || failed < 0 || unchecked < 0 || good + failed + unchecked > n || n > list) {
      throw new IllegalArgumentException(good + ", " + failed + ", " + unchecked + " of " + n);
    }
  }

  public boolean isOfAll() {
    return n == list;
  }

  /** How many were looked at, and could be checked. */
  public int checked() {
    return good + failed;
  }

  public int left() {
    return n - checked() - unchecked;
  }

  public Outcome outcome() {
    if (left() > 0 || n == 0) {
      return Outcome.OPEN;
    }
    if (isOfAll()) {
      int tolerated = proof.toleratedOfAll(list);
      if (failed + unchecked <= tolerated) {
        return Outcome.PASS;
      }
      return failed > tolerated ? Outcome.FAIL : Outcome.NOT_PROVEN;
    }
    if (proof.isProvenBy(good, n)) {
      return Outcome.PASS;
    }
    return proof.isDisprovenBy(good, checked()) ? Outcome.FAIL : Outcome.NOT_PROVEN;
  }

  /**
   * The share of the list that is proven to be as it should, and that decides: what could not be
   * checked counts as if it were not.
   */
  public double proven() {
    if (n == 0) {
      return 0;
    }
    return isOfAll() ? (double) good / n : Wilson.of(good, n, proof.confidence()).low();
  }

  /** How many of those drawn may fail, or turn out not to be checkable. */
  public int tolerated() {
    return SampleSize.of(proof, list, n).tolerates();
  }

  /** What it comes to if none of those fails that nobody looked at yet. */
  public SampleResult atBest() {
    return new SampleResult(proof, list, n, good + left(), failed, unchecked);
  }

  /** Whether it cannot pass any more, though some of those drawn were not looked at yet. */
  public boolean isLost() {
    return left() > 0 && atBest().outcome() != Outcome.PASS;
  }

  /** The share of failures in the list, as far as those checked tell; none of a whole list. */
  public Optional<Wilson> failures() {
    return checked() == 0 || isOfAll()
        ? Optional.empty()
        : Optional.of(Wilson.of(failed, checked(), proof.confidence()));
  }

  /**
   * How many more would prove it, if none of them failed: of the list, or of what could not be
   * checked where all of it was drawn. None where it is decided, or only the whole list would.
   */
  public OptionalInt wouldProve() {
    if (outcome() != Outcome.NOT_PROVEN) {
      return OptionalInt.empty();
    }
    if (isOfAll()) {
      return OptionalInt.of(failed + unchecked - proof.toleratedOfAll(list));
    }
    int needed = SampleSize.needed(proof, failed + unchecked);
    return needed <= list ? OptionalInt.of(needed - n) : OptionalInt.empty();
  }
}
