package id.narahubung.accounts;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Form.FieldError;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import id.narahubung.web.SessionCookie;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** The one-time link: set a password, and be signed in. */
public final class LinkPages {

  private final Database db;
  private final UseLink useLink;
  private final SessionCookie cookie;
  private final Pages pages;

  public LinkPages(Database db, UseLink useLink, SessionCookie cookie, Pages pages) {
    this.db = db;
    this.useLink = useLink;
    this.cookie = cookie;
    this.pages = pages;
  }

  /** What the template shows. */
  public record LinkPage(
      String title, String email, String path, Field password, List<FieldError> errors) {}

  void show(Context ctx) {
    show(ctx, HttpStatus.OK, Form.empty());
  }

  void use(Context ctx) {
    Form form = Form.of(ctx);
    String password = SignInForm.secret(form, "password");
    String agent = Optional.ofNullable(ctx.userAgent()).orElse("");
    try {
      // Before the hashing: a link that is none must not keep us busy.
      db.run(SystemViewer.SIGN_IN, tx -> useLink.look(tx, ctx.pathParam("token")));
      String hash = useLink.hash(password);
      SignIn.Begun begun =
          db.as(
              SystemViewer.SIGN_IN,
              tx -> useLink.run(tx, form.act(), ctx.pathParam("token"), hash, agent));
      cookie.set(ctx, begun.token());
      Flash.say(ctx, "account.password_changed");
      ctx.redirect("/", HttpStatus.SEE_OTHER);
    } catch (RuleBroken e) {
      form.refuse("password", e.key(), e.arguments().toArray());
      show(ctx, HttpStatus.UNPROCESSABLE_CONTENT, form);
    }
  }

  /** A spent link is refused here, before and after a wrong password alike. */
  private void show(Context ctx, HttpStatus status, Form form) {
    String token = ctx.pathParam("token");
    Account account = db.as(SystemViewer.SIGN_IN, tx -> useLink.look(tx, token));
    Words words = Reader.of(ctx).words();
    pages.show(
        ctx,
        status,
        "sign-in/link",
        new LinkPage(
            words.say("link.title"),
            account.email(),
            "/links/" + token,
            new Field(
                "password",
                words.say("account.new_password"),
                words.say("account.password_hint", Passwords.LEAST_LENGTH),
                "",
                form.error("password", words),
                true,
                List.of()),
            form.errors(words)));
  }
}
