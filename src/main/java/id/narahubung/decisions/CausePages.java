package id.narahubung.decisions;

import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.OnceForm;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** The form that puts aside what may lead to a decision. */
public final class CausePages {

  private static final int MOST_TEXT = 4_000;

  private final Database db;
  private final Pages pages;
  private final OnceForm forms;
  private final PlatformStore platforms;
  private final Causes causes;
  private final PutCauseAside putAside;

  CausePages(
      Database db,
      Pages pages,
      Once once,
      PlatformStore platforms,
      Causes causes,
      PutCauseAside putAside) {
    this.db = db;
    this.pages = pages;
    this.forms = new OnceForm(once);
    this.platforms = platforms;
    this.causes = causes;
    this.putAside = putAside;
  }

  /** A platform and what is to be weighed there; nothing any more where that was done meanwhile. */
  private record Read(Platform platform, Cause.Kind kind, Optional<Cause> cause) {

    String above() {
      return "/platforms/" + platform.id();
    }
  }

  private Read read(Context ctx) {
    long platform = PathId.of(ctx, "platform");
    String code = ctx.pathParam("cause");
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          Platform of = platforms.fetch(tx, platform);
          Cause.Kind kind = Cause.Kind.find(code).orElseThrow(() -> new NotFound("cause " + code));
          return new Read(of, kind, causes.find(tx, platform, kind));
        });
  }

  /** Refuses what is not to be weighed before anybody types. */
  void ask(Context ctx) {
    Read read = read(ctx);
    if (read.cause().isEmpty()) {
      throw new RuleBroken("decision.refused.cause");
    }
    show(ctx, OK, Form.ofQuery(ctx), read, "");
  }

  void submit(Context ctx) {
    Form form = Form.of(ctx);
    Read read = read(ctx);
    form.need("reason", "decision.refused.reason", MOST_TEXT);
    if (forms.isDone(
        ctx,
        form,
        tx ->
            putAside.run(
                tx,
                form.act(),
                read.platform().id(),
                read.kind(),
                form.text("version"),
                form.text("reason")),
        (status, refusal) -> show(ctx, status, form, read, refusal))) {
      Flash.say(ctx, "decision.cause.aside.done");
      ctx.redirect(read.above(), SEE_OTHER);
    }
  }

  private void show(Context ctx, HttpStatus status, Form form, Read read, String refusal) {
    Words words = Reader.of(ctx).words();
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("decision.cause.aside.title"),
            new Link(read.above(), read.platform().name()),
            words.say("decision.cause.aside.about"),
            read.cause().map(new CauseWording(words)::quoted).orElse(""),
            refusal,
            read.above() + "/causes/" + read.kind().code(),
            read.cause().map(Cause::mark).orElse(""),
            Optional.empty(),
            List.of(),
            List.of(
                new Controls(words, form, "decision.cause.aside.").of(Kind.AREA, "reason", true)),
            words.say("decision.cause.aside.save"),
            form.errors(words)));
  }
}
