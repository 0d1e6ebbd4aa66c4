package id.narahubung.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The interval of a sample. */
final class WilsonTest {

  /** Newcombe 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29. */
  @Test
  void it_is_the_published_one() {
    check(81, 263, 0.2553, 0.3662);
    check(15, 148, 0.0624, 0.1605);
    check(0, 20, 0, 0.1611);
    check(1, 29, 0.0061, 0.1718);
  }

  /** The line 'reading' of the ministry's table, in per cent to one place. */
  @Test
  void it_reads_as_the_table_does() {
    for (double[] row :
        List.of(
            new double[] {285, 300, 91.9, 96.9},
            new double[] {366, 385, 92.4, 96.8},
            new double[] {48, 50, 86.5, 98.9})) {
      Wilson interval = Wilson.of((int) row[0], (int) row[1]);
      assertThat(interval.low() * 100).isCloseTo(row[2], within(0.05));
      assertThat(interval.high() * 100).isCloseTo(row[3], within(0.05));
    }
  }

  /** Where nothing was found, the table has the exact one-sided bound: this one is more careful. */
  @Test
  void it_is_never_bolder_than_the_exact_bound() {
    for (double[] row :
        List.of(
            new double[] {60, 4.9},
            new double[] {150, 2.0},
            new double[] {300, 1.0},
            new double[] {600, 0.5})) {
      double exact = (1 - Math.pow(0.05, 1 / row[0])) * 100;
      assertThat(exact).isCloseTo(row[1], within(0.05));
      assertThat(Wilson.of(0, (int) row[0]).high() * 100).isBetween(exact, exact * 1.4);
    }
  }

  @Test
  void who_wants_to_be_surer_is_told_less() {
    Wilson usual = Wilson.of(285, 300);
    Wilson surer = Wilson.of(285, 300, Confidence.NINETY_NINE);
    assertThat(surer.low()).isLessThan(usual.low());
    assertThat(surer.high()).isGreaterThan(usual.high());
  }

  @Test
  void it_mirrors_and_never_leaves_the_possible() {
    check(20, 20, 1 - 0.1611, 1);
    for (int looked = 1; looked <= 30; looked++) {
      for (int found = 0; found <= looked; found++) {
        Wilson interval = Wilson.of(found, looked);
        double share = (double) found / looked;
        assertThat(interval.low()).isBetween(0.0, share);
        assertThat(interval.high()).isBetween(share, 1.0);
      }
    }
  }

  @Test
  void nothing_looked_at_says_nothing() {
    assertThatThrownBy(() -> Wilson.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Wilson.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void check(int found, int looked, double low, double high) {
    Wilson interval = Wilson.of(found, looked);
    assertThat(interval.low()).as("%s of %s", found, looked).isCloseTo(low, within(0.0001));
    assertThat(interval.high()).as("%s of %s", found, looked).isCloseTo(high, within(0.0001));
  }

  /** Whatever was found at however many: the same numbers every time. */
  @Test
  void it_holds_the_share_grows_with_what_was_found_and_narrows_with_what_was_looked_at() {
    Random random = new Random(20180703);
    for (int time = 0; time < 5_000; time++) {
      int looked = 1 + random.nextInt(20_000);
      int found = random.nextInt(looked + 1);
      Wilson one = Wilson.of(found, looked);
      assertThat((double) found / looked).isBetween(one.low(), one.high());
      assertThat(one.low()).isBetween(0.0, 1.0);
      assertThat(one.high()).isBetween(0.0, 1.0);
      if (found < looked) {
        Wilson more = Wilson.of(found + 1, looked);
        assertThat(more.low()).isGreaterThan(one.low());
        assertThat(more.high()).isGreaterThan(one.high());
      }
      Wilson twice = Wilson.of(2 * found, 2 * looked);
      assertThat(twice.high() - twice.low()).isLessThan(one.high() - one.low());
      ToProve proof =
          new ToProve(BigDecimal.valueOf(50 + random.nextInt(49)), Confidence.NINETY_FIVE);
      int failures = random.nextInt(12);
      int n = SampleSize.needed(proof, failures);
      assertThat(proof.isProvenBy(n - failures, n)).isTrue();
      assertThat(proof.isProvenBy(n - 1 - failures, n - 1)).isFalse();
    }
  }
}
