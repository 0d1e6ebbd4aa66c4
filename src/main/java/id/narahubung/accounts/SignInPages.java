package id.narahubung.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.text.Language;
import id.narahubung.text.Words;
import id.narahubung.web.Cookies;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import id.narahubung.web.Form.FieldError;
import id.narahubung.web.LocalPath;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import id.narahubung.web.SessionCookie;
import id.narahubung.web.TypedForm;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Signing in and out. */
public final class SignInPages {

  private static final int A_YEAR = 365 * 24 * 60 * 60;
  private static final int A_MINUTE = 60;
  private static final String KEPT_FORM = "/kept-form";
  private static final String TYPED_EMAIL = "email";

  private final Database db;
  private final SignIn signIn;
  private final Sessions sessions;
  private final PersonStore persons;
  private final KeptForms kept;
  private final SessionCookie cookie;
  private final Pages pages;
  private final InstantSource clock;

  public SignInPages(
      Database db,
      SignIn signIn,
      Sessions sessions,
      PersonStore persons,
      KeptForms kept,
      SessionCookie cookie,
      Pages pages,
      InstantSource clock) {
    this.db = db;
    this.signIn = signIn;
    this.sessions = sessions;
    this.persons = persons;
    this.kept = kept;
    this.cookie = cookie;
    this.pages = pages;
    this.clock = clock;
  }

  /** What the template shows. */
  public record SignInPage(
      String title,
      String notice,
      boolean nobodyYet,
      Field email,
      Field password,
      String back,
      List<FieldError> errors) {}

  void show(Context ctx) {
    Form asked = Form.ofQuery(ctx);
    if (Reader.of(ctx).signedIn().isPresent()) {
      ctx.redirect(LocalPath.of(asked.text("back")), HttpStatus.SEE_OTHER);
      return;
    }
    show(ctx, HttpStatus.OK, new SignInForm(typedBefore(ctx, asked)), "");
  }

  void signIn(Context ctx) {
    SignInForm form = SignInForm.of(ctx);
    if (!form.form().isGood()) {
      show(ctx, HttpStatus.UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    SignIn.Credentials typed = form.credentials(ctx, cookie.read(ctx));
    SignIn.Attempt attempt = db.as(SystemViewer.SIGN_IN, tx -> signIn.begin(tx, typed));
    if (attempt.waitUntil().isPresent()) {
      slowedDown(ctx, form, attempt.waitUntil().get());
      return;
    }
    if (!signIn.isRight(attempt, typed)) {
      form.form().refuse("email", "sign_in.wrong");
      show(ctx, HttpStatus.UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    Account account = attempt.account().orElseThrow();
    SignIn.Begun begun = db.as(SystemViewer.SIGN_IN, tx -> signIn.run(tx, account, typed));
    cookie.set(ctx, begun.token());
    rememberLanguage(ctx, account.language());
    ctx.redirect(landing(form.back(), begun.formKept()), HttpStatus.SEE_OTHER);
  }

  void signOut(Context ctx) {
    Reader reader = Reader.of(ctx);
    cookie
        .read(ctx)
        .ifPresent(
            token ->
                reader
                    .signedIn()
                    .ifPresent(
                        me ->
                            db.run(
                                me.viewer(),
                                tx -> sessions.forget(tx, me.viewer().personId(), token))));
    cookie.remove(ctx);
    ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
  }

  /**
   * The language of the page's head: kept with the account, or by the browser before sign-in. A
   * form's own switch says in its address what it wants, for its fields are what was typed.
   */
  void language(Context ctx) {
    Form asked = ctx.queryString() == null ? Form.of(ctx) : Form.ofQuery(ctx);
    if (Reader.of(ctx).signedIn().isEmpty() && Form.of(ctx).has("email")) {
      Cookies.set(ctx, TYPED_EMAIL, encoded(Form.of(ctx).text("email")), A_MINUTE);
    }
    changeLanguage(ctx, asked);
  }

  /** The same from within a form: what was typed there waits for its page to be drawn again. */
  void languageOfForm(Context ctx) {
    Reader reader = Reader.of(ctx);
    long person = reader.viewer().personId();
    String token = cookie.read(ctx).orElseThrow();
    TypedForm.sent(ctx)
        .ifPresent(
            form -> {
              db.run(SystemViewer.SESSION, tx -> kept.keep(tx, person, token, form));
              TypedForm.await(ctx);
            });
    changeLanguage(ctx, Form.ofQuery(ctx));
  }

  private void changeLanguage(Context ctx, Form asked) {
    Language language = Language.of(asked.text("language"));
    Reader.of(ctx)
        .signedIn()
        .ifPresent(
            me ->
                db.run(
                    me.viewer(),
                    tx -> persons.setReading(tx, me.viewer().personId(), language, me.zone())));
    rememberLanguage(ctx, language);
    ctx.redirect(LocalPath.of(asked.text("back")), HttpStatus.SEE_OTHER);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  /** The mail address that was typed before the language was changed; once. */
  private static Form typedBefore(Context ctx, Form asked) {
    String typed = ctx.cookie(TYPED_EMAIL);
    if (typed == null) {
      return asked;
    }
    Cookies.remove(ctx, TYPED_EMAIL);
    try {
      return asked.with("email", List.of(new String(Base64.getUrlDecoder().decode(typed), UTF_8)));
    } catch (IllegalArgumentException e) {
      // Somebody wrote the cookie by hand.
      return asked;
    }
  }

  static void rememberLanguage(Context ctx, Language language) {
    Cookies.set(ctx, "language", language.code(), A_YEAR);
  }

  private static String landing(String back, boolean formKept) {
    if (formKept) {
      return KEPT_FORM;
    }
    String path = LocalPath.of(back);
    return path.equals(KEPT_FORM) || path.startsWith("/sign-in") ? "/" : path;
  }

  private void slowedDown(Context ctx, SignInForm form, Instant until) {
    Words words = Reader.of(ctx).words();
    Duration wait = Duration.between(clock.instant(), until);
    // Rounded up to the minute: who comes back then may try.
    Duration minutes = Duration.ofMinutes(Math.max(1, (wait.toSeconds() + 59) / 60));
    ctx.header("Retry-After", Long.toString(Math.max(1, wait.toSeconds() + 1)));
    show(
        ctx,
        HttpStatus.TOO_MANY_REQUESTS,
        form,
        words.say("sign_in.slowed_down", words.duration(minutes)));
  }

  private void show(Context ctx, HttpStatus status, SignInForm form, String notice) {
    Words words = Reader.of(ctx).words();
    boolean nobodyYet = db.as(SystemViewer.SIGN_IN, tx -> persons.isEmpty(tx));
    String told =
        notice.isEmpty() && form.back().equals(KEPT_FORM) ? words.say("sign_in.form_kept") : notice;
    pages.show(
        ctx,
        status,
        "sign-in/show",
        new SignInPage(
            words.say("sign_in.title"),
            told,
            nobodyYet,
            form.email(words),
            form.password(words),
            Optional.of(form.back()).map(LocalPath::of).orElse("/"),
            form.form().errors(words)));
  }
}
