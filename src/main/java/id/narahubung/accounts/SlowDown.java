package id.narahubung.accounts;

import id.narahubung.data.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Slows down guessing, by the address typed and by where it comes from. A wait grows with every
 * failure and never passes fifteen minutes; after that time the address starts afresh, so nobody
 * can keep another out for longer.
 */
final class SlowDown {

  static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration FORGIVEN = Duration.ofHours(24);

  /** One office may share a source: it gets more tries than one address. */
  private static final int FREE_BY_ADDRESS = 5;

  private static final int FREE_BY_SOURCE = 25;

  private final SignInFailureStore store;

  SlowDown(SignInFailureStore store) {
    this.store = store;
  }

  /** Until when nobody may try, if so: the later of the two waits. */
  Optional<Instant> waiting(Tx tx, String email, String source) {
    return store
        .blockedUntil(tx, address(email), source(source))
        .filter(until -> until.isAfter(tx.now()));
  }

  /**
   * Counts a try before it is known to be wrong, so that a hundred at once count as a hundred. Says
   * whether the address has to wait from now on.
   */
  boolean count(Tx tx, String email, String source) {
    boolean slowed = count(tx, address(email), FREE_BY_ADDRESS, LONGEST);
    count(tx, source(source), FREE_BY_SOURCE, FORGIVEN);
    return slowed;
  }

  /** The try was right: the address has no failures, the source one less. */
  void forgive(Tx tx, String email, String source) {
    store.clear(tx, address(email));
    store.takeBack(tx, source(source));
  }

  private boolean count(Tx tx, byte[] key, int free, Duration remembered) {
    int failures = store.count(tx, key, tx.now().minus(remembered));
    if (failures < free) {
      return false;
    }
    store.block(tx, key, tx.now().plus(waitAfter(failures - free)));
    return true;
  }

  /** 30 s, 1 min, 2 min, 4 min, 8 min, and 15 min from then on. */
  static Duration waitAfter(int more) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(more, 10));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  private static byte[] address(String email) {
    return Token.hash("address:" + email.strip().toLowerCase(Locale.ROOT));
  }

  private static byte[] source(String source) {
    return Token.hash("source:" + source);
  }
}
