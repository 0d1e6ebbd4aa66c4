package id.narahubung.accounts;

import id.narahubung.access.BadInput;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.text.Language;
import id.narahubung.text.Words;
import id.narahubung.text.Zones;
import id.narahubung.web.Field;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Form.FieldError;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import id.narahubung.web.SessionCookie;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;

/** One's own account: how one reads, the password, and where one is signed in. */
public final class AccountPages {

  private final Database db;
  private final Once once;
  private final PersonStore persons;
  private final SessionStore sessions;
  private final LoanStore loans;
  private final ChangePassword changePassword;
  private final SessionCookie cookie;
  private final Pages pages;

  public AccountPages(
      Database db,
      Once once,
      PersonStore persons,
      SessionStore sessions,
      LoanStore loans,
      ChangePassword changePassword,
      SessionCookie cookie,
      Pages pages) {
    this.db = db;
    this.once = once;
    this.persons = persons;
    this.sessions = sessions;
    this.loans = loans;
    this.changePassword = changePassword;
    this.cookie = cookie;
    this.pages = pages;
  }

  /** What the template shows. */
  public record AccountPage(
      String title,
      String name,
      String email,
      String organisation,
      String roles,
      String othersSee,
      Field language,
      Field zone,
      Field oldPassword,
      Field newPassword,
      List<SessionRow> sessions,
      List<LoanRow> loans,
      boolean lends,
      List<FieldError> errors) {}

  /** A line of the list of sessions. */
  public record SessionRow(String id, String agent, String began, String seen, boolean current) {}

  private record Stand(
      Account account, List<SessionStore.Stored> sessions, List<Loan> loans, Instant now) {}

  void show(Context ctx) {
    show(ctx, HttpStatus.OK, Form.empty());
  }

  void changeReading(Context ctx) {
    Form form = Form.of(ctx);
    Language language = Language.of(form.text("language"));
    Reader reader = Reader.of(ctx);
    db.run(
        reader.viewer(),
        tx -> {
          long me = reader.viewer().personId();
          persons.setReading(tx, me, language, zone(form, persons.fetch(tx, me).zone()));
        });
    SignInPages.rememberLanguage(ctx, language);
    Flash.say(ctx, "account.reading_changed");
    ctx.redirect("/account", HttpStatus.SEE_OTHER);
  }

  void changePassword(Context ctx) {
    Form form = Form.of(ctx);
    String old = SignInForm.secret(form, "old_password");
    String fresh = SignInForm.secret(form, "password");
    String token = cookie.read(ctx).orElse("");
    PersonViewer viewer = Reader.of(ctx).viewer();
    try {
      Account account = db.as(viewer, tx -> persons.fetch(tx, viewer.personId()));
      if (!once.isDone(viewer, form.act())) {
        ChangePassword.Change change = changePassword.prepare(account, old, fresh);
        once.run(
            viewer,
            form.act(),
            tx -> {
              changePassword.run(tx, form.act(), token, change);
              return true;
            },
            (tx, done) -> true);
      }
      Flash.say(ctx, "account.password_changed");
      ctx.redirect("/account", HttpStatus.SEE_OTHER);
    } catch (RuleBroken e) {
      String field = e.key().equals(ChangePassword.WRONG) ? "old_password" : "password";
      form.refuse(field, e.key(), e.arguments().toArray());
      show(ctx, HttpStatus.UNPROCESSABLE_CONTENT, form);
    }
  }

  void endSession(Context ctx) {
    byte[] hash = hash(Form.of(ctx).text("session"));
    Reader reader = Reader.of(ctx);
    db.run(reader.viewer(), tx -> sessions.end(tx, reader.viewer().personId(), hash));
    Flash.say(ctx, "account.session_ended");
    ctx.redirect("/account", HttpStatus.SEE_OTHER);
  }

  private static ZoneId zone(Form form, ZoneId now) {
    String typed = form.text("zone");
    return typed.equals(now.getId())
        ? now
        : Zones.find(typed).orElseThrow(() -> new BadInput("no zone of ours"));
  }

  private static byte[] hash(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      throw new BadInput("no session");
    }
  }

  private void show(Context ctx, HttpStatus status, Form form) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    long me = reader.viewer().personId();
    Stand stand =
        db.as(
            reader.viewer(),
            tx ->
                new Stand(
                    persons.fetch(tx, me), sessions.living(tx, me), loans.open(tx, me), tx.now()));
    Account account = stand.account();
    String current = HexFormat.of().formatHex(Token.hash(cookie.read(ctx).orElse("")));
    pages.show(
        ctx,
        status,
        "account/show",
        new AccountPage(
            words.say("account.title"),
            account.name(),
            account.email(),
            account.organisation(),
            roles(account, words),
            words.say("account.code", roles(account, words), account.code()),
            AccountForm.language(account.language(), words),
            AccountForm.zone(account.zone(), stand.now(), words),
            AccountForm.oldPassword(form, words),
            AccountForm.newPassword(form, words),
            stand.sessions().stream().map(each -> row(each, current, words)).toList(),
            stand.loans().stream()
                .map(each -> LoanRow.of(each, reader.viewer(), stand.now(), words))
                .toList(),
            reader.viewer().may(Permission.LEND_ROLES),
            form.errors(words)));
  }

  private static String roles(Account account, Words words) {
    return String.join(
        ", ",
        account.roles().stream()
            .sorted()
            .map(role -> words.say("role." + RoleCode.of(role)))
            .toList());
  }

  private static SessionRow row(SessionStore.Stored session, String current, Words words) {
    return new SessionRow(
        session.id(),
        session.agent().isEmpty() ? words.say("account.unknown_browser") : session.agent(),
        words.instant(session.createdAt()),
        words.instant(session.seenAt()),
        session.id().equals(current));
  }
}
