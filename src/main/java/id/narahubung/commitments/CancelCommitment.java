package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Says for one's side that an agreed commitment should be cancelled; it is once both have said so.
 * Refused when the viewer may not sign, without a reason, while it is only proposed (refuse it
 * then), once it is cancelled, and when one's side has said so already.
 */
public final class CancelCommitment {

  private final CommitmentActs acts;
  private final CommitmentActStore store;

  CancelCommitment(CommitmentActs acts, CommitmentActStore store) {
    this.acts = acts;
    this.store = store;
  }

  public void run(Tx tx, UUID act, String number, String reason) {
    CommitmentActs.Held held = acts.hold(tx, number, Permission.SIGN_COMMITMENTS);
    held.inForce();
    if (held.history().cancelOf(tx.person().side()).isPresent()) {
      throw new RuleBroken("commitment.refused.cancel_told");
    }
    if (reason.isBlank()) {
      throw new RuleBroken("commitment.fault.reason");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.COMMITMENT_CANCELLED,
            Permission.SIGN_COMMITMENTS,
            held.commitment(),
            Map.of("done", !held.history().cancels().isEmpty()));
    store.cancel(tx, event, held.commitment(), reason);
  }
}
