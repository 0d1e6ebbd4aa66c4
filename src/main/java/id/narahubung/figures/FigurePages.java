package id.narahubung.figures;

import static id.narahubung.access.Permission.VIEW_REQUESTS;

import id.narahubung.access.NotFound;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.figures.FiguresPage.Card;
import id.narahubung.figures.FiguresPage.Cell;
import id.narahubung.requests.Address;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.text.Words;
import id.narahubung.web.Download;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Filters;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The frozen weeks as plots and tables, a company's scorecard, and how everything is counted. */
public final class FigurePages {

  /** What companies are compared by. */
  private static final List<Measure> COMPARED =
      List.of(
          Measure.OPEN,
          Measure.OVERDUE,
          Measure.ON_TIME,
          Measure.ANSWER_TIME,
          Measure.VERIFIED,
          Measure.MINISTRY_ERROR);

  private static final List<Measure> ON_SCORECARD =
      List.of(Measure.OVERDUE, Measure.ON_TIME, Measure.ANSWER_TIME, Measure.VERIFIED);

  private static final int SCORECARD_WEEKS = 13;

  private final Database db;
  private final Pages pages;
  private final Figures figures;
  private final RuleStore rules;

  FigurePages(Database db, Pages pages, Figures figures, RuleStore rules) {
    this.db = db;
    this.pages = pages;
    this.figures = figures;
    this.rules = rules;
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    pages.show(
        ctx,
        "figures/show",
        db.as(reader.viewer(), tx -> page(tx, reader.words(), reader.viewer(), query)));
  }

  private FiguresPage page(Tx tx, Words words, PersonViewer viewer, Form query) {
    FigureFilter filter = FigureFilter.of(viewer, query);
    Map<Long, String> companies = figures.companies(tx);
    filter.company().ifPresent(id -> nameOf(companies, id));
    RuleSet set = rules.inForce(tx);
    List<FrozenWeek> frozen = figures.frozen(tx, filter.weeks());
    Map<Week, FigureSet> weeks =
        figures.ofWeeks(tx, filter.company(), filter.category(), oldestFirst(frozen));
    FigureCards cards = new FigureCards(words, filter.company(), filter.category());
    return new FiguresPage(
        words.say("figures.title"),
        about(words, frozen),
        filter.company().isPresent() ? "/figures/scorecard/" + filter.company().getAsLong() : "",
        filters(words, query, viewer, companies, set),
        weeks.isEmpty() ? List.of() : cards(cards, filter, weeks),
        weeks.isEmpty() ? List.of() : parts(words, set, filter, weeks),
        frozen.isEmpty() || filter.company().isPresent()
            ? List.of()
            : companies(tx, words, companies, filter.category(), frozen.getFirst().week()),
        COMPARED.stream().map(new FigureWording(words)::name).toList(),
        weeks.isEmpty()
            ? ""
            : Address.of("/exports/figures", query, FigureFilter.NAMES).toDownload());
  }

  private static String nameOf(Map<Long, String> companies, long id) {
    return Optional.ofNullable(companies.get(id)).orElseThrow(() -> new NotFound("company " + id));
  }

  private static List<Week> oldestFirst(List<FrozenWeek> frozen) {
    return frozen.reversed().stream().map(FrozenWeek::week).toList();
  }

  private static String about(Words words, List<FrozenWeek> frozen) {
    if (frozen.isEmpty()) {
      return "";
    }
    FrozenWeek last = frozen.getFirst();
    return words.say(
        last.late() ? "figures.about.late" : "figures.about",
        new FigureWording(words).week(last.week()),
        words.instant(last.week().to()),
        words.instant(last.frozenAt()));
  }

