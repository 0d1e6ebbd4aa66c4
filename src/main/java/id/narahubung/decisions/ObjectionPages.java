package id.narahubung.decisions;

import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;

import id.narahubung.access.NotFound;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.requests.ObjectionOutcome;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.OnceForm;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms of what a company says against a decision, and of how that ends. */
public final class ObjectionPages {

  private static final int MOST_TEXT = 10_000;

  private final Database db;
  private final Pages pages;
  private final OnceForm forms;
  private final DecisionStore decisions;
  private final ContestDecision contest;

  ObjectionPages(
      Database db, Pages pages, Once once, DecisionStore decisions, ContestDecision contest) {
    this.db = db;
    this.pages = pages;
    this.forms = new OnceForm(once);
    this.decisions = decisions;
    this.contest = contest;
  }

  private ObjectionAct.Case read(Context ctx) {
    return db.as(
        Reader.of(ctx).viewer(), tx -> contest.read(tx, DecisionPages.fetch(tx, decisions, ctx)));
  }

  /** Refuses what cannot be done now before anybody types. */
  void ask(Context ctx, ObjectionAct act) {
    ObjectionAct.Case read = read(ctx);
    act.require(read, Reader.of(ctx).viewer());
    show(ctx, OK, act, Form.ofQuery(ctx), read, "");
  }

  void submit(Context ctx, ObjectionAct act) {
    Form form = Form.of(ctx);
    ObjectionAct.Case read = read(ctx);
    String number = read.decision().number().orElseThrow(() -> new NotFound("decision"));
    Optional<ObjectionOutcome> outcome =
        ObjectionOutcome.find(form.text("outcome")).filter(ObjectionOutcome.BY_MINISTRY::contains);
    if (act == ObjectionAct.DECIDE && outcome.isEmpty()) {
      form.refuse("outcome", "decision.refused.objection.outcome");
    }
    form.need("reason", "decision.refused.objection.reason", MOST_TEXT);
    if (forms.isDone(
        ctx,
        form,
        tx -> run(tx, act, form, number, outcome),
        (status, refusal) -> show(ctx, status, act, form, read, refusal))) {
      Flash.say(ctx, "decision.objection." + act.code() + ".done");
      ctx.redirect(read.decision().path() + "#objection", SEE_OTHER);
    }
  }

  private void run(
      Tx tx, ObjectionAct act, Form form, String number, Optional<ObjectionOutcome> outcome) {
    String reason = form.text("reason");
    switch (act) {
      case OBJECT -> contest.run(tx, form.act(), number, reason);
      case DECIDE -> contest.decide(tx, form.act(), number, outcome.orElseThrow(), reason);
      case TAKE_BACK -> contest.takeBack(tx, form.act(), number, reason);
    }
  }

  private void show(
      Context ctx,
      HttpStatus status,
      ObjectionAct act,
      Form form,
      ObjectionAct.Case read,
      String refusal) {
    Words words = Reader.of(ctx).words();
    Decision decision = read.decision();
    String number = decision.number().orElseThrow(() -> new NotFound("decision"));
    String key = "decision.objection." + act.code();
    Controls controls = new Controls(words, form, "decision.objection.");
    List<Control> all = new ArrayList<>();
    if (act == ObjectionAct.DECIDE) {
      all.add(
          controls.of(
              Kind.RADIOS,
              "outcome",
              true,
              ObjectionOutcome.BY_MINISTRY.stream()
                  .map(
                      each ->
                          controls.choice(
                              "outcome",
                              each.code(),
                              words.say("decision.objection.outcome." + each.code())))
                  .toList()));
    }
    all.add(controls.of(Kind.AREA, "reason", true));
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say(key + ".title", number),
            new Link(decision.path(), number),
            words.say(key + ".about"),
            act == ObjectionAct.DECIDE ? read.objection().map(Objection::reason).orElse("") : "",
            refusal,
            decision.path() + "/" + act.path(),
            "",
            Optional.empty(),
            List.of(),
            all,
            words.say(key + ".save"),
            form.errors(words)));
  }
}
