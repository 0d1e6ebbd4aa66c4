package id.narahubung.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nights, gaps and the nights on which clocks are changed. */
final class SpanTest {

  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

  @Test
  void a_night_runs_into_the_next_day_and_the_same_hour_is_a_whole_day() {
    LocalDate monday = LocalDate.parse("2026-03-02");
    assertThat(Span.on(monday, LocalTime.of(20, 0), LocalTime.of(8, 0), WIB))
        .isEqualTo(span("2026-03-02T13:00:00Z", "2026-03-03T01:00:00Z"));
    assertThat(Span.on(monday, LocalTime.of(8, 0), LocalTime.of(8, 0), WIB))
        .isEqualTo(span("2026-03-02T01:00:00Z", "2026-03-03T01:00:00Z"));
  }

  /** Dublin's clocks go forward on 29 March 2026: the shift before and after begin at eight. */
  @Test
  void a_week_later_is_the_same_time_of_day() {
    Span before =
        Span.on(LocalDate.parse("2026-03-28"), LocalTime.of(20, 0), LocalTime.of(8, 0), DUBLIN);
    assertThat(Duration.between(before.start(), before.end())).isEqualTo(Duration.ofHours(11));
    assertThat(before.later(1, DUBLIN))
        .isEqualTo(
            Span.on(
                LocalDate.parse("2026-04-04"), LocalTime.of(20, 0), LocalTime.of(8, 0), DUBLIN));
  }

  /** Berlin's clocks go from two to three in that night. */
  @Test
  void in_the_hour_that_clocks_skip_a_shift_has_no_length() {
    LocalDate sunday = LocalDate.parse("2026-03-29");
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(Span.on(sunday, LocalTime.of(2, 30), LocalTime.of(3, 0), berlin).isEmpty()).isTrue();
    assertThat(Span.on(sunday, LocalTime.of(2, 0), LocalTime.of(3, 0), berlin).isEmpty()).isTrue();
    assertThat(Span.on(sunday, LocalTime.of(2, 30), LocalTime.of(4, 0), berlin).isEmpty())
        .isFalse();
    assertThat(
            Span.on(sunday.minusWeeks(1), LocalTime.of(2, 30), LocalTime.of(3, 0), berlin)
                .later(1, berlin)
                .isEmpty())
        .isTrue();
  }

  @Test
  void a_gap_is_what_nobody_covers() {
    Span day = span("2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z");
    Span early = span("2026-03-01T20:00:00Z", "2026-03-02T06:00:00Z");
    Span noon = span("2026-03-02T10:00:00Z", "2026-03-02T14:00:00Z");
    Span within = span("2026-03-02T11:00:00Z", "2026-03-02T12:00:00Z");
    Span late = span("2026-03-02T22:00:00Z", "2026-03-03T06:00:00Z");
    assertThat(day.without(List.of(late, noon, within, early)))
        .containsExactly(
            span("2026-03-02T06:00:00Z", "2026-03-02T10:00:00Z"),
            span("2026-03-02T14:00:00Z", "2026-03-02T22:00:00Z"));
    assertThat(day.without(List.of(day))).isEmpty();
    assertThat(day.without(List.of())).containsExactly(day);
  }

  @Test
  void who_is_relieved_at_eight_is_not_on_duty_at_eight() {
    Span span = span("2026-03-02T00:00:00Z", "2026-03-02T08:00:00Z");
    assertThat(span.holds(span.start())).isTrue();
    assertThat(span.holds(span.end())).isFalse();
  }

  @Test
  void a_week_begins_on_monday_where_the_list_is_kept() {
    Instant sunday = Instant.parse("2026-03-01T18:00:00Z");
    assertThat(Week.at(sunday, WIB).monday()).isEqualTo(LocalDate.parse("2026-03-02"));
    assertThat(Week.at(sunday, DUBLIN).monday()).isEqualTo(LocalDate.parse("2026-02-23"));
    assertThat(Week.of(LocalDate.parse("2026-03-29"), DUBLIN).span())
        .isEqualTo(span("2026-03-23T00:00:00Z", "2026-03-29T23:00:00Z"));
  }

  private static Span span(String start, String end) {
    return new Span(Instant.parse(start), Instant.parse(end));
  }
}
