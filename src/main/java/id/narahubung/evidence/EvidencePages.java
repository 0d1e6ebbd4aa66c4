package id.narahubung.evidence;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.BadInput;
import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import id.narahubung.web.Upload;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Evidence added, looked at, handed out, taken back. */
public final class EvidencePages {

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final EvidenceStore evidence;
  private final FilePages answers;
  private final AddEvidence add;
  private final RemoveEvidence remove;
  private final HandOutEvidence handOut;

  public EvidencePages(
      Database db,
      Pages pages,
      Once once,
      EvidenceStore evidence,
      FilePages answers,
      AddEvidence add,
      RemoveEvidence remove,
      HandOutEvidence handOut) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.evidence = evidence;
    this.answers = answers;
    this.add = add;
    this.remove = remove;
    this.handOut = handOut;
  }

  /** Finds what the path is about; NotFound where the viewer cannot see it. */
  interface Where {
    CaseRef find(Tx tx, Context ctx);
  }

  CaseRef ofRequest(Tx tx, Context ctx) {
    return evidence.request(tx, ctx.pathParam("number"));
  }

  CaseRef ofDraft(Tx tx, Context ctx) {
    return evidence.draft(tx, id(ctx.pathParam("id")));
  }

  void ask(Context ctx, Where where) {
    CaseRef request = find(ctx, where);
    askAgain(ctx, OK, request, Form.ofQuery(ctx), "");
  }

  void add(Context ctx, Where where) {
    CaseRef request = find(ctx, where);
    Form form = Form.of(ctx);
    Optional<Integer> item = item(form);
    if (form.text("note").length() > 4_000) {
      form.refuse("note", "fault.too_long", 4_000);
    }
    boolean shared = form.text("audience").equals("both");
    if (!shared && !form.text("audience").equals("own")) {
      form.refuse("audience", "evidence.fault.audience");
    }
    Optional<Upload> sent = Upload.of(ctx, "file");
    if (sent.isEmpty()) {
      form.refuse("file", "evidence.fault.none");
    }
    if (!form.isGood()) {
      askAgain(ctx, UNPROCESSABLE_CONTENT, request, form, "");
      return;
    }
    try (InputStream content = sent.orElseThrow().open();
        ReceivedFile file = ReceivedFile.of(content, sent.orElseThrow().name())) {
      act(ctx, form, tx -> add.run(tx, form.act(), request, item, file, shared, form.text("note")));
    } catch (FileFault e) {
      form.refuse("file", e.key(), ReceivedFile.MOST_MEGABYTES);
      askAgain(ctx, UNPROCESSABLE_CONTENT, request, form, "");
      return;
    } catch (RuleBroken e) {
      askAgain(ctx, CONFLICT, request, form, Reader.of(ctx).words().say(e.key()));
      return;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Flash.say(ctx, "evidence.added");
    ctx.redirect(
        request.href() + item.map(number -> "/items/" + number).orElse("") + "#evidence",
        SEE_OTHER);
  }

  private void askAgain(
      Context ctx, HttpStatus status, CaseRef request, Form form, String refusal) {
    Reader reader = Reader.of(ctx);
    item(form).ifPresent(item -> db.run(reader.viewer(), tx -> evidence.item(tx, request, item)));
    pages.show(
        ctx,
        status,
        "evidence/new",
        EvidenceFormPage.of(request, form, reader.words(), reader.viewer().side(), refusal));
  }

  void show(Context ctx, Where where) {
    show(ctx, OK, where, Form.empty(), "");
  }

  private void show(Context ctx, HttpStatus status, Where where, Form form, String refusal) {
    Reader reader = Reader.of(ctx);
    boolean picture = Form.ofQuery(ctx).has("picture");
    EvidencePage page =
        db.as(
            reader.viewer(),
            tx -> {
              CaseRef request = where.find(tx, ctx);
              Evidence piece = evidence.fetch(tx, request, evidenceId(ctx));
              return EvidencePage.of(
                  request, piece, form, reader.words(), reader.viewer(), picture, refusal);
            });
    pages.show(ctx, status, "evidence/show", page);
  }

  /** The original, as a file that no browser runs. */
  void download(Context ctx, Where where) {
    Evidence piece = handedOut(ctx, where);
    answers.original(ctx, piece.file(), piece.name());
  }

  /** The picture as it may be shown: its pixels alone. */
  void picture(Context ctx, Where where) {
    answers.picture(ctx, handedOut(ctx, where).file());
  }

  private Evidence handedOut(Context ctx, Where where) {
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> handOut.run(tx, UUID.randomUUID(), where.find(tx, ctx), evidenceId(ctx)));
  }

  void remove(Context ctx, Where where) {
    CaseRef request = find(ctx, where);
    long id = evidenceId(ctx);
    Form form = Form.of(ctx);
    if (!request.isDraft() && !form.has("reason")) {
      form.refuse("reason", "evidence.fault.reason");
    } else if (form.text("reason").length() > 4_000) {
      form.refuse("reason", "fault.too_long", 4_000);
    }
    if (!form.isGood()) {
      show(ctx, UNPROCESSABLE_CONTENT, where, form, "");
      return;
    }
    try {
      act(ctx, form, tx -> remove.run(tx, form.act(), request, id, form.text("reason")));
    } catch (RuleBroken e) {
      show(ctx, CONFLICT, where, form, Reader.of(ctx).words().say(e.key()));
      return;
    }
    Flash.say(ctx, "evidence.taken_back");
    ctx.redirect(request.href() + "#evidence", SEE_OTHER);
  }

  private void act(Context ctx, Form form, Consumer<Tx> work) {
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          work.accept(tx);
          return true;
        },
        (tx, done) -> true);
  }

  private CaseRef find(Context ctx, Where where) {
    return db.as(Reader.of(ctx).viewer(), tx -> where.find(tx, ctx));
  }

  private static long evidenceId(Context ctx) {
    return id(ctx.pathParam("evidence"));
  }

  private static long id(String typed) {
    if (!typed.matches("\\d{1,18}")) {
      throw new NotFound("evidence");
    }
    return Long.parseLong(typed);
  }

  private static Optional<Integer> item(Form form) {
    String typed = form.text("item");
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (!typed.matches("\\d{1,7}")) {
      throw new BadInput("no such item");
    }
    return Optional.of(Integer.parseInt(typed));
  }
}
