package id.narahubung.views;

import static id.narahubung.db.Tables.SAVED_VIEW;

import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import java.util.List;
import java.util.Map;

/** Saved views. PostgreSQL shows one's own, and what colleagues share. */
public final class ViewStore {

  private static final Kept LIST = new Kept();

  public List<SavedView> list(Tx tx) {
    return LIST.fetch(
            tx,
            Map.of(),
            () ->
                tx.sql()
                    .select(
                        SAVED_VIEW.ID,
                        SAVED_VIEW.NAME,
                        SAVED_VIEW.PATH,
                        SAVED_VIEW.SHARED,
                        SAVED_VIEW.PERSON_ID)
                    .from(SAVED_VIEW)
                    .orderBy(SAVED_VIEW.NAME, SAVED_VIEW.ID))
        .map(
            row ->
                new SavedView(
                    row.get(SAVED_VIEW.ID),
                    row.get(SAVED_VIEW.NAME),
                    row.get(SAVED_VIEW.PATH),
                    row.get(SAVED_VIEW.SHARED),
                    row.get(SAVED_VIEW.PERSON_ID) == tx.person().personId()));
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
