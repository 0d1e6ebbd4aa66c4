package id.narahubung.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long something took, run after run, in milliseconds. */
final class Times {

  private static final double NANOS = 1e6;

  private final double[] sorted;

  private Times(double[] sorted) {
    this.sorted = sorted;
  }

  /** Something that may fail. */
  interface Work {
    void run() throws Exception;
  }

  /** Runs it some times to warm up, and then so many times by the clock. */
  static Times of(int warm, int runs, Work work) {
    double[] taken = new double[runs];
    try {
      for (int n = 0; n < warm; n++) {
        work.run();
      }
      for (int n = 0; n < runs; n++) {
        long begun = System.nanoTime();
        work.run();
        taken[n] = (System.nanoTime() - begun) / NANOS;
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return of(taken);
  }

  static Times of(double... taken) {
    double[] sorted = taken.clone();
    Arrays.sort(sorted);
    return new Times(sorted);
  }

  double median() {
    return sorted[sorted.length / 2];
  }

  String range() {
    return ms(sorted[0]) + "–" + ms(sorted[sorted.length - 1]);
  }

  static String ms(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
