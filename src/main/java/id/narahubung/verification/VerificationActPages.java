package id.narahubung.verification;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Once;
import id.narahubung.rules.CheckMethod;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.verification.Recorded.Answer;
import id.narahubung.verification.Recorded.Checked;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms of what is done to a step, each a page of its own. */
public final class VerificationActPages {

  private static final int MOST_TEXT = 4_000;
  private static final int MOST_NOTES = 8_000;
  private static final int MOST_FINDINGS = 4_000;
  private static final int MOST_SHORT = 500;
  private static final int MOST_CHECK_NOTE = 1_000;
  private static final int MOST_LINES = 200;

  /** Fields that take more than a line. */
  private static final Set<String> AREAS =
      Set.of(
          "document_says",
          "minutes",
          "signed_in_seen",
          "signed_out_seen",
          "accounts",
          "said",
          "before",
          "seen_now");

  /** Which field a refusal is about; others are about the step as a whole. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "verification.refused.future", "carried_out_on",
          "verification.refused.caught", "caught",
          "verification.refused.findings", "findings",
          "verification.refused.follow_up", "follow_up",
          "verification.refused.new_due", "new_due_on",
          "verification.refused.valid_until", "valid_until",
          "verification.refused.reason", "reason",
          "commitment.refused.short", "value",
          "commitment.fault.no_value", "value");

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final VerificationStore steps;
  private final SampleStore samples;
  private final RuleStore rules;
  private final Commands commands;

  /** The acts themselves. */
  record Commands(
      RecordVerification record, ConcludeVerification conclude, CallOffVerification callOff) {}

