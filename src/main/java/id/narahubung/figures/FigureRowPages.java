package id.narahubung.figures;

import id.narahubung.access.BadInput;
import id.narahubung.access.NotFound;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.figures.FigureRowsPage.Row;
import id.narahubung.figures.FigureRowsPage.Tab;
import id.narahubung.requests.Address;
import id.narahubung.requests.ItemCells;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.text.Words;
import id.narahubung.web.Download;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The rows behind a number, counted anew by the same predicate, as of the same instant. */
public final class FigureRowPages {

  /** The week that runs, until now; also where no week is named. */
  static final String NOW = "now";

  private static final int ROWS = 50;
  private static final List<String> NAMES =
      List.of("measure", "week", "company", "category", "part", "counted");

  private final Database db;
  private final Pages pages;
  private final Figures figures;
  private final RuleStore rules;

  FigureRowPages(Database db, Pages pages, Figures figures, RuleStore rules) {
    this.db = db;
    this.pages = pages;
    this.figures = figures;
    this.rules = rules;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    pages.show(
        ctx,
        "figures/rows",
        db.as(reader.viewer(), tx -> page(tx, reader.words(), reader.viewer(), query)));
  }

  private FigureRowsPage page(Tx tx, Words words, PersonViewer viewer, Form query) {
    FigureRows which = which(tx, viewer, query);
    Map<Long, String> companies = figures.companies(tx);
    List<FigureRow> found = figures.rows(tx, which, after(query), ROWS + 1);
    List<FigureRow> shown = found.subList(0, Math.min(ROWS, found.size()));
    RuleSet set = rules.inForce(tx);
    FigureWording wording = new FigureWording(words);
    Measure measure = which.measure();
    Address address = Address.of("/figures/rows", query, NAMES);
    Optional<Figure> frozen =
        week(query).equals(NOW) ? Optional.empty() : Optional.of(frozen(tx, which, week(query)));
    return new FigureRowsPage(
        title(wording, set, companies, which),
        viewer.side() == Side.COMPANY || which.company().isEmpty()
            ? "/figures"
            : "/figures?company=" + which.company().getAsLong(),
        frozen.map(wording::value).orElse(""),
        frozen.map(each -> sinceThen(tx, words, wording, each, week(query))).orElse(""),
        wording.means(measure),
        period(words, week(query), which.period()),
        measure.isShare() ? tabs(words, query, address) : List.of(),
        words.say(
            "figure.rows.at."
                + (measure.isOfItems() ? measure.shape().name() : measure.subject().name())
                    .toLowerCase(Locale.ROOT)),
        measure.isOfItems(),
        measure.isShare(),
        measure.shape() == Measure.Shape.TIME,
        measure.hasParts(),
        shown.stream().map(each -> row(tx, words, wording, measure, each)).toList(),
        found.size() > ROWS ? address.with("after", place(shown.getLast())).toString() : "",
        shown.isEmpty() ? "" : Address.of("/exports/figures/rows", query, NAMES).toDownload());
  }

  /** A week that is frozen, or the one that runs; anything else has no figures. */
  private FigureRows which(Tx tx, PersonViewer viewer, Form query) {
    Measure measure =
        Measure.find(query.text("measure")).orElseThrow(() -> new NotFound("measure"));
    Period period =
        week(query).equals(NOW)
            ? Period.soFar(tx.now())
            : Week.find(week(query))
                .flatMap(week -> figures.frozen(tx, week))
                .map(frozen -> Period.of(frozen.week()))
                .orElseThrow(() -> new NotFound("week"));
    return new FigureRows(
        measure,
        period,
        company(tx, viewer, query.text("company")),
        query.text("category"),
        query.text("part"),
        switch (query.text("counted")) {
          case "yes" -> Optional.of(true);
          case "no" -> Optional.of(false);
          default -> Optional.empty();
        });
  }

  private static String week(Form query) {
    return query.has("week") ? query.text("week") : NOW;
  }

  private OptionalLong company(Tx tx, PersonViewer viewer, String id) {
    if (id.isEmpty()) {
      return viewer.side() == Side.COMPANY
          ? OptionalLong.of(viewer.organisationId())
          : OptionalLong.empty();
    }
    if (!id.matches("[0-9]{1,18}") || !figures.companies(tx).containsKey(Long.valueOf(id))) {
      throw new NotFound("company " + id);
    }
    return OptionalLong.of(Long.parseLong(id));
  }

