package id.narahubung.mail;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;

import id.narahubung.access.BadInput;
import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.text.Words;
import id.narahubung.web.Download;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import id.narahubung.web.SecurityHeaders;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Outgoing mail, as its administrator sees it. */
public final class MailPages {

  private static final String PATH = "/administration/mail";
  private static final String ALL_PARKED = PATH + "/parked/sending";
  private static final int ROWS = 50;

  /** An outbox older than this is not just busy. */
  private static final Duration LATE = Duration.ofMinutes(5);

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final MailStore mails;
  private final SendAgain sendAgain;
  private final SendParkedAgain sendParkedAgain;
  private final boolean sends;

  /**
   * The pages.
   *
   * @param sends whether there is a server that mail is given to
   */
  public MailPages(
      Database db,
      Pages pages,
      Once once,
      MailStore mails,
      SendAgain sendAgain,
      SendParkedAgain sendParkedAgain,
      boolean sends) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.mails = mails;
    this.sendAgain = sendAgain;
    this.sendParkedAgain = sendParkedAgain;
    this.sends = sends;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    Optional<MailState> state = state(query);
    long before = query.has("before") ? query.id("before") : Long.MAX_VALUE;
    pages.show(
        ctx, "mail/list", db.as(reader.viewer(), tx -> page(tx, reader.words(), state, before)));
  }

  private MailListPage page(Tx tx, Words words, Optional<MailState> state, long before) {
    List<MailStore.Row> rows = mails.list(tx, state, before, ROWS + 1);
    List<MailStore.Row> shown = rows.stream().limit(ROWS).toList();
    String narrowed = state.map(each -> "state=" + each.code() + "&").orElse("");
    Optional<Instant> oldest = mails.oldestWaiting(tx);
    Map<MailState, Integer> counts = mails.counts(tx);
    return new MailListPage(
        words.say("mail.title"),
        about(words, oldest, tx.now()),
        oldest.filter(since -> Duration.between(since, tx.now()).compareTo(LATE) > 0).isPresent(),
        counts.containsKey(MailState.PARKED) ? ALL_PARKED : "",
        choices(words, counts, state),
        shown.stream().map(row -> row(words, row)).toList(),
        rows.size() > ROWS ? PATH + "?" + narrowed + "before=" + shown.getLast().id() : "",
        shown.isEmpty() ? "" : "/exports/mail?" + narrowed + "format=");
  }

  private static Optional<MailState> state(Form query) {
    return Arrays.stream(MailState.values())
        .filter(each -> each.code().equals(query.text("state")))
        .findFirst();
  }

  /** The list as a file: all of it, as it is narrowed. */
  void export(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    Optional<MailState> state = state(Form.ofQuery(ctx));
    Download.send(
        ctx,
        Download.format(ctx),
        "mail",
        words.say("mail.title"),
        out -> {
          out.row(
              Stream.of("subject", "to", "email", "organisation", "state", "made", "next", "sent")
                  .map(column -> words.say("mail." + column))
                  .toList());
          db.run(reader.viewer(), tx -> mails.each(tx, state, mail -> out.row(cells(words, mail))));
        });
  }

  private static List<String> cells(Words words, MailStore.Row mail) {
    return List.of(
        subject(words, mail),
        mail.name(),
        mail.email(),
        mail.organisation(),
        words.say("mail.state." + mail.state().code()),
        words.iso(mail.madeAt()),
        Optional.ofNullable(mail.nextAt()).map(words::iso).orElse(""),
        Optional.ofNullable(mail.sentAt()).map(words::iso).orElse(""));
  }

  private String about(Words words, Optional<Instant> oldest, Instant now) {
    if (!sends) {
      return words.say("mail.about.kept");
    }
    return oldest
        .map(since -> words.say("mail.about.waiting", words.duration(Duration.between(since, now))))
        .orElseGet(() -> words.say("mail.about.empty"));
  }

  private static List<MailListPage.Choice> choices(
      Words words, Map<MailState, Integer> counts, Optional<MailState> current) {
    List<MailListPage.Choice> choices = new ArrayList<>();
    choices.add(
        new MailListPage.Choice(
            PATH,
            words.say("mail.state.all"),
            words.number(counts.values().stream().mapToInt(Integer::intValue).sum()),
            current.isEmpty()));
    for (MailState state : MailState.values()) {
      choices.add(
          new MailListPage.Choice(
              PATH + "?state=" + state.code(),
              words.say("mail.state." + state.code()),
              words.number(counts.getOrDefault(state, 0)),
              current.filter(state::equals).isPresent()));
    }
    return choices;
  }

  private static MailListPage.Row row(Words words, MailStore.Row mail) {
    return new MailListPage.Row(
        PATH + "/" + mail.id(),
        subject(words, mail),
        mail.name() + " <" + mail.email() + ">",
        mail.organisation(),
        words.say("mail.state." + mail.state().code()),
        words.instant(mail.madeAt()));
  }

  private static String subject(Words words, MailStore.Row mail) {
    String subject = mail.subject();
    if (subject == null) {
      return words.say("mail.closed");
    }
    return subject.isEmpty() ? words.say("mail.forgotten") : subject;
  }

  void show(Context ctx) {
    show(ctx, OK, "");
  }

  private void show(Context ctx, HttpStatus status, String refusal) {
    Reader reader = Reader.of(ctx);
    long id = id(ctx);
    SecurityHeaders.frame(ctx);
    pages.show(
        ctx,
        status,
        "mail/show",
        db.as(reader.viewer(), tx -> page(tx, reader.words(), id, refusal)));
  }

  private MailPage page(Tx tx, Words words, long id, String refusal) {
    MailStore.Row mail = mails.fetch(tx, id);
    Optional<Letter> letter = mails.letter(tx, id).filter(each -> !each.text().isEmpty());
    boolean over = mail.state() == MailState.SENT || mail.state() == MailState.DROPPED;
    return new MailPage(
        subject(words, mail),
        facts(words, mail),
        letter.isPresent() ? PATH + "/" + id + "/html" : "",
        letter.map(Letter::text).orElse(""),
        words.say(mail.subject() == null ? "mail.closed.text" : "mail.forgotten.text"),
        mails.attempts(tx, id).stream().map(attempt -> attempt(words, attempt)).toList(),
        over ? "" : PATH + "/" + id + "/sending",
        words.say(mail.state() == MailState.WAITING ? "mail.again.now" : "mail.again"),
        refusal);
  }

  /** What is told of it. */
  public static List<MailPage.Fact> facts(Words words, MailStore.Row mail) {
    List<MailPage.Fact> facts = new ArrayList<>();
    facts.add(fact(words, "mail.to", mail.name() + " <" + mail.email() + ">"));
    facts.add(fact(words, "mail.organisation", mail.organisation()));
    facts.add(fact(words, "mail.state", words.say("mail.state." + mail.state().code())));
    facts.add(fact(words, "mail.made", words.instant(mail.madeAt())));
    add(facts, words, "mail.next", mail.nextAt());
    add(facts, words, "mail.sent", mail.sentAt());
    return facts;
  }

  private static void add(
      List<MailPage.Fact> facts, Words words, String key, @Nullable Instant at) {
    if (at != null) {
      facts.add(fact(words, key, words.instant(at)));
    }
  }

  private static MailPage.Fact fact(Words words, String key, String value) {
    return new MailPage.Fact(words.say(key), value);
  }

  /** What was tried. */
  public static MailPage.Attempt attempt(Words words, MailStore.Attempt attempt) {
    String outcome = attempt.outcome();
    Integer code = attempt.code();
    String reply = attempt.reply();
    return new MailPage.Attempt(
        attempt.number(),
        words.instant(attempt.beganAt()),
        words.say("mail.outcome." + (outcome == null ? "broken_off" : outcome)),
        (code == null || code == 0 ? "" : code + " ") + (reply == null ? "" : reply));
  }

  /** The mail as it looks: nothing in it runs, and nothing leads anywhere. */
  void html(Context ctx) {
    String html =
        db.as(Reader.of(ctx).viewer(), tx -> mails.letter(tx, id(ctx)))
            .orElseThrow(() -> new NotFound("the mail is closed"))
            .html();
    SecurityHeaders.behindGlass(ctx);
    ctx.contentType("text/html; charset=utf-8").result(html);
  }

  void sendAgain(Context ctx) {
    Form form = Form.of(ctx);
    long id = id(ctx);
    Reader reader = Reader.of(ctx);
    try {
      once.run(
          reader.viewer(),
          form.act(),
          tx -> {
            sendAgain.run(tx, form.act(), id);
            return true;
          },
          (tx, done) -> true);
    } catch (RuleBroken e) {
      show(ctx, CONFLICT, reader.words().say(e.key()));
      return;
    }
    Flash.say(ctx, sends ? "mail.again.done" : "mail.again.no_server");
    ctx.redirect(PATH + "/" + id, SEE_OTHER);
  }

  void askAll(Context ctx) {
    askAll(ctx, OK, "");
  }

  private void askAll(Context ctx, HttpStatus status, String refusal) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    int parked = db.as(reader.viewer(), tx -> mails.counts(tx).getOrDefault(MailState.PARKED, 0));
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("mail.again.all"),
            new Link(PATH, words.say("mail.title")),
            refusal.isEmpty() ? words.say("mail.again.all.about", parked) : refusal,
            ALL_PARKED,
            "",
            Optional.empty(),
            List.of(),
            List.of(),
            words.say("mail.again.all"),
            List.of()));
  }

  void sendAllAgain(Context ctx) {
    Form form = Form.of(ctx);
    Reader reader = Reader.of(ctx);
    try {
      once.run(
          reader.viewer(),
          form.act(),
          tx -> {
            sendParkedAgain.run(tx, form.act());
            return true;
          },
          (tx, done) -> true);
    } catch (RuleBroken e) {
      askAll(ctx, CONFLICT, reader.words().say(e.key()));
      return;
    }
    Flash.say(ctx, sends ? "mail.again.all.done" : "mail.again.no_server");
    ctx.redirect(PATH, SEE_OTHER);
  }

  private static long id(Context ctx) {
    try {
      return Long.parseLong(ctx.pathParam("mail"));
    } catch (NumberFormatException e) {
      throw new BadInput("no mail");
    }
  }
}
