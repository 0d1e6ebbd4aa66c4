package id.narahubung.verification;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.text.Words;
import id.narahubung.verification.Entry.Found;
import id.narahubung.verification.Entry.Seen;
import id.narahubung.verification.Entry.Verdict;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sheet of a sample: those drawn, looked at one after the other. */
public final class LookPages {

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final SampleRead.Stores stores;
  private final RecordLooks record;
  private final InstantSource clock;

  LookPages(
      Database db,
      Pages pages,
      Once once,
      SampleRead.Stores stores,
      RecordLooks record,
      InstantSource clock) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.stores = stores;
    this.record = record;
    this.clock = clock;
  }

  /** With the item of the one that is looked at, and no other: a sitting asks a thousand times. */
  private SampleRead read(Context ctx, String ordinal) {
    String number = VerificationPages.number(ctx);
    return db.as(
        Reader.of(ctx).viewer(),
        tx ->
            SampleRead.of(
                tx,
                stores,
                number,
                drawn ->
                    (ordinal.isEmpty() ? next(drawn, Optional.empty()) : find(drawn, ordinal))
                        .stream().toList()));
  }

  /** The form of one of those drawn: the next that nobody looked at, or one to be corrected. */
  void ask(Context ctx) {
    Form query = Form.ofQuery(ctx);
    SampleRead read = read(ctx, query.text("entry"));
    read.step().requireOpen();
    Optional<Entry> entry =
        query.has("entry")
            ? Optional.of(fetch(read, query.text("entry")))
            : next(read.toLook(), Optional.empty());
    if (entry.isEmpty()) {
      ctx.redirect(read.href(), SEE_OTHER);
      return;
    }
    Form form =
        LookForm.kept(Form.empty(), read.last())
            .with("verdict", entry.get().verdict().map(Verdict::code).stream().toList())
            .with("note", List.of(entry.get().note()));
    look(ctx, OK, form, read, entry.get(), entry.get().looks(), "");
  }

  private static Optional<Entry> find(List<Entry> drawn, String ordinal) {
    return drawn.stream()
        .filter(each -> Integer.toString(each.ordinal()).equals(ordinal))
        .findFirst();
  }

  private static Entry fetch(SampleRead read, String ordinal) {
    return find(read.toLook(), ordinal).orElseThrow(() -> new NotFound("entry " + ordinal));
  }

  /** The next one nobody looked at, behind another where that is passed over. */
  private static Optional<Entry> next(List<Entry> drawn, Optional<Entry> behind) {
    int from = behind.map(each -> drawn.indexOf(each) + 1).orElse(0);
    return Stream.concat(drawn.stream().skip(from), drawn.stream().limit(Math.max(0, from - 1)))
        .filter(each -> each.verdict().isEmpty())
        .findFirst();
  }

  /**
   * The form of one of those drawn.
   *
   * @param looks how often it was looked at, as whoever fills it in has read
   */
  private void look(
      Context ctx,
      HttpStatus status,
      Form form,
      SampleRead read,
      Entry entry,
      int looks,
      String refusal) {
    Words words = Reader.of(ctx).words();
    Controls controls = new Controls(words, form, "sample.form.");
    List<Control> all = new ArrayList<>();
    all.add(LookForm.verdicts(words, controls, read.source()));
    all.add(controls.of(Kind.TEXT, "note", false));
    all.addAll(LookForm.from(words, controls));
    long looked = read.toLook().stream().filter(each -> each.verdict().isPresent()).count();
    pages.show(
        ctx,
        status,
        "verifications/look",
        new LookPage(
            words.say("sample.look.title", entry.number()),
            new Link(read.href(), words.say("sample.title", read.step().number())),
            read.href() + "/sheet",
            words.say("sample.look.progress", looked, read.toLook().size()),
            refusal,
            entry.ordinal(),
            looks,
            entry.number(),
            SampleRead.itemHref(entry),
            read.address(words, entry),
            read.copied(entry),
            List.of(
                new Fact(words.say("verifications.claim"), read.step().claim()),
                new Fact(
                    words.say("sample.column.stratum"),
                    entry.urgent()
                        ? words.say("sample.urgent")
                        : SampleRead.stratum(words, entry.stratum()))),
            all,
            next(read.toLook(), Optional.of(entry))
                .filter(each -> each.ordinal() != entry.ordinal())
                .map(each -> read.href() + "/sheet?entry=" + each.ordinal())
                .orElse(""),
            form.errors(words)));
  }

  void submit(Context ctx) {
    String number = VerificationPages.number(ctx);
    Form form = Form.of(ctx);
    SampleRead read = read(ctx, form.text("entry"));
    Entry entry = fetch(read, form.text("entry"));
    int looks = (int) form.id("looks");
    Optional<Verdict> verdict = LookForm.verdict(form);
    Optional<Seen> seen = LookForm.seen(form, clock.instant());
    if (verdict.isEmpty() || seen.isEmpty()) {
      look(ctx, UNPROCESSABLE_CONTENT, form, read, entry, looks, "");
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            record.run(
                tx,
                form.act(),
                number,
                List.of(new Found(entry.ordinal(), looks, verdict.get(), form.text("note"))),
                seen.get());
            return number;
          },
          (tx, first) -> number);
    } catch (RuleBroken e) {
      // What was typed stays, beside what stands now; sent once more, it is the later look.
      SampleRead now = read(ctx, form.text("entry"));
      Entry stands = fetch(now, form.text("entry"));
      look(
          ctx,
          CONFLICT,
          form,
          now,
          stands,
          stands.looks(),
          said(Reader.of(ctx).words(), now, stands, e));
      return;
    }
    boolean isLast = next(read.toLook(), Optional.of(entry)).isEmpty();
    if (isLast) {
      Flash.say(ctx, "sample.look.done");
    }
    ctx.redirect(read.href() + (isLast ? "" : "/sheet"), SEE_OTHER);
  }

  private static String said(Words words, SampleRead read, Entry stands, RuleBroken e) {
    return words.say(e.key(), e.arguments().toArray())
        + stands
            .verdict()
            .filter(each -> e.key().equals("sample.refused.looked"))
            .map(
                each ->
                    " "
                        + words.say(
                            "sample.look.stands",
                            LookForm.verdict(words, read.source(), each),
                            stands.note()))
            .orElse("");
  }
}
