package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.decisions.Weeks.Count;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What fell due along the band of a platform's access, cut up and drawn. */
final class StretchesTest {

  /** A Tuesday. */
  private static final LocalDate FROM = LocalDate.of(2018, 7, 3);

  private final Words words = new Words(new Messages(), Language.EN, Words.WIB);

  @Test
  void a_year_is_cut_into_whole_weeks_and_more_into_whole_months() {
    Map<LocalDate, Count> due =
        Map.of(
            LocalDate.of(2018, 7, 2), new Count(4, 1),
            LocalDate.of(2018, 7, 8), new Count(6, 5),
            LocalDate.of(2018, 7, 9), new Count(2, 2));
    Stretches weeks = Stretches.of(FROM, FROM.plusDays(8), due);
    assertThat(weeks.monthly()).isFalse();
    assertThat(weeks.rows())
        .as("the first from its Monday on, the last to its Sunday")
        .containsExactly(
            new Stretches.Stretch(
                LocalDate.of(2018, 7, 2), LocalDate.of(2018, 7, 9), new Count(10, 6)),
            new Stretches.Stretch(
                LocalDate.of(2018, 7, 9), LocalDate.of(2018, 7, 16), new Count(2, 2)));
    assertThat(weeks.most()).isEqualTo(10);
    assertThat(Stretches.end(FROM, FROM.plusDays(8))).isEqualTo(weeks.rows().getLast().next());
    Stretches months = Stretches.of(FROM, FROM.plusMonths(14), due);
    assertThat(months.monthly()).isTrue();
    assertThat(months.rows()).hasSize(15);
    assertThat(Stretches.end(FROM, FROM.plusMonths(14))).isEqualTo(months.rows().getLast().next());
    assertThat(months.rows().getFirst())
        .isEqualTo(
            new Stretches.Stretch(
                LocalDate.of(2018, 7, 1), LocalDate.of(2018, 8, 1), new Count(12, 8)));
  }

  @Test
  void of_very_many_the_last_weeks_alone_are_drawn_and_told() {
    Stretches last = Stretches.last(Weeks.of(FROM, Map.of(FROM, new Count(7, 5)), Map.of()));
    assertThat(last.rows()).hasSize(Weeks.COUNT);
    AccessTimeline line =
        new AccessTimeline(
            Instant.parse("2018-07-01T17:00:00Z"),
            Instant.parse("2018-07-03T17:00:00Z"),
            List.of());
    AccessBand.Strip strip =
        new AccessBandMaker(words)
            .draw(
                AccessHistory.of(List.of(), Instant.EPOCH),
                line,
                last,
                Optional.empty(),
                line.until())
            .strip()
            .orElseThrow();
    assertThat(strip.key()).contains("last twelve weeks alone", "at most 7");
    assertThat(strip.rows()).containsExactly(new AccessBand.Row("2 Jul 2018", "7", "5 (71%)"));
    AccessTimeline before =
        new AccessTimeline(
            Instant.parse("2018-05-01T17:00:00Z"),
            Instant.parse("2018-07-01T16:00:00Z"),
            List.of());
    assertThat(
            new AccessBandMaker(words)
                .draw(
                    AccessHistory.of(List.of(), Instant.EPOCH),
                    before,
                    last,
                    Optional.empty(),
                    line.until())
                .strip())
        .as("the band ended before that week")
        .isEmpty();
  }

  @Test
  void a_bar_stands_on_the_time_of_the_band_and_as_high_as_what_fell_due() {
    AccessHistory none = AccessHistory.of(List.of(), Instant.EPOCH);
    Instant from = Instant.parse("2018-07-01T17:00:00Z");
    Instant until = Instant.parse("2018-07-21T17:00:00Z");
    AccessTimeline line = new AccessTimeline(from, until, List.of());
    AccessBand.Strip strip =
        new AccessBandMaker(words)
            .draw(
                none,
                line,
                Stretches.of(
                    LocalDate.of(2018, 7, 2),
                    LocalDate.of(2018, 7, 22),
                    Map.of(
                        LocalDate.of(2018, 7, 4), new Count(40, 10),
                        LocalDate.of(2018, 7, 20), new Count(20, 0))),
                Optional.empty(),
                until)
            .strip()
            .orElseThrow();
    assertThat(strip.bars())
        .containsExactly(
            new AccessBand.Bar(
                "0.0",
                "350.0",
                new AccessBand.Part("0.0", "48.0"),
                new AccessBand.Part("36.0", "12.0"),
                "From 2 Jul 2018: 40 items fell due, 10 answered in time"),
            new AccessBand.Bar(
                "700.0",
                "300.0",
                new AccessBand.Part("24.0", "24.0"),
                new AccessBand.Part("48.0", "0.0"),
                "From 16 Jul 2018: 20 items fell due, 0 answered in time"));
    assertThat(strip.rows())
        .containsExactly(
            new AccessBand.Row("16 Jul 2018", "20", "0 (0%)"),
            new AccessBand.Row("2 Jul 2018", "40", "10 (25%)"));
    assertThat(strip.label()).contains("10 of 60");
    assertThat(
            new AccessBandMaker(words)
                .draw(none, line, Stretches.of(FROM, FROM, Map.of()), Optional.empty(), until)
                .strip())
        .as("nothing fell due")
        .isEmpty();
  }
}
