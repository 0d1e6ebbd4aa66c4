package id.narahubung.accounts;

import id.narahubung.data.Tx;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Sessions: twelve hours at most, and no longer than an hour without a request. */
public final class Sessions {

  static final Duration LONGEST = Duration.ofHours(12);
  static final Duration IDLE = Duration.ofMinutes(60);
  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
  private static final int MOST_AGENT = 200;

  private final SessionStore store;
  private final RandomGenerator random;

  public Sessions(SessionStore store, RandomGenerator random) {
    this.store = store;
    this.random = random;
  }

  /** What a cookie names. */
  public sealed interface Found {}

  /** Nothing we know, or nothing we still remember. */
  public record None() implements Found {}

  /** A session that ended within a day: its form may be kept for its person. */
  public record Ended(String token, long person, String formToken) implements Found {}

  /** Somebody signed in. */
  public record Living(SignedIn signedIn) implements Found {}

  /** Looks a session up and notes that it was seen, once a minute. */
  public Found open(Tx tx, String token) {
    byte[] hash = Token.hash(token);
    Optional<SessionStore.Found> found = store.find(tx, hash);
    if (found.isEmpty()) {
      return new None();
    }
    SessionStore.Stored session = found.get().session();
    if (!tx.now().isBefore(session.end())) {
      return tx.now().isBefore(session.end().plus(REMEMBERED))
          ? new Ended(token, session.person(), session.formToken())
          : new None();
    }
    Account account = found.get().account();
    if (!account.active()) {
      return new None();
    }
    if (session.seenAt().plus(SEEN_EVERY).isBefore(tx.now())) {
      store.touch(tx, hash);
    }
    return new Living(
        new SignedIn(
            account.viewer(),
            account.name(),
            account.organisation(),
            account.language(),
            account.zone(),
            session.formToken()));
  }

  /** Begins a session and gives its token, which only the cookie will hold. */
  String begin(Tx tx, long person, String agent) {
    store.sweep(tx, REMEMBERED);
    String token = Token.fresh(random);
    byte[] hash = Token.hash(token);
    store.insert(
        tx,
        hash,
        new SessionStore.Stored(
            HexFormat.of().formatHex(hash),
            person,
            Token.fresh(random),
            agent.substring(0, Math.min(agent.length(), MOST_AGENT)),
            tx.now(),
            tx.now(),
            tx.now().plus(LONGEST)));
    return token;
  }

  /** Of the browser that signs out or in anew. */
  void forget(Tx tx, long person, String token) {
    store.forget(tx, person, Token.hash(token));
  }
}
