package id.narahubung.figures;

import id.narahubung.figures.FigurePlot.Drawn;
import id.narahubung.figures.FigurePlot.Way;
import id.narahubung.figures.FiguresPage.Card;
import id.narahubung.figures.FiguresPage.Cell;
import id.narahubung.figures.FiguresPage.Row;
import id.narahubung.requests.Address;
import id.narahubung.text.Words;
import id.narahubung.web.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes the cards of measures, the same on the page of figures and on a scorecard. */
final class FigureCards {

  private final Words words;
  private final FigureWording wording;
  private final OptionalLong company;
  private final String category;

  FigureCards(Words words, OptionalLong company, String category) {
    this.words = words;
    this.wording = new FigureWording(words);
    this.company = company;
    this.category = category;
  }

  /** The address of the rows behind a figure of a week, or of the week that runs ('now'). */
  static Address rows(Figure.Key of, String week) {
    return Address.of("/figures/rows", Form.empty(), List.of())
        .with("measure", of.measure().code())
        .with("week", week)
        .with("company", of.company().isPresent() ? Long.toString(of.company().getAsLong()) : "")
        .with("category", of.category())
        .with("part", of.part());
  }

  Cell cell(Figure figure, Week week) {
    return new Cell(wording.value(figure), hrefOf(figure, week));
  }

  Cell brief(Figure figure, Week week) {
    return new Cell(wording.brief(figure), hrefOf(figure, week));
  }

  static String hrefOf(Figure figure, Week week) {
    return figure.numerator() == 0 && figure.denominator() == 0
        ? ""
        : rows(figure.of(), week.code()).toString();
  }

  Figure.Key key(Measure measure) {
    return new Figure.Key(measure, company, category, "");
  }

  /**
   * A measure over the weeks.
   *
   * @param weeks the oldest first, at least one
   */
  Card card(Measure measure, Map<Week, FigureSet> weeks) {
    Optional<Measure> urgent =
        Arrays.stream(Measure.values())
            .filter(each -> each.isUrgent() && each.whole() == measure)
            .findFirst();
    List<Drawn> drawn = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<Week, FigureSet> each : weeks.entrySet()) {
      Week week = each.getKey();
      Figure figure = each.getValue().of(key(measure));
      Optional<Figure> ofUrgent = urgent.map(it -> each.getValue().of(key(it)));
      drawn.add(
          new Drawn(
              week,
              figure,
              ofUrgent,
              way(figure, "figures.point", week),
              ofUrgent
                  .map(it -> way(it, "figures.point.urgent", week))
                  .orElseGet(() -> way(figure, "figures.point", week))));
      List<Cell> cells = new ArrayList<>(cells(figure, week));
      ofUrgent.ifPresent(it -> cells.add(cell(it, week)));
      rows.addFirst(new Row(wording.week(week), cells));
    }
    Drawn last = drawn.getLast();
    boolean anything =
        drawn.stream()
            .anyMatch(each -> each.figure().numerator() > 0 || each.figure().denominator() > 0);
    return new Card(
        measure.code(),
        wording.name(measure),
        wording.means(measure),
        wording.value(last.figure()),
        hrefOf(last.figure(), last.week()),
        drawn.size() > 1 && drawn.get(drawn.size() - 2).figure().known()
            ? words.say("figures.before", wording.value(drawn.get(drawn.size() - 2).figure()))
            : "",
        anything
            ? Optional.of(FigurePlot.of(words, wording.name(measure), drawn))
            : Optional.empty(),
        anything ? keyOf(measure, urgent.isPresent()) : "",
        heads(measure, urgent.isPresent()),
        rows);
  }

  private Way way(Figure figure, String key, Week week) {
    return new Way(
        rows(figure.of(), week.code()).toString(),
        words.say(key, words.date(week.monday()), wording.value(figure)));
  }

  private String keyOf(Measure measure, boolean urgent) {
    return switch (measure.shape()) {
      case COUNT, STOCK -> urgent ? words.say("figures.key.bars.urgent") : "";
      case SHARE -> urgent ? words.say("figures.key.line.urgent") : "";
      case SAMPLE -> words.say("figures.key.sample");
      case TIME -> words.say("figures.key.time");
    };
  }

  private List<String> heads(Measure measure, boolean urgent) {
    List<String> heads = new ArrayList<>();
    switch (measure.shape()) {
      case COUNT, STOCK -> heads.add(words.say("figures.head.number"));
      case SHARE, SAMPLE -> {
        heads.add(words.say("figures.head.above"));
        heads.add(words.say("figures.head.below"));
        heads.add(words.say("figures.head.share"));
        if (measure.shape() == Measure.Shape.SAMPLE) {
          heads.add(words.say("figures.head.interval"));
        }
      }
      case TIME -> {
        heads.add(words.say("figures.head.items"));
        heads.add(words.say("figures.head.median"));
        heads.add(words.say("figures.head.p90"));
      }
    }
    if (urgent) {
      heads.add(words.say("figures.head.urgent"));
    }
    return heads;
  }

  private List<Cell> cells(Figure figure, Week week) {
    String href = hrefOf(figure, week);
    if (!figure.known()) {
      return Collections.nCopies(
          heads(figure.measure(), false).size(), new Cell(FigureWording.NOTHING, ""));
    }
    return switch (figure.measure().shape()) {
      case COUNT, STOCK -> List.of(new Cell(words.number(figure.numerator()), href));
      case SHARE, SAMPLE -> {
        List<Cell> cells = new ArrayList<>();
        cells.add(
            new Cell(
                words.number(figure.numerator()),
                figure.numerator() == 0
                    ? ""
                    : rows(figure.of(), week.code()).with("counted", "yes").toString()));
        cells.add(new Cell(words.number(figure.denominator()), href));
        cells.add(new Cell(wording.brief(figure), ""));
        if (figure.measure().shape() == Measure.Shape.SAMPLE) {
          cells.add(
              new Cell(figure.interval().map(wording::interval).orElse(FigureWording.NOTHING), ""));
        }
        yield cells;
      }
      case TIME ->
          List.of(
              new Cell(words.number(figure.numerator()), href),
              new Cell(wording.duration(figure.median()), ""),
              new Cell(wording.duration(figure.p90()), ""));
    };
  }
}
