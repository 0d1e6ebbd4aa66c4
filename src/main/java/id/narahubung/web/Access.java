package id.narahubung.web;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.KeptForms;
import id.narahubung.accounts.KeptForms.KeptForm;
import id.narahubung.accounts.Sessions;
import id.narahubung.accounts.SignedIn;
import id.narahubung.data.Database;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/**
 * Decides once for every request who asks and whether the route is open to them. A route that names
 * no permission is closed. HEAD never gets here: the server answers it as GET without the body.
 */
final class Access {

  private static final String SESSION = "session";

  private final Database db;
  private final Sessions sessions;
  private final KeptForms kept;
  private final SessionCookie cookie;
  private final Messages messages;

  Access(Database db, Sessions sessions, KeptForms kept, SessionCookie cookie, Messages messages) {
    this.db = db;
    this.sessions = sessions;
    this.kept = kept;
    this.cookie = cookie;
    this.messages = messages;
  }

  /** Finds out who reads, for handlers and for every error page. */
  void recognise(Context ctx) {
    guest(ctx).set(ctx);
    if (ctx.path().startsWith("/static/") || ctx.path().equals("/health")) {
      return;
    }
    Sessions.Found found =
        cookie
            .read(ctx)
            .map(token -> db.as(SystemViewer.SESSION, tx -> sessions.open(tx, token)))
            .orElse(new Sessions.None());
    ctx.attribute(SESSION, found);
    if (found instanceof Sessions.Living living) {
      SignedIn me = living.signedIn();
      new Reader(Optional.of(me), new Words(messages, me.language(), me.zone())).set(ctx);
      takeTyped(ctx, me, cookie.read(ctx).orElseThrow());
    }
  }

  /** Runs before each route that exists. */
  void check(Context ctx) {
    Permission needed =
        ctx.routeRoles().stream()
            .filter(Permission.class::isInstance)
            .map(Permission.class::cast)
            .findFirst()
            .orElseThrow(
                () ->
                    new HttpResponseException(
                        HttpStatus.FORBIDDEN.getCode(), "the route is closed"));
    Reader reader = Reader.of(ctx);
    boolean file = Upload.isTaken(ctx);
    if (CrossSite.isUnsafe(ctx) && !file) {
      CrossSite.checkBody(ctx);
    }
    if (reader.signedIn().isEmpty() && needed != Permission.ANYONE) {
      throw new SignInNeeded(keep(ctx) ? KeptFormRoutes.PATH : back(ctx));
    }
    if (file) {
      // A file is taken in only from who may send one.
      reader.viewer().require(needed);
      Upload.check(ctx);
    }
    if (CrossSite.isUnsafe(ctx)) {
      checkToken(ctx, reader);
    }
    if (needed != Permission.ANYONE) {
      reader.viewer().require(needed);
    }
  }

  /**
   * A sign-in page may be older than the session another window has begun, and a mail program's one
   * click is no form of ours: these have no token.
   */
  private static void checkToken(Context ctx, Reader reader) {
    if (!ctx.path().equals("/sign-in")
        && !ctx.path().startsWith("/links/")
        && !ctx.path().startsWith(CrossSite.ONE_CLICK)) {
      reader.signedIn().ifPresent(me -> CrossSite.checkToken(ctx, me.formToken()));
    }
  }

  /** A reader nobody knows: in the language of the cookie, else of the browser. */
  Reader guest(Context ctx) {
    return new Reader(Optional.empty(), words(languageOf(ctx)));
  }

  Words words(Language language) {
    return new Words(messages, language, Words.WIB);
  }

  private static Language languageOf(Context ctx) {
    String chosen = ctx.cookie("language");
    if (chosen != null) {
      return Language.of(chosen);
    }
    return Accepted.language(Optional.ofNullable(ctx.header("Accept-Language")).orElse(""));
  }

  private static String back(Context ctx) {
    if (CrossSite.isUnsafe(ctx)) {
      return LocalPath.ofReferer(ctx);
    }
    String query = ctx.queryString();
    return LocalPath.of(query == null ? ctx.path() : ctx.path() + "?" + query);
  }

  /** Keeps what was typed when its session has ended; never a password, never another's form. */
  private boolean keep(Context ctx) {
    if (!CrossSite.isUnsafe(ctx)
        || !(ctx.attribute(SESSION) instanceof Sessions.Ended ended)
        || !CrossSite.carries(ctx, ended.formToken())) {
      return false;
    }
    Optional<KeptForm> sent = TypedForm.sent(ctx);
    sent.ifPresent(form -> db.run(SystemViewer.SESSION, tx -> kept.keep(tx, ended, form)));
    return sent.isPresent();
  }

  /** What was typed into a form of the page that is asked for, in another language till now. */
  private void takeTyped(Context ctx, SignedIn me, String token) {
    if (!TypedForm.isAwaited(ctx)) {
      return;
    }
    long person = me.viewer().personId();
    db.as(SystemViewer.SESSION, tx -> kept.find(tx, person, token))
        .flatMap(form -> TypedForm.of(form, back(ctx)))
        .ifPresent(
            typed -> {
              typed.showOn(ctx);
              db.run(SystemViewer.SESSION, tx -> kept.drop(tx, person, token));
            });
  }
}
