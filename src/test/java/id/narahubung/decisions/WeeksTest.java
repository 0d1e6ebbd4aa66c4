package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.decisions.Weeks.Count;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Twelve weeks of a platform, counted and drawn. */
final class WeeksTest {

  /** A Tuesday. */
  private static final LocalDate TODAY = LocalDate.of(2018, 7, 10);

  private final Words words = new Words(new Messages(), Language.EN, Words.WIB);

  @Property(tries = 200)
  void every_day_of_twelve_weeks_counts_once(@ForAll("days") Map<LocalDate, Count> days) {
    Weeks weeks = Weeks.of(TODAY, days, Map.of());
    assertThat(weeks.rows()).hasSize(12);
    assertThat(weeks.rows().getLast().monday()).isEqualTo(LocalDate.of(2018, 7, 9));
    int inside =
        days.entrySet().stream()
            .filter(day -> !day.getKey().isBefore(Weeks.first(TODAY)))
            .mapToInt(day -> day.getValue().of())
            .sum();
    assertThat(weeks.rows().stream().mapToInt(Weeks.Week::due).sum()).isEqualTo(inside);
  }

  @Provide
  Arbitrary<Map<LocalDate, Count>> days() {
    Arbitrary<Count> count =
        Combinators.combine(
                Arbitraries.integers().between(0, 40), Arbitraries.integers().between(0, 40))
            .as((one, other) -> new Count(Math.max(one, other), Math.min(one, other)));
    return Arbitraries.maps(Arbitraries.integers().between(0, 100).map(TODAY::minusDays), count);
  }

  @Example
  void a_bar_is_as_high_as_its_share_and_the_table_says_what_it_stands_for() {
    assertThat(WeeksPlot.of(words, Weeks.of(TODAY, Map.of(), Map.of()))).isEmpty();
    Weeks weeks =
        Weeks.of(
            TODAY,
            Map.of(TODAY, new Count(40, 30)),
            Map.of(TODAY.minusDays(7), new Count(4, 4), TODAY.minusDays(8), new Count(4, 0)));
    WeeksPlot plot = WeeksPlot.of(words, weeks).orElseThrow();
    assertThat(plot.claimed())
        .singleElement()
        .satisfies(b -> assertThat(b.height()).isEqualTo("120.0"));
    assertThat(plot.found())
        .singleElement()
        .satisfies(b -> assertThat(b.height()).isEqualTo("80.0"));
    assertThat(plot.rows()).hasSize(12);
    assertThat(plot.rows().getLast())
        .isEqualTo(new WeeksPlot.Row("9 Jul 2018", "40", "30 (75%)", "0", "–"));
    assertThat(plot.rows().get(10).gone()).isEqualTo("4 (50%)");
    assertThat(plot.label()).contains("30 of 40", "4 of 8");
  }
}
