package id.narahubung.views;

import static id.narahubung.db.Tables.SAVED_VIEW;

import id.narahubung.data.Tx;
import java.util.List;
import org.jooq.impl.DSL;

/** Saved views. PostgreSQL shows one's own, and what colleagues share. */
public final class ViewStore {

  public List<SavedView> list(Tx tx) {
    return tx.sql()
        .select(
            SAVED_VIEW.ID,
            SAVED_VIEW.NAME,
            SAVED_VIEW.PATH,
            SAVED_VIEW.SHARED,
            DSL.field(SAVED_VIEW.PERSON_ID.eq(tx.person().personId())))
        .from(SAVED_VIEW)
        .orderBy(SAVED_VIEW.NAME, SAVED_VIEW.ID)
        .fetch(
            row ->
                new SavedView(
                    row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  int countOwn(Tx tx) {
    return tx.sql().fetchCount(SAVED_VIEW, SAVED_VIEW.PERSON_ID.eq(tx.person().personId()));
  }

  /** Keeps it; one of the viewer's own by that name gets the new address. */
  void put(Tx tx, String name, String path, boolean shared) {
    tx.sql()
        .insertInto(SAVED_VIEW)
        .set(SAVED_VIEW.ORGANISATION_ID, tx.person().organisationId())
        .set(SAVED_VIEW.PERSON_ID, tx.person().personId())
        .set(SAVED_VIEW.NAME, name)
        .set(SAVED_VIEW.PATH, path)
        .set(SAVED_VIEW.SHARED, shared)
        .set(SAVED_VIEW.SAVED_AT, tx.now())
        .onConflict(SAVED_VIEW.PERSON_ID, SAVED_VIEW.NAME)
        .doUpdate()
        .set(SAVED_VIEW.PATH, path)
        .set(SAVED_VIEW.SHARED, shared)
        .set(SAVED_VIEW.SAVED_AT, tx.now())
        .execute();
  }

  void deleteOwn(Tx tx, long id) {
    tx.sql()
        .deleteFrom(SAVED_VIEW)
        .where(SAVED_VIEW.ID.eq(id), SAVED_VIEW.PERSON_ID.eq(tx.person().personId()))
        .execute();
  }
}
