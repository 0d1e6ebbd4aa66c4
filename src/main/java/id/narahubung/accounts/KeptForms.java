package id.narahubung.accounts;

import id.narahubung.data.Tx;
import java.time.Duration;
import java.util.Optional;

/**
 * Forms that outlived their session, and those whose page is to be read in another language: kept
 * for an hour, given back to the same account only.
 */
public final class KeptForms {

  private static final Duration KEPT = Duration.ofHours(1);

  private final KeptFormStore store;

  public KeptForms(KeptFormStore store) {
    this.store = store;
  }

  /**
   * What was sent, as it was sent.
   *
   * @param path with its query
   */
  public record KeptForm(String path, String body) {}

  /** Keeps the form that was sent with the cookie of an ended session. */
  public void keep(Tx tx, Sessions.Ended session, KeptForm form) {
    keep(tx, session.person(), session.token(), form);
  }

  /** Keeps a form of a living session: of the one that it was sent with. */
  public void keep(Tx tx, long person, String token, KeptForm form) {
    store.sweep(tx, tx.now().minus(KEPT));
    store.save(tx, Token.hash(token), person, form);
  }

  /**
   * After sign-in: hands the form from the old session to the new one, if the person is the same.
   */
  boolean handOver(Tx tx, long person, String oldToken, String newToken) {
    return store.move(tx, person, Token.hash(oldToken), Token.hash(newToken), tx.now().minus(KEPT));
  }

  public Optional<KeptForm> find(Tx tx, long person, String token) {
    return store.find(tx, person, Token.hash(token), tx.now().minus(KEPT));
  }

  public void drop(Tx tx, long person, String token) {
    store.delete(tx, person, Token.hash(token));
  }
}
