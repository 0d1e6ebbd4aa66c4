package id.narahubung.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

  private static final Messages MESSAGES = new Messages();
  private static final Words ID = words(Language.ID, "Asia/Jakarta");
  private static final Words EN = words(Language.EN, "Asia/Jakarta");
  private static final Instant NIGHT = Instant.parse("2018-07-04T17:30:00Z");

  @Test
  void an_instant_is_told_in_the_ministrys_time() {
    assertThat(ID.instant(NIGHT)).isEqualTo("5 Jul 2018 00.30 WIB");
    assertThat(EN.instant(NIGHT)).isEqualTo("5 Jul 2018 00:30 WIB");
    assertThat(words(Language.EN, "America/New_York").instant(NIGHT))
        .isEqualTo("5 Jul 2018 00:30 WIB");
  }

  @Test
  void months_are_named_in_the_readers_language() {
    assertThat(ID.date(LocalDate.of(2026, 8, 17))).isEqualTo("17 Agu 2026");
    assertThat(EN.date(LocalDate.of(2026, 8, 17))).isEqualTo("17 Aug 2026");
    assertThat(ID.date(LocalDate.of(2026, 12, 31))).isEqualTo("31 Des 2026");
    assertThat(ID.date(LocalDate.of(2026, 5, 1))).isEqualTo("1 Mei 2026");
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Jakarta, ''",
    "Asia/Pontianak, ''",
    "Asia/Makassar, '01.30 WITA'",
    "Asia/Jayapura, '02.30 WIT'",
    "Asia/Shanghai, '01.30 Shanghai'",
    "Asia/Singapore, '01.30 Singapura'",
    "America/New_York, '4 Jul 2018 13.30 New York'",
  })
  void a_reader_elsewhere_also_reads_the_own_time(String zone, String here) {
    assertThat(words(Language.ID, zone).instantHere(NIGHT)).isEqualTo(here);
  }

  @Test
  void a_reader_elsewhere_is_told_when_a_time_ends_there() {
    Words there = words(Language.EN, "Asia/Tokyo");
    assertThat(there.deadline(NIGHT))
        .isEqualTo(there.instant(NIGHT) + " (" + there.instantHere(NIGHT) + ")");
    assertThat(ID.deadline(NIGHT)).isEqualTo(ID.instant(NIGHT));
    LocalDate last = LocalDate.of(2026, 12, 31);
    assertThat(there.deadline(last)).isEqualTo("31 Dec 2026 (ends 1 Jan 2027 02:00 Tokyo)");
    assertThat(ID.deadline(last)).isEqualTo("31 Des 2026");
  }

  @Test
  void summer_time_is_the_zones_own() {
    Words dublin = words(Language.EN, "Europe/Dublin");
    assertThat(dublin.instantHere(Instant.parse("2026-07-01T05:00:00Z"))).startsWith("06:00");
    assertThat(dublin.instantHere(Instant.parse("2026-01-01T05:00:00Z"))).startsWith("05:00");
  }

  @Test
  void numbers_are_grouped_as_the_language_does() {
    assertThat(ID.number(1_234_567)).isEqualTo("1.234.567");
    assertThat(EN.number(1_234_567)).isEqualTo("1,234,567");
  }

  @Test
  void a_number_past_what_is_counted_says_so() {
    assertThat(ID.number(1_000, 1_000)).isEqualTo("1.000");
    assertThat(ID.number(1_001, 1_000)).isEqualTo("1.000+");
    assertThat(EN.number(1_001, 1_000)).isEqualTo("1,000+");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 min",
    "59, 0 min",
    "60, 1 min",
    "3599, 59 min",
    "3600, 1 h",
    "7500, 2 h 5 min",
    "86400, 24 h",
    "90300, 25 h 5 min",
    "172800, 2 days",
    "176400, 2 days 1 h",
    "-7500, 2 h 5 min",
  })
  void a_duration_is_its_two_largest_units(long seconds, String text) {
    assertThat(EN.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @Test
  void an_indonesian_duration() {
    assertThat(ID.duration(Duration.ofMinutes(125))).isEqualTo("2 jam 5 mnt");
    assertThat(ID.duration(Duration.ofHours(76))).isEqualTo("3 hari 4 jam");
  }

  @Test
  void a_line_of_arithmetic_has_its_sign() {
    assertThat(EN.clockDuration(Duration.ofHours(24))).isEqualTo("+ 24:00");
    assertThat(ID.clockDuration(Duration.ofHours(24))).isEqualTo("+ 24.00");
    assertThat(EN.clockDuration(Duration.ofSeconds(-65))).isEqualTo("− 0:01:05");
  }

  @Test
  void time_left_turns_into_late_behind_the_due_time() {
    assertThat(ID.left(NIGHT.plusSeconds(38 * 60), NIGHT)).isEqualTo("38 mnt lagi");
    assertThat(ID.left(NIGHT.minusSeconds(72 * 60), NIGHT)).isEqualTo("terlambat 1 jam 12 mnt");
    assertThat(EN.left(NIGHT.plusSeconds(38 * 60), NIGHT)).isEqualTo("38 min left");
  }

  @Test
  void english_counts_one_and_many_apart() {
    assertThat(EN.say("request.items", 1)).isEqualTo("1 item");
    assertThat(EN.say("request.items", 2)).isEqualTo("2 items");
    assertThat(EN.say("request.items", 1204)).isEqualTo("1,204 items");
    assertThat(ID.say("request.items", 1204)).isEqualTo("1.204 item");
  }

  @Test
  void a_label_is_read_in_the_readers_language() {
    Label label = new Label("Perjudian", "Gambling");
    assertThat(ID.label(label)).isEqualTo("Perjudian");
    assertThat(EN.label(label)).isEqualTo("Gambling");
  }

  private static Words words(Language language, String zone) {
    return new Words(MESSAGES, language, ZoneId.of(zone));
  }
}
