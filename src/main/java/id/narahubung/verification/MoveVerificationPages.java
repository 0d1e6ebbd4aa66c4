package id.narahubung.verification;

import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.text.Words;
import id.narahubung.verification.PlanGiven.When;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form by which a step is moved to another day, place or officer. */
public final class MoveVerificationPages {

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final VerificationStore steps;
  private final PlanVerification plan;

  MoveVerificationPages(
      Database db, Pages pages, Once once, VerificationStore steps, PlanVerification plan) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.steps = steps;
    this.plan = plan;
  }

  /** What the form of a step that is moved is drawn from. */
  private record Moving(
      VerificationStep step, List<VerificationStore.Officer> officers, LocalDate today) {

    /** The day it is planned for; of one that has passed today. */
    LocalDate day() {
      return step.plan().on().isBefore(today) ? today : step.plan().on();
    }
  }

  private Moving moving(Context ctx) {
    String number = VerificationPages.number(ctx);
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> new Moving(steps.fetch(tx, number), steps.officers(tx), VerificationActs.today(tx)));
  }

  void ask(Context ctx) {
    Moving moving = moving(ctx);
    moving.step().requireOpen();
    VerificationStep.Plan now = moving.step().plan();
    Form form =
        Form.of(
            Map.of(
                "day", List.of(moving.day().toString()),
                "time", List.of(now.at().map(LocalTime::toString).orElse("")),
                "place", List.of(now.place()),
                "officer", List.of(Long.toString(now.officerId())),
                "version", List.of(Integer.toString(moving.step().version()))));
    show(ctx, OK, form, moving);
  }

  void change(Context ctx) {
    String number = VerificationPages.number(ctx);
    Form form = Form.of(ctx);
    Optional<When> given = WhenForm.read(form);
    if (given.isEmpty()) {
      show(ctx, UNPROCESSABLE_CONTENT, form, moving(ctx));
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            plan.change(tx, form.act(), number, form.version(), given.get());
            return number;
          },
          (tx, done) -> number);
    } catch (RuleBroken e) {
      WhenForm.refuse(form, e);
      show(ctx, UNPROCESSABLE_CONTENT, form, moving(ctx));
      return;
    }
    Flash.say(ctx, "verification.move.done");
    ctx.redirect("/verifications/" + number, SEE_OTHER);
  }

  private void show(Context ctx, HttpStatus status, Form form, Moving moving) {
    Words words = Reader.of(ctx).words();
    String href = "/verifications/" + moving.step().number();
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("verification.move.title", moving.step().number()),
            new Link(href, words.say("verification.back", moving.step().number())),
            moving.step().claim(),
            href + "/plan",
            form.text("version"),
            Optional.empty(),
            List.of(),
            WhenForm.controls(
                words, new Controls(words, form, "verification.form."), moving.officers()),
            words.say("verification.move.save"),
            form.errors(words)));
  }
}
