package id.narahubung.roster;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.BadInput;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.roster.AddShifts.NewShifts;
import id.narahubung.roster.CopyWeek.Copied;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Hidden;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who is on duty, and the list that says so. */
public final class RosterPages {

  private static final String PATH = "/roster";

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final RosterStore roster;
  private final CallStore calls;
  private final AddShifts add;
  private final RemoveShift remove;
  private final CopyWeek copy;
  private final SetRoster settle;
  private final RingDuty ring;
  private final ConfirmCall confirm;

  public RosterPages(Database db, Pages pages, Once once, RosterDesk desk) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.roster = desk.roster();
    this.calls = desk.calls();
    this.add = desk.add();
    this.remove = desk.remove();
    this.copy = desk.copy();
    this.settle = desk.settle();
    this.ring = desk.ring();
    this.confirm = desk.confirm();
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    Optional<LocalDate> day = Form.ofQuery(ctx).date("week");
    pages.show(
        ctx,
        "roster/show",
        db.as(
            reader.viewer(),
            tx -> new RosterPageMaker(tx, reader.words(), roster, calls).page(day)));
  }

  void ask(Context ctx) {
    Form form = Form.ofQuery(ctx).withWhereEmpty("place", Place.FIRST.code());
    form(ctx, OK, form, plan(ctx, form));
  }

  void add(Context ctx) {
    Form form = Form.of(ctx);
    Plan plan = plan(ctx, form);
    Optional<NewShifts> wanted = ShiftForm.read(form, plan.week(), plan.members());
    if (wanted.isEmpty()) {
      form(ctx, UNPROCESSABLE_CONTENT, form, plan);
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            add.run(tx, form.act(), wanted.get());
            return true;
          },
          (tx, done) -> true);
      Flash.say(ctx, "shift.added", wanted.get().days().size());
      ctx.redirect(at(plan.week()), SEE_OTHER);
    } catch (RuleBroken e) {
      ShiftForm.refuse(form, e, Reader.of(ctx).words());
      form(ctx, UNPROCESSABLE_CONTENT, form, plan);
    }
  }

  /** What the form of a week's shifts is drawn from. */
  private record Plan(Week week, List<Member> members) {}

  private Plan plan(Context ctx, Form form) {
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          RosterSetting setting = roster.setting(tx);
          Week week =
              form.date("week")
                  .map(day -> Week.of(day, setting.zone()))
                  .orElseGet(() -> Week.at(tx.now(), setting.zone()));
          return new Plan(week, roster.members(tx));
        });
  }

  private void form(Context ctx, HttpStatus status, Form form, Plan plan) {
    Words words = Reader.of(ctx).words();
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("shift.new"),
            new Link(at(plan.week()), words.say("roster.title")),
            words.say("shift.about"),
            PATH + "/shifts",
            "",
            Optional.empty(),
            List.of(new Hidden("week", plan.week().monday().toString())),
            ShiftForm.controls(words, form, plan.week(), plan.members()),
            words.say("shift.add"),
            form.errors(words)));
  }

  void askRemoval(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    long id = PathId.of(ctx, "shift");
    String about =
        db.as(
            reader.viewer(),
            tx -> new RosterPageMaker(tx, words, roster, calls).told(roster.fetch(tx, id)));
    pages.show(
        ctx,
        "form",
        new FormPage(
            words.say("shift.remove"),
            new Link(PATH, words.say("roster.title")),
            words.say("shift.remove.about", about),
            PATH + "/shifts/" + id + "/removal",
            "",
            Optional.empty(),
            List.of(),
            List.of(),
            words.say("shift.remove"),
            List.of()));
  }

  void remove(Context ctx) {
    Form form = Form.of(ctx);
    long id = PathId.of(ctx, "shift");
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          remove.run(tx, form.act(), id);
          return true;
        },
        (tx, done) -> true);
    Flash.say(ctx, "shift.removed");
    ctx.redirect(PATH, SEE_OTHER);
  }

  void copy(Context ctx) {
    Form form = Form.of(ctx);
    LocalDate monday = form.date("week").orElseThrow(() -> new BadInput("no week"));
    long weeks = form.id("weeks");
    if (weeks < 1 || weeks > CopyWeek.MOST_WEEKS) {
      throw new BadInput("weeks out of range");
    }
    Optional<Copied> result =
        once.run(
            Reader.of(ctx).viewer(),
            form.act(),
            tx -> Optional.of(copy.run(tx, form.act(), monday, (int) weeks)),
            (tx, done) -> Optional.empty());
    result.ifPresent(
        copied ->
            Flash.say(
                ctx,
                "roster.copied",
                copied.copied(),
                copied.asked(),
                copied.taken(),
                copied.closed(),
                copied.cutShort()));
    ctx.redirect(PATH + "?week=" + monday.plusWeeks(1), SEE_OTHER);
  }

  /** The setting, and when it was looked at. */
  private record Stand(RosterSetting setting, Instant now) {}

  private Stand stand(Context ctx) {
    return db.as(Reader.of(ctx).viewer(), tx -> new Stand(roster.setting(tx), tx.now()));
  }

  void askSetting(Context ctx) {
    Stand stand = stand(ctx);
    setting(ctx, OK, SettingForm.of(stand.setting()), stand);
  }

  void settle(Context ctx) {
    Form form = Form.of(ctx);
    Stand stand = stand(ctx);
    Optional<RosterSetting> wanted = SettingForm.read(form, stand.setting().zone());
    if (wanted.isEmpty()) {
      setting(ctx, UNPROCESSABLE_CONTENT, form, stand);
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            settle.run(tx, form.act(), wanted.get());
            return true;
          },
          (tx, done) -> true);
      Flash.say(ctx, "roster.setting.saved");
      ctx.redirect(PATH, SEE_OTHER);
    } catch (Stale e) {
      setting(ctx, CONFLICT, form, stand(ctx));
    }
  }

  private void setting(Context ctx, HttpStatus status, Form form, Stand stand) {
    Words words = Reader.of(ctx).words();
    RosterSetting saved = stand.setting();
    List<Control> controls = SettingForm.controls(words, form, saved.zone(), stand.now());
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("roster.setting"),
            new Link(PATH, words.say("roster.title")),
            words.say("roster.setting.about"),
            PATH + "/setting",
            // After a refusal the version stays the one the form was opened with.
            status == UNPROCESSABLE_CONTENT
                ? form.text("version")
                : Integer.toString(saved.version()),
            status == CONFLICT
                ? Optional.of(
                    FormPage.differences(
                        controls,
                        SettingForm.controls(
                            words, SettingForm.of(saved), saved.zone(), stand.now())))
                : Optional.empty(),
            List.of(),
            controls,
            words.say("roster.setting.save"),
            form.errors(words)));
  }

  void ring(Context ctx) {
    Form form = Form.of(ctx);
    long organisation = form.id("organisation");
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          ring.run(tx, form.act(), organisation);
          return true;
        },
        (tx, done) -> true);
    Flash.say(ctx, "call.rung");
    ctx.redirect(PATH + "#calls", SEE_OTHER);
  }

  void confirm(Context ctx) {
    Form form = Form.of(ctx);
    long id = PathId.of(ctx, "call");
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          confirm.run(tx, form.act(), id);
          return true;
        },
        (tx, done) -> true);
    Flash.say(ctx, "call.confirmed");
    ctx.redirect(PATH, SEE_OTHER);
  }

  private static String at(Week week) {
    return PATH + "?week=" + week.monday();
  }
}