  private static List<Field> filters(
      Words words, Form query, PersonViewer viewer, Map<Long, String> companies, RuleSet set) {
    Filters filters = new Filters(words, query, "figures.filter.");
    FigureWording wording = new FigureWording(words);
    List<Field> all = new ArrayList<>();
    if (viewer.side() == Side.MINISTRY) {
      all.add(
          filters.select(
              "company",
              companies.entrySet().stream()
                  .map(
                      each ->
                          filters.choice("company", Long.toString(each.getKey()), each.getValue()))
                  .toList()));
    }
    all.add(
        filters.select(
            "category",
            set.categories().stream()
                .map(each -> filters.choice("category", each.code(), words.label(each.label())))
                .toList()));
    all.add(
        filters.select(
            "measure",
            Arrays.stream(Measure.values())
                .filter(each -> !each.isUrgent())
                .map(each -> filters.choice("measure", each.code(), wording.name(each)))
                .toList()));
    FigureFilter chosen = FigureFilter.of(viewer, query);
    all.add(
        new Field(
            "weeks",
            words.say("figures.filter.weeks"),
            "",
            Integer.toString(chosen.weeks()),
            "",
            false,
            FigureFilter.WEEKS.stream()
                .map(
                    each ->
                        new Choice(
                            Integer.toString(each),
                            words.say("figures.weeks", each),
                            "",
                            chosen.weeks() == each))
                .toList()));
    return all;
  }

  private static List<Card> cards(
      FigureCards cards, FigureFilter filter, Map<Week, FigureSet> weeks) {
    return filter
        .measure()
        .map(Measure::whole)
        .map(Stream::of)
        .orElseGet(() -> Arrays.stream(Measure.values()).filter(each -> !each.isUrgent()))
        .map(each -> cards.card(each, weeks))
        .toList();
  }

  /** What is open by age, and what was answered and why it was refused in the last week. */
  private static List<FiguresPage.Parts> parts(
      Words words, RuleSet set, FigureFilter filter, Map<Week, FigureSet> weeks) {
    if (!filter.category().isEmpty()) {
      return List.of();
    }
    Week last = List.copyOf(weeks.keySet()).getLast();
    FigureSet figures = List.copyOf(weeks.values()).getLast();
    FigureWording wording = new FigureWording(words);
    return Stream.of(Measure.OPEN, Measure.ANSWERED, Measure.REFUSED)
        .filter(each -> filter.measure().map(it -> it.whole() == each).orElse(true))
        .map(
            measure ->
                new FiguresPage.Parts(
                    "parts-" + measure.code(),
                    words.say("figures.parts." + measure.code(), wording.week(last)),
                    parts(words, wording, set, figures.parts(measure, filter.company()), last)))
        .filter(each -> !each.rows().isEmpty())
        .toList();
  }

  private static List<FiguresPage.Part> parts(
      Words words, FigureWording wording, RuleSet set, List<Figure> figures, Week week) {
    int most = figures.stream().mapToInt(Figure::numerator).max().orElse(1);
    return figures.stream()
        .map(
            each ->
                new FiguresPage.Part(
                    wording.part(set, each.measure(), each.of().part()),
                    words.number(each.numerator()),
                    FigureCards.hrefOf(each, week),
                    Integer.toString(Math.max(1, Math.round(100f * each.numerator() / most)))))
        .toList();
  }

  private List<FiguresPage.Company> companies(
      Tx tx, Words words, Map<Long, String> names, String category, Week week) {
    FigureSet all = figures.byCompany(tx, week, category, COMPARED);
    FigureCards cards = new FigureCards(words, OptionalLong.empty(), category);
    return names.entrySet().stream()
        .filter(each -> all.companies().contains(each.getKey()))
        .map(
            each ->
                new FiguresPage.Company(
                    each.getValue(),
                    "/figures/scorecard/" + each.getKey(),
                    COMPARED.stream()
                        .map(
                            measure ->
                                cards
                                    .brief(
                                        all.of(
                                            new Figure.Key(
                                                measure,
                                                OptionalLong.of(each.getKey()),
                                                category,
                                                "")),
                                        week)
                                    .under(new FigureWording(words).name(measure)))
                        .toList()))
        .toList();
  }

