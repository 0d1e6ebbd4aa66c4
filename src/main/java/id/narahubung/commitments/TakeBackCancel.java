package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Takes back for one's side the word that a commitment should be cancelled, while it is not.
 * Refused when the viewer may not sign, once it is cancelled, and where one's side has no such word
 * standing.
 */
public final class TakeBackCancel {

  private final CommitmentActs acts;
  private final CommitmentActStore store;

  TakeBackCancel(CommitmentActs acts, CommitmentActStore store) {
    this.acts = acts;
    this.store = store;
  }

  public void run(Tx tx, UUID act, String number) {
    CommitmentActs.Held held = acts.hold(tx, number, Permission.SIGN_COMMITMENTS);
    held.inForce();
    if (held.history().cancelsOf(tx.person().side()).isEmpty()) {
      throw new RuleBroken("commitment.refused.no_cancel");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.COMMITMENT_CANCEL_TAKEN_BACK,
            Permission.SIGN_COMMITMENTS,
            held.commitment(),
            Map.of());
    store.takeBackCancel(tx, event, held.commitment());
  }
}
