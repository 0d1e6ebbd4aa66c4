package id.narahubung.decisions;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.accounts.ConfirmPassword;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** Where a decision is signed, and a waiver as the second person. */
public final class SignDecisionPages {

  /** Which field a refusal of the signing is about; others are about the decision as a whole. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry(ConfirmPassword.WRONG, "password"),
          Map.entry(ConfirmPassword.WAIT, "password"),
          Map.entry("decision.refused.choice", "kind"),
          Map.entry("decision.refused.not_shut", "kind"),
          Map.entry("decision.refused.never_blocked", "kind"),
          Map.entry("decision.refused.needs_conditions", "kind"),
          Map.entry("decision.refused.needs_end", "ends"),
          Map.entry("decision.refused.ends", "ends"),
          Map.entry("decision.refused.no_end", "ends"),
          Map.entry("decision.refused.needs_watch", "watch"),
          Map.entry("decision.refused.note", "note"));

  private final Database db;
  private final Once once;
  private final DecisionStore decisions;
  private final DecisionShowPages shown;
  private final ConfirmPassword password;
  private final SignDecision sign;
  private final SecondWaiver second;

  SignDecisionPages(
      Database db,
      Once once,
      DecisionStore decisions,
      DecisionShowPages shown,
      ConfirmPassword password,
      SignDecision sign,
      SecondWaiver second) {
    this.db = db;
    this.once = once;
    this.decisions = decisions;
    this.shown = shown;
    this.password = password;
    this.sign = sign;
    this.second = second;
  }

  void sign(Context ctx) {
    Form form = Form.of(ctx);
    Reader reader = Reader.of(ctx);
    Decision decision = db.as(reader.viewer(), tx -> DecisionPages.fetch(tx, decisions, ctx));
    if (once.isDone(reader.viewer(), form.act())) {
      ctx.redirect(decision.path(), SEE_OTHER);
      return;
    }
    try {
      SigningGiven given = SigningForm.read(form);
      if (!form.isGood()) {
        shown.show(ctx, UNPROCESSABLE_CONTENT, Optional.of(form), "");
        return;
      }
      // Whoever may not sign need not say who they are.
      DecisionAct.SIGN.require(decision, reader.viewer());
      password.run(reader.viewer(), form.raw("password"), ctx.ip());
      String path =
          once.run(
              reader.viewer(),
              form.act(),
              tx -> {
                String number = sign.run(tx, form.act(), decision.id(), form.version(), given);
                return "/decisions/" + number;
              },
              (tx, done) -> decision.path());
      Flash.say(ctx, "decision.signed.done");
      ctx.redirect(path, SEE_OTHER);
    } catch (RuleBroken e) {
      refused(ctx, form, e);
    } catch (Stale e) {
      shown.show(
          ctx, CONFLICT, Optional.of(form), reader.words().say("decision.refused.meanwhile"));
    }
  }

  private void refused(Context ctx, Form form, RuleBroken e) {
    String field = FIELDS.get(e.key());
    if (field != null) {
      form.refuse(field, e.key(), e.arguments().toArray());
      shown.show(ctx, UNPROCESSABLE_CONTENT, Optional.of(form), "");
    } else {
      String refusal = Reader.of(ctx).words().say(e.key(), e.arguments().toArray());
      shown.show(ctx, CONFLICT, Optional.of(form), refusal);
    }
  }

  void second(Context ctx) {
    Form form = Form.of(ctx);
    long waiver = PathId.of(ctx, "waiver");
    Reader reader = Reader.of(ctx);
    PersonViewer viewer = reader.viewer();
    try {
      if (!once.isDone(viewer, form.act())) {
        DecisionAct.WAIVE.require(
            db.as(viewer, tx -> DecisionPages.fetch(tx, decisions, ctx)), viewer);
        password.run(viewer, form.raw("password"), ctx.ip());
      }
    } catch (RuleBroken e) {
      String refusal = reader.words().say(e.key(), e.arguments().toArray());
      shown.show(ctx, UNPROCESSABLE_CONTENT, Optional.empty(), refusal);
      return;
    }
    String path =
        once.run(
            viewer,
            form.act(),
            tx -> {
              Decision decision = DecisionPages.fetch(tx, decisions, ctx);
              second.run(tx, form.act(), decision.id(), waiver);
              return decision.path();
            },
            (tx, done) -> DecisionPages.fetch(tx, decisions, ctx).path());
    Flash.say(ctx, "decision.second.done");
    ctx.redirect(path, SEE_OTHER);
  }
}
