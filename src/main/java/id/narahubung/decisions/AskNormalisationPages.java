package id.narahubung.decisions;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.evidence.FileFault;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
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
import id.narahubung.web.OnceForm;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import id.narahubung.web.Upload;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a company asks for a platform to be opened again, and hands in its papers. */
public final class AskNormalisationPages {

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
  private final AskNormalisation ask;
  private final AddPaper add;

  AskNormalisationPages(
      Database db,
      Pages pages,
      Once once,
      NormalisationStore normalisations,
      PlatformStore platforms,
      RuleStore rules,
      AskNormalisation ask,
      AddPaper add) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.normalisations = normalisations;
    this.platforms = platforms;
    this.rules = rules;
    this.ask = ask;
    this.add = add;
  }

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
        paper(ctx, form, entry, entry.code(), FILE + entry.code()).ifPresent(papers::add);
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

  /**
   * What was typed and chosen for a paper, and said there where it is too poor; none is nothing.
   */
  private static Optional<PaperGiven> paper(
      Context ctx, Form form, ChecklistEntry asked, String textField, String fileField) {
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
    if (text.isEmpty() && file.isEmpty()) {
      return Optional.empty();
    }
    PaperGiven paper = new PaperGiven(asked.code(), text, file);
    // A file that cannot be read is told at its own field.
    if (sent.isEmpty()) {
      paper
          .poor(asked)
          .ifPresent(
              poor ->
                  form.refuse(
                      asked.needsFile() ? fileField : textField,
                      poor.key(),
                      poor.arguments().toArray()));
    }
    return Optional.of(paper);
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
      String label = words.label(entry.label());
      String text =
          entry
              .leastLength()
              .map(least -> words.say("normalisation.form.words_of", label, least))
              .orElse(label);
      String file = entry.needsFile() ? "file_needed" : "file_of";
      all.add(controls.of(Kind.AREA, entry.code(), text, false, List.of()));
      all.add(
          controls.of(
              Kind.FILE,
              FILE + entry.code(),
              words.say("normalisation.form." + file, label),
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
    String number = NormalisationPages.number(ctx);
    Optional<ChecklistEntry> asked = asked(ctx, number, form.text("paper"));
    if (asked.isEmpty()) {
      form.refuse("paper", "normalisation.refused.paper");
    }
    Optional<PaperGiven> paper = asked.flatMap(entry -> paper(ctx, form, entry, "text", "file"));
    if (!form.has("text") && Upload.of(ctx, "file").isEmpty()) {
      form.refuse("text", "normalisation.refused.text");
    }
    if (!form.isGood()) {
      paper.ifPresent(each -> close(List.of(each)));
      showPaper(ctx, UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    PaperGiven given = paper.orElseThrow();
    try {
      if (new OnceForm(once)
          .isDone(
              ctx,
              form,
              tx -> add.run(tx, form.act(), number, given),
              (status, refusal) -> showPaper(ctx, status, form, refusal))) {
        Flash.say(ctx, "normalisation.add.done");
        ctx.redirect("/normalisations/" + number, SEE_OTHER);
      }
    } finally {
      close(List.of(given));
    }
  }

  /** The paper that was chosen, among those its rules ask for. */
  private Optional<ChecklistEntry> asked(Context ctx, String number, String code) {
    return db.as(
        Reader.of(ctx).viewer(),
        tx ->
            rules
                .fetch(tx, normalisations.fetch(tx, number).ruleSetId())
                .checklist(ChecklistEntry.NORMALISATION)
                .stream()
                .filter(entry -> entry.code().equals(code))
                .findFirst());
  }

  private void showPaper(Context ctx, HttpStatus status, Form form, String refusal) {
    Words words = Reader.of(ctx).words();
    String number = NormalisationPages.number(ctx);
    PersonViewer viewer = Reader.of(ctx).viewer();
    Normalisation asked = db.as(viewer, tx -> normalisations.fetch(tx, number));
    RuleSet set = db.as(viewer, tx -> rules.fetch(tx, asked.ruleSetId()));
    Controls controls = new Controls(words, form, "normalisation.form.");
    List<Choice> papers =
        set.checklist(ChecklistEntry.NORMALISATION).stream()
            .map(
                entry ->
                    controls.choice(
                        "paper",
                        entry.code(),
                        words.label(entry.label()),
                        NormalisationPages.needs(words, entry)))
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
