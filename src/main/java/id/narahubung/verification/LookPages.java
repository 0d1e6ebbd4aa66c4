package id.narahubung.verification;

import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
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

  private SampleRead read(Context ctx) {
    String number = VerificationPages.number(ctx);
    return db.as(Reader.of(ctx).viewer(), tx -> SampleRead.of(tx, stores, number));
  }

  /** The form of one of those drawn: the next that nobody looked at, or one to be corrected. */
  void ask(Context ctx) {
    SampleRead read = read(ctx);
    read.step().requireOpen();
    Form query = Form.ofQuery(ctx);
    Optional<Entry> entry =
        query.has("entry") ? find(read, query.text("entry")) : next(read, Optional.empty());
    if (entry.isEmpty()) {
      ctx.redirect(read.href(), SEE_OTHER);
      return;
    }
    Form form =
        LookForm.kept(Form.empty(), read.last())
            .with("verdict", entry.get().verdict().map(Verdict::code).stream().toList())
            .with("note", List.of(entry.get().note()));
    look(ctx, OK, form, read, entry.get());
  }

  private static Optional<Entry> find(SampleRead read, String ordinal) {
    return Optional.of(
        read.toLook().stream()
            .filter(each -> Integer.toString(each.ordinal()).equals(ordinal))
            .findFirst()
            .orElseThrow(() -> new NotFound("entry " + ordinal)));
  }

  /** The next one nobody looked at, behind another where that is passed over. */
  private static Optional<Entry> next(SampleRead read, Optional<Entry> behind) {
    int from = behind.map(each -> read.toLook().indexOf(each) + 1).orElse(0);
    return Stream.concat(
            read.toLook().stream().skip(from), read.toLook().stream().limit(Math.max(0, from - 1)))
        .filter(each -> each.verdict().isEmpty())
        .findFirst();
  }

  private void look(Context ctx, HttpStatus status, Form form, SampleRead read, Entry entry) {
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
            entry.ordinal(),
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
            next(read, Optional.of(entry))
                .filter(each -> each.ordinal() != entry.ordinal())
                .map(each -> read.href() + "/sheet?entry=" + each.ordinal())
                .orElse(""),
            form.errors(words)));
  }

  void submit(Context ctx) {
    String number = VerificationPages.number(ctx);
    Form form = Form.of(ctx);
    SampleRead read = read(ctx);
    Entry entry = find(read, form.text("entry")).orElseThrow();
    Optional<Verdict> verdict = LookForm.verdict(form);
    Optional<Seen> seen = LookForm.seen(form, clock.instant());
    if (verdict.isEmpty() || seen.isEmpty()) {
      look(ctx, UNPROCESSABLE_CONTENT, form, read, entry);
      return;
    }
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          record.run(
              tx,
              form.act(),
              number,
              List.of(new Found(entry.ordinal(), verdict.get(), form.text("note"))),
              seen.get());
          return number;
        },
        (tx, first) -> number);
    boolean isLast = next(read, Optional.of(entry)).isEmpty();
    if (isLast) {
      Flash.say(ctx, "sample.look.done");
    }
    ctx.redirect(read.href() + (isLast ? "" : "/sheet"), SEE_OTHER);
  }
}
