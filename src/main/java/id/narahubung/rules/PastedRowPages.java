package id.narahubung.rules;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.Stale;
import id.narahubung.ledger.Once;
import id.narahubung.rules.RowPages.Place;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Field;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Many new rows of a section at once: pasted, looked at, and saved when every line is good. */
public final class PastedRowPages {

  private static final String LINES = "lines";

  private final Pages pages;
  private final Once once;
  private final RuleDesk desk;
  private final RowPages rows;

  public PastedRowPages(Pages pages, Once once, RuleDesk desk, RowPages rows) {
    this.pages = pages;
    this.once = once;
    this.desk = desk;
    this.rows = rows;
  }

  private static void requirePaste(Place place) {
    if (!RowLines.canRead(place.section())) {
      throw new NotFound("rows as lines");
    }
  }

  void ask(Context ctx) {
    Place place = rows.draft(ctx);
    requirePaste(place);
    show(ctx, OK, place, Form.empty(), Optional.empty(), "");
  }

  void add(Context ctx) {
    Place place = rows.place(ctx);
    requirePaste(place);
    Form form = Form.of(ctx);
    Words words = Reader.of(ctx).words();
    if (form.has("save") && once.isDone(Reader.of(ctx).viewer(), form.act())) {
      ctx.redirect(place.href(), SEE_OTHER);
      return;
    }
    if (!place.opened().version().isDraft()) {
      show(ctx, CONFLICT, place, form, Optional.empty(), words.say("rules.released_meanwhile"));
      return;
    }
    long lines = form.raw(LINES).lines().filter(line -> !line.isBlank()).count();
    if (lines == 0 || lines > RowLines.MOST) {
      form.refuse(LINES, lines == 0 ? "rules.fault.lines" : "rules.fault.many", RowLines.MOST);
      show(ctx, UNPROCESSABLE_CONTENT, place, form, Optional.empty(), "");
      return;
    }
    RowLines read = RowLines.read(form.raw(LINES), place.section(), place.wording(), words);
    if (!read.bad().isEmpty()) {
      form.refuse(LINES, "rules.fault.mend", read.bad().size());
      show(ctx, UNPROCESSABLE_CONTENT, place, form, Optional.of(read), "");
      return;
    }
    if (!form.has("save")) {
      show(ctx, OK, place, form, Optional.of(read), "");
      return;
    }
    save(ctx, place, form, read);
  }

  private void save(Context ctx, Place place, Form form, RowLines read) {
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            desk.edit()
                .addAll(
                    tx, form.act(), place.opened().version().id(), place.section(), read.good());
            return true;
          },
          (tx, done) -> true);
    } catch (Stale | NotFound e) {
      String why = e instanceof Stale ? "rules.row_stale" : "rules.released_meanwhile";
      show(ctx, CONFLICT, place, form, Optional.of(read), Reader.of(ctx).words().say(why));
      return;
    }
    Flash.say(ctx, "rules.paste.saved", read.good().size());
    ctx.redirect(place.href(), SEE_OTHER);
  }

  private void show(
      Context ctx,
      HttpStatus status,
      Place place,
      Form form,
      Optional<RowLines> read,
      String refusal) {
    Words words = Reader.of(ctx).words();
    Section section = place.section();
    List<Row> good = read.map(RowLines::good).orElse(List.of());
    List<RowLines.Bad> bad = read.map(RowLines::bad).orElse(List.of());
    List<Column> shown = RowPages.shown(section);
    pages.show(
        ctx,
        status,
        "rules/rows",
        new RulePage.Pasted(
            words.say("rules.paste.title"),
            RuleWording.section(section, words),
            place.tag(),
            place.href(),
            place.href() + "/new/rows",
            new Control(
                Control.Kind.LINES,
                new Field(
                    LINES,
                    words.say("rules.paste.lines"),
                    hint(section, words),
                    form.raw(LINES),
                    form.error(LINES, words),
                    true,
                    List.of())),
            shown.stream().map(column -> RuleWording.column(column, words)).toList(),
            good.stream().map(row -> RowPages.line(place, row, shown, false, words)).toList(),
            bad.stream()
                .map(
                    each ->
                        new RulePage.BadLine(
                            words.say("draft.line", each.line()),
                            each.given(),
                            String.join(" ", each.faults())))
                .toList(),
            words.say("rules.paste.good", good.size()),
            good.isEmpty() || !bad.isEmpty() ? "" : words.say("rules.paste.save", good.size()),
            refusal,
            form.errors(words)));
  }

  private static String hint(Section section, Words words) {
    return words.say(
            "rules.paste.hint",
            RowLines.MOST,
            named(RowLines.cells(section), words),
            named(RowLines.cellsByComma(section), words))
        + words.find("rules.paste.hint." + section.code()).map(more -> " " + more).orElse("");
  }

  private static String named(List<String> cells, Words words) {
    return cells.stream()
        .map(cell -> words.say("rules.cell." + cell))
        .collect(Collectors.joining(" · "));
  }
}
