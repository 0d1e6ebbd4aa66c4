package id.narahubung.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.text.Language;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformTest {

  /** Times in UTC; Shanghai is eight hours ahead. */
  @ParameterizedTest
  @CsvSource({
    "08:00, 17:00, 2026-03-02T00:00:00Z, true",
    "08:00, 17:00, 2026-03-01T23:59:59Z, false",
    "08:00, 17:00, 2026-03-02T09:00:59Z, true",
    "08:00, 17:00, 2026-03-02T09:01:00Z, false",
    "00:00, 23:59, 2026-03-02T15:59:59Z, true",
    "22:00, 06:00, 2026-03-02T15:00:00Z, true",
    "22:00, 06:00, 2026-03-02T21:30:00Z, true",
    "22:00, 06:00, 2026-03-02T02:00:00Z, false",
  })
  void a_contact_is_reached_in_its_hours_where_it_is(
      LocalTime opens, LocalTime closes, Instant instant, boolean reachable) {
    Platform platform =
        new Platform(
            1, 1, "PT Klip", "Klip", ZoneId.of("Asia/Shanghai"), opens, closes, Language.ID);
    assertThat(platform.isReachableAt(instant)).isEqualTo(reachable);
  }
}
