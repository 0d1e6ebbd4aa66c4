package id.narahubung.verification;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.EvidenceCard;
import id.narahubung.evidence.FilePages;
import id.narahubung.evidence.FilesForm;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.ledger.Once;
import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files of a step: added, looked at, handed out. The company has none of these pages. */
public final class VerificationFilePages {

  static final int MOST_AT_ONCE = 20;

  private static final int MOST_NOTE = 4_000;

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final VerificationStore steps;
  private final VerificationFileStore files;
  private final FilePages answers;
  private final AddVerificationFiles add;
  private final HandOutVerificationFile handOut;

  VerificationFilePages(
      Database db,
      Pages pages,
      Once once,
      VerificationStore steps,
      VerificationFileStore files,
      FilePages answers,
      AddVerificationFiles add,
      HandOutVerificationFile handOut) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.steps = steps;
    this.files = files;
    this.answers = answers;
    this.add = add;
    this.handOut = handOut;
  }

  /** All that verifications/file.html may see. */
  public record FilePage(
      String title,
      Link above,
      EvidenceCard.Line line,
      String downloadHref,
      String pictureHref,
      String picture,
      String pictureText) {}

  /** What a step's own page shows of them: names and facts, never a picture. */
  static EvidenceCard card(
      Words words, PersonViewer viewer, VerificationStep step, List<VerificationFile> all) {
    boolean may = step.stage().isOpen() && viewer.may(Permission.RECORD_VERIFICATIONS);
    return new EvidenceCard(
        all.stream().map(each -> line(words, step, each)).toList(),
        may ? href(step) + "/new" : "",
        "");
  }

  private static String href(VerificationStep step) {
    return "/verifications/" + step.number() + "/files";
  }

  private static EvidenceCard.Line line(Words words, VerificationStep step, VerificationFile file) {
    return new EvidenceCard.Line(
        file.name(),
        href(step) + "/" + file.id(),
        EvidenceCard.about(words, file.file()),
        file.file().sha256(),
        words.say(
            "evidence.who",
            words.say("side.ministry"),
            file.by().told(words),
            words.instantShort(file.addedAt())),
        "",
        file.note(),
        false,
        "");
  }

  private VerificationStep step(Tx tx, Context ctx) {
    if (tx.person().side() == Side.COMPANY) {
      throw new NotFound("files of a verification");
    }
    return steps.fetch(tx, VerificationPages.number(ctx));
  }

  void ask(Context ctx) {
    VerificationStep step = db.as(Reader.of(ctx).viewer(), tx -> step(tx, ctx));
    step.requireOpen();
    ask(ctx, OK, step, Form.empty(), "");
  }

  private void ask(
      Context ctx, HttpStatus status, VerificationStep step, Form form, String refusal) {
    Words words = Reader.of(ctx).words();
    Controls controls = new Controls(words, form, "verification.form.");
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("verification.files.title", step.number()),
            new Link(
                "/verifications/" + step.number(), words.say("verification.back", step.number())),
            words.say("verification.files.about", ReceivedFile.MOST_MEGABYTES),
            step.claim(),
            refusal,
            href(step),
            "",
            Optional.empty(),
            List.of(),
            List.of(
                controls.of(Kind.FILES, FilesForm.FIELD, true),
                controls.of(Kind.AREA, "file_note", false)),
            words.say("verification.files.save"),
            form.errors(words)));
  }

  void add(Context ctx) {
    VerificationStep step = db.as(Reader.of(ctx).viewer(), tx -> step(tx, ctx));
    Form form = Form.of(ctx);
    String note = form.text("file_note");
    if (note.length() > MOST_NOTE) {
      form.refuse("file_note", "fault.too_long", MOST_NOTE);
    }
    try (FilesForm sent =
        FilesForm.of(ctx, form, VerificationFilePages.MOST_AT_ONCE, "verification.fault.files")) {
      if (form.isGood() && sent.files().isEmpty()) {
        form.refuse(FilesForm.FIELD, "evidence.fault.none");
      }
      if (!form.isGood()) {
        ask(ctx, UNPROCESSABLE_CONTENT, step, form, "");
        return;
      }
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            add.run(tx, form.act(), step.number(), sent.files(), note);
            return true;
          },
          (tx, done) -> true);
    } catch (RuleBroken e) {
      ask(ctx, CONFLICT, step, form, Reader.of(ctx).words().say(e.key(), e.arguments().toArray()));
      return;
    }
    Flash.say(ctx, "verification.files.done");
    ctx.redirect("/verifications/" + step.number() + "#evidence", SEE_OTHER);
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    boolean asked = Form.ofQuery(ctx).has("picture");
    pages.show(
        ctx,
        "verifications/file",
        db.as(
            reader.viewer(),
            tx -> {
              VerificationStep step = step(tx, ctx);
              VerificationFile file = files.fetch(tx, step, PathId.of(ctx, "file"));
              return page(reader.words(), step, file, asked);
            }));
  }

  private static FilePage page(
      Words words, VerificationStep step, VerificationFile file, boolean asked) {
    String href = href(step) + "/" + file.id();
    boolean picture = file.file().kind().isPicture();
    return new FilePage(
        file.name(),
        new Link("/verifications/" + step.number(), words.say("verification.back", step.number())),
        line(words, step, file),
        href + "/file",
        picture && !asked ? href + "?picture=yes" : "",
        picture && asked ? href + "/picture" : "",
        words.say("evidence.picture.text", file.name(), words.say("side.ministry")));
  }

  void download(Context ctx) {
    VerificationFile file = handedOut(ctx);
    answers.original(ctx, file.file(), file.name());
  }

  void picture(Context ctx) {
    answers.picture(ctx, handedOut(ctx).file());
  }

  private VerificationFile handedOut(Context ctx) {
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> handOut.run(tx, UUID.randomUUID(), step(tx, ctx), PathId.of(ctx, "file")));
  }
}
