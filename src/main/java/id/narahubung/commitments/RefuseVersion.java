package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Refuses the open version, or takes back what one's own side wrote. What was in force before stays
 * in force; where nothing was, the commitment is cancelled. Refused when the viewer may not sign,
 * without a reason, where no version is open, and where another is than the one that was read.
 */
public final class RefuseVersion {

  private final CommitmentActs acts;
  private final CommitmentActStore store;

  RefuseVersion(CommitmentActs acts, CommitmentActStore store) {
    this.acts = acts;
    this.store = store;
  }

  /**
   * Refuses it.
   *
   * @param read the number of the version whose text was read
   */
  public void run(Tx tx, UUID act, String number, int read, String reason) {
    CommitmentActs.Held held = acts.hold(tx, number, Permission.SIGN_COMMITMENTS);
    Version open = held.open();
    if (open.number() != read) {
      throw new RuleBroken("commitment.refused.other_version", open.number());
    }
    if (reason.isBlank()) {
      throw new RuleBroken("commitment.fault.reason");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.COMMITMENT_REFUSED,
            Permission.SIGN_COMMITMENTS,
            held.commitment(),
            Map.of("version", open.number()));
    store.refuse(tx, event, held.commitment(), open.number(), reason);
  }
}
