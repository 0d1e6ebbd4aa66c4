package id.narahubung.ledger;

import id.narahubung.access.BadInput;
import id.narahubung.access.Refusal;
import id.narahubung.access.Viewer;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Does an act once: a repeated one, even at the same moment, lands on the first one's result. */
public final class Once {

  private final Database db;
  private final Ledger ledger;

  public Once(Database db, Ledger ledger) {
    this.db = db;
    this.ledger = ledger;
  }

  /**
   * Does the work unless the act is in the ledger already; then gives what 'again' makes of it. The
   * second of two that race is refused (stale, or the act's unique key) and finds the first then.
   */
  public <T> T run(
      Viewer viewer, UUID act, Function<Tx, T> work, BiFunction<Tx, Ledger.Done, T> again) {
    try {
      return db.as(
          viewer,
          tx ->
              ledger
                  .find(tx, act)
                  .map(done -> again.apply(tx, done))
                  .orElseGet(() -> work.apply(tx)));
    } catch (Refusal | ConstraintBroken e) {
      Optional<T> first =
          db.as(viewer, tx -> ledger.find(tx, act).map(done -> again.apply(tx, done)));
      return first.orElseThrow(() -> refusal(e));
    }
  }

  /** Whether the act is in the ledger: asked before work that takes long outside a transaction. */
  public boolean isDone(Viewer viewer, UUID act) {
    return db.as(viewer, tx -> ledger.find(tx, act).isPresent());
  }

  /**
   * An act id that somebody else has used, out of this viewer's sight: none of our forms sent it.
   */
  private static RuntimeException refusal(RuntimeException e) {
    return e instanceof ConstraintBroken broken && broken.constraint().equals("event_act_unique")
        ? new BadInput("a used act id")
        : e;
  }
}
