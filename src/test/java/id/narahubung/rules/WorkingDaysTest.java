package id.narahubung.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkingDaysTest {

  /** Eid of 2026: joint leave on Friday, Monday and Tuesday, and the Day of Silence before. */
  private final WorkingDays days =
      new WorkingDays(
          Set.of(
              LocalDate.of(2026, 3, 18),
              LocalDate.of(2026, 3, 19),
              LocalDate.of(2026, 3, 20),
              LocalDate.of(2026, 3, 21),
              LocalDate.of(2026, 3, 22),
              LocalDate.of(2026, 3, 23),
              LocalDate.of(2026, 3, 24),
              LocalDate.of(2027, 1, 1)));

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, 1, 2026-03-03", // Monday to Tuesday
    "2026-03-06, 1, 2026-03-09", // Friday to Monday
    "2026-03-07, 1, 2026-03-09", // Saturday counts no more than Friday
    "2026-03-02, 5, 2026-03-09",
    "2026-03-17, 1, 2026-03-25", // over Eid
    "2026-03-13, 5, 2026-03-27",
    "2026-12-31, 1, 2027-01-04", // over New Year
    "2028-02-28, 1, 2028-02-29",
  })
  void closed_days_do_not_count(LocalDate from, int count, LocalDate last) {
    assertThat(days.after(from, count)).isEqualTo(last);
  }

  @Test
  void a_term_of_days_ends_with_the_last_second_of_the_last_day_in_jakarta() {
    assertThat(days.endOf(Instant.parse("2026-03-02T16:59:59Z"), 1))
        .as("still Monday there")
        .isEqualTo("2026-03-03T16:59:59Z");
    assertThat(days.endOf(Instant.parse("2026-03-02T17:00:00Z"), 1))
        .as("already Tuesday there")
        .isEqualTo("2026-03-04T16:59:59Z");
  }

  @Test
  void no_day_at_all_is_no_term() {
    assertThatThrownBy(() -> days.after(LocalDate.of(2026, 3, 2), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_letter_gives_the_hours_of_the_order_hours_of_its_own_or_working_days() {
    Instant from = Instant.parse("2026-03-06T03:00:00Z");
    Duration ordered = Duration.ofHours(4);
    assertThat(Term.of(null, null).end(from, ordered, days)).isEqualTo("2026-03-06T07:00:00Z");
    assertThat(Term.of(90, null).end(from, ordered, days)).isEqualTo("2026-03-06T04:30:00Z");
    assertThat(Term.of(null, 5).end(from, ordered, days)).isEqualTo("2026-03-13T16:59:59Z");
  }
}
