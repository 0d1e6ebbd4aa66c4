package id.narahubung.requests;

import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.requests.ColumnGuess.Meaning;
import id.narahubung.requests.DraftUploadStore.DraftUpload;
import id.narahubung.sheets.BadSheet;
import id.narahubung.sheets.Sheet;
import id.narahubung.sheets.SheetReader;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import id.narahubung.web.Upload;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;

/**
 * A table uploaded to a draft. One column goes into the draft at once, as if it had been pasted;
 * for more it is first chosen which column is what.
 */
public final class UploadPages {

  private final Database db;
  private final Pages pages;
  private final DraftPages drafts;
  private final DraftPages.Stores stores;
  private final DraftUploadStore uploads;
  private final SaveDraft save;

  public UploadPages(
      Database db,
      Pages pages,
      DraftPages drafts,
      DraftPages.Stores stores,
      DraftUploadStore uploads,
      SaveDraft save) {
    this.db = db;
    this.pages = pages;
    this.drafts = drafts;
    this.stores = stores;
    this.uploads = uploads;
    this.save = save;
  }

  void upload(Context ctx) {
    Form form = Form.of(ctx);
    TakedownRequest draft = draft(ctx);
    if (draft.restriction().restricted()) {
      form.refuse("file", "upload.fault.restricted");
      drafts.show(ctx, UNPROCESSABLE_CONTENT, draft, form, "");
      return;
    }
    Optional<Upload> file = Upload.of(ctx, "file");
    Optional<Sheet> read = file.flatMap(each -> read(each, form));
    if (file.isEmpty()) {
      form.refuse("file", "upload.fault.file");
    }
    if (read.isEmpty()) {
      drafts.show(ctx, UNPROCESSABLE_CONTENT, draft, form, "");
      return;
    }
    Sheet sheet = read.get();
    if (sheet.width() > 1) {
      long id =
          db.as(
              Reader.of(ctx).viewer(),
              tx -> {
                TakedownRequest now = locked(tx, draft.id());
                return uploads.put(tx, now, file.orElseThrow().name(), sheet);
              });
      ctx.redirect("/drafts/" + draft.id() + "/uploads/" + id, SEE_OTHER);
      return;
    }
    UploadedRows rows = new UploadedRows(sheet, false, Map.of(Meaning.ADDRESS, 0));
    if (isTooMany(rows.after(pasted(ctx, draft)), form, "file")) {
      drafts.show(ctx, UNPROCESSABLE_CONTENT, draft, form, "");
      return;
    }
    drafts.act(ctx, form, "upload.added", tx -> add(tx, form, draft.id(), rows));
  }

  /** As it stands now: somebody may have restricted it meanwhile. */
  private TakedownRequest locked(Tx tx, long id) {
    TakedownRequest draft = stores.requests().lock(tx, id, Permission.DRAFT_REQUESTS);
    RequestLifecycle.after(draft.stage(), RequestAction.EDIT);
    if (draft.restriction().restricted()) {
      throw new RuleBroken("upload.fault.restricted");
    }
    return draft;
  }

  private static Optional<Sheet> read(Upload file, Form form) {
    try {
      return Optional.of(SheetReader.read(file.bytes(Sheet.MOST_BYTES)));
    } catch (BadSheet e) {
      form.refuse("file", e.fault().key(), Sheet.limits().toArray());
      return Optional.empty();
    }
  }

  /** Which column is what: as it is guessed. */
  void ask(Context ctx) {
    DraftUpload upload = find(ctx);
    show(ctx, HttpStatus.OK, upload, UploadForm.guess(upload.sheet()));
  }

  void map(Context ctx) {
    Form form = Form.of(ctx);
    DraftUpload upload = find(ctx);
    Optional<UploadedRows> rows = UploadForm.read(form, upload.sheet());
    if (rows.isPresent()) {
      UploadedRows.Outcome outcome = rows.get().after(pasted(ctx, draft(ctx)));
      if (outcome.added() == 0) {
        form.refuse("address", "upload.fault.no_address");
      }
      isTooMany(outcome, form, "address");
    }
    if (rows.isEmpty() || !form.isGood()) {
      show(ctx, UNPROCESSABLE_CONTENT, upload, form);
      return;
    }
    drafts.act(
        ctx,
        form,
        "upload.added",
        tx -> {
          uploads.drop(tx, upload.id());
          return add(tx, form, DraftPages.id(ctx), rows.get());
        });
  }

  private static boolean isTooMany(UploadedRows.Outcome outcome, Form form, String field) {
    if (outcome.found().good().size() > DraftForm.MAX_ITEMS) {
      form.refuse(field, "draft.fault.pasted", DraftForm.MAX_ITEMS);
    }
    return !form.isGood();
  }

  private String add(Tx tx, Form form, long id, UploadedRows rows) {
    TakedownRequest draft = stores.requests().fetch(tx, id);
    if (draft.restriction().restricted()) {
      throw new RuleBroken("upload.fault.restricted");
    }
    UploadedRows.Outcome outcome = rows.after(stores.drafts().pasted(tx, id));
    save.run(
        tx,
        form.act(),
        SaveDraft.Target.change(id, form.version()),
        draft.content(),
        outcome.pasted(),
        outcome.about());
    return "/drafts/" + id;
  }

  private void show(Context ctx, HttpStatus status, DraftUpload upload, Form form) {
    pages.show(
        ctx,
        status,
        "drafts/upload",
        new UploadForm(Reader.of(ctx).words(), form).page(draft(ctx), upload));
  }

  private TakedownRequest draft(Context ctx) {
    long id = DraftPages.id(ctx);
    return db.as(Reader.of(ctx).viewer(), tx -> stores.requests().fetch(tx, id));
  }

  private String pasted(Context ctx, TakedownRequest draft) {
    return db.as(Reader.of(ctx).viewer(), tx -> stores.drafts().pasted(tx, draft.id()));
  }

  /** Once its rows are in the draft, or it is restricted, an upload is gone with its address. */
  private DraftUpload find(Context ctx) {
    String id = ctx.pathParam("upload");
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound("upload");
    }
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          TakedownRequest draft = stores.requests().fetch(tx, DraftPages.id(ctx));
          if (draft.restriction().restricted()) {
            throw new NotFound("upload");
          }
          return uploads
              .find(tx, draft.id(), Long.parseLong(id))
              .orElseThrow(() -> new NotFound("upload"));
        });
  }
}
