package id.narahubung.figures;

import id.narahubung.access.NotFound;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.figures.FiguresPage.Card;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The frozen weeks as plots and tables, of all companies and categories or of one. */
public final class FigurePages {

  /** What companies are compared by. */
  private static final List<Measure> COMPARED =
      List.of(
          Measure.OPEN,
          Measure.OVERDUE,
          Measure.ON_TIME,
          Measure.ANSWER_TIME,
          Measure.VERIFIED,
          Measure.COMMITMENTS_VERIFIED,
          Measure.MINISTRY_ERROR);

  /** What categories are: what counts no items has none. */
  private static final List<Measure> OF_CATEGORY =
      COMPARED.stream().filter(Measure::isOfItems).toList();

  /** What is told by its parts. */
  private static final List<Measure> TOLD_BY_PART =
      List.of(
          Measure.OPEN, Measure.ANSWERED, Measure.REFUSED, Measure.COMMITMENTS, Measure.LETTERS);

  /** So many weeks can be chosen from. */
  private static final int WEEKS_OFFERED = 52;

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
    List<FrozenWeek> frozen = figures.frozen(tx, filter.weeks(), filter.until());
    Map<Week, FigureSet> weeks =
        figures.ofWeeks(tx, filter.company(), filter.category(), oldestFirst(frozen));
    FigureCards cards = new FigureCards(words, filter.company(), filter.category());
    return new FiguresPage(
        words.say("figures.title"),
        new FigureWording(words).about(frozen),
        filter.company().isPresent() ? "/figures/scorecard/" + filter.company().getAsLong() : "",
        filters(words, query, viewer, companies, set, figures.frozen(tx, WEEKS_OFFERED)),
        filter.category().isEmpty() ? "" : words.say("figures.no_commitments"),
        weeks.isEmpty() ? List.of() : cards(cards, filter, weeks),
        frozen.isEmpty() ? List.of() : parts(tx, words, set, filter, frozen.getFirst().week()),
        frozen.isEmpty()
            ? List.of()
            : tables(tx, words, companies, set, filter, frozen.getFirst().week(), query),
        weeks.isEmpty()
            ? ""
            : Address.of("/exports/figures", query, FigureFilter.NAMES).toDownload());
  }

  static String nameOf(Map<Long, String> companies, long id) {
    return Optional.ofNullable(companies.get(id)).orElseThrow(() -> new NotFound("company " + id));
  }

  static List<Week> oldestFirst(List<FrozenWeek> frozen) {
    return frozen.reversed().stream().map(FrozenWeek::week).toList();
  }

  private static List<Field> filters(
      Words words,
      Form query,
      PersonViewer viewer,
      Map<Long, String> companies,
      RuleSet set,
      List<FrozenWeek> frozen) {
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
    all.add(weeks(words, query, chosen, frozen));
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

  /** The last week to be shown; where none is chosen, the newest. */
  private static Field weeks(
      Words words, Form query, FigureFilter chosen, List<FrozenWeek> frozen) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", words.say("figures.until.newest"), "", chosen.until().isEmpty()));
    // One of longer ago is there by its address alone.
    Stream.concat(frozen.stream().map(FrozenWeek::week), chosen.until().stream())
        .distinct()
        .map(
            each ->
                new Choice(
                    each.code(),
                    new FigureWording(words).week(each),
                    "",
                    chosen.until().equals(Optional.of(each))))
        .forEach(choices::add);
    return new Field(
        "until", words.say("figures.filter.until"), "", query.text("until"), "", false, choices);
  }

  private static List<Card> cards(
      FigureCards cards, FigureFilter filter, Map<Week, FigureSet> weeks) {
    return filter
        .measure()
        .map(Measure::whole)
        .map(Stream::of)
        .orElseGet(() -> Arrays.stream(Measure.values()).filter(each -> !each.isUrgent()))
        .filter(each -> each.isOfItems() || filter.category().isEmpty())
        .map(each -> cards.card(each, weeks))
        .toList();
  }

  /**
   * What is open by age, what was answered and why it was refused, what is promised, and which
   * letters were sent.
   */
  private List<FiguresPage.Parts> parts(
      Tx tx, Words words, RuleSet set, FigureFilter filter, Week week) {
    FigureWording wording = new FigureWording(words);
    return TOLD_BY_PART.stream()
        .filter(each -> filter.measure().map(it -> it.whole() == each).orElse(true))
        .filter(each -> each.isOfItems() || filter.category().isEmpty())
        .map(
            measure ->
                new FiguresPage.Parts(
                    "parts-" + measure.code(),
                    words.say("figures.parts." + measure.code(), wording.week(week)),
                    parts(
                        words,
                        wording,
                        set,
                        figures.parts(tx, week, measure, filter.company(), filter.category()),
                        week)))
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

  /** The last week by company where all are shown, and by category likewise. */
  private List<FiguresPage.Comparison> tables(
      Tx tx,
      Words words,
      Map<Long, String> companies,
      RuleSet set,
      FigureFilter filter,
      Week week,
      Form query) {
    FigureWording wording = new FigureWording(words);
    List<FiguresPage.Comparison> tables = new ArrayList<>();
    if (filter.company().isEmpty()) {
      List<Measure> measures = filter.category().isEmpty() ? COMPARED : OF_CATEGORY;
      FigureSet all = figures.byCompany(tx, week, filter.category(), measures);
      tables.add(
          new FiguresPage.Comparison(
              "companies",
              words.say("figures.companies", wording.week(week)),
              words.say("figures.filter.company"),
              measures.stream().map(wording::name).toList(),
              companies.entrySet().stream()
                  .filter(each -> all.companies().contains(each.getKey()))
                  .map(
                      each ->
                          compared(
                              words,
                              each.getValue(),
                              "/figures/scorecard/" + each.getKey(),
                              all,
                              new FigureCards(
                                  words, OptionalLong.of(each.getKey()), filter.category()),
                              measures))
                  .toList()));
    }
    if (filter.category().isEmpty()) {
      FigureSet all = figures.byCategory(tx, week, filter.company(), OF_CATEGORY);
      Address address = Address.of("/figures", query, FigureFilter.NAMES);
      tables.add(
          new FiguresPage.Comparison(
              "categories",
              words.say("figures.categories", wording.week(week)),
              words.say("figures.filter.category"),
              OF_CATEGORY.stream().map(wording::name).toList(),
              all.categories().stream()
                  .map(
                      each ->
                          compared(
                              words,
                              wording.category(set, each),
                              address.with("category", each).toString(),
                              all,
                              new FigureCards(words, filter.company(), each),
                              OF_CATEGORY))
                  .toList()));
    }
    return tables.stream().filter(each -> !each.rows().isEmpty()).toList();
  }

  private static FiguresPage.Compared compared(
      Words words,
      String name,
      String href,
      FigureSet all,
      FigureCards cards,
      List<Measure> measures) {
    Week week = Week.containing(all.period().from());
    return new FiguresPage.Compared(
        name,
        href,
        measures.stream()
            .map(
                measure ->
                    cards
                        .brief(all.of(cards.key(measure)), week)
                        .under(new FigureWording(words).name(measure)))
            .toList());
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
    for (FrozenWeek each : figures.frozen(tx, filter.weeks(), filter.until())) {
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
