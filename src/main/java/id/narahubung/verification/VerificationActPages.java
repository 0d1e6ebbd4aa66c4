package id.narahubung.verification;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentStore;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FilesForm;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.ledger.Once;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms of what is done to a step, each a page of its own. */
public final class VerificationActPages {

  private static final int MOST_TEXT = 4_000;

  /** Which field a refusal is about; others are about the step as a whole. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("verification.refused.future", "carried_out_on"),
          Map.entry("verification.refused.caught", "caught"),
          Map.entry("verification.refused.findings", "findings"),
          Map.entry("verification.refused.follow_up", "follow_up"),
          Map.entry("verification.refused.new_due", "new_due_on"),
          Map.entry("verification.refused.nothing", "nothing_because"),
          Map.entry("verification.refused.something", "nothing_because"),
          Map.entry("verification.refused.minutes", "outcome"),
          Map.entry("verification.refused.valid_until", "valid_until"),
          Map.entry("verification.refused.valid_without_pass", "valid_until"),
          Map.entry("verification.refused.valid_too_long", "valid_until"),
          Map.entry("verification.refused.not_proven", "outcome"),
          Map.entry("verification.refused.urgent", "follow_up"),
          Map.entry(ConcludeVerification.UNANSWERED, "outcome"),
          Map.entry("verification.refused.nobody", "outcome"),
          Map.entry("verification.refused.prevalence", "outcome"),
          Map.entry("verification.refused.hours", "outcome"),
          Map.entry("verification.refused.hours_missing", "outcome"),
          Map.entry("verification.refused.no_call", "outcome"),
          Map.entry("verification.refused.no_document", "outcome"),
          Map.entry("verification.refused.no_device", "outcome"),
          Map.entry("verification.refused.no_link", "outcome"),
          Map.entry("verification.refused.no_source", "outcome"),
          Map.entry("verification.refused.no_recheck", "outcome"),
          Map.entry(CountedShare.UNCOUNTED, "outcome"),
          Map.entry(CountedShare.COUNTS_NOTHING, "outcome"),
          Map.entry("verification.refused.no_heads", "outcome"),
          Map.entry("verification.refused.above_heads", "value"),
          Map.entry("verification.refused.reason", "reason"),
          Map.entry("commitment.refused.short", "value"),
          Map.entry("commitment.refused.valid_until.no_pass", "valid_until"),
          Map.entry("commitment.refused.valid_until.long", "valid_until"),
          Map.entry("commitment.refused.valid_until.evidence", "valid_until"),
          Map.entry("commitment.fault.no_value", "value"),
          Map.entry("verification.refused.files", "files"),
          Map.entry("evidence.refused.restricted", "files"));

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final Stores stores;
  private final Commands commands;

  /** What the forms read. */
  record Stores(
      VerificationStore steps,
      SampleStore samples,
      PopulationStore populations,
      CommitmentStore commitments,
      MeetingStore meetings,
      RuleStore rules) {}

  /** The acts themselves. */
  record Commands(
      RecordVerification record, ConcludeVerification conclude, CallOffVerification callOff) {}