  private static String title(
      FigureWording wording, RuleSet set, Map<Long, String> companies, FigureRows which) {
    List<String> parts = new ArrayList<>();
    parts.add(wording.name(which.measure()));
    if (which.company().isPresent()) {
      parts.add(companies.getOrDefault(which.company().getAsLong(), ""));
    }
    if (!which.category().isEmpty()) {
      parts.add(wording.category(set, which.category()));
    }
    if (!which.part().isEmpty()) {
      parts.add(wording.part(set, which.measure(), which.part()));
    }
    return String.join(" · ", parts);
  }

  private Figure frozen(Tx tx, FigureRows which, String week) {
    Figure.Key key =
        new Figure.Key(which.measure(), which.company(), which.category(), which.part());
    return figures.ofWeek(tx, Week.of(week)).of(key);
  }

  /**
   * Where the rows of commitments make up another number than the frozen one: rules of how long a
   * pass holds were made stricter for what was found before, too.
   */
  private String sinceThen(Tx tx, Words words, FigureWording wording, Figure frozen, String week) {
    if (frozen.measure().subject() != Measure.Subject.COMMITMENT || !frozen.known()) {
      return "";
    }
    Figure today = figures.anew(tx, frozen.of(), Week.of(week));
    return today.equals(frozen) ? "" : words.say("figure.rows.since", wording.value(today));
  }

  private static String period(Words words, String week, Period period) {
    return week.equals(NOW)
        ? words.say("figure.rows.now", words.instant(period.from()), words.instant(period.asOf()))
        : words.say(
            "figure.rows.week",
            new FigureWording(words).week(Week.of(week)),
            words.instant(period.asOf()));
  }

  private static List<Tab> tabs(Words words, Form query, Address address) {
    return Stream.of("", "yes", "no")
        .map(
            each ->
                new Tab(
                    words.say("figure.rows.counted." + (each.isEmpty() ? "all" : each)),
                    address.with("counted", each).toString(),
                    query.text("counted").equals(each)))
        .toList();
  }

  private Row row(Tx tx, Words words, FigureWording wording, Measure measure, FigureRow row) {
    RuleSet set = rules.fetch(tx, row.ruleSet());
    return new Row(
        row.number(),
        row.href(),
        row.platform(),
        measure.isOfItems() ? wording.category(set, row.category()) : "",
        row.part().isEmpty() ? "" : wording.part(set, measure, row.part()),
        words.say(row.counted() ? "figure.rows.yes" : "figure.rows.no"),
        row.minutes().isPresent()
            ? words.duration(Duration.ofMinutes(row.minutes().getAsInt()))
            : "",
        measure.subject() == Measure.Subject.COMMITMENT
            ? words.date(LocalDate.ofInstant(row.at(), Words.WIB))
            : words.instant(row.at()));
  }

  private static String place(FigureRow row) {
    return row.place().item() + "_" + row.place().key();
  }

  private static Optional<FigureRow.Place> after(Form query) {
    String after = query.text("after");
    if (after.isEmpty()) {
      return Optional.empty();
    }
    if (!after.matches("[0-9]{1,18}_[0-9]{1,18}")) {
      throw new BadInput("after");
    }
    String[] both = after.split("_", -1);
    return Optional.of(new FigureRow.Place(Long.parseLong(both[0]), Long.parseLong(both[1])));
  }

  void export(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    // Refused before the file is begun.
    FigureRows which = db.as(reader.viewer(), tx -> which(tx, reader.viewer(), query));
    Download.send(
        ctx,
        Download.format(ctx),
        "figure-" + which.measure().code().replace('_', '-'),
        new FigureWording(reader.words()).name(which.measure()),
        out -> db.run(reader.viewer(), tx -> write(tx, reader.words(), which, out)));
  }

  private void write(Tx tx, Words words, FigureRows which, SheetWriter out) {
    FigureWording wording = new FigureWording(words);
    ItemCells cells = new ItemCells(words);
    out.row(
        Stream.of("item", "platform", "category", "part", "above", "minutes", "at")
            .<Object>map(each -> words.say("figure.rows.column." + each))
            .toList());
    figures.eachRow(
        tx,
        which,
        each -> {
          RuleSet set = rules.fetch(tx, each.ruleSet());
          out.row(
              List.of(
                  each.number(),
                  each.platform(),
                  which.measure().isOfItems() ? wording.category(set, each.category()) : "",
                  each.part().isEmpty() ? "" : wording.part(set, which.measure(), each.part()),
                  words.say(each.counted() ? "figure.rows.yes" : "figure.rows.no"),
                  each.minutes().isPresent() ? (Object) each.minutes().getAsInt() : "",
                  cells.instant(each.at())));
        });
  }
}
