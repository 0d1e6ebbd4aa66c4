package id.narahubung.decisions;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.text.Words;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The forms of what is done to a decision, each a page of its own. */
public final class DecisionActPages {

  /** Those that are a form; signing stands on the decision's own page, changing has its own. */
  static final List<DecisionAct> FORMS =
      List.of(
          DecisionAct.ASK,
          DecisionAct.REPLY,
          DecisionAct.WAIVE,
          DecisionAct.WITHDRAW,
          DecisionAct.EXECUTE,
          DecisionAct.REVIEW);

  private static final int MOST_TEXT = 4_000;

  /** Which field a refusal is about; others are about the decision as a whole. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "decision.refused.cell", "cell",
          "decision.refused.waiver.until", "until",
          "decision.refused.waiver.long", "until",
          "decision.refused.happened", "happened",
          "decision.refused.not_done", "state",
          "decision.refused.review", "broken");

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final DecisionStore decisions;
  private final Dossiers dossiers;
  private final Reviews reviews;
  private final Commands commands;

  /** The acts themselves. */
  record Commands(
      AskBack ask,
      ReplyToQuestion reply,
      ProposeWaiver waive,
      WithdrawDecision withdraw,
      RecordExecution execute,
      ReviewBreak review) {}

  DecisionActPages(
      Database db,
      Pages pages,
      Once once,
      DecisionStore decisions,
      Dossiers dossiers,
      Reviews reviews,
      Commands commands) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.decisions = decisions;
    this.dossiers = dossiers;
    this.reviews = reviews;
    this.commands = commands;
  }

  /** What was read for a form, in one transaction. */
  private record Read(Decision decision, List<Cell> open, List<Reviews.Task> tasks, Instant now) {}

  private Read read(Context ctx, DecisionAct act) {
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          Decision decision = DecisionPages.fetch(tx, decisions, ctx);
          List<Cell> open =
              act == DecisionAct.WAIVE
                  ? dossiers.facts(tx, decision).cells().stream()
                      .filter(cell -> !cell.row().state().isFine())
                      .toList()
                  : List.of();
          return new Read(
              decision,
              open,
              act == DecisionAct.REVIEW ? reviews.of(tx, decision) : List.of(),
              tx.now());
        });
  }

  /** Refuses what cannot be done now before anybody types. */
  void ask(Context ctx, DecisionAct act) {
    Read read = read(ctx, act);
    act.require(read.decision(), Reader.of(ctx).viewer());
    show(ctx, OK, act, Form.ofQuery(ctx), read, "");
  }

  void submit(Context ctx, DecisionAct act) {
    Form form = Form.of(ctx);
    Read read = read(ctx, act);
    PersonViewer viewer = Reader.of(ctx).viewer();
    Optional<Consumer<Tx>> work = work(act, form, read.decision());
    if (work.isEmpty()) {
      show(ctx, UNPROCESSABLE_CONTENT, act, form, read, "");
      return;
    }
    String path = read.decision().path();
    try {
      once.run(
          viewer,
          form.act(),
          tx -> {
            work.get().accept(tx);
            return path;
          },
          (tx, done) -> path);
    } catch (RuleBroken e) {
      String field = FIELDS.get(e.key());
      if (field != null) {
        form.refuse(field, e.key(), e.arguments().toArray());
        show(ctx, UNPROCESSABLE_CONTENT, act, form, read, "");
      } else {
        String refusal = Reader.of(ctx).words().say(e.key(), e.arguments().toArray());
        show(ctx, CONFLICT, act, form, read, refusal);
      }
      return;
    } catch (Stale e) {
      String refusal = Reader.of(ctx).words().say("decision.refused.meanwhile");
      show(ctx, CONFLICT, act, form, read(ctx, act), refusal);
      return;
    }
    Flash.say(ctx, "decision." + act.code() + ".done");
    ctx.redirect(path, SEE_OTHER);
  }

  /** What was typed, as work to do; empty, and said in the form, where something is missing. */
  private Optional<Consumer<Tx>> work(DecisionAct act, Form form, Decision decision) {
    long id = decision.id();
    return switch (act) {
      case ASK -> {
        form.need("question", "decision.refused.question", MOST_TEXT);
        yield good(
            form,
            tx -> commands.ask().run(tx, form.act(), id, form.version(), form.text("question")));
      }
      case REPLY -> {
        form.need("reply", "decision.refused.reply", MOST_TEXT);
        yield good(
            form,
            tx -> commands.reply().run(tx, form.act(), id, form.version(), form.text("reply")));
      }
      case WITHDRAW -> {
        form.need("reason", "decision.refused.reason", MOST_TEXT);
        yield good(
            form,
            tx -> commands.withdraw().run(tx, form.act(), id, form.version(), form.text("reason")));
      }
      case WAIVE -> waiver(form, id);
      case EXECUTE -> execution(form, id);
      case REVIEW -> {
        if (!form.has("broken")) {
          form.refuse("broken", "decision.fault.broken");
        }
        form.need("outcome", "decision.refused.outcome", MOST_TEXT);
        yield good(
            form,
            tx ->
                commands
                    .review()
                    .run(tx, form.act(), id, form.text("broken"), form.text("outcome")));
      }
      case CHANGE, SIGN -> throw new IllegalArgumentException(act.code());
    };
  }

  private static Optional<Consumer<Tx>> good(Form form, Consumer<Tx> work) {
    return form.isGood() ? Optional.of(work) : Optional.empty();
  }

  private Optional<Consumer<Tx>> waiver(Form form, long id) {
    Optional<CellKey> cell = CellKey.read(form.text("cell"));
    Optional<LocalDate> until = form.date("until");
    if (cell.isEmpty()) {
      form.refuse("cell", "decision.fault.cell");
    }
    form.need("reason", "decision.refused.waiver.reason", MOST_TEXT);
    form.need("owner", "decision.refused.waiver.owner", 200);
    if (until.isEmpty()) {
      form.refuse("until", "decision.fault.until");
    }
    return good(
        form,
        tx ->
            commands
                .waive()
                .run(
                    tx,
                    form.act(),
                    id,
                    new WaiverGiven(
                        cell.orElseThrow(),
                        form.text("reason"),
                        until.orElseThrow(),
                        form.text("owner"))));
  }

  private Optional<Consumer<Tx>> execution(Form form, long id) {
    Optional<ExecutionState> state = ExecutionState.find(form.text("state"));
    Optional<Instant> happened = form.instant("happened", Words.WIB);
    form.need("provider", "decision.refused.provider", 100);
    if (state.isEmpty()) {
      form.refuse("state", "decision.fault.state");
    }
    if (happened.isEmpty()) {
      form.refuse("happened", "decision.fault.time");
    }
    if (form.text("note").length() > 1_000) {
      form.refuse("note", "fault.too_long", 1_000);
    }
    return good(
        form,
        tx ->
            commands
                .execute()
                .run(
                    tx,
                    form.act(),
                    id,
                    new ExecutionGiven(
                        form.text("provider"),
                        state.orElseThrow(),
                        happened.orElseThrow(),
                        form.text("note"))));
  }

  private void show(
      Context ctx, HttpStatus status, DecisionAct act, Form form, Read read, String refusal) {
    Words words = Reader.of(ctx).words();
    Decision decision = read.decision();
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("decision." + act.code() + ".title"),
            new Link(decision.path(), words.say("decision.back")),
            words.say("decision." + act.code() + ".about"),
            act == DecisionAct.REPLY
                ? decision.openQuestion().map(Decision.Question::text).orElse("")
                : "",
            refusal,
            decision.path() + "/" + act.path(),
            Integer.toString(decision.version()),
            Optional.empty(),
            List.of(),
            controls(words, form, act, read),
            words.say("decision." + act.code() + ".save"),
            form.errors(words)));
  }

  private static List<Control> controls(Words words, Form form, DecisionAct act, Read read) {
    return switch (act) {
      case ASK -> List.of(of(words, form).of(Kind.AREA, "question", true));
      case REPLY -> List.of(of(words, form).of(Kind.AREA, "reply", true));
      case WITHDRAW -> List.of(of(words, form).of(Kind.AREA, "reason", true));
      case WAIVE -> waiverControls(words, of(words, form), read);
      case EXECUTE ->
          executionControls(
              words, of(words, form.withWhereEmpty("happened", DecisionForm.local(read.now()))));
      case REVIEW -> {
        Controls controls = of(words, form);
        yield List.of(
            controls.of(
                Kind.RADIOS,
                "broken",
                true,
                read.tasks().stream().map(task -> task(words, controls, task)).toList()),
            controls.of(Kind.AREA, "outcome", true));
      }
      case CHANGE, SIGN -> throw new IllegalArgumentException(act.code());
    };
  }

  private static Controls of(Words words, Form form) {
    return new Controls(words, form, "decision.act.");
  }

  private static Choice task(Words words, Controls controls, Reviews.Task task) {
    return controls.choice(
        "broken",
        task.broken(),
        words.say(
            "decision.broken." + task.how(),
            words.label(task.kind()),
            task.commitment(),
            words.date(task.since())));
  }

  private static List<Control> waiverControls(Words words, Controls controls, Read read) {
    List<Choice> cells = new ArrayList<>();
    cells.add(controls.choice("cell", "", words.say("decision.act.cell.none")));
    read.open()
        .forEach(
            cell ->
                cells.add(
                    controls.choice(
                        "cell",
                        cell.key().toString(),
                        cell.key().kind() == CellKey.Kind.COMMITMENT
                            ? words.label(cell.label()) + " (" + cell.key().code() + ")"
                            : words.label(cell.label()))));
    return List.of(
        controls.of(Kind.SELECT, "cell", true, cells),
        controls.of(Kind.AREA, "reason", true),
        controls.of(Kind.TEXT, "owner", true),
        controls.of(Kind.DATE, "until", true));
  }

  private static List<Control> executionControls(Words words, Controls controls) {
    return List.of(
        controls.of(Kind.TEXT, "provider", true),
        controls.of(
            Kind.RADIOS,
            "state",
            true,
            Arrays.stream(ExecutionState.values())
                .map(
                    each ->
                        controls.choice(
                            "state", each.code(), words.say("decision.execution." + each.code())))
                .toList()),
        controls.of(Kind.DATETIME, "happened", true),
        controls.of(Kind.TEXT, "note", false));
  }
}
