package id.narahubung.accounts;

import static id.narahubung.db.Tables.SIGN_IN_FAILURE;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.when;

import id.narahubung.data.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counters of failed tries, by the hash of what they are about. */
public final class SignInFailureStore {

  private static final Duration REMEMBERED = Duration.ofDays(2);

  Optional<Instant> blockedUntil(Tx tx, byte[] one, byte[] other) {
    return Optional.ofNullable(
        tx.sql()
            .select(max(SIGN_IN_FAILURE.BLOCKED_UNTIL))
            .from(SIGN_IN_FAILURE)
            .where(SIGN_IN_FAILURE.KEY_HASH.in(one, other))
            .fetchSingle()
            .value1());
  }

  /** Adds one and gives the count; what is older than 'since' is forgotten. */
  int count(Tx tx, byte[] key, Instant since) {
    return tx.sql()
        .insertInto(SIGN_IN_FAILURE)
        .set(SIGN_IN_FAILURE.KEY_HASH, key)
        .set(SIGN_IN_FAILURE.FAILURES, 1)
        .set(SIGN_IN_FAILURE.LAST_AT, tx.now())
        .onConflict(SIGN_IN_FAILURE.KEY_HASH)
        .doUpdate()
        .set(
            SIGN_IN_FAILURE.FAILURES,
            when(SIGN_IN_FAILURE.LAST_AT.gt(since), SIGN_IN_FAILURE.FAILURES.plus(1)).otherwise(1))
        .set(SIGN_IN_FAILURE.LAST_AT, tx.now())
        .returningResult(SIGN_IN_FAILURE.FAILURES)
        .fetchSingle()
        .value1();
  }

  void block(Tx tx, byte[] key, Instant until) {
    tx.sql()
        .update(SIGN_IN_FAILURE)
        .set(SIGN_IN_FAILURE.BLOCKED_UNTIL, until)
        .where(SIGN_IN_FAILURE.KEY_HASH.eq(key))
        .execute();
  }

  void clear(Tx tx, byte[] key) {
    tx.sql()
        .deleteFrom(SIGN_IN_FAILURE)
        .where(SIGN_IN_FAILURE.KEY_HASH.eq(key))
        .or(SIGN_IN_FAILURE.LAST_AT.lt(tx.now().minus(REMEMBERED)))
        .execute();
  }

  void takeBack(Tx tx, byte[] key) {
    tx.sql()
        .update(SIGN_IN_FAILURE)
        .set(SIGN_IN_FAILURE.FAILURES, SIGN_IN_FAILURE.FAILURES.minus(1))
        .where(SIGN_IN_FAILURE.KEY_HASH.eq(key))
        .and(SIGN_IN_FAILURE.FAILURES.gt(0))
        .execute();
  }
}
