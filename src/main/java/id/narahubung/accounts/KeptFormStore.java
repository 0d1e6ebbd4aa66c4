package id.narahubung.accounts;

import static id.narahubung.db.Tables.KEPT_FORM;

import id.narahubung.accounts.KeptForms.KeptForm;
import id.narahubung.data.Tx;
import java.time.Instant;
import java.util.Optional;

/** Kept forms by the hash of the session's token; a later one takes the earlier one's place. */
public final class KeptFormStore {

  void save(Tx tx, byte[] hash, long person, KeptForm form) {
    tx.sql()
        .insertInto(KEPT_FORM)
        .set(KEPT_FORM.TOKEN_HASH, hash)
        .set(KEPT_FORM.PERSON_ID, person)
        .set(KEPT_FORM.PATH, form.path())
        .set(KEPT_FORM.BODY, form.body())
        .set(KEPT_FORM.KEPT_AT, tx.now())
        .onConflict(KEPT_FORM.TOKEN_HASH)
        .doUpdate()
        .set(KEPT_FORM.PATH, form.path())
        .set(KEPT_FORM.BODY, form.body())
        .set(KEPT_FORM.KEPT_AT, tx.now())
        .execute();
  }

  boolean move(Tx tx, long person, byte[] from, byte[] to, Instant since) {
    return tx.sql()
            .update(KEPT_FORM)
            .set(KEPT_FORM.TOKEN_HASH, to)
            .where(KEPT_FORM.TOKEN_HASH.eq(from))
            .and(KEPT_FORM.PERSON_ID.eq(person))
            .and(KEPT_FORM.KEPT_AT.gt(since))
            .execute()
        > 0;
  }

  Optional<KeptForm> find(Tx tx, long person, byte[] hash, Instant since) {
    return tx.sql()
        .select(KEPT_FORM.PATH, KEPT_FORM.BODY)
        .from(KEPT_FORM)
        .where(KEPT_FORM.TOKEN_HASH.eq(hash))
        .and(KEPT_FORM.PERSON_ID.eq(person))
        .and(KEPT_FORM.KEPT_AT.gt(since))
        .fetchOptional(row -> new KeptForm(row.value1(), row.value2()));
  }

  void delete(Tx tx, long person, byte[] hash) {
    tx.sql()
        .deleteFrom(KEPT_FORM)
        .where(KEPT_FORM.TOKEN_HASH.eq(hash))
        .and(KEPT_FORM.PERSON_ID.eq(person))
        .execute();
  }

  void sweep(Tx tx, Instant before) {
    tx.sql().deleteFrom(KEPT_FORM).where(KEPT_FORM.KEPT_AT.lt(before)).execute();
  }
}
