package id.narahubung.meetings;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.meetings.Meeting.Text;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.text.Words;
import id.narahubung.web.Constraints;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms in which minutes are written and mended. */
public final class MinutesPages {

  private static final int MOST_LINE = 200;
  private static final int MOST_TEXT = 1_000;
  private static final int MOST_BODY = 20_000;

  /** Which field a refusal is about. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "meeting.refused.held_on", "held_on",
          "meeting.refused.visit_platform", "platform",
          "meeting.refused.reason", "reason",
          "meeting.refused.same", "body");

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final MeetingStore meetings;
  private final PlatformStore platforms;
  private final WriteMinutes write;
  private final MendMinutes mend;

  public MinutesPages(
      Database db,
      Pages pages,
      Once once,
      MeetingStore meetings,
      PlatformStore platforms,
      WriteMinutes write,
      MendMinutes mend) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.meetings = meetings;
    this.platforms = platforms;
    this.write = write;
    this.mend = mend;
  }

  void askNew(Context ctx) {
    Form query = Form.ofQuery(ctx);
    Words words = Reader.of(ctx).words();
    showNew(ctx, OK, visit(ctx, query).map(visit -> begun(words, query, visit)).orElse(query));
  }

  /** The form of a visit's minutes: what was said there is written anew, for both sides. */
  private static Form begun(Words words, Form query, MeetingStore.Visit visit) {
    return query
        .with("platform", List.of(Long.toString(visit.platformId())))
        .withWhereEmpty("held_on", visit.on().toString())
        .withWhereEmpty("place", cut(visit.place(), MOST_LINE))
        .withWhereEmpty("ministry_present", words.say("verification.minutes.officer"))
        .withWhereEmpty("company_present", cut(String.join(", ", visit.met()), MOST_TEXT));
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.min(most, text.length()));
  }

  private Optional<MeetingStore.Visit> visit(Context ctx, Form form) {
    return visit(form)
        .flatMap(number -> db.as(Reader.of(ctx).viewer(), tx -> meetings.visit(tx, number)));
  }

  void write(Context ctx) {
    Form form = Form.of(ctx);
    Optional<LocalDate> heldOn = form.date("held_on");
    if (!form.has("platform")) {
      form.refuse("platform", "meeting.fault.platform");
    }
    if (heldOn.isEmpty()) {
      form.refuse("held_on", "letter.fault.date");
    }
    form.need("place", "meeting.fault.place", MOST_LINE);
    needText(form);
    if (!form.isGood()) {
      showNew(ctx, UNPROCESSABLE_CONTENT, form);
      return;
    }
    try {
      long meeting =
          once.run(
              Reader.of(ctx).viewer(),
              form.act(),
              tx ->
                  write.run(
                      tx,
                      form.act(),
                      form.id("platform"),
                      new MinutesGiven(heldOn.orElseThrow(), form.text("place"), text(form)),
                      visit(form)),
              (tx, done) -> meetings.ofEvent(tx, done.event()));
      Flash.say(ctx, "meeting.written.done");
      ctx.redirect("/meetings/" + meeting, SEE_OTHER);
    } catch (RuleBroken e) {
      refuse(form, e);
      showNew(ctx, UNPROCESSABLE_CONTENT, form);
    } catch (ConstraintBroken e) {
      // Of two who write a visit's minutes at once the second learns of the first.
      Constraints.refuse(form, e);
      showNew(ctx, UNPROCESSABLE_CONTENT, form);
    }
  }

  private void showNew(Context ctx, HttpStatus status, Form form) {
    Words words = Reader.of(ctx).words();
    Controls controls = new Controls(words, form, "meeting.form.");
    List<Control> all = new ArrayList<>();
    all.add(
        controls.of(
            Kind.SELECT, "platform", true, choices(ctx, words, controls, visit(ctx, form))));
    all.add(controls.of(Kind.DATE, "held_on", true));
    all.add(controls.of(Kind.TEXT, "place", true));
    all.addAll(texts(controls));
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say(visit(form).isPresent() ? "meeting.new.visit" : "meeting.new.title"),
            visit(form)
                .map(
                    number ->
                        new Link(
                            "/verifications/" + number, words.say("verification.back", number)))
                .orElseGet(() -> new Link("/meetings", words.say("meetings.title"))),
            words.say("meeting.new.about"),
            "/meetings",
            "",
            Optional.empty(),
            visit(form).map(number -> new Hidden("visit", number)).stream().toList(),
            all,
            words.say("meeting.new.save"),
            form.errors(words)));
  }

  /** The step whose visit the minutes are of. */
  private static Optional<String> visit(Form form) {
    return Optional.of(form.text("visit")).filter(each -> each.matches("VR-\\d{4}-\\d{4,9}"));
  }

  /** Of a visit, the one that was visited. */
  private List<Choice> choices(
      Context ctx, Words words, Controls controls, Optional<MeetingStore.Visit> visit) {
    List<Choice> choices = new ArrayList<>();
    choices.add(controls.choice("platform", "", words.say("meeting.form.platform.none")));
    db.as(Reader.of(ctx).viewer(), platforms::list).stream()
        .filter(each -> visit.filter(one -> one.platformId() != each.id()).isEmpty())
        .forEach(
            each ->
                choices.add(
                    new Choice(
                        Long.toString(each.id()),
                        each.name(),
                        "",
                        controls.choice("platform", Long.toString(each.id()), "").chosen())));
    return choices;
  }

  /** The form begins with what the latest version says. */
  void askMend(Context ctx) {
    Meeting meeting = fetch(ctx);
    Text text = meeting.latest().text();
    showMend(
        ctx,
        OK,
        meeting,
        meeting.latest().number(),
        Form.ofQuery(ctx)
            .withWhereEmpty("agenda", text.agenda())
            .withWhereEmpty("ministry_present", text.ministryPresent())
            .withWhereEmpty("company_present", text.companyPresent())
            .withWhereEmpty("body", text.body()));
  }

  void mend(Context ctx) {
    long id = PathId.of(ctx, "meeting");
    Form form = Form.of(ctx);
    needText(form);
    form.need("reason", "meeting.refused.reason", MOST_TEXT);
    if (!form.isGood()) {
      showMend(ctx, UNPROCESSABLE_CONTENT, fetch(ctx), form.version(), form);
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            mend.run(tx, form.act(), id, form.version(), text(form), form.text("reason"));
            return id;
          },
          (tx, done) -> id);
    } catch (RuleBroken e) {
      refuse(form, e);
      showMend(ctx, UNPROCESSABLE_CONTENT, fetch(ctx), form.version(), form);
      return;
    } catch (Stale e) {
      // Sent again, it goes in after what stands now, which the page tells.
      showMend(ctx, CONFLICT, fetch(ctx), fetch(ctx).latest().number(), form);
      return;
    } catch (ConstraintBroken e) {
      // Two who mend at once write the same version; the second one learns of the first.
      if (!e.constraint().equals("minutes_pkey")) {
        throw e;
      }
      showMend(ctx, CONFLICT, fetch(ctx), fetch(ctx).latest().number(), form);
      return;
    }
    Flash.say(ctx, "meeting.mended.done");
    ctx.redirect("/meetings/" + id, SEE_OTHER);
  }

  private void showMend(Context ctx, HttpStatus status, Meeting meeting, int version, Form form) {
    Words words = Reader.of(ctx).words();
    Controls controls = new Controls(words, form, "meeting.form.");
    List<Control> all = new ArrayList<>(texts(controls));
    all.add(controls.of(Kind.AREA, "reason", true));
    Text stands = meeting.latest().text();
    List<Control> saved =
        texts(
            new Controls(
                words,
                Form.of(
                    Map.of(
                        "agenda", List.of(stands.agenda()),
                        "ministry_present", List.of(stands.ministryPresent()),
                        "company_present", List.of(stands.companyPresent()),
                        "body", List.of(stands.body()))),
                "meeting.form."));
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("meeting.mend.title"),
            new Link("/meetings/" + meeting.id(), MeetingPages.title(words, meeting)),
            words.say("meeting.mend.about"),
            "/meetings/" + meeting.id() + "/minutes",
            Integer.toString(version),
            status == CONFLICT ? Optional.of(FormPage.differences(all, saved)) : Optional.empty(),
            List.of(),
            all,
            words.say("meeting.mend.save"),
            form.errors(words)));
  }

  private Meeting fetch(Context ctx) {
    long id = PathId.of(ctx, "meeting");
    return db.as(Reader.of(ctx).viewer(), (Tx tx) -> meetings.fetch(tx, id));
  }

  private static List<Control> texts(Controls controls) {
    return List.of(
        controls.of(Kind.AREA, "agenda", true),
        controls.of(Kind.AREA, "ministry_present", true),
        controls.of(Kind.AREA, "company_present", true),
        controls.of(Kind.LINES, "body", true));
  }

  private static void needText(Form form) {
    form.need("agenda", "meeting.fault.agenda", MOST_TEXT);
    form.need("ministry_present", "meeting.fault.ministry_present", MOST_TEXT);
    form.need("company_present", "meeting.fault.company_present", MOST_TEXT);
    form.need("body", "meeting.fault.body", MOST_BODY);
  }

  private static Text text(Form form) {
    return new Text(
        form.text("agenda"),
        form.text("ministry_present"),
        form.text("company_present"),
        form.text("body"));
  }

  private static void refuse(Form form, RuleBroken e) {
    form.refuse(FIELDS.getOrDefault(e.key(), "body"), e.key(), e.arguments().toArray());
  }
}
