package id.narahubung.figures;

import id.narahubung.access.NotFound;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.figures.FiguresPage.Cell;
import id.narahubung.text.Words;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A company's measures, week by week: it reads the page that the ministry reads. */
final class ScorecardPages {

  private static final List<Measure> PLOTTED =
      List.of(Measure.OVERDUE, Measure.ON_TIME, Measure.ANSWER_TIME, Measure.VERIFIED);

  private static final int WEEKS = 13;

  private final Database db;
  private final Pages pages;
  private final Figures figures;

  ScorecardPages(Database db, Pages pages, Figures figures) {
    this.db = db;
    this.pages = pages;
    this.figures = figures;
  }

  /** The same page for the company and for the ministry. */
  void show(Context ctx) {
    String id = ctx.pathParam("company");
    if (!id.matches("[0-9]{1,18}")) {
      throw new NotFound("company");
    }
    Reader reader = Reader.of(ctx);
    pages.show(
        ctx,
        "figures/scorecard",
        db.as(
            reader.viewer(), tx -> page(tx, reader.words(), reader.viewer(), Long.parseLong(id))));
  }

  private ScorecardPage page(Tx tx, Words words, PersonViewer viewer, long company) {
    String name = FigurePages.nameOf(figures.companies(tx), company);
    OptionalLong whose = OptionalLong.of(company);
    List<FrozenWeek> frozen = figures.frozen(tx, WEEKS);
    Map<Week, FigureSet> weeks = figures.ofWeeks(tx, whose, "", FigurePages.oldestFirst(frozen));
    FigureCards cards = new FigureCards(words, whose, "");
    List<String> heads =
        weeks.isEmpty() ? List.of() : heads(words, FigurePages.oldestFirst(frozen));
    return new ScorecardPage(
        words.say("scorecard.title", name),
        new FigureWording(words).about(frozen),
        name,
        viewer.side() == Side.MINISTRY ? "/figures?company=" + company : "/figures",
        heads,
        weeks.isEmpty()
            ? List.of()
            : Stream.of(Side.COMPANY, Side.MINISTRY)
                .map(
                    side ->
                        new ScorecardPage.Block(
                            words.say(
                                "scorecard.of." + (side == Side.COMPANY ? "company" : "ministry")),
                            Measure.of(side).stream()
                                .map(measure -> line(words, cards, measure, weeks, heads))
                                .toList()))
                .toList(),
        weeks.isEmpty()
            ? List.of()
            : PLOTTED.stream().map(each -> cards.card(each, weeks)).toList(),
        weeks.isEmpty() ? "" : "/exports/figures?company=" + company + "&format=");
  }

  private static List<String> heads(Words words, List<Week> weeks) {
    List<String> heads = new ArrayList<>();
    heads.add(weeks.getLast().code());
    if (weeks.size() > 1) {
      heads.add(weeks.get(weeks.size() - 2).code());
      heads.add(words.say("figures.weeks.together", weeks.size()));
    }
    return heads;
  }

  private static ScorecardPage.Line line(
      Words words,
      FigureCards cards,
      Measure measure,
      Map<Week, FigureSet> weeks,
      List<String> heads) {
    List<Week> all = List.copyOf(weeks.keySet());
    List<Figure> counted = weeks.values().stream().map(set -> set.of(cards.key(measure))).toList();
    List<Cell> cells = new ArrayList<>();
    cells.add(cards.cell(counted.getLast(), all.getLast()).under(heads.getFirst()));
    if (all.size() > 1) {
      cells.add(
          cards.cell(counted.get(all.size() - 2), all.get(all.size() - 2)).under(heads.get(1)));
      cells.add(new Cell(together(words, measure, counted), "", heads.getLast()));
    }
    return new ScorecardPage.Line(
        new FigureWording(words).name(measure), new FigureWording(words).means(measure), cells);
  }

  /** Neither what stood at each end nor medians add up to anything. */
  private static String together(Words words, Measure measure, List<Figure> weeks) {
    return measure.isOfTheEnd() || measure.shape() == Measure.Shape.TIME
        ? FigureWording.NOTHING
        : new FigureWording(words).value(Figure.sum(weeks));
  }
}
