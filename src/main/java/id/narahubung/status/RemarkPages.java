package id.narahubung.status;

import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.figures.Measure;
import id.narahubung.figures.Week;
import id.narahubung.ledger.Once;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where one side says something to the other about a number. */
public final class RemarkPages {

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final WeekReader weeks;
  private final RemarkOnNumber remark;

  RemarkPages(Database db, Pages pages, Once once, WeekReader weeks, RemarkOnNumber remark) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.weeks = weeks;
    this.remark = remark;
  }

  void ask(Context ctx) {
    form(ctx, OK, Form.empty(), measure(Form.ofQuery(ctx)));
  }

  private static Measure measure(Form form) {
    return Measure.find(form.text("measure"))
        .orElseThrow(() -> new NotFound("measure " + form.text("measure")));
  }

  private static Week week(Context ctx) {
    return StatusPages.week(ctx).orElseThrow(() -> new NotFound("week that runs"));
  }

  private void form(Context ctx, HttpStatus status, Form form, Measure measure) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    long company = PathId.of(ctx, "company");
    Week week = week(ctx);
    StatusWeek read =
        db.as(reader.viewer(), tx -> weeks.frozen(tx, week, OptionalLong.of(company)));
    Sheet.Entry entry =
        new SheetWriter(words, read)
            .company(company).sections().stream()
                .flatMap(section -> section.entries().stream())
                .filter(each -> each.measure().equals(measure.code()))
                .findFirst()
                .orElseThrow(() -> new NotFound("measure " + measure.code()));
    Controls controls = new Controls(words, form, "status.remark.");
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("status.remark.title", entry.label()),
            new Link(path(week, company), words.say("status.title_of", read.company(company))),
            words.say("status.remark.about", week.code(), entry.label(), entry.value()),
            path(week, company) + "/remarks",
            "",
            Optional.empty(),
            List.of(new FormPage.Hidden("measure", measure.code())),
            List.of(controls.of(Control.Kind.AREA, "text", true)),
            words.say("status.remark.send"),
            form.errors(words)));
  }

  void send(Context ctx) {
    Form form = Form.of(ctx);
    Measure measure = measure(form);
    Week week = week(ctx);
    long company = PathId.of(ctx, "company");
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            remark.run(tx, form.act(), week, company, measure, form.text("text"));
            return true;
          },
          (tx, done) -> true);
    } catch (RuleBroken e) {
      form.refuse("text", e.key(), e.arguments().toArray());
      form(ctx, UNPROCESSABLE_CONTENT, form, measure);
      return;
    }
    Flash.say(ctx, "status.remark.sent");
    ctx.redirect(path(week, company), SEE_OTHER);
  }

  private static String path(Week week, long company) {
    return "/status/" + week.code() + "/companies/" + company;
  }
}
