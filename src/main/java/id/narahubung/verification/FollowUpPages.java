package id.narahubung.verification;

import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.text.Words;
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
import java.util.List;
import java.util.Optional;

/** The form that puts aside what was to follow from a check. */
public final class FollowUpPages {

  private static final int MOST_TEXT = 4_000;

  private final Database db;
  private final Pages pages;
  private final OnceForm forms;
  private final VerificationStore steps;
  private final FollowStore follow;
  private final PutFollowUpAside putAside;

  FollowUpPages(
      Database db,
      Pages pages,
      Once once,
      VerificationStore steps,
      FollowStore follow,
      PutFollowUpAside putAside) {
    this.db = db;
    this.pages = pages;
    this.forms = new OnceForm(once);
    this.steps = steps;
    this.follow = follow;
    this.putAside = putAside;
  }

  private VerificationResult read(Context ctx) {
    String number = VerificationPages.number(ctx);
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> steps.findResult(tx, number).orElseThrow(() -> new NotFound(number)));
  }

  /** Refuses where nothing is to follow before anybody types. */
  void ask(Context ctx) {
    VerificationResult result = read(ctx);
    if (!db.as(Reader.of(ctx).viewer(), tx -> follow.isOpen(tx, result))) {
      throw new RuleBroken("verification.refused.follow");
    }
    show(ctx, OK, Form.ofQuery(ctx), result, "");
  }

  void submit(Context ctx) {
    Form form = Form.of(ctx);
    VerificationResult result = read(ctx);
    form.need("reason", "verification.refused.reason", MOST_TEXT);
    if (forms.isDone(
        ctx,
        form,
        tx -> putAside.run(tx, form.act(), result.number(), form.text("reason")),
        (status, refusal) -> show(ctx, status, form, result, refusal))) {
      Flash.say(ctx, "verification.follow.aside.done");
      ctx.redirect("/verifications/" + result.number(), SEE_OTHER);
    }
  }

  private void show(
      Context ctx, HttpStatus status, Form form, VerificationResult result, String refusal) {
    Words words = Reader.of(ctx).words();
    String path = "/verifications/" + result.number();
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("verification.follow.aside.title", result.number()),
            new Link(path, words.say("verification.back", result.number())),
            words.say("verification.follow.aside.about"),
            new VerificationWording(words).follows(result),
            refusal,
            path + "/follow-up",
            "",
            Optional.empty(),
            List.of(),
            List.of(
                new Controls(words, form, "verification.follow.aside.")
                    .of(Kind.AREA, "reason", true)),
            words.say("verification.follow.aside.save"),
            form.errors(words)));
  }
}
