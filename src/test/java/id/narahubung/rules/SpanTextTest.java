package id.narahubung.rules;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpanTextTest {

  @ParameterizedTest
  @CsvSource({
    "24 jam, PT24H",
    "4jam, PT4H",
    "1 jam 30 menit, PT1H30M",
    "30 mnt, PT30M",
    "3 hari, PT72H",
    "3 Days 2 hours, PT74H",
    "0 menit, PT0S",
    "90 min., PT1H30M",
  })
  void a_length_is_read_as_people_write_it_in_either_language(String text, Duration span) {
    assertThat(SpanText.parse(text)).hasValue(span);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "24", "jam", "empat jam", "4 jam lagi", "4 tahun", "-4 jam", "4,5 jam"})
  void what_says_no_unit_or_something_else_is_no_length(String text) {
    assertThat(SpanText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void what_is_said_is_read_back_to_the_minute(Language language) {
    Words words = new Words(new Messages(), language, Words.WIB);
    for (long minutes : new long[] {0, 1, 59, 60, 61, 240, 1440, 2880, 2881, 4320, 43_201}) {
      Duration span = Duration.ofMinutes(minutes);
      assertThat(SpanText.parse(SpanText.say(span, words))).hasValue(span);
    }
  }

  @Test
  void two_days_are_told_in_hours_as_the_law_counts() {
    Words words = new Words(new Messages(), Language.ID, Words.WIB);
    assertThat(SpanText.say(Duration.ofDays(2), words)).isEqualTo("48 jam");
    assertThat(SpanText.say(Duration.ofDays(3), words)).isEqualTo("3 hari");
  }
}
