package id.narahubung.web;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.KeptForms;
import id.narahubung.accounts.KeptForms.KeptForm;
import id.narahubung.data.Database;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Shows a kept form as one button that sends it again. Its act id is the old one: if it had been
 * done after all, nothing happens twice.
 */
final class KeptFormPages {

  private final Database db;
  private final KeptForms kept;
  private final SessionCookie cookie;
  private final Pages pages;

  KeptFormPages(Database db, KeptForms kept, SessionCookie cookie, Pages pages) {
    this.db = db;
    this.kept = kept;
    this.cookie = cookie;
    this.pages = pages;
  }

  /** What the template shows. */
  public record KeptFormPage(String title, SentAgain again) {}

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    String token = cookie.read(ctx).orElse("");
    Optional<KeptForm> form =
        db.as(SystemViewer.SESSION, tx -> kept.find(tx, reader.viewer().personId(), token));
    if (form.isEmpty()) {
      ctx.redirect("/", HttpStatus.SEE_OTHER);
      return;
    }
    List<FormEncoding.Pair> fields =
        FormEncoding.read(form.get().body().getBytes(StandardCharsets.UTF_8));
    SentAgain again =
        new SentAgain(form.get().path(), fields)
            .withToken(reader.signedIn().orElseThrow().formToken());
    String title = reader.words().say("kept_form.title");
    pages.show(ctx, "kept-form", new KeptFormPage(title, again));
  }

  void drop(Context ctx) {
    Reader reader = Reader.of(ctx);
    String token = cookie.read(ctx).orElse("");
    db.run(SystemViewer.SESSION, tx -> kept.drop(tx, reader.viewer().personId(), token));
    Flash.say(ctx, "kept_form.dropped");
    ctx.redirect("/", HttpStatus.SEE_OTHER);
  }
}