  VerificationActPages(Database db, Pages pages, Once once, Stores stores, Commands commands) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.stores = stores;
    this.commands = commands;
  }

  private StepRead read(Context ctx) {
    String number = VerificationPages.number(ctx);
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          VerificationStep step = stores.steps().fetch(tx, number);
          Optional<Sample> sample = stores.samples().find(tx, step);
          Optional<Recorded> recorded = stores.steps().recorded(tx, step);
          return new StepRead(
              step,
              stores.rules().fetch(tx, step.ruleSetId()),
              recorded,
              stores.steps().recorders(tx, step),
              sample,
              Prevalence.of(stores.populations().prevalence(tx, step), sample),
              HoursToLoad.of(stores.populations().hoursToLoad(tx, step), recorded),
              step.of().commitmentId().map(id -> stores.commitments().fetch(tx, id)),
              stores.meetings().ofVisit(tx, number),
              VerificationActs.today(tx));
        });
  }

  /** Refuses what cannot be done now before anybody types. */
  void ask(Context ctx, VerificationAct act) {
    PersonViewer viewer = Reader.of(ctx).viewer();
    StepRead read = read(ctx);
    act.require(read.rules(), read.step(), read.sample(), read.recorders(), viewer);
    show(ctx, OK, act, blank(act, read), read, "");
  }

  private static Form blank(VerificationAct act, StepRead read) {
    Form form = Form.empty().with("version", List.of(Integer.toString(read.step().version())));
    return switch (act) {
      case RECORD -> RecordForm.before(form, read.step(), read.recorded(), read.today());
      case CONCLUDE ->
          read.recorded()
              .flatMap(Recorded::value)
              .map(value -> form.with("value", List.of(value.toPlainString())))
              .orElse(form)
              .with("claim", List.of(read.step().claim()))
              .with("place", List.of(read.step().plan().place()));
      case CALL_OFF -> form;
    };
  }

  void submit(Context ctx, VerificationAct act) {
    String number = VerificationPages.number(ctx);
    Form form = Form.of(ctx);
    StepRead read = read(ctx);
    Optional<Work> work = read(act, form, read);
    try (FilesForm sent =
        FilesForm.of(ctx, form, VerificationFilePages.MOST_AT_ONCE, "verification.fault.files")) {
      if (work.isEmpty() || !form.isGood()) {
        show(ctx, UNPROCESSABLE_CONTENT, act, form, read, "");
        return;
      }
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            work.get().run(tx, sent.files());
            return number;
          },
          (tx, done) -> number);
    } catch (RuleBroken e) {
      String field = FIELDS.get(e.key());
      if (field != null) {
        form.refuse(
            field,
            e.key(),
            e.key().equals(ConcludeVerification.UNANSWERED)
                ? new Object[] {read(ctx).unanswered(Reader.of(ctx).words())}
                : e.arguments().toArray());
        show(ctx, UNPROCESSABLE_CONTENT, act, form, read, "");
      } else {
        show(ctx, CONFLICT, act, form, read, said(ctx, e));
      }
      return;
    } catch (Stale e) {
      // What was typed stays, and is sent for the step as it stands now.
      StepRead now = read(ctx);
      Form again = form.with("version", List.of(Integer.toString(now.step().version())));
      show(
          ctx, CONFLICT, act, again, now, Reader.of(ctx).words().say("verification.refused.stale"));
      return;
    }
    done(ctx, act, form, read);
    ctx.redirect("/verifications/" + number, SEE_OTHER);
  }

  /** Says that it is done, and of a value better than the company's own word that it is. */
  private static void done(Context ctx, VerificationAct act, Form form, StepRead read) {
    String key = "verification." + act.code() + ".done";
    Words words = Reader.of(ctx).words();
    VerificationWording wording = new VerificationWording(words);
    // What was counted nobody can have mistyped.
    Optional<BigDecimal> found =
        act == VerificationAct.CONCLUDE && read.counted().isEmpty()
            ? ConclusionForm.value(form.text("value"))
            : Optional.empty();
    found
        .flatMap(read::surpassed)
        .ifPresentOrElse(
            last ->
                Flash.say(
                    ctx,
                    key + ".better",
                    wording.value(found.orElseThrow()),
                    wording.value(last.value()),
                    words.date(last.asOf())),
            () -> Flash.say(ctx, key));
  }

  private static String said(Context ctx, RuleBroken e) {
    return Reader.of(ctx).words().say(e.key(), e.arguments().toArray());
  }

  /** What was typed, ready to be done with the files that came with it. */
  private interface Work {
    void run(Tx tx, List<ReceivedFile> files);
  }

  /** What was typed, as work to do; empty, and said in the form, where something is missing. */
  private Optional<Work> read(VerificationAct act, Form form, StepRead read) {
    String number = read.step().number();
    return switch (act) {
      case RECORD ->
          RecordForm.read(form, read)
              .map(
                  given ->
                      (tx, files) ->
                          commands
                              .record()
                              .run(tx, form.act(), number, form.version(), given, files));
      case CONCLUDE ->
          ConclusionForm.read(form)
              .map(
                  given ->
                      (tx, files) ->
                          commands.conclude().run(tx, form.act(), number, form.version(), given));
      case CALL_OFF -> {
        form.need("reason", "verification.refused.reason", MOST_TEXT);
        yield form.isGood()
            ? Optional.of(
                (tx, files) ->
                    commands
                        .callOff()
                        .run(tx, form.act(), number, form.version(), form.text("reason")))
            : Optional.empty();
      }
    };
  }

  private void show(
      Context ctx,
      HttpStatus status,
      VerificationAct act,
      Form form,
      StepRead read,
      String refusal) {
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

  private static String about(Words words, VerificationAct act, StepRead read) {
    String about = words.say("verification." + act.code() + ".about");
    if (act == VerificationAct.RECORD
        && ConcludeVerification.asksForMinutes(read.rules(), read.step())) {
      return about + " " + words.say("verification.record.minutes");
    }
    if (act != VerificationAct.CONCLUDE) {
      return about;
    }
    VerificationWording wording = new VerificationWording(words);
    String open = read.unanswered(words);
    return Stream.of(
            Stream.of(about),
            open.isEmpty()
                ? Stream.<String>empty()
                : Stream.of(words.say("verification.conclude.unanswered", open)),
            read.lacksMinutes()
                ? Stream.of(words.say("verification.conclude.minutes"))
                : Stream.<String>empty(),
            read.said().stream()
                .map(
                    last ->
                        words.say(
                            "verification.conclude.reported",
                            wording.value(last.value()),
                            words.date(last.asOf()))),
            read.sample().flatMap(Sample::result).stream()
                .map(
                    result ->
                        words.say(
                            "verification.conclude.sample", wording.proven(result.deciding()))),
            read.sample().flatMap(Sample::result).filter(each -> each.urgent() > 0).stream()
                .map(result -> words.say("verification.conclude.urgent", wording.urgent(result))),
            read.prevalence().stream()
                .map(
                    each ->
                        words.say(
                            "verification.conclude.prevalence",
                            wording.value(each.most()),
                            wording.value(each.promised()))),
            read.hours().stream()
                .map(
                    each ->
                        each.took()
                            .map(
                                took ->
                                    words.say(
                                        "verification.conclude.hours",
                                        wording.value(took),
                                        wording.value(each.promised())))
                            .orElseGet(
                                () ->
                                    words.say(
                                        "verification.conclude.hours_missing",
                                        wording.value(each.promised())))),
            read.counted().isEmpty() && read.isToBeCounted()
                ? Stream.of(
                    words.say(
                        CountedShare.uncounted(read.method().form()).equals(CountedShare.UNCOUNTED)
                            ? "verification.conclude.uncounted"
                            : "verification.conclude.counts_nothing"))
                : Stream.<String>empty(),
            read.counted().stream()
                .map(
                    share ->
                        words.say(
                            "verification.conclude.counted",
                            wording.value(share.found()),
                            wording.value(share.proven()))))
        .flatMap(each -> each)
        .collect(Collectors.joining(" "));
  }

  private static List<Control> controls(
      Words words, Form form, VerificationAct act, StepRead read) {
    Controls controls = new Controls(words, form, "verification.form.");
    return switch (act) {
      case RECORD -> RecordForm.controls(words, controls, read);
      case CONCLUDE ->
          ConclusionForm.controls(
              words,
              controls,
              read.maySettle(),
              read.counted().isPresent() || read.isToBeCounted(),
              read.heads().flatMap(HeadCount::sum));
      case CALL_OFF -> List.of(controls.of(Kind.AREA, "reason", true));
    };
  }
}
