package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.commitments.Commitment.History;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Says for one's side that an agreed commitment should be cancelled; it is once both have said so,
 * the ministry by two people where access hangs on it. Refused when the viewer may not sign, when
 * another version came into force than the one that was read, without a reason, while it is only
 * proposed (refuse it then), once it is cancelled, when one's side has said so already, and by the
 * ministry's same hand twice.
 */
public final class CancelCommitment {

  private final CommitmentActs acts;
  private final CommitmentActStore store;

  CancelCommitment(CommitmentActs acts, CommitmentActStore store) {
    this.acts = acts;
    this.store = store;
  }

  /**
   * Says so.
   *
   * @param read the number of the version in force whose text was read
   */
  public void run(Tx tx, UUID act, String number, int read, String reason) {
    CommitmentActs.Held held = acts.hold(tx, number, Permission.SIGN_COMMITMENTS);
    Version inForce = held.inForce();
    if (inForce.number() != read) {
      throw new RuleBroken("commitment.refused.now_in_force", inForce.number());
    }
    History history = held.history();
    Side side = tx.person().side();
    if (history.isCancelledFor(side)) {
      throw new RuleBroken("commitment.refused.cancel_told");
    }
    if (history.hasCancelled(tx.person())) {
      throw new RuleBroken("commitment.refused.cancel_second_hand");
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
            Map.of("done", isDone(history, side)));
    store.cancel(tx, event, held.commitment(), reason);
  }

  private static boolean isDone(History history, Side side) {
    Side other = side == Side.MINISTRY ? Side.COMPANY : Side.MINISTRY;
    return history.isCancelledFor(other)
        && history.cancelsOf(side).size() + 1 >= history.cancelsNeeded(side);
  }
}
