package id.narahubung.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Weeks by the ministry's clock. */
final class WeekTest {

  @Test
  void a_week_begins_on_monday_at_midnight_in_jakarta() {
    Week week = Week.of("2018-W27");
    assertThat(week.from()).isEqualTo("2018-07-01T17:00:00Z");
    assertThat(week.to()).isEqualTo("2018-07-08T17:00:00Z");
    assertThat(Week.containing(week.from())).isEqualTo(week);
    assertThat(Week.containing(week.to())).isEqualTo(week.next());
    assertThat(Week.containing(Instant.parse("2018-07-01T16:59:59.999999Z")))
        .isEqualTo(week.previous());
  }

  @Test
  void the_years_end_belongs_to_the_year_that_has_more_of_the_week() {
    assertThat(Week.containing(Instant.parse("2018-12-31T05:00:00Z")).code()).isEqualTo("2019-W01");
    assertThat(Week.of("2020-W53").next().code()).isEqualTo("2021-W01");
    assertThat(Week.of("2021-W01").previous().code()).isEqualTo("2020-W53");
  }

  @Test
  void what_is_no_week_is_none() {
    for (String code : new String[] {"2018-W54", "2021-W53", "2018-W00", "2018-27", "", "W27"}) {
      assertThat(Week.find(code)).as(code).isEmpty();
    }
  }
}
