package id.narahubung.status;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.figures.Week;
import id.narahubung.ledger.Once;
import id.narahubung.mail.Letter;
import id.narahubung.mail.MailPages;
import id.narahubung.mail.MailStore;
import id.narahubung.status.StatusLetters.Reach;
import id.narahubung.text.Words;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import id.narahubung.web.SecurityHeaders;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One's own mail of a week: as it was sent, byte for byte, or as it would be. */
public final class StatusMailPages {

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final WeekReader weeks;
  private final ReaderStore readers;
  private final MailStore mails;
  private final StatusLetters letters;
  private final AskStatusAgain again;

  StatusMailPages(
      Database db,
      Pages pages,
      Once once,
      WeekReader weeks,
      ReaderStore readers,
      MailStore mails,
      StatusLetters letters,
      AskStatusAgain again) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.weeks = weeks;
    this.readers = readers;
    this.mails = mails;
    this.letters = letters;
    this.again = again;
  }

  void show(Context ctx) {
    show(ctx, OK, "");
  }

  private void show(Context ctx, HttpStatus status, String refusal) {
    Reader reader = Reader.of(ctx);
    Optional<Week> week = StatusPages.week(ctx);
    StatusMailPage page =
        db.as(
            reader.viewer(),
            tx ->
                week.flatMap(
                        each -> readers.own(tx, each).map(mail -> sent(tx, reader, each, mail)))
                    .orElseGet(() -> preview(tx, reader, week)));
    SecurityHeaders.frame(ctx);
    pages.show(ctx, status, "status/mail", refusal.isEmpty() ? page : refused(page, refusal));
  }

  private static StatusMailPage refused(StatusMailPage page, String refusal) {
    return new StatusMailPage(
        page.title(),
        page.above(),
        page.about(),
        page.frame(),
        page.text(),
        page.facts(),
        page.attempts(),
        page.again(),
        refusal);
  }

  private StatusMailPage sent(Tx tx, Reader reader, Week week, long mail) {
    Words words = reader.words();
    Letter letter = stored(tx, mail);
    return new StatusMailPage(
        letter.subject(),
        above(words, week.code()),
        words.say("status.mail.stored"),
        path(week.code()) + "/html",
        letter.text(),
        MailPages.facts(words, mails.fetch(tx, mail)),
        mails.attemptsInShort(tx, mail).stream()
            .map(each -> MailPages.attempt(words, each))
            .toList(),
        reader.viewer().may(Permission.ASK_STATUS_AGAIN) ? path(week.code()) + "/sending" : "",
        "");
  }

  /**
   * What it would be: of the week that runs, or of a frozen one of which the reader has no mail.
   */
  private StatusMailPage preview(Tx tx, Reader reader, Optional<Week> week) {
    Letter letter = drawn(tx, reader, week);
    String code = week.map(Week::code).orElse(StatusPages.NOW);
    return new StatusMailPage(
        letter.subject(),
        above(reader.words(), code),
        reader.words().say(week.isPresent() ? "status.mail.none" : "status.mail.so_far"),
        path(code) + "/html",
        letter.text(),
        List.of(),
        List.of(),
        "",
        "");
  }

  private static Link above(Words words, String code) {
    return new Link("/status/" + code, words.say("status.title"));
  }

  private static String path(String code) {
    return "/status/" + code + "/mail";
  }

  private Letter stored(Tx tx, long mail) {
    return mails.letter(tx, mail).orElseThrow(() -> new NotFound("mail " + mail));
  }

  private Letter drawn(Tx tx, Reader reader, Optional<Week> week) {
    OptionalLong company = StatusPages.of(reader.viewer());
    StatusWeek read =
        week.map(each -> weeks.frozen(tx, each, company)).orElseGet(() -> weeks.soFar(tx, company));
    return letters.write(
        read,
        company.isPresent() ? Optional.of(company.getAsLong()) : Optional.empty(),
        reader.words().language(),
        Reach.of(false, reader.viewer().may(Permission.REMARK_ON_STATUS)),
        Optional.empty());
  }

  /** The mail as it looks: nothing in it runs, and nothing leads anywhere. */
  void html(Context ctx) {
    Reader reader = Reader.of(ctx);
    Optional<Week> week = StatusPages.week(ctx);
    Letter letter =
        db.as(
            reader.viewer(),
            tx ->
                week.flatMap(each -> readers.own(tx, each))
                    .map(mail -> stored(tx, mail))
                    .orElseGet(() -> drawn(tx, reader, week)));
    SecurityHeaders.behindGlass(ctx);
    ctx.contentType("text/html; charset=utf-8").result(letter.html());
  }

  void sendAgain(Context ctx) {
    Form form = Form.of(ctx);
    Week week = StatusPages.week(ctx).orElseThrow(() -> new NotFound("week that runs"));
    Reader reader = Reader.of(ctx);
    try {
      once.run(
          reader.viewer(),
          form.act(),
          tx -> {
            again.run(tx, form.act(), week);
            return true;
          },
          (tx, done) -> true);
    } catch (RuleBroken e) {
      show(ctx, CONFLICT, reader.words().say(e.key()));
      return;
    }
    Flash.say(ctx, "status.again.done");
    ctx.redirect(path(week.code()), SEE_OTHER);
  }
}
