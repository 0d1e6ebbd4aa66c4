package id.narahubung.status;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.figures.Figures;
import id.narahubung.figures.FrozenWeek;
import id.narahubung.figures.Week;
import id.narahubung.status.Light.Verdict;
import id.narahubung.status.Sheet.Entry;
import id.narahubung.status.StatusPage.Part;
import id.narahubung.status.StatusPage.Row;
import id.narahubung.status.StatusPage.Said;
import id.narahubung.text.Words;
import id.narahubung.web.Download;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The weeks as pages: those that were frozen, and the one that runs. */
public final class StatusPages {

  static final String NOW = "now";

  private static final String PATH = "/status";
  private static final int WEEKS = 26;

  private final Database db;
  private final Pages pages;
  private final Figures figures;
  private final StatusStore statuses;
  private final WeekReader weeks;

  StatusPages(Database db, Pages pages, Figures figures, StatusStore statuses, WeekReader weeks) {
    this.db = db;
    this.pages = pages;
    this.figures = figures;
    this.statuses = statuses;
    this.weeks = weeks;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    pages.show(
        ctx,
        "status/list",
        db.as(reader.viewer(), tx -> list(tx, reader.words(), reader.viewer().side())));
  }

  private StatusListPage list(Tx tx, Words words, Side side) {
    List<FrozenWeek> frozen = figures.frozen(tx, WEEKS);
    Map<String, List<Verdict>> lights =
        statuses.lights(tx, frozen.stream().map(each -> each.week().code()).toList());
    return new StatusListPage(
        span(words, Week.containing(tx.now())),
        frozen.stream()
            .map(each -> row(words, side, each, lights.getOrDefault(each.week().code(), List.of())))
            .toList(),
        words.say("status.list.about." + side.name().toLowerCase(Locale.ROOT)));
  }

  private static StatusListPage.Row row(
      Words words, Side side, FrozenWeek frozen, List<Verdict> verdicts) {
    boolean one = side == Side.COMPANY && verdicts.size() == 1;
    return new StatusListPage.Row(
        PATH + "/" + frozen.week().code(),
        frozen.week().code(),
        span(words, frozen.week()),
        one ? List.of(LightWording.tag(words, verdicts.getFirst().light())) : List.of(),
        verdicts.isEmpty()
            ? "–"
            : one
                ? StatusWording.reason(words, verdicts.getFirst())
                : StatusWording.lights(words, verdicts),
        words.say(
            frozen.late() ? "status.list.late" : "status.list.frozen",
            words.instant(frozen.frozenAt())));
  }

  private static String span(Words words, Week week) {
    return words.say("status.days", words.date(week.monday()), words.date(week.sunday()));
  }

  /** The ministry's week, or the own one of a company. */
  void show(Context ctx) {
    show(ctx, of(Reader.of(ctx).viewer()));
  }

  /** The company whose week somebody reads; none where it is the ministry's. */
  static OptionalLong of(PersonViewer viewer) {
    return viewer.side() == Side.COMPANY
        ? OptionalLong.of(viewer.organisationId())
        : OptionalLong.empty();
  }

  /** One company's, as it reads it. */
  void showCompany(Context ctx) {
    show(ctx, OptionalLong.of(PathId.of(ctx, "company")));
  }

  private void show(Context ctx, OptionalLong company) {
    Reader reader = Reader.of(ctx);
    Optional<Week> week = week(ctx);
    pages.show(ctx, "status/show", db.as(reader.viewer(), tx -> page(tx, reader, week, company)));
  }

  /** The one of the address; none where it is the one that runs. */
  static Optional<Week> week(Context ctx) {
    String code = ctx.pathParam("week");
    return code.equals(NOW)
        ? Optional.empty()
        : Optional.of(Week.find(code).orElseThrow(() -> new NotFound("week " + code)));
  }

  StatusWeek read(Tx tx, Optional<Week> week, OptionalLong company) {
    return week.map(each -> weeks.frozen(tx, each, company))
        .orElseGet(() -> weeks.soFar(tx, company));
  }

  private StatusPage page(Tx tx, Reader reader, Optional<Week> asked, OptionalLong company) {
    Words words = reader.words();
    StatusWeek week = read(tx, asked, company);
    SheetWriter writer = new SheetWriter(words, week);
    Sheet sheet = company.isPresent() ? writer.company(company.getAsLong()) : writer.ministry();
    List<Remark> remarks =
        asked.map(each -> statuses.remarks(tx, each, company)).orElseGet(List::of);
    boolean mayRemark = reader.viewer().may(Permission.REMARK_ON_STATUS);
    String code = asked.map(Week::code).orElse(NOW);
    List<Link> above = new ArrayList<>();
    above.add(new Link(PATH, words.say("status.title")));
    if (company.isPresent() && reader.viewer().side() == Side.MINISTRY) {
      above.add(new Link(PATH + "/" + code, words.say("status.all")));
    }
    return new StatusPage(
        sheet,
        above,
        company.isPresent()
            ? Optional.ofNullable(week.companies().get(company.getAsLong()))
                .map(each -> LightWording.tag(words, each.light().light()))
                .stream()
                .toList()
            : List.of(),
        sheet.sections().stream()
            .map(each -> part(words, each, company, remarks, mayRemark))
            .toList(),
        PATH + "/" + code + "/mail",
        words.say(asked.isPresent() ? "status.mail.look" : "status.mail.preview"),
        week.seal(),
        asked.isPresent() ? "/exports/status/" + code + "?format=" : "");
  }

  private static Part part(
      Words words,
      Sheet.Section section,
      OptionalLong company,
      List<Remark> remarks,
      boolean mayRemark) {
    // In the ministry's week each company has a section of its own.
    OptionalLong of =
        company.isPresent()
            ? company
            : section.id().matches("c\\d+")
                ? OptionalLong.of(Long.parseLong(section.id().substring(1)))
                : OptionalLong.empty();
    return new Part(
        section,
        section.tone().isEmpty()
            ? List.of()
            : List.of(LightWording.tag(words, Light.of(section.tone()))),
        section.entries().stream()
            .map(
                entry ->
                    new Row(
                        entry, mayRemark ? entry.remark() : "", said(words, entry, of, remarks)))
            .toList());
  }

  private static List<Said> said(
      Words words, Entry entry, OptionalLong company, List<Remark> remarks) {
    return remarks.stream()
        .filter(each -> company.isPresent() && each.company() == company.getAsLong())
        .filter(each -> each.measure().equals(entry.measure()))
        .map(
            each ->
                new Said(
                    words.say(
                        "status.remark.by",
                        words.say("side." + each.ofSide().name().toLowerCase(Locale.ROOT)),
                        each.by().told(words),
                        words.instant(each.at())),
                    each.text()))
        .toList();
  }

  /** A frozen week's numbers as a file, as far as the reader sees them. */
  void export(Context ctx) {
    Reader reader = Reader.of(ctx);
    Week week = week(ctx).orElseThrow(() -> new NotFound("week that runs"));
    OptionalLong only = of(reader.viewer());
    List<List<Object>> rows =
        db.as(
            reader.viewer(),
            tx ->
                new StatusSheetRows(reader.words(), weeks.frozen(tx, week, only), weeks.inForce(tx))
                    .all(only));
    Download.send(
        ctx,
        Download.format(ctx),
        "status-" + week.code(),
        week.code(),
        out -> rows.forEach(out::row));
  }
}
