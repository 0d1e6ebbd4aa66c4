package id.narahubung.accounts;

import id.narahubung.data.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Slows down guessing on public pages by where it comes from, as sign-in is slowed: some misses are
 * free, then each waits longer, never more than fifteen minutes.
 */
public final class SourceLimit {

  private static final int FREE = 20;
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final SignInFailureStore store;

  public SourceLimit(SignInFailureStore store) {
    this.store = store;
  }

  /** Until when this source may not ask, if so. */
  public Optional<Instant> waiting(Tx tx, String what, String source) {
    byte[] key = key(what, source);
    return store.blockedUntil(tx, key, key).filter(until -> until.isAfter(tx.now()));
  }

  /** Counts a miss. */
  public void miss(Tx tx, String what, String source) {
    byte[] key = key(what, source);
    int misses = store.count(tx, key, tx.now().minus(REMEMBERED));
    if (misses >= FREE) {
      store.block(tx, key, tx.now().plus(SlowDown.waitAfter(misses - FREE)));
    }
  }

  private static byte[] key(String what, String source) {
    return Token.hash(what + ":" + source);
  }
}
