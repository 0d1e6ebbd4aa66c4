package id.narahubung.requests;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.requests.AnswerSheetStore.AnswerSheet;
import id.narahubung.requests.OpenItems.Which;
import id.narahubung.rules.RuleStore;
import id.narahubung.sheets.BadSheet;
import id.narahubung.sheets.Sheet;
import id.narahubung.sheets.SheetReader;
import id.narahubung.text.Words;
import id.narahubung.web.Download;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import id.narahubung.web.Upload;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** Answering in a spreadsheet: open items as a file, the filled file back, what became of it. */
public final class AnswerSheetPages {

  private final Database db;
  private final Pages pages;
  private final OpenItems open;
  private final RuleStore rules;
  private final AnswerSheetStore sheets;
  private final AnswerSheetRules judge;
  private final AnswerBySheet give;
  private final AnswerItems answer;

  AnswerSheetPages(
      Database db,
      Pages pages,
      OpenItems open,
      RuleStore rules,
      AnswerSheetStore sheets,
      AnswerSheetRules judge,
      AnswerBySheet give,
      AnswerItems answer) {
    this.db = db;
    this.pages = pages;
    this.open = open;
    this.rules = rules;
    this.sheets = sheets;
    this.judge = judge;
    this.give = give;
    this.answer = answer;
  }

  void start(Context ctx) {
    start(ctx, HttpStatus.OK, Form.ofQuery(ctx));
  }

  private void start(Context ctx, HttpStatus status, Form form) {
    Words words = Reader.of(ctx).words();
    Which which = Which.of(form, Reader.of(ctx).viewer());
    int found = db.as(Reader.of(ctx).viewer(), tx -> open.count(tx, which));
    String href = which.download();
    pages.show(
        ctx,
        status,
        "items/sheets",
        new AnswerSheetPage.Start(
            words.say("answers.title"),
            which.title(words),
            which.address(),
            words.say("answers.open", Math.min(found, OpenItems.MOST), found),
            href + "xlsx",
            href + "csv",
            new Field(
                "file",
                words.say("answers.file"),
                words.say("answers.file.hint", Sheet.limits().toArray()),
                "",
                form.error("file", words),
                true,
                List.of()),
            form.errors(words)));
  }

  /** The open items as a sheet to fill in. */
  void open(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    Which which = Which.of(Form.ofQuery(ctx), reader.viewer());
    OpenItems.Found found = open.find(reader.viewer(), words, which);
    Download.send(
        ctx,
        Download.format(ctx),
        which.fileName(),
        words.say("answers.sheet"),
        out -> found.write(words, out));
  }

  void upload(Context ctx) {
    Form form = Form.of(ctx);
    Optional<Upload> file = Upload.of(ctx, "file");
    if (file.isEmpty()) {
      form.refuse("file", "upload.fault.file");
    }
    Optional<Sheet> read = file.flatMap(each -> read(each, form));
    if (file.isEmpty() || read.isEmpty()) {
      start(ctx, UNPROCESSABLE_CONTENT, form);
      return;
    }
    long id =
        db.as(Reader.of(ctx).viewer(), tx -> sheets.insert(tx, file.get().name(), read.get()));
    ctx.redirect("/answer-sheets/" + id, SEE_OTHER);
  }

  private static Optional<Sheet> read(Upload file, Form form) {
    try {
      Sheet sheet = SheetReader.read(file.bytes(Sheet.MOST_BYTES));
      if (!AnswerSheetRules.isAnswerSheet(sheet)) {
        form.refuse("file", "answers.fault.columns");
        return Optional.empty();
      }
      return Optional.of(sheet);
    } catch (BadSheet e) {
      form.refuse("file", e.fault().key(), Sheet.limits().toArray());
      return Optional.empty();
    }
  }

  /** What the sheet would do now, or what it has done. */
  void show(Context ctx) {
    show(ctx, HttpStatus.OK, find(ctx), "");
  }

  private void show(Context ctx, HttpStatus status, AnswerSheet sheet, String refusal) {
    pages.show(ctx, status, "items/sheet", maker(ctx).page(sheet, rows(ctx, sheet), refusal));
  }

  private AnswerSheetPageMaker maker(Context ctx) {
    Reader reader = Reader.of(ctx);
    return db.as(
        reader.viewer(),
        tx -> new AnswerSheetPageMaker(reader.words(), rules.inForce(tx), answer.waits(tx)));
  }

  private List<SheetRow> rows(Context ctx, AnswerSheet sheet) {
    Reader reader = Reader.of(ctx);
    return sheet
        .results()
        .map(results -> results.stream().map(SheetRow::of).toList())
        .orElseGet(
            () -> db.as(reader.viewer(), tx -> judge.judge(tx, reader.words(), sheet.sheet())));
  }

  /** Gives the answers. A sheet that was carried out says again what it did. */
  void run(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form form = Form.of(ctx);
    AnswerSheet sheet = find(ctx);
    if (sheet.results().isEmpty()) {
      if (AnswerBySheet.acts(rows(ctx, sheet)).size() > AnswerBySheet.MOST_ACTS) {
        show(ctx, CONFLICT, sheet, "");
        return;
      }
      List<SheetRow> done;
      try {
        done = give(reader, form, sheet);
      } catch (RuleBroken e) {
        show(ctx, CONFLICT, sheet, reader.words().say(e.key()));
        return;
      }
      db.run(
          reader.viewer(),
          tx -> sheets.finish(tx, sheet.id(), done.stream().map(SheetRow::toCells).toList()));
    }
    ctx.redirect("/answer-sheets/" + sheet.id(), SEE_OTHER);
  }

  /** The company may settle it otherwise, between the page and the button. */
  private List<SheetRow> give(Reader reader, Form form, AnswerSheet sheet) {
    boolean waits =
        form.has(AnswerForm.WAITS)
            ? form.text(AnswerForm.WAITS).equals(AnswerForm.YES)
            : db.as(reader.viewer(), answer::waits);
    return give.run(reader.viewer(), form.act(), reader.words(), sheet.sheet(), waits);
  }

  /** Row by row as a file. */
  void result(Context ctx) {
    Words words = Reader.of(ctx).words();
    AnswerSheet sheet = find(ctx);
    List<SheetRow> rows = rows(ctx, sheet);
    Download.send(
        ctx,
        Download.format(ctx),
        "answers-result-" + sheet.id(),
        words.say("answers.result"),
        out -> {
          out.row(
              List.of(
                  words.say("answers.column.line"),
                  words.say("answers.column.item"),
                  words.say("column.result"),
                  words.say("column.reason")));
          rows.forEach(
              row ->
                  out.row(List.of(row.line(), row.number(), words.say(row.key()), row.reason())));
        });
  }

  private AnswerSheet find(Context ctx) {
    String id = ctx.pathParam("sheet");
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound("answer sheet");
    }
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> sheets.find(tx, Long.parseLong(id)).orElseThrow(() -> new NotFound("answer sheet")));
  }
}