  VerificationActPages(
      Database db,
      Pages pages,
      Once once,
      VerificationStore steps,
      SampleStore samples,
      RuleStore rules,
      Commands commands) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.steps = steps;
    this.samples = samples;
    this.rules = rules;
    this.commands = commands;
  }

  /** What was read for the page, in one transaction. */
  private record Read(
      VerificationStep step,
      RuleSet rules,
      Optional<Recorded> recorded,
      List<By> recorders,
      Optional<Sample> sample,
      LocalDate today) {

    /** Whether it is a sample of answered items that it would settle. */
    boolean maySettle() {
      return sample
          .filter(each -> each.source() == Sample.Source.ITEMS)
          .flatMap(Sample::result)
          .filter(VerificationResult.Sampled::isPassed)
          .isPresent();
    }

    CheckMethod method() {
      return rules.checkMethod(step.methodCode());
    }

    List<ChecklistEntry> checklist() {
      return rules.checklist(step.methodCode());
    }
  }

  private Read read(Context ctx) {
    String number = VerificationPages.number(ctx);
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          VerificationStep step = steps.fetch(tx, number);
          return new Read(
              step,
              rules.fetch(tx, step.ruleSetId()),
              steps.recorded(tx, step),
              steps.recorders(tx, step),
              samples.find(tx, step),
              VerificationActs.today(tx));
        });
  }

  /** Refuses what cannot be done now before anybody types. */
  void ask(Context ctx, VerificationAct act) {
    PersonViewer viewer = Reader.of(ctx).viewer();
    Read read = read(ctx);
    act.require(read.rules(), read.step(), read.recorders(), viewer);
    show(ctx, OK, act, blank(act, read), read, "");
  }

  private static Form blank(VerificationAct act, Read read) {
    Form form = Form.empty().with("version", List.of(Integer.toString(read.step().version())));
    return switch (act) {
      case RECORD -> recorded(form, read);
      case CONCLUDE ->
          read.recorded()
              .flatMap(Recorded::value)
              .map(value -> form.with("value", List.of(value.toPlainString())))
              .orElse(form);
      case CALL_OFF -> form;
    };
  }

  /** What was recorded before, to be corrected; the plan where nothing was. */
  private static Form recorded(Form blank, Read read) {
    Form form = blank;
    LocalDate day =
        read.recorded()
            .map(Recorded::carriedOutOn)
            .orElseGet(
                () ->
                    read.step().plan().on().isAfter(read.today())
                        ? read.today()
                        : read.step().plan().on());
    form = form.with("carried_out_on", List.of(day.toString()));
    form = form.with("place", List.of(read.step().plan().place()));
    if (read.recorded().isEmpty()) {
      return form;
    }
    Recorded before = read.recorded().get();
    form = form.with("network", List.of(before.network()));
    form = form.with("notes", List.of(before.notes()));
    for (Map.Entry<String, String> field : before.fields().entrySet()) {
      form = form.with(field.getKey(), List.of(field.getValue()));
    }
    for (Line.Kind kind : Recorded.lines(read.method().form())) {
      form =
          form.with(
              kind.code(),
              List.of(
                  before.lines().stream()
                      .filter(line -> line.kind() == kind)
                      .map(Line::typed)
                      .collect(Collectors.joining("\n"))));
    }
    for (Checked check : before.checks()) {
      form = form.with("check_" + check.entry(), List.of(check.answer().code()));
      form = form.with("note_" + check.entry(), List.of(check.note()));
    }
    return form;
  }

  void submit(Context ctx, VerificationAct act) {
    String number = VerificationPages.number(ctx);
    Form form = Form.of(ctx);
    Read read = read(ctx);
    Optional<Consumer<Tx>> work = read(act, form, read);
    if (work.isEmpty()) {
      show(ctx, UNPROCESSABLE_CONTENT, act, form, read, "");
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            work.get().accept(tx);
            return number;
          },
          (tx, done) -> number);
    } catch (RuleBroken e) {
      String field = FIELDS.get(e.key());
      if (field != null) {
        form.refuse(field, e.key(), e.arguments().toArray());
        show(ctx, UNPROCESSABLE_CONTENT, act, form, read, "");
      } else {
        show(ctx, CONFLICT, act, form, read, said(ctx, e));
      }
      return;
    } catch (Stale e) {
      // What was typed stays, and is sent for the step as it stands now.
      Read now = read(ctx);
      Form again = form.with("version", List.of(Integer.toString(now.step().version())));
      show(
          ctx, CONFLICT, act, again, now, Reader.of(ctx).words().say("verification.refused.stale"));
      return;
    }
    Flash.say(ctx, "verification." + act.code() + ".done");
    ctx.redirect("/verifications/" + number, SEE_OTHER);
  }

  private static String said(Context ctx, RuleBroken e) {
    return Reader.of(ctx).words().say(e.key(), e.arguments().toArray());
  }

  /** What was typed, as work to do; empty, and said in the form, where something is missing. */
  private Optional<Consumer<Tx>> read(VerificationAct act, Form form, Read read) {
    String number = read.step().number();
    return switch (act) {
      case RECORD ->
          recorded(form, read.method(), read.checklist())
              .map(
                  given ->
                      tx -> commands.record().run(tx, form.act(), number, form.version(), given));
      case CONCLUDE ->
          conclusion(form)
              .map(
                  given ->
                      tx -> commands.conclude().run(tx, form.act(), number, form.version(), given));
      case CALL_OFF -> {
        form.need("reason", "verification.refused.reason", MOST_TEXT);
        yield form.isGood()
            ? Optional.of(
                tx ->
                    commands
                        .callOff()
                        .run(tx, form.act(), number, form.version(), form.text("reason")))
            : Optional.empty();
      }
    };
  }

  private static Optional<Recorded> recorded(
      Form form, CheckMethod method, List<ChecklistEntry> checklist) {
    Optional<LocalDate> day = form.date("carried_out_on");
    if (day.isEmpty()) {
      form.refuse("carried_out_on", "verification.fault.date");
    }
    keepShort(form, "place", MOST_SHORT);
    keepShort(form, "network", MOST_SHORT);
    keepShort(form, "notes", MOST_NOTES);
    Map<String, String> fields = new HashMap<>();
    for (String field : Recorded.fields(method.form())) {
      keepShort(form, field, MOST_TEXT);
      if (Recorded.isNumber(field) && !form.text(field).matches("\\d{0,6}")) {
        form.refuse(field, "verification.fault.number");
      }
      fields.put(field, form.text(field));
    }
    List<Line> lines = new ArrayList<>();
    for (Line.Kind kind : Recorded.lines(method.form())) {
      lines.addAll(lines(form, kind));
    }
    List<Checked> checks =
        checklist.stream().flatMap(entry -> checked(form, entry).stream()).toList();
    return form.isGood()
        ? Optional.of(
            new Recorded(
                day.orElseThrow(),
                form.text("place"),
                form.text("network"),
                form.text("notes"),
                fields,
                lines,
                checks))
        : Optional.empty();
  }

  private static void keepShort(Form form, String field, int most) {
    if (form.text(field).length() > most) {
      form.refuse(field, "fault.too_long", most);
    }
  }

  private static List<Line> lines(Form form, Line.Kind kind) {
    List<String> typed =
        form.text(kind.code()).lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
    if (typed.size() > MOST_LINES) {
      form.refuse(kind.code(), "verification.fault.lines", MOST_LINES);
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      Optional<Line> line = Line.read(kind, typed.get(i));
      if (line.isEmpty()) {
        form.refuse(kind.code(), "verification.fault." + kind.code(), i + 1);
      }
      line.ifPresent(lines::add);
    }
    return lines;
  }

  private static Optional<Checked> checked(Form form, ChecklistEntry entry) {
    String note = "note_" + entry.code();
    keepShort(form, note, MOST_CHECK_NOTE);
    Optional<Answer> answer =
        Arrays.stream(Answer.values())
            .filter(each -> each.code().equals(form.text("check_" + entry.code())))
            .findFirst();
    if (answer.isEmpty() && form.has(note)) {
      form.refuse("check_" + entry.code(), "verification.fault.check");
    }
    return answer.map(each -> new Checked(entry.code(), each, form.text(note)));
  }

  private static Optional<ConclusionGiven> conclusion(Form form) {
    Optional<VerificationOutcome> outcome = VerificationOutcome.find(form.text("outcome"));
    if (outcome.isEmpty()) {
      form.refuse("outcome", "verification.fault.outcome");
    }
    String typed = form.text("value").replace(',', '.');
    if (!typed.isEmpty() && !typed.matches("\\d{1,12}(\\.\\d{1,4})?")) {
      form.refuse("value", "verification.fault.value");
    }
    form.need("findings", "verification.refused.findings", MOST_FINDINGS);
    Optional<LocalDate> newDue = day(form, "new_due_on");
    Optional<LocalDate> until = day(form, "valid_until");
    return form.isGood()
        ? Optional.of(
            new ConclusionGiven(
                outcome.orElseThrow(),
                typed.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(typed)),
                form.text("findings"),
                FollowUp.find(form.text("follow_up")),
                newDue,
                until,
                form.has("settles")))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(Form form, String field) {
    Optional<LocalDate> day = form.date(field);
    if (form.has(field) && day.isEmpty()) {
      form.refuse(field, "verification.fault.date");
    }
    return day;
  }

  private void show(
      Context ctx, HttpStatus status, VerificationAct act, Form form, Read read, String refusal) {
    Words words = Reader.of(ctx).words();
    String number = read.step().number();
    String href = "/verifications/" + number;
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("verification." + act.code() + ".title", number),
            new Link(href, words.say("verification.back", number)),
            about(words, act, read),
            read.step().claim(),
            refusal,
            href + "/" + act.path(),
            form.text("version"),
            Optional.empty(),
            List.of(),
            controls(words, form, act, read),
            words.say("verification." + act.code() + ".save"),
            form.errors(words)));
  }

  private static String about(Words words, VerificationAct act, Read read) {
    String about = words.say("verification." + act.code() + ".about");
    return act == VerificationAct.CONCLUDE
        ? read.sample()
            .flatMap(Sample::result)
            .map(
                result ->
                    about
                        + " "
                        + words.say(
                            "verification.conclude.sample",
                            new VerificationWording(words).proven(result.deciding())))
            .orElse(about)
        : about;
  }

  private static List<Control> controls(Words words, Form form, VerificationAct act, Read read) {
    Controls controls = new Controls(words, form, "verification.form.");
    return switch (act) {
      case RECORD -> recording(words, controls, read);
      case CONCLUDE -> concluding(words, controls, read);
      case CALL_OFF -> List.of(controls.of(Kind.AREA, "reason", true));
    };
  }

  private static List<Control> recording(Words words, Controls controls, Read read) {
    List<Control> all = new ArrayList<>();
    all.add(controls.of(Kind.DATE, "carried_out_on", true));
    all.add(controls.of(Kind.TEXT, "place", false));
    all.add(controls.of(Kind.TEXT, "network", false));
    for (String field : Recorded.fields(read.method().form())) {
      all.add(controls.of(AREAS.contains(field) ? Kind.AREA : Kind.TEXT, field, false));
    }
    for (Line.Kind kind : Recorded.lines(read.method().form())) {
      all.add(controls.of(Kind.AREA, kind.code(), false));
    }
    for (ChecklistEntry entry : read.checklist()) {
      String check = "check_" + entry.code();
      String label = words.label(entry.label());
      all.add(
          controls.of(
              Kind.SELECT,
              check,
              words.say("verification.form.check", label),
              false,
              Stream.concat(
                      Stream.of(controls.choice(check, "", words.say("verification.check.none"))),
                      Arrays.stream(Answer.values())
                          .map(
                              each ->
                                  controls.choice(
                                      check,
                                      each.code(),
                                      words.say("verification.check." + each.code()))))
                  .toList()));
      all.add(
          controls.of(
              Kind.TEXT,
              "note_" + entry.code(),
              words.say("verification.form.check_note", label),
              false,
              List.of()));
    }
    all.add(controls.of(Kind.AREA, "notes", false));
    return all;
  }

  private static List<Control> concluding(Words words, Controls controls, Read read) {
    List<Choice> next =
        Stream.concat(
                Stream.of(controls.choice("follow_up", "", words.say("verification.form.choose"))),
                Arrays.stream(FollowUp.values())
                    .map(
                        each ->
                            controls.choice(
                                "follow_up",
                                each.code(),
                                words.say("verification.follow_up." + each.code()))))
            .toList();
    List<Control> all = new ArrayList<>();
    all.add(
        controls.of(
            Kind.RADIOS,
            "outcome",
            true,
            Arrays.stream(VerificationOutcome.values())
                .map(
                    each ->
                        controls.choice(
                            "outcome",
                            each.code(),
                            words.say("verification.outcome." + each.code())))
                .toList()));
    all.add(controls.of(Kind.TEXT, "value", false));
    all.add(controls.of(Kind.AREA, "findings", true));
    if (read.maySettle()) {
      all.add(
          controls.of(
              Kind.CHECKBOXES,
              "settles",
              false,
              List.of(
                  controls.choice("settles", "yes", words.say("verification.form.settles.yes")))));
    }
    all.add(controls.of(Kind.SELECT, "follow_up", false, next));
    all.add(controls.of(Kind.DATE, "new_due_on", false));
    all.add(controls.of(Kind.DATE, "valid_until", false));
    return all;
  }
}
