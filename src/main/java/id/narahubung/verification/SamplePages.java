package id.narahubung.verification;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.sampling.Confidence;
import id.narahubung.sampling.SampleSize;
import id.narahubung.sampling.ToProve;
import id.narahubung.sheets.BadSheet;
import id.narahubung.sheets.Sheet;
import id.narahubung.sheets.SheetReader;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import id.narahubung.verification.Entry.Seen;
import id.narahubung.web.Controls;
import id.narahubung.web.Download;
import id.narahubung.web.Field;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import id.narahubung.web.Upload;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A step's sample: its list closed, its size chosen, drawn, and looked at one by one. */
public final class SamplePages {

  private static final int FAULTS_SHOWN = 20;

  /** What the sizes on the page were reckoned for. */
  private static final String RECKONED = "reckoned";

  private static final int ROWS = 200;

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final SampleRead.Stores stores;
  private final Commands commands;
  private final InstantSource clock;
  private final Messages messages = new Messages();

  /** The acts themselves. */
  record Commands(DrawSample draw, RecordLooks look) {}

  SamplePages(
      Database db,
      Pages pages,
      Once once,
      SampleRead.Stores stores,
      Commands commands,
      InstantSource clock) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.stores = stores;
    this.commands = commands;
    this.clock = clock;
  }

  private SampleRead read(Context ctx) {
    String number = VerificationPages.number(ctx);
    int from = from(ctx);
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> SampleRead.of(tx, stores, number, drawn -> page(drawn, from)));
  }

  /** Behind which of those drawn the rows of the page begin. */
  private static int from(Context ctx) {
    String from = Form.ofQuery(ctx).text("from");
    return from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
  }

  private static List<Entry> page(List<Entry> drawn, int from) {
    return drawn.stream().skip(from).limit(ROWS).toList();
  }

  void show(Context ctx) {
    show(ctx, OK, Form.ofQuery(ctx), read(ctx), "");
  }

  private void show(Context ctx, HttpStatus status, Form form, SampleRead read, String refusal) {
    Reader reader = Reader.of(ctx);
    pages.show(
        ctx,
        status,
        "verifications/sample",
        page(reader.words(), reader.viewer(), form, read, from(ctx), refusal));
  }

  private SamplePage page(
      Words words, PersonViewer viewer, Form form, SampleRead read, int from, String refusal) {
    boolean may = viewer.may(Permission.RECORD_VERIFICATIONS) && read.isOpen();
    VerificationWording wording = new VerificationWording(words);
    Optional<Sample.Drawn> drawn = read.sample().flatMap(Sample::drawn);
    boolean sizes = may && read.sample().isPresent() && drawn.isEmpty();
    ToProve proof =
        SampleSizing.proof(form)
            .orElse(new ToProve(BigDecimal.valueOf(95), Confidence.NINETY_FIVE));
    Controls looking = new Controls(words, LookForm.kept(form, read.last()), "sample.form.");
    boolean looks = may && drawn.isPresent();
    boolean left = looks && read.toLook().stream().anyMatch(each -> each.verdict().isEmpty());
    return new SamplePage(
        words.say("sample.title", read.step().number()),
        new Link(
            "/verifications/" + read.step().number(),
            words.say("verification.back", read.step().number())),
        read.href(),
        refusal,
        form.errors(words),
        may && read.sample().isEmpty()
            ? PopulationForm.ways(words, form, read.step(), read.evidence(), read.listed())
            : List.of(),
        read.sample().map(sample -> list(words, sample)).orElse(List.of()),
        sizes ? SampleSizing.proving(words, form, proof) : List.of(),
        sizes ? SampleSizing.sizing(words, form, proof, read.sample().get().size()) : List.of(),
        List.of(
            new Fact(RECKONED, SampleSizing.named(proof)),
            // What was said about a size was read: sent once more, it is what is wanted.
            new Fact("advised", form.error("other", words).isEmpty() ? "" : form.text("other"))),
        sizes ? SampleSizing.note(words, read.sample().get().size()) : "",
        drawn.map(draw -> drawn(words, read.sample().get(), draw)).orElse(List.of()),
        drawn.map(draw -> Sample.redraw(read.step().id(), draw.seed())).orElse(""),
        read.sample().flatMap(Sample::result).map(wording::sampled).orElse(List.of()),
        left ? read.href() + "/sheet" : "",
        words.say(
            read.sample().filter(each -> each.counts().looked() > 0).isPresent()
                ? "sample.sheet.on"
                : "sample.sheet.begin"),
        looks ? LookForm.from(words, looking) : List.of(),
        looks ? List.of(file(words, form)) : List.of(),
        rows(words, read, from, looks),
        read.toLook().size() > from + ROWS ? read.href() + "?from=" + (from + ROWS) : "");
  }

  private static Field file(Words words, Form form) {
    return new Field(
        "file",
        words.say("sample.form.file"),
        words.say("sample.form.file.hint"),
        "",
        form.error("file", words),
        true,
        List.of());
  }

  private static List<Fact> list(Words words, Sample sample) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            words.say("sample.list"),
            words.say("sample.list.value", sample.size() + sample.urgent(), sample.urgent())));
    facts.add(new Fact(words.say("sample.closed_at"), words.instant(sample.closedAt())));
    sample
        .origin()
        .ifPresent(
            from ->
                facts.add(
                    new Fact(
                        words.say("sample.origin"),
                        words.say(
                            "sample.origin." + from.kind().code(), from.name(), from.sha256()))));
    sample
        .strata()
        .forEach(
            (code, size) ->
                facts.add(new Fact(SampleRead.stratum(words, code), words.number(size))));
    return facts;
  }

  private static List<Fact> drawn(Words words, Sample sample, Sample.Drawn draw) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(words.say("sample.to_prove"), new VerificationWording(words).bound(draw.proof())));
    facts.add(
        new Fact(
            words.say("sample.size"),
            words.say(
                draw.n() == sample.size() ? "sample.size.all" : "sample.size.of",
                draw.n(),
                draw.tolerates())));
    facts.add(new Fact(words.say("sample.drawn_at"), words.instant(draw.at())));
    facts.add(new Fact(words.say("samples.seed"), draw.seed().toString()));
    return facts;
  }

  private List<SamplePage.Row> rows(Words words, SampleRead read, int from, boolean looks) {
    return page(read.toLook(), from).stream()
        .map(
            entry ->
                new SamplePage.Row(
                    entry.number(),
                    SampleRead.itemHref(entry),
                    read.address(words, entry),
                    entry.urgent()
                        ? words.say("sample.urgent")
                        : SampleRead.stratum(words, entry.stratum()),
                    found(words, read.source(), entry),
                    looks ? read.href() + "/sheet?entry=" + entry.ordinal() : ""))
        .toList();
  }

  private static Tag found(Words words, Sample.Source source, Entry entry) {
    return entry
        .verdict()
        .map(
            verdict ->
                new Tag(
                    LookForm.verdict(words, source, verdict),
                    switch (verdict) {
                      case GOOD -> "good";
                      case FAILED -> "up";
                      case UNCHECKED -> "unchecked";
                    },
                    entry.note()))
        .orElseGet(() -> new Tag(words.say("samples.not_looked"), "none", ""));
  }

  /** Draws. */
  void draw(Context ctx) {
    String number = VerificationPages.number(ctx);
    Form form = Form.of(ctx);
    Optional<ToProve> proof = SampleSizing.proof(form);
    if (proof.isEmpty()) {
      form.refuse("bound", "sample.fault.bound");
    } else if (form.has("reckon")) {
      ctx.redirect(
          "/verifications/" + number + "/sample?" + SampleSizing.query(proof.get()), SEE_OTHER);
      return;
    } else if (!SampleSizing.named(proof.get()).equals(form.text(RECKONED))) {
      form.refuse("bound", "sample.fault.reckoned");
    }
    String typed = form.has("other") ? form.text("other") : form.text("n");
    if (!typed.matches("\\d{1,6}")) {
      form.refuse(form.has("other") ? "other" : "n", "sample.fault.size");
    }
    if (form.isGood() && form.has("other") && !form.text("advised").equals(typed)) {
      advise(ctx, form, proof.orElseThrow(), Integer.parseInt(typed));
    }
    run(
        ctx,
        form,
        form.isGood()
            ? Optional.of(
                tx ->
                    commands
                        .draw()
                        .run(tx, form.act(), number, proof.orElseThrow(), Integer.parseInt(typed)))
            : Optional.empty(),
        "sample.drawn.done");
  }

  /** Says of a size of one's own that fewer would do as well, before there is no way back. */
  private void advise(Context ctx, Form form, ToProve proof, int n) {
    int list = read(ctx).sample().map(Sample::size).orElse(0);
    SampleSize.enough(proof, list, n)
        .ifPresent(
            least ->
                form.refuse(
                    "other",
                    "sample.spare",
                    n,
                    least.n(),
                    least.tolerates(),
                    least.larger(proof, list).n()));
  }

  /** Runs the work once, or shows the page again with everything typed. */
  void run(Context ctx, Form form, Optional<Consumer<Tx>> work, String done) {
    if (succeeds(ctx, form, work)) {
      Flash.say(ctx, done);
      ctx.redirect("/verifications/" + VerificationPages.number(ctx) + "/sample", SEE_OTHER);
    }
  }

  /** The page again, with everything typed and what is wrong with it. */
  void refuse(Context ctx, Form form) {
    show(ctx, UNPROCESSABLE_CONTENT, form, read(ctx), "");
  }

  /** Whether it was done now or before; where it was not, the page says why. */
  boolean succeeds(Context ctx, Form form, Optional<Consumer<Tx>> work) {
    String number = VerificationPages.number(ctx);
    if (work.isEmpty()) {
      refuse(ctx, form);
      return false;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            work.get().accept(tx);
            return number;
          },
          (tx, first) -> number);
    } catch (RuleBroken e) {
      if (e.key().startsWith("sample.refused.too_")
          || e.key().equals("evidence.refused.restricted")) {
        form.refuse(
            form.has("source") ? form.text("source") : form.has("other") ? "other" : "n",
            e.key(),
            e.arguments().toArray());
        show(ctx, UNPROCESSABLE_CONTENT, form, read(ctx), "");
      } else {
        String refusal = Reader.of(ctx).words().say(e.key(), e.arguments().toArray());
        show(ctx, CONFLICT, form, read(ctx), refusal);
      }
      return false;
    }
    return true;
  }

  /** Those drawn as a sheet to fill in. */
  void download(Context ctx) {
    Words words = Reader.of(ctx).words();
    String number = VerificationPages.number(ctx);
    SampleRead read =
        db.as(Reader.of(ctx).viewer(), tx -> SampleRead.of(tx, stores, number, drawn -> drawn));
    Download.send(
        ctx,
        Download.format(ctx),
        "sample-" + read.step().number(),
        words.say("sample.sheet"),
        out ->
            SampleSheet.write(
                words, read.source(), read.toLook(), each -> read.address(words, each), out));
  }

  /** A filled sheet: as a whole, or not at all. */
  void upload(Context ctx) {
    Form form = Form.of(ctx);
    String number = VerificationPages.number(ctx);
    SampleRead read = read(ctx);
    Optional<Seen> seen = LookForm.seen(form, clock.instant());
    Optional<Upload> file = Upload.of(ctx, "file");
    if (file.isEmpty()) {
      form.refuse("file", "upload.fault.file");
    }
    Optional<Sheet> sheet = file.flatMap(each -> sheet(each, form));
    Optional<SampleSheet.Read> told =
        sheet.map(
            each ->
                SampleSheet.read(each, LookForm.verdicts(messages, read.source()), read.toLook()));
    if (told.isPresent() && !told.get().faults().isEmpty()) {
      show(
          ctx,
          UNPROCESSABLE_CONTENT,
          form,
          read,
          faults(Reader.of(ctx).words(), told.get().faults()));
      return;
    }
    run(
        ctx,
        form,
        form.isGood() && seen.isPresent() && told.isPresent()
            ? Optional.of(
                tx -> commands.look().run(tx, form.act(), number, told.get().found(), seen.get()))
            : Optional.empty(),
        "sample.upload.done");
  }

  private static Optional<Sheet> sheet(Upload file, Form form) {
    try {
      Sheet sheet = SheetReader.read(file.bytes(Sheet.MOST_BYTES));
      if (!SampleSheet.isSampleSheet(sheet)) {
        form.refuse("file", "sample.fault.columns");
        return Optional.empty();
      }
      return Optional.of(sheet);
    } catch (BadSheet e) {
      form.refuse("file", e.fault().key(), Sheet.limits().toArray());
      return Optional.empty();
    }
  }

  private static String faults(Words words, List<SampleSheet.Fault> faults) {
    return words.say("sample.fault.lines", faults.size())
        + " "
        + faults.stream()
            .limit(FAULTS_SHOWN)
            .map(each -> words.say(each.key(), each.line(), each.what()))
            .collect(Collectors.joining(" "));
  }
}
