package id.narahubung.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Busy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaperPressTest {

  private final PaperPress press = new PaperPress(Duration.ZERO);

  @Test
  void who_waits_too_long_for_a_turn_is_sent_away_before_anything_is_read() {
    boolean[] read = new boolean[1];
    press.inTurn(
        first -> {
          assertThatThrownBy(() -> press.inTurn(second -> read[0] = true)).isInstanceOf(Busy.class);
          return true;
        });
    assertThat(read[0]).isFalse();
    assertThat(press.<Boolean>inTurn(next -> true)).as("the turn was given back").isTrue();
  }
}
