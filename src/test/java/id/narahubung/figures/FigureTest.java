package id.narahubung.figures;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.figures.FigurePlot.Drawn;
import id.narahubung.figures.FigurePlot.Way;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a figure says, and how its weeks are drawn. */
final class FigureTest {

  private static final Week WEEK = Week.of("2026-W10");

  private final Words words = new Words(new Messages(), Language.EN, Words.WIB);
  private final FigureWording wording = new FigureWording(words);

  @Test
  void a_share_is_never_rounded_to_all_or_nothing() {
    assertThat(wording.percent(0.9996)).isEqualTo("99.9%");
    assertThat(wording.percent(0.0001)).isEqualTo("0.1%");
    assertThat(wording.percent(1)).isEqualTo("100%");
    assertThat(wording.percent(0)).isEqualTo("0%");
  }

  @Test
  void a_sample_comes_with_its_interval_and_nothing_is_no_share() {
    assertThat(wording.value(share(Measure.VERIFIED, 30, 31)))
        .isEqualTo("30 of 31 (96.8%; interval 83.8%–99.4%)");
    assertThat(wording.value(share(Measure.ON_TIME, 38, 40))).isEqualTo("38 of 40 (95%)");
    assertThat(wording.value(share(Measure.ON_TIME, 0, 0))).isEqualTo("–");
  }

  @Test
  void what_happened_in_weeks_adds_up() {
    Figure both = Figure.sum(List.of(share(Measure.ON_TIME, 1, 4), share(Measure.ON_TIME, 3, 4)));
    assertThat(both.share()).hasValue(0.5);
  }

  @Test
  void what_was_not_counted_is_not_zero() {
    Figure.Key key = Figure.Key.of(Measure.COMMITMENTS, OptionalLong.empty());
    Figure unknown = Figure.unknown(key);
    assertThat(wording.value(Figure.none(key))).isEqualTo("0");
    assertThat(List.of(wording.value(unknown), wording.brief(unknown))).containsOnly("–");
    assertThat(Figure.sum(List.of(unknown, unknown)).known()).isFalse();
    assertThat(Figure.sum(List.of(unknown, Figure.none(key))).known()).isTrue();
    FigureSet older =
        new FigureSet(Period.of(WEEK), List.of(), EnumSet.range(Measure.SENT, Measure.OPEN));
    assertThat(older.of(key).known()).isFalse();
    assertThat(older.total(Measure.OPEN).known()).isTrue();
    FiguresPage.Card card =
        new FigureCards(words, OptionalLong.empty(), "")
            .card(Measure.COMMITMENTS, Map.of(WEEK, older));
    assertThat(card.value()).isEqualTo("–");
    assertThat(card.rows().getFirst().cells()).containsExactly(new FiguresPage.Cell("–", "", ""));
  }

  @Test
  void what_is_urgent_leads_to_its_own_rows() {
    FigurePlot bars =
        FigurePlot.of(words, "Open", List.of(urgent(Measure.OPEN, Measure.OPEN_URGENT)));
    assertThat(bars.bars()).extracting(FigurePlot.Bar::href).containsExactly("/figures/rows");
    assertThat(bars.urgent())
        .extracting(FigurePlot.Bar::href)
        .containsExactly("/figures/rows?urgent");
    FigurePlot line =
        FigurePlot.of(words, "On time", List.of(urgent(Measure.ON_TIME, Measure.ON_TIME_URGENT)));
    assertThat(line.seconds())
        .extracting(FigurePlot.Point::href)
        .containsExactly("/figures/rows?urgent");
  }

  private static Drawn urgent(Measure all, Measure urgent) {
    Drawn drawn = drawn(0, share(all, 3, 4));
    return new Drawn(
        WEEK, drawn.figure(), Optional.of(share(urgent, 1, 2)), drawn.way(), drawn.secondWay());
  }

  @Test
  void a_week_without_anything_breaks_the_line_and_has_no_point() {
    FigurePlot plot =
        FigurePlot.of(
            words,
            "On time",
            List.of(
                drawn(0, share(Measure.ON_TIME, 1, 2)),
                drawn(1, share(Measure.ON_TIME, 2, 2)),
                drawn(2, share(Measure.ON_TIME, 0, 0)),
                drawn(3, share(Measure.ON_TIME, 0, 5))));
    assertThat(plot.points()).hasSize(3);
    assertThat(plot.line()).startsWith("M").containsOnlyOnce("L");
    assertThat(plot.line().chars().filter(each -> each == 'M')).hasSize(2);
    assertThat(plot.points().getLast().y()).isEqualTo("176.0");
  }

  @Test
  void numbers_are_bars_on_a_scale_of_round_steps() {
    FigurePlot plot = FigurePlot.of(words, "Open", List.of(drawn(0, share(Measure.OPEN, 37, 0))));
    assertThat(plot.axis()).extracting(FigurePlot.Text::text).contains("0", "10", "40");
    assertThat(plot.bars()).singleElement().extracting(FigurePlot.Bar::height).isEqualTo("148.0");
    assertThat(plot.line()).isEmpty();
  }

  private static Drawn drawn(int later, Figure figure) {
    return new Drawn(
        WEEK.earlier(-later),
        figure,
        Optional.empty(),
        new Way("/figures/rows", ""),
        new Way("/figures/rows?urgent", ""));
  }

  private static Figure share(Measure measure, int above, int below) {
    return new Figure(
        Figure.Key.of(measure, OptionalLong.empty()),
        above,
        below,
        OptionalInt.empty(),
        OptionalInt.empty());
  }
}
