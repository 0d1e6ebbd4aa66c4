package id.narahubung.accounts;

import static id.narahubung.data.Kept.value;
import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.PERSON;
import static id.narahubung.db.Tables.SESSION;

import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;

/** Sessions by the hash of their token. */
public final class SessionStore {

  private static final Kept FIND = new Kept();

  /** A row as it stands; whether it still counts is {@link Sessions}' to say. */
  record Stored(
      String id,
      long person,
      String formToken,
      String agent,
      Instant createdAt,
      Instant seenAt,
      Instant endsAt) {

    /** The earlier of the two ends: twelve hours in all, or an hour without a request. */
    Instant end() {
      Instant idle = seenAt.plus(Sessions.IDLE);
      return idle.isBefore(endsAt) ? idle : endsAt;
    }
  }

  void insert(Tx tx, byte[] hash, Stored session) {
    tx.sql()
        .insertInto(SESSION)
        .set(SESSION.TOKEN_HASH, hash)
        .set(SESSION.PERSON_ID, session.person())
        .set(SESSION.FORM_TOKEN, session.formToken())
        .set(SESSION.AGENT, session.agent())
        .set(SESSION.CREATED_AT, session.createdAt())
        .set(SESSION.SEEN_AT, session.seenAt())
        .set(SESSION.ENDS_AT, session.endsAt())
        .execute();
  }

  /** A session with whose it is. */
  record Found(Stored session, Account account) {}

  /** Both in one journey: every page asks for them. */
  Optional<Found> find(Tx tx, byte[] hash) {
    return FIND
        .fetch(
            tx,
            Map.of("hash", hash),
            () ->
                tx.sql()
                    .select(SESSION.fields())
                    .select(PersonStore.columns(tx))
                    .from(SESSION)
                    .join(PERSON)
                    .on(PERSON.ID.eq(SESSION.PERSON_ID))
                    .join(ORGANISATION)
                    .on(ORGANISATION.ID.eq(PERSON.ORGANISATION_ID))
                    .where(SESSION.TOKEN_HASH.eq(value("hash", hash))))
        .stream()
        .findFirst()
        .map(row -> new Found(stored(row.into(SESSION)), PersonStore.account(tx, row)));
  }

  /** A person's sessions that have not ended, the latest first. */
  List<Stored> living(Tx tx, long person) {
    return tx.sql()
        .selectFrom(SESSION)
        .where(SESSION.PERSON_ID.eq(person))
        .and(SESSION.ENDS_AT.gt(tx.now()))
        .and(SESSION.SEEN_AT.gt(tx.now().minus(Sessions.IDLE)))
        .orderBy(SESSION.SEEN_AT.desc(), SESSION.TOKEN_HASH)
        .fetch(row -> stored(row));
  }

  void touch(Tx tx, byte[] hash) {
    tx.sql()
        .update(SESSION)
        .set(SESSION.SEEN_AT, tx.now())
        .where(SESSION.TOKEN_HASH.eq(hash))
        .execute();
  }

  /** Forgets the session of a browser that signs out: nothing of it is kept. */
  void forget(Tx tx, long person, byte[] hash) {
    tx.sql()
        .deleteFrom(SESSION)
        .where(SESSION.TOKEN_HASH.eq(hash))
        .and(SESSION.PERSON_ID.eq(person))
        .execute();
  }

  /**
   * Ends one of a person's sessions from another browser; another's is not touched. It stays known:
   * what is being typed there can still be kept for the same account.
   */
  void end(Tx tx, long person, byte[] hash) {
    end(tx, person, SESSION.TOKEN_HASH.eq(hash));
  }

  void endOthers(Tx tx, long person, byte[] keep) {
    end(tx, person, SESSION.TOKEN_HASH.ne(keep));
  }

  private static void end(Tx tx, long person, Condition which) {
    tx.sql()
        .update(SESSION)
        .set(SESSION.ENDS_AT, tx.now())
        .where(SESSION.PERSON_ID.eq(person), SESSION.ENDS_AT.gt(tx.now()), which)
        .execute();
  }

  /** Forgets what ended longer ago than a form of it could be kept. */
  void sweep(Tx tx, Duration remembered) {
    Instant before = tx.now().minus(remembered);
    tx.sql()
        .deleteFrom(SESSION)
        .where(SESSION.ENDS_AT.lt(before))
        .or(SESSION.SEEN_AT.lt(before.minus(Sessions.IDLE)))
        .execute();
  }

  private static Stored stored(id.narahubung.db.tables.records.SessionRecord row) {
    return new Stored(
        HexFormat.of().formatHex(row.getTokenHash()),
        row.getPersonId(),
        row.getFormToken(),
        row.getAgent(),
        row.getCreatedAt(),
        row.getSeenAt(),
        row.getEndsAt());
  }
}
