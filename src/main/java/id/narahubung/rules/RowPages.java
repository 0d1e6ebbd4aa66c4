package id.narahubung.rules;

import static id.narahubung.access.Permission.WRITE_RULES;
import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.rules.RuleDesk.Opened;
import id.narahubung.text.Words;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The sections of a version of the rules, and the one form that changes any row of any of them. */
public final class RowPages {

  /** More columns than these do not stand side by side. */
  private static final int WIDE = 6;

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final RuleDesk desk;
  private final InstantSource clock;

  public RowPages(Database db, Pages pages, Once once, RuleDesk desk, InstantSource clock) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.desk = desk;
    this.clock = clock;
  }

  /** What an address names: a version, a section of it, and perhaps a row. */
  record Place(Opened opened, Section section, RuleWording wording, RulePage.Version tag) {

    String href() {
      return "/rules/" + opened.version().id() + "/" + section.code();
    }

    Row row(Context ctx) {
      return wording
          .find(section, ctx.pathParam("row"))
          .orElseThrow(() -> new NotFound("row of the rules"));
    }
  }

  private Place place(Context ctx, Tx tx, Words words) {
    Opened opened = desk.open(tx, ctx.pathParam("version"));
    Section section =
        Section.find(ctx.pathParam("section")).orElseThrow(() -> new NotFound("section"));
    RuleTags tags = new RuleTags(desk.versions().list(tx), words, clock.instant());
    return new Place(
        opened, section, new RuleWording(words, opened.set()), tags.of(opened.version()));
  }

  Place place(Context ctx) {
    Reader reader = Reader.of(ctx);
    return db.as(reader.viewer(), tx -> place(ctx, tx, reader.words()));
  }

  /** The place of a draft, for those who change it. */
  Place draft(Context ctx) {
    Place place = place(ctx);
    if (!place.opened().version().isDraft()) {
      throw new RuleBroken("rules.refused.released");
    }
    return place;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    Place place = db.as(reader.viewer(), tx -> place(ctx, tx, words));
    Section section = place.section();
    List<Row> rows = place.wording().sheets().rows(section);
    boolean mayEdit = place.opened().version().isDraft() && reader.viewer().may(WRITE_RULES);
    List<Column> shown = shown(section);
    pages.show(
        ctx,
        "rules/section",
        new RulePage.Sheet(
            RuleWording.section(section, words),
            words.say("rules.section." + section.code() + ".hint"),
            place.tag(),
            place.tag().href(),
            section.isSingle() || shown.size() > WIDE || section == Section.STANDARDS,
            shown.stream().map(column -> RuleWording.column(column, words)).toList(),
            rows.stream().map(row -> line(place, row, shown, mayEdit, words)).toList(),
            mayEdit && (!section.isSingle() || rows.isEmpty()) ? place.href() + "/new" : "",
            mayEdit && RowLines.canRead(section) ? place.href() + "/new/rows" : ""));
  }

  /** What a row's title says is not said again beside it. */
  static List<Column> shown(Section section) {
    return section.columns().stream()
        .filter(
            column ->
                section == Section.GENERAL
                    || !(column.name().equals("label")
                        || (column.isKey() && column.type() != Column.Type.CODE)))
        .toList();
  }

  static RulePage.Line line(
      Place place, Row row, List<Column> columns, boolean mayEdit, Words words) {
    return new RulePage.Line(
        place.wording().title(row),
        mayEdit ? place.href() + "/" + row.key() : "",
        columns.stream()
            .map(
                column ->
                    new RulePage.Cell(
                        RuleWording.column(column, words),
                        place.wording().cell(row, column),
                        column.type() == Column.Type.PERCENT
                            || column.type() == Column.Type.NUMBER))
            .toList());
  }

  void askNew(Context ctx) {
    Place place = draft(ctx);
    RowForm rowForm = form(ctx, place, Optional.empty());
    ask(ctx, OK, place, Optional.empty(), rowForm, rowForm.filled(), "");
  }

  void ask(Context ctx) {
    Place place = draft(ctx);
    Optional<Row> row = Optional.of(place.row(ctx));
    RowForm rowForm = form(ctx, place, row);
    ask(ctx, OK, place, row, rowForm, rowForm.filled(), "");
  }

  private static RowForm form(Context ctx, Place place, Optional<Row> row) {
    return new RowForm(place.section(), row, place.wording(), Reader.of(ctx).words());
  }

  private void ask(
      Context ctx,
      HttpStatus status,
      Place place,
      Optional<Row> row,
      RowForm rowForm,
      Form form,
      String refusal) {
    Words words = Reader.of(ctx).words();
    Section section = place.section();
    List<String> naming =
        row.map(known -> place.wording().naming(section, known.key())).orElse(List.of());
    pages.show(
        ctx,
        status,
        "rules/row",
        new RulePage.Edited(
            row.map(place.wording()::title).orElse(words.say("rules.new")),
            RuleWording.section(section, words),
            place.tag(),
            place.href(),
            place.href() + row.map(known -> "/" + known.key()).orElse(""),
            row.map(Row::print).orElse(""),
            rowForm.controls(form),
            row.filter(known -> section.mayShrink() && naming.isEmpty())
                .map(known -> place.href() + "/" + known.key() + "/removal")
                .orElse(""),
            naming.isEmpty() ? "" : words.say("rules.stays", String.join("; ", naming)),
            refusal,
            form.errors(words)));
  }

  void add(Context ctx) {
    save(ctx, place(ctx), Optional.empty());
  }

  void change(Context ctx) {
    Place place = place(ctx);
    save(ctx, place, Optional.of(place.row(ctx)));
  }

  private void save(Context ctx, Place place, Optional<Row> known) {
    Form form = Form.of(ctx);
    PersonViewer viewer = Reader.of(ctx).viewer();
    if (known.isEmpty() && once.isDone(viewer, form.act())) {
      ctx.redirect(place.href(), SEE_OTHER);
      return;
    }
    RowForm rowForm = form(ctx, place, known);
    Row row = rowForm.read(form);
    OptionalInt where = rowForm.place(form);
    Words words = Reader.of(ctx).words();
    if (!place.opened().version().isDraft()) {
      // Not without what was typed: the next draft wants it.
      ask(ctx, CONFLICT, place, known, rowForm, form, words.say("rules.released_meanwhile"));
      return;
    }
    if (!form.isGood()) {
      ask(ctx, UNPROCESSABLE_CONTENT, place, known, rowForm, form, "");
      return;
    }
    Optional<String> read = Optional.of(form.text("read")).filter(print -> !print.isEmpty());
    try {
      once.run(
          viewer,
          form.act(),
          tx -> {
            desk.edit().run(tx, form.act(), place.opened().version().id(), row, read, where);
            return true;
          },
          (tx, done) -> true);
    } catch (Stale e) {
      ask(ctx, CONFLICT, place, known, rowForm, form, words.say("rules.row_stale"));
      return;
    } catch (NotFound e) {
      ask(ctx, CONFLICT, place, known, rowForm, form, words.say("rules.released_meanwhile"));
      return;
    }
    Flash.say(ctx, "rules.saved", place.wording().title(row));
    ctx.redirect(place.href(), SEE_OTHER);
  }

  void remove(Context ctx) {
    Place place = draft(ctx);
    Form form = Form.of(ctx);
    Section section = place.section();
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          desk.edit()
              .remove(
                  tx,
                  form.act(),
                  place.opened().version().id(),
                  section,
                  ctx.pathParam("row"),
                  form.text("read"));
          return true;
        },
        (tx, done) -> true);
    Flash.say(ctx, "rules.row_removed");
    ctx.redirect(place.href(), SEE_OTHER);
  }
}
