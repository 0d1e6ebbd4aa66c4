package id.narahubung.figures;

import static io.javalin.http.HttpStatus.SEE_OTHER;

import id.narahubung.access.NotFound;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.figures.FiguresPage.Cell;
import id.narahubung.figures.ReportStore.Line;
import id.narahubung.figures.ReportStore.Published;
import id.narahubung.ledger.Once;
import id.narahubung.sheets.SheetFormat;
import id.narahubung.text.Words;
import id.narahubung.web.Download;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The half-yearly report on takedown orders: aggregates only, counted before ({@link
 * CountHalfYears}). An administrator looks at it and publishes it; then everybody reads it.
 */
public final class ReportPages {

  private static final String KEPT = "/administration/transparency";

  /** What the orders of each category came to. */
  private static final List<Measure> BY_CATEGORY =
      List.of(
          Measure.SENT,
          Measure.ANSWERED,
          Measure.ACTED,
          Measure.REFUSED,
          Measure.ON_TIME,
          Measure.ANSWER_TIME,
          Measure.VERIFIED);

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final ReportStore reports;
  private final PublishReport publish;

  ReportPages(Database db, Pages pages, Once once, ReportStore reports, PublishReport publish) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.reports = reports;
    this.publish = publish;
  }

  /** For everybody, signed in or not. */
  void list(Context ctx) {
    Words words = Reader.of(ctx).words();
    List<Published> published = db.as(SystemViewer.PAPERS, reports::list);
    pages.show(
        ctx,
        "transparency/list",
        new ReportListPage(
            words.say("transparency.title"),
            words.say("transparency.text"),
            words.say("transparency.empty"),
            published.stream()
                .map(
                    each ->
                        new ReportListPage.Row(
                            name(words, each.half()),
                            "/transparency/" + each.half().code(),
                            words.say("transparency.published", words.instant(each.at()))))
                .toList()));
  }

  void show(Context ctx) {
    Words words = Reader.of(ctx).words();
    HalfYear half = half(ctx);
    pages.show(
        ctx,
        "transparency/show",
        db.as(
            SystemViewer.PAPERS,
            tx -> {
              Published report = published(tx, half);
              return page(
                  words,
                  half,
                  reports.lines(tx, half),
                  words.say(
                      "transparency.about",
                      words.date(half.first()),
                      words.date(half.last()),
                      words.instant(report.at())),
                  "",
                  "/transparency/" + half.code() + "/report.csv");
            }));
  }

  private Published published(Tx tx, HalfYear half) {
    return reports.find(tx, half).orElseThrow(() -> new NotFound("report " + half.code()));
  }

  void export(Context ctx) {
    Words words = Reader.of(ctx).words();
    HalfYear half = half(ctx);
    List<Line> lines =
        db.as(
            SystemViewer.PAPERS,
            tx -> {
              published(tx, half);
              return reports.lines(tx, half);
            });
    Download.send(
        ctx,
        SheetFormat.CSV,
        "transparency-" + half.code(),
        half.code(),
        out -> {
          out.row(FigureSheet.reportHeads(words));
          lines.forEach(
              each ->
                  out.row(
                      FigureSheet.reportRow(
                          words, half.code(), each.figure(), words.label(each.label()))));
        });
  }

  /** The half-years that are over and counted, for an administrator. */
  void kept(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    pages.show(
        ctx,
        "transparency/list",
        db.as(
            reader.viewer(),
            tx ->
                new ReportListPage(
                    words.say("administration.transparency"),
                    words.say("transparency.kept.text"),
                    words.say("transparency.kept.empty"),
                    reports.counted(tx).stream().map(half -> row(tx, words, half)).toList())));
  }

  private ReportListPage.Row row(Tx tx, Words words, HalfYear half) {
    return new ReportListPage.Row(
        name(words, half),
        KEPT + "/" + half.code(),
        reports
            .find(tx, half)
            .map(each -> words.say("transparency.published", words.instant(each.at())))
            .orElseGet(() -> words.say("transparency.unpublished")));
  }

  /** What publishing it would tell, or what it tells. */
  void look(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    HalfYear half = half(ctx);
    Optional<Published> before = db.as(reader.viewer(), tx -> reports.find(tx, half));
    if (before.isPresent()) {
      ctx.redirect("/transparency/" + half.code(), SEE_OTHER);
      return;
    }
    pages.show(
        ctx,
        "transparency/show",
        db.as(
            reader.viewer(),
            tx -> {
              toPublish(tx, half);
              return page(
                  words,
                  half,
                  reports.lines(tx, half),
                  words.say(
                      "transparency.preview", words.date(half.first()), words.date(half.last())),
                  KEPT + "/" + half.code() + "/publication",
                  "");
            }));
  }

  /** What is not over, or not counted, has no page of its own. */
  private void toPublish(Tx tx, HalfYear half) {
    if (!reports.counted(tx).contains(half)) {
      throw new NotFound("report " + half.code());
    }
  }

  void publish(Context ctx) {
    Form form = Form.of(ctx);
    HalfYear half = half(ctx);
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          toPublish(tx, half);
          publish.run(tx, form.act(), half);
          return true;
        },
        (tx, done) -> true);
    Flash.say(ctx, "transparency.saved");
    ctx.redirect("/transparency/" + half.code(), SEE_OTHER);
  }

  private static HalfYear half(Context ctx) {
    return HalfYear.find(ctx.pathParam("half")).orElseThrow(() -> new NotFound("half-year"));
  }

  private static String name(Words words, HalfYear half) {
    return words.say(
        "transparency.half", Integer.toString(half.half()), Integer.toString(half.year()));
  }

  private static ReportPage page(
      Words words,
      HalfYear half,
      List<Line> lines,
      String about,
      String publishPath,
      String exportPath) {
    FigureWording wording = new FigureWording(words);
    FigureSet all = new FigureSet(half.period(), lines.stream().map(Line::figure).toList());
    return new ReportPage(
        words.say("transparency.one", name(words, half)),
        about,
        Arrays.stream(Measure.values())
            .filter(Measure::isOfItems)
            .map(
                each ->
                    new ReportPage.Line(
                        wording.name(each), wording.means(each), wording.value(all.total(each))))
            .toList(),
        BY_CATEGORY.stream().map(wording::name).toList(),
        categories(words, lines, all),
        Stream.of(Measure.ANSWERED, Measure.REFUSED)
            .map(
                each ->
                    new ReportPage.Parts(
                        words.say("transparency.parts." + each.code()), parts(words, lines, each)))
            .filter(each -> !each.rows().isEmpty())
            .toList(),
        publishPath,
        exportPath);
  }

  private static List<ReportPage.Category> categories(
      Words words, List<Line> lines, FigureSet all) {
    FigureWording wording = new FigureWording(words);
    return lines.stream()
        .filter(each -> !each.figure().of().category().isEmpty())
        .filter(distinct())
        .map(
            each ->
                new ReportPage.Category(
                    words.label(each.label()),
                    BY_CATEGORY.stream()
                        .map(
                            measure ->
                                new Cell(
                                    wording.brief(
                                        all.of(
                                            new Figure.Key(
                                                measure,
                                                OptionalLong.empty(),
                                                each.figure().of().category(),
                                                ""))),
                                    "",
                                    wording.name(measure)))
                        .toList()))
        .toList();
  }

  /** The first line of each category. */
  private static Predicate<Line> distinct() {
    List<String> seen = new ArrayList<>();
    return line -> {
      String category = line.figure().of().category();
      return !seen.contains(category) && seen.add(category);
    };
  }

  private static List<ReportPage.Part> parts(Words words, List<Line> lines, Measure measure) {
    return lines.stream()
        .filter(each -> each.figure().measure() == measure)
        .filter(each -> !each.figure().of().part().isEmpty())
        .map(
            each ->
                new ReportPage.Part(
                    words.say("figure.coded", each.figure().of().part(), words.label(each.label())),
                    words.number(each.figure().numerator())))
        .toList();
  }
}
