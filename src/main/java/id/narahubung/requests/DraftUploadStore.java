package id.narahubung.requests;

import static id.narahubung.db.Tables.DRAFT_UPLOAD;

import id.narahubung.data.Tx;
import id.narahubung.sheets.Sheet;
import java.time.Duration;
import java.util.Optional;

/** Uploaded tables until it is chosen which column is what; forgotten after a day. */
public final class DraftUploadStore {

  private static final Duration KEPT = Duration.ofDays(1);

  /** A table as it was uploaded. */
  record DraftUpload(long id, String name, Sheet sheet) {}

  /** Keeps a table in place of the one the same person uploaded to this draft before. */
  long put(Tx tx, TakedownRequest draft, String name, Sheet sheet) {
    long person = tx.person().personId();
    tx.sql()
        .deleteFrom(DRAFT_UPLOAD)
        .where(
            DRAFT_UPLOAD
                .UPLOADED_AT
                .lt(tx.now().minus(KEPT))
                .or(DRAFT_UPLOAD.REQUEST_ID.eq(draft.id()).and(DRAFT_UPLOAD.PERSON_ID.eq(person))))
        .execute();
    return tx.sql()
        .insertInto(DRAFT_UPLOAD)
        .set(DRAFT_UPLOAD.REQUEST_ID, draft.id())
        .set(DRAFT_UPLOAD.COMPANY_ID, draft.companyId())
        .set(DRAFT_UPLOAD.PERSON_ID, person)
        .set(DRAFT_UPLOAD.NAME, name)
        .set(DRAFT_UPLOAD.CELLS, SheetCells.write(sheet.rows()))
        .set(DRAFT_UPLOAD.GUESSED, sheet.guessed())
        .set(DRAFT_UPLOAD.UPLOADED_AT, tx.now())
        .returning(DRAFT_UPLOAD.ID)
        .fetchSingle()
        .getId();
  }

  Optional<DraftUpload> find(Tx tx, long draft, long id) {
    return tx.sql()
        .select(DRAFT_UPLOAD.NAME, DRAFT_UPLOAD.CELLS, DRAFT_UPLOAD.GUESSED)
        .from(DRAFT_UPLOAD)
        .where(DRAFT_UPLOAD.ID.eq(id), DRAFT_UPLOAD.REQUEST_ID.eq(draft))
        .fetchOptional(
            row ->
                new DraftUpload(
                    id, row.value1(), new Sheet(SheetCells.read(row.value2()), row.value3())));
  }

  /** Drops every table that was uploaded to a draft, whoever did. */
  void dropAll(Tx tx, long draft) {
    tx.sql().deleteFrom(DRAFT_UPLOAD).where(DRAFT_UPLOAD.REQUEST_ID.eq(draft)).execute();
  }

  void drop(Tx tx, long id) {
    tx.sql().deleteFrom(DRAFT_UPLOAD).where(DRAFT_UPLOAD.ID.eq(id)).execute();
  }
}
