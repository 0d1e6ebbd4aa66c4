package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
}