  /** The same page for the company and for the ministry. */
  void scorecard(Context ctx) {
    String id = ctx.pathParam("company");
    if (!id.matches("[0-9]{1,18}")) {
      throw new NotFound("company");
    }
    Reader reader = Reader.of(ctx);
    pages.show(
        ctx,
        "figures/scorecard",
        db.as(
            reader.viewer(),
            tx -> scorecard(tx, reader.words(), reader.viewer(), Long.parseLong(id))));
  }

  private ScorecardPage scorecard(Tx tx, Words words, PersonViewer viewer, long company) {
    String name = nameOf(figures.companies(tx), company);
    OptionalLong whose = OptionalLong.of(company);
    List<FrozenWeek> frozen = figures.frozen(tx, SCORECARD_WEEKS);
    Map<Week, FigureSet> weeks = figures.ofWeeks(tx, whose, "", oldestFirst(frozen));
    FigureCards cards = new FigureCards(words, whose, "");
    List<String> heads = weeks.isEmpty() ? List.of() : scorecardHeads(words, oldestFirst(frozen));
    return new ScorecardPage(
        words.say("scorecard.title", name),
        about(words, frozen),
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
            : ON_SCORECARD.stream().map(each -> cards.card(each, weeks)).toList(),
        weeks.isEmpty() ? "" : "/exports/figures?company=" + company + "&format=");
  }

  private static List<String> scorecardHeads(Words words, List<Week> weeks) {
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
        new FigureWording(words).name(measure), cards.means(measure), cells);
  }

  /** Neither what stood at each end nor medians add up to anything. */
  private static String together(Words words, Measure measure, List<Figure> weeks) {
    return switch (measure.shape()) {
      case STOCK, TIME -> FigureWording.NOTHING;
      case COUNT, SHARE, SAMPLE -> new FigureWording(words).value(Figure.sum(weeks));
    };
  }

  /** For everybody, signed in or not: the status goes to offices without an account, too. */
  void definitions(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    FigureWording wording = new FigureWording(words);
    pages.show(
        ctx,
        "figures/definitions",
        new DefinitionsPage(
            words.say("definitions.title"),
            reader.signedIn().filter(me -> me.viewer().may(VIEW_REQUESTS)).isPresent(),
            Stream.of(Side.COMPANY, Side.MINISTRY)
                .map(
                    side ->
                        new DefinitionsPage.Block(
                            words.say(
                                "scorecard.of." + (side == Side.COMPANY ? "company" : "ministry")),
                            Measure.of(side).stream()
                                .map(each -> definition(words, wording, each))
                                .toList()))
                .toList()));
  }

  private static DefinitionsPage.Definition definition(
      Words words, FigureWording wording, Measure measure) {
    return new DefinitionsPage.Definition(
        measure.code(),
        wording.name(measure),
        words.say("definitions.shape." + measure.shape().name().toLowerCase(Locale.ROOT)),
        wording.numerator(measure),
        wording.denominator(measure).orElse(""),
        words.find("measure." + measure.code() + ".note").orElse(""));
  }

  /** The weeks that the page shows as a file: every company, category and part. */
  void export(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    FigureFilter filter = FigureFilter.of(reader.viewer(), query);
    Download.send(
        ctx,
        Download.format(ctx),
        "figures",
        reader.words().say("figures.title"),
        out -> db.run(reader.viewer(), tx -> write(tx, reader.words(), filter, out)));
  }

  private void write(Tx tx, Words words, FigureFilter filter, SheetWriter out) {
    FigureSheet sheet = new FigureSheet(words, figures.companies(tx), rules.inForce(tx));
    out.row(sheet.heads());
    for (FrozenWeek each : figures.frozen(tx, filter.weeks())) {
      figures.ofWeek(tx, each.week()).all().stream()
          .filter(
              figure ->
                  filter.company().isEmpty() || filter.company().equals(figure.of().company()))
          .filter(
              figure ->
                  filter.category().isEmpty() || filter.category().equals(figure.of().category()))
          .filter(figure -> filter.measure().map(it -> it == figure.measure().whole()).orElse(true))
          .forEach(figure -> out.row(sheet.row(each.week().code(), figure)));
    }
  }
}
