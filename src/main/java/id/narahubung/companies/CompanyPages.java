package id.narahubung.companies;

import static id.narahubung.access.Permission.SET_UP_COMPANY;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.accounts.SignedIn;
import id.narahubung.companies.ReleaseRuleStore.Settled;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Controls;
import id.narahubung.web.Field;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** How the own company works here; its leads change it. */
public final class CompanyPages {

  private static final String ON = "required";
  private static final String OFF = "free";

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final ReleaseRuleStore rules;
  private final SetReleaseRule settle;

  public CompanyPages(
      Database db, Pages pages, Once once, ReleaseRuleStore rules, SetReleaseRule settle) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.rules = rules;
    this.settle = settle;
  }

  void show(Context ctx) {
    Optional<Settled> settled = db.as(Reader.of(ctx).viewer(), rules::find);
    String now = settled.filter(Settled::required).isPresent() ? ON : OFF;
    show(ctx, OK, settled, Form.empty().with("release", List.of(now)));
  }

  private void show(Context ctx, HttpStatus status, Optional<Settled> settled, Form form) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    boolean required = settled.filter(Settled::required).isPresent();
    pages.show(
        ctx,
        status,
        "company/show",
        new CompanyPage(
            words.say("company.title"),
            reader.signedIn().map(SignedIn::organisation).orElse(""),
            "/companies/" + reader.viewer().organisationId() + "/commitments",
            words.say(required ? "company.release.now.required" : "company.release.now.free"),
            settled
                .map(
                    last ->
                        words.say(
                            "company.release.since",
                            words.instant(last.at()),
                            last.by().told(words)))
                .orElse(""),
            reader.viewer().may(SET_UP_COMPANY),
            choice(words, form),
            form.errors(words)));
  }

  private static Field choice(Words words, Form form) {
    Controls controls = new Controls(words, form, "company.");
    return controls
        .of(
            Control.Kind.RADIOS,
            "release",
            true,
            List.of(
                controls.choice(
                    "release",
                    OFF,
                    words.say("company.release.free"),
                    words.say("company.release.free.hint")),
                controls.choice(
                    "release",
                    ON,
                    words.say("company.release.required"),
                    words.say("company.release.required.hint"))))
        .field();
  }

  void settle(Context ctx) {
    Form form = Form.of(ctx);
    Reader reader = Reader.of(ctx);
    String chosen = form.text("release");
    if (!chosen.equals(ON) && !chosen.equals(OFF)) {
      form.refuse("release", "company.release.fault");
      show(ctx, UNPROCESSABLE_CONTENT, db.as(reader.viewer(), rules::find), form);
      return;
    }
    once.run(
        reader.viewer(),
        form.act(),
        tx -> {
          settle.run(tx, form.act(), chosen.equals(ON));
          return true;
        },
        (tx, done) -> true);
    Flash.say(ctx, "company.release.saved");
    ctx.redirect("/company", SEE_OTHER);
  }
}
