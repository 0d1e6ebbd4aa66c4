package id.narahubung.accounts;

import static id.narahubung.db.Tables.ONE_TIME_LINK;

import id.narahubung.data.Tx;
import java.time.Instant;
import java.util.Optional;

/** One-time links by the hash of their token. */
public final class OneTimeLinkStore {

  void insert(Tx tx, byte[] hash, long person, Instant endsAt) {
    tx.sql()
        .insertInto(ONE_TIME_LINK)
        .set(ONE_TIME_LINK.TOKEN_HASH, hash)
        .set(ONE_TIME_LINK.PERSON_ID, person)
        .set(ONE_TIME_LINK.CREATED_AT, tx.now())
        .set(ONE_TIME_LINK.ENDS_AT, endsAt)
        .execute();
  }

  /** Whose link it is, while it can be used. */
  Optional<Long> find(Tx tx, byte[] hash) {
    return tx.sql()
        .select(ONE_TIME_LINK.PERSON_ID)
        .from(ONE_TIME_LINK)
        .where(ONE_TIME_LINK.TOKEN_HASH.eq(hash))
        .and(ONE_TIME_LINK.USED_AT.isNull())
        .and(ONE_TIME_LINK.ENDS_AT.gt(tx.now()))
        .fetchOptional(row -> row.value1());
  }

  /** Uses it up; of two at once only one gets the person. */
  Optional<Long> use(Tx tx, byte[] hash) {
    return tx.sql()
        .update(ONE_TIME_LINK)
        .set(ONE_TIME_LINK.USED_AT, tx.now())
        .where(ONE_TIME_LINK.TOKEN_HASH.eq(hash))
        .and(ONE_TIME_LINK.USED_AT.isNull())
        .and(ONE_TIME_LINK.ENDS_AT.gt(tx.now()))
        .returningResult(ONE_TIME_LINK.PERSON_ID)
        .fetchOptional(row -> row.value1());
  }

  /** Makes a person's earlier links worthless. */
  void endAll(Tx tx, long person) {
    tx.sql()
        .update(ONE_TIME_LINK)
        .set(ONE_TIME_LINK.ENDS_AT, tx.now())
        .where(ONE_TIME_LINK.PERSON_ID.eq(person))
        .and(ONE_TIME_LINK.ENDS_AT.gt(tx.now()))
        .execute();
  }
}
