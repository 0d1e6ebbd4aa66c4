package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.requests.Deadline.Line;
import id.narahubung.requests.Deadline.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeadlineTest {

  private static final Instant START = Instant.parse("2026-03-02T01:15:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T01:15:00Z, 24, 2026-03-03T01:15:00Z",
    "2026-03-02T16:59:59Z, 24, 2026-03-03T16:59:59Z",
    "2026-03-02T15:00:00Z,  4, 2026-03-02T19:00:00Z",
    "2026-03-02T22:30:00Z,  4, 2026-03-03T02:30:00Z",
    "2026-02-28T10:00:00Z, 24, 2026-03-01T10:00:00Z",
    "2028-02-28T10:00:00Z, 24, 2028-02-29T10:00:00Z",
    "2028-02-29T10:00:00Z, 24, 2028-03-01T10:00:00Z",
    "2026-04-30T20:00:00Z,  4, 2026-05-01T00:00:00Z",
    "2026-12-31T10:00:00Z, 24, 2027-01-01T10:00:00Z",
    "2026-12-31T16:00:00Z,  4, 2026-12-31T20:00:00Z",
  })
  void calendar_hours_run_through_nights_month_ends_and_leap_days(
      Instant start, long hours, Instant due) {
    Deadline deadline = Deadline.of(round(start, Duration.ofHours(hours)), List.of());
    assertThat(deadline.due()).isEqualTo(due);
    assertThat(deadline.lines())
        .containsExactly(new Line(Reason.HOURS, Duration.ofHours(hours), start));
    assertThat(deadline.paused()).isFalse();
  }

  @Test
  void a_pause_before_the_due_time_moves_it_by_its_length() {
    Deadline deadline = day(pause(2, 5));
    assertThat(deadline.due()).isEqualTo(at(27));
    assertThat(deadline.lines())
        .containsExactly(
            new Line(Reason.HOURS, Duration.ofHours(24), START),
            new Line(Reason.CLARIFICATION, Duration.ofHours(3), at(2)));
  }

  @Test
  void a_pause_across_the_due_time_counts_whole() {
    assertThat(day(pause(23, 30)).due()).isEqualTo(at(31));
  }

  @Test
  void a_pause_from_the_due_time_on_changes_nothing() {
    assertThat(day(pause(24, 30)).due()).isEqualTo(at(24));
    assertThat(day(pause(30, 40)).due()).isEqualTo(at(24));
    assertThat(day(open(24)).paused()).isFalse();
    assertThat(day(open(25)).due()).isEqualTo(at(24));
  }

  @Test
  void a_pause_counts_where_an_earlier_one_moved_the_due_time_behind_it() {
    assertThat(day(pause(2, 5), pause(25, 26)).due()).isEqualTo(at(28));
  }

  @Test
  void overlapping_pauses_count_once() {
    Deadline deadline = day(pause(2, 6), pause(4, 8), pause(5, 7));
    assertThat(deadline.due()).isEqualTo(at(30));
    assertThat(deadline.lines()).hasSize(3);
  }

  @Test
  void two_pauses_in_a_row_count_both() {
    assertThat(day(pause(2, 3), pause(3, 5)).due()).isEqualTo(at(27));
  }

  @Test
  void the_order_in_which_pauses_are_told_does_not_matter() {
    assertThat(day(pause(10, 12), pause(2, 3))).isEqualTo(day(pause(2, 3), pause(10, 12)));
  }

  @Test
  void an_open_pause_shows_the_due_time_as_it_stood_when_it_began() {
    Deadline deadline = day(pause(2, 3), open(5));
    assertThat(deadline.paused()).isTrue();
    assertThat(deadline.due()).isEqualTo(at(25));
  }

  @Test
  void a_pause_of_no_length_adds_no_line() {
    assertThat(day(pause(5, 5)).lines()).hasSize(1);
  }

  @Test
  void what_lay_before_the_round_does_not_count() {
    assertThat(day(pause(-3, 2)).due()).isEqualTo(at(26));
    assertThat(day(pause(-3, -1)).due()).isEqualTo(at(24));
  }

  @Test
  void a_pause_cannot_end_before_it_begins() {
    assertThatThrownBy(() -> pause(5, 4)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Against a clock that ticks by the minute and stands still in pauses. */
  @Test
  void the_lines_add_up_to_the_due_time_and_the_due_time_is_that_of_a_ticking_clock() {
    Random random = new Random(20260302);
    for (int n = 0; n < 3000; n++) {
      Round round = round(START, Duration.ofMinutes(1 + random.nextInt(90)));
      List<Pause> pauses = new ArrayList<>();
      int last = 0;
      for (int i = random.nextInt(6); i > 0; i--) {
        int from = random.nextInt(160) - 20;
        last = Math.max(last, from);
        pauses.add(new Pause(minute(from), Optional.of(minute(from + random.nextInt(40)))));
      }
      if (random.nextInt(4) == 0) {
        pauses.add(new Pause(minute(last + 1 + random.nextInt(30)), Optional.empty()));
      }
      Deadline deadline = Deadline.of(round, pauses);
      Duration sum =
          deadline.lines().stream().map(Line::added).reduce(Duration.ZERO, Duration::plus);
      assertThat(START.plus(sum)).as("%s %s", round, pauses).isEqualTo(deadline.due());
      assertThat(deadline.due()).as("%s %s", round, pauses).isEqualTo(ticking(round, pauses));
      assertThat(deadline.lines()).allMatch(line -> line.added().isPositive());
    }
  }

  private static Instant ticking(Round round, List<Pause> pauses) {
    Instant now = round.startedAt();
    long left = round.span().toMinutes();
    while (left > 0) {
      Instant at = now;
      boolean closed =
          pauses.stream()
              .anyMatch(p -> !p.from().isAfter(at) && p.to().filter(at::isBefore).isPresent());
      boolean open = pauses.stream().anyMatch(p -> !p.from().isAfter(at) && p.to().isEmpty());
      if (!closed && open) {
        return now.plus(Duration.ofMinutes(left));
      }
      left -= closed ? 0 : 1;
      now = now.plus(Duration.ofMinutes(1));
    }
    return now;
  }

  private static Deadline day(Pause... pauses) {
    return Deadline.of(round(START, Duration.ofHours(24)), List.of(pauses));
  }

  private static Round round(Instant start, Duration span) {
    return new Round(1, RoundCause.SENT, start, span);
  }

  private static Pause pause(int from, int to) {
    return new Pause(at(from), Optional.of(at(to)));
  }

  private static Pause open(int from) {
    return new Pause(at(from), Optional.empty());
  }

  private static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  private static Instant minute(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }
}
