package id.narahubung.decisions;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentPage.Entry;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileFault;
import id.narahubung.evidence.FilePages;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.evidence.StoredFile;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import id.narahubung.web.Upload;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Requests to open again: how a company asks, and what both sides see of it. */
public final class NormalisationPages {

  private static final int MOST_STATEMENT = 10_000;
  private static final int MOST_TEXT = 4_000;

  /** Before the code of a paper, the field of its file. */
  private static final String FILE = "file_";

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final NormalisationStore normalisations;
  private final PlatformStore platforms;
  private final RuleStore rules;
  private final FilePages files;
  private final AskNormalisation ask;
  private final AddPaper add;

  NormalisationPages(
      Database db,
      Pages pages,
      Once once,
      NormalisationStore normalisations,
      PlatformStore platforms,
      RuleStore rules,
      FilePages files,
      AskNormalisation ask,
      AddPaper add) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.normalisations = normalisations;
    this.platforms = platforms;
    this.rules = rules;
    this.files = files;
    this.ask = ask;
    this.add = add;
  }

  static String number(Context ctx) {
    String number = ctx.pathParam("normalisation");
    if (!number.matches("PN-\\d{4}-\\d{4,9}")) {
      throw new NotFound("normalisation");
    }
    return number;
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    pages.show(
        ctx,
        "normalisations/show",
        db.as(
            reader.viewer(),
            tx ->
                page(tx, reader.words(), reader.viewer(), normalisations.fetch(tx, number(ctx)))));
  }

  private NormalisationPage page(Tx tx, Words words, PersonViewer viewer, Normalisation asked) {
    RuleSet set = rules.fetch(tx, asked.ruleSetId());
    DecisionWording wording = new DecisionWording(words);
    NormalisationWording said = new NormalisationWording(words);
    List<Link> actions = new ArrayList<>();
    if (asked.waits() && viewer.may(Permission.ASK_NORMALISATION)) {
      actions.add(new Link(asked.path() + "/papers", words.say("normalisation.add.link")));
    }
    if (asked.waits() && viewer.may(Permission.PREPARE_DECISIONS)) {
      actions.add(
          new Link(
              "/decisions/new?kind=full_restore&platform=" + asked.platformId(),
              words.say("decision.prepare.link")));
    }
    for (NormalisationAct act : NormalisationAct.values()) {
      if (act.isOffered(asked, viewer)) {
        actions.add(
            new Link(
                asked.path() + "/" + act.path(),
                words.say("normalisation." + act.code() + ".link")));
      }
    }
    return new NormalisationPage(
        words.say("normalisation.title", asked.number()),
        new Link("/platforms/" + asked.platformId(), asked.platform()),
        said.state(asked),
        // The page links the number.
        asked.closedBy().isPresent() ? words.say("normalisation.closed.by") : said.standing(asked),
        asked.withdrawal().map(Normalisation.Withdrawal::reason).orElse(""),
        asked.statement(),
        wording.signed(asked.filedAt(), asked.by()),
        words.say("normalisation.papers", asked.completeness().missing().size()),
        set.checklist(ChecklistEntry.NORMALISATION).stream()
            .map(entry -> paper(words, wording, asked, entry))
            .toList(),
        actions,
        asked.closedBy().orElse(""),
        history(words, wording, asked, set));
  }

  /** The newest first. */
  private static List<Entry> history(
      Words words, DecisionWording wording, Normalisation asked, RuleSet set) {
    Map<String, String> labels =
        set.checklist(ChecklistEntry.NORMALISATION).stream()
            .collect(Collectors.toMap(ChecklistEntry::code, entry -> words.label(entry.label())));
    List<Told> told = new ArrayList<>();
    told.add(
        new Told(asked.filedAt(), Side.COMPANY, words.say("normalisation.told.asked"), asked.by()));
    asked
        .papers()
        .forEach(
            each ->
                told.add(
                    new Told(
                        each.at(),
                        Side.COMPANY,
                        words.say(
                            "normalisation.told.paper",
                            labels.getOrDefault(each.entryCode(), each.entryCode())),
                        each.by())));
    asked
        .lacks()
        .forEach(
            each ->
                told.add(
                    new Told(
                        each.at(),
                        Side.MINISTRY,
                        words.say(
                            "normalisation.told.lack",
                            labels.getOrDefault(each.entryCode(), each.entryCode())),
                        each.by())));
    asked
        .withdrawal()
        .ifPresent(
            each ->
                told.add(
                    new Told(
                        each.at(),
                        Side.COMPANY,
                        words.say("normalisation.told.withdrawn"),
                        each.by())));
    return told.reversed().stream()
        .sorted(Comparator.comparing(Told::at).reversed())
        .map(
            each ->
                new Entry(
                    each.side().name().toLowerCase(Locale.ROOT),
                    false,
                    each.text(),
                    wording.signed(each.at(), each.by()),
                    ""))
        .toList();
  }

  /** A line of the history before it is worded. */
  private record Told(Instant at, Side side, String text, By by) {}

  private static NormalisationPage.Paper paper(
      Words words, DecisionWording wording, Normalisation asked, ChecklistEntry entry) {
    NavigableMap<Long, NormalisationPage.Given> given = new TreeMap<>();
    asked.papers().stream()
        .filter(each -> each.entryCode().equals(entry.code()))
        .forEach(
            each ->
                given.put(
                    each.event(),
                    new NormalisationPage.Given(
                        "",
                        each.text(),
                        wording.signed(each.at(), each.by()),
                        each.file().map(Normalisation.File::name).orElse(""),
                        each.file()
                            .map(file -> asked.path() + "/papers/" + each.id() + "/file")
                            .orElse(""))));
    asked.lacks().stream()
        .filter(each -> each.entryCode().equals(entry.code()))
        .forEach(
            each ->
                given.put(
                    each.event(),
                    new NormalisationPage.Given(
                        words.say("normalisation.paper.lacking"),
                        each.reason(),
                        wording.signed(each.at(), each.by()),
                        "",
                        "")));
    String state = asked.isThere(entry.code()) ? "there" : given.isEmpty() ? "missing" : "lacking";
    return new NormalisationPage.Paper(
        words.label(entry.label()),
        new Tag(
            words.say("normalisation.paper." + state), state.equals("there") ? "good" : "late", ""),
        List.copyOf(given.values()));
  }

  /** The file as it came, as one that no browser runs. */
  void file(Context ctx) {
    long id = PathId.of(ctx, "id");
    String number = number(ctx);
    Handed handed =
        db.as(
            Reader.of(ctx).viewer(),
            tx -> {
              Normalisation asked = normalisations.fetch(tx, number);
              return new Handed(
                  normalisations.file(tx, asked, id),
                  asked.papers().stream()
                      .filter(paper -> paper.id() == id)
                      .flatMap(paper -> paper.file().stream())
                      .map(Normalisation.File::name)
                      .findFirst()
                      .orElseThrow(() -> new NotFound("paper " + id)));
            });
    files.original(ctx, handed.file(), handed.name());
  }

  private record Handed(StoredFile file, String name) {}

  void ask(Context ctx) {
    PersonViewer viewer = Reader.of(ctx).viewer();
    long platform = PathId.of(ctx, "platform");
    db.run(
        viewer,
        tx -> {
          platforms.fetch(tx, platform);
          ask.requireShut(tx, platform);
        });
    show(ctx, OK, Form.ofQuery(ctx), "");
  }

  void submit(Context ctx) {
    Form form = Form.of(ctx);
    long platform = PathId.of(ctx, "platform");
    form.need("statement", "normalisation.refused.statement", MOST_STATEMENT);
    List<PaperGiven> papers = new ArrayList<>();
    try {
      for (ChecklistEntry entry : rules(ctx).checklist(ChecklistEntry.NORMALISATION)) {
        paper(ctx, form, entry.code(), entry.code(), FILE + entry.code()).ifPresent(papers::add);
      }
      if (!form.isGood()) {
        show(ctx, UNPROCESSABLE_CONTENT, form, "");
        return;
      }
      String number =
          once.run(
              Reader.of(ctx).viewer(),
              form.act(),
              tx -> ask.run(tx, form.act(), platform, form.text("statement"), papers),
              (tx, done) -> normalisations.of(tx, done.event()));
      Flash.say(ctx, "normalisation.ask.done");
      ctx.redirect("/normalisations/" + number, SEE_OTHER);
    } catch (RuleBroken e) {
      show(ctx, CONFLICT, form, Reader.of(ctx).words().say(e.key(), e.arguments().toArray()));
    } finally {
      close(papers);
    }
  }

  /** What was typed and chosen for a line; none where that is nothing. */
  private static Optional<PaperGiven> paper(
      Context ctx, Form form, String code, String textField, String fileField) {
    String text = form.text(textField);
    if (text.length() > MOST_TEXT) {
      form.refuse(textField, "fault.too_long", MOST_TEXT);
    }
    Optional<ReceivedFile> file = Optional.empty();
    Optional<Upload> sent = Upload.of(ctx, fileField);
    if (sent.isPresent() && form.isGood()) {
      try (InputStream content = sent.get().open()) {
        file = Optional.of(ReceivedFile.of(content, sent.get().name()));
      } catch (FileFault e) {
        form.refuse(fileField, e.key(), ReceivedFile.MOST_MEGABYTES);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return text.isEmpty() && file.isEmpty()
        ? Optional.empty()
        : Optional.of(new PaperGiven(code, text, file));
  }

  private static void close(List<PaperGiven> papers) {
    papers.forEach(paper -> paper.file().ifPresent(ReceivedFile::close));
  }

  private RuleSet rules(Context ctx) {
    return db.as(Reader.of(ctx).viewer(), rules::inForce);
  }

  private void show(Context ctx, HttpStatus status, Form form, String refusal) {
    Words words = Reader.of(ctx).words();
    long id = PathId.of(ctx, "platform");
    Platform platform = db.as(Reader.of(ctx).viewer(), tx -> platforms.fetch(tx, id));
    Controls controls = new Controls(words, form, "normalisation.form.");
    List<Control> all = new ArrayList<>();
    all.add(controls.of(Kind.AREA, "statement", true));
    RuleSet set = rules(ctx);
    for (ChecklistEntry entry : set.checklist(ChecklistEntry.NORMALISATION)) {
      all.add(controls.of(Kind.AREA, entry.code(), words.label(entry.label()), false, List.of()));
      all.add(
          controls.of(
              Kind.FILE,
              FILE + entry.code(),
              words.say("normalisation.form.file_of", words.label(entry.label())),
              false,
              List.of()));
    }
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("normalisation.ask.title", platform.name()),
            new Link("/platforms/" + id, platform.name()),
            words.say(
                "normalisation.ask.about",
                new DecisionWording(words).within(set.limits().normaliseWithin())),
            "",
            refusal,
            "/platforms/" + id + "/normalisation",
            "",
            Optional.empty(),
            List.of(),
            all,
            words.say("normalisation.ask.save"),
            form.errors(words)));
  }

  void askForPaper(Context ctx) {
    showPaper(ctx, OK, Form.ofQuery(ctx), "");
  }

  void add(Context ctx) {
    Form form = Form.of(ctx);
    String number = number(ctx);
    if (!form.has("paper")) {
      form.refuse("paper", "normalisation.refused.paper");
    }
    Optional<PaperGiven> paper = paper(ctx, form, form.text("paper"), "text", "file");
    // A file that cannot be read is told at its own field.
    if (!form.has("text") && Upload.of(ctx, "file").isEmpty()) {
      form.refuse("text", "normalisation.refused.text");
    }
    if (!form.isGood()) {
      paper.ifPresent(each -> close(List.of(each)));
      showPaper(ctx, UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            add.run(tx, form.act(), number, paper.orElseThrow());
            return number;
          },
          (tx, done) -> number);
      Flash.say(ctx, "normalisation.add.done");
      ctx.redirect("/normalisations/" + number, SEE_OTHER);
    } catch (RuleBroken e) {
      showPaper(ctx, CONFLICT, form, Reader.of(ctx).words().say(e.key(), e.arguments().toArray()));
    } finally {
      close(List.of(paper.orElseThrow()));
    }
  }

  private void showPaper(Context ctx, HttpStatus status, Form form, String refusal) {
    Words words = Reader.of(ctx).words();
    String number = number(ctx);
    PersonViewer viewer = Reader.of(ctx).viewer();
    Normalisation asked = db.as(viewer, tx -> normalisations.fetch(tx, number));
    RuleSet set = db.as(viewer, tx -> rules.fetch(tx, asked.ruleSetId()));
    Controls controls = new Controls(words, form, "normalisation.form.");
    List<Choice> papers =
        set.checklist(ChecklistEntry.NORMALISATION).stream()
            .map(entry -> controls.choice("paper", entry.code(), words.label(entry.label())))
            .toList();
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("normalisation.add.title", number),
            new Link(asked.path(), number),
            words.say("normalisation.add.about"),
            "",
            refusal,
            asked.path() + "/papers",
            "",
            Optional.empty(),
            List.of(),
            List.of(
                controls.of(Kind.RADIOS, "paper", true, papers),
                controls.of(Kind.AREA, "text", false),
                controls.of(Kind.FILE, "file", false)),
            words.say("normalisation.add.save"),
            form.errors(words)));
  }
}
