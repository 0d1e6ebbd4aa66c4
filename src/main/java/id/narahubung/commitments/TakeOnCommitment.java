package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Makes the viewer the one who minds a commitment on the own side, in the place of whoever did. To
 * the other side that is a role and a code. Refused when the viewer may neither propose nor report,
 * once it is cancelled, and for whoever minds it already.
 */
public final class TakeOnCommitment {

  private final CommitmentActs acts;
  private final CommitmentActStore store;

  TakeOnCommitment(CommitmentActs acts, CommitmentActStore store) {
    this.acts = acts;
    this.store = store;
  }

  public void run(Tx tx, UUID act, String number) {
    CommitmentActs.Held held = acts.hold(tx, number, Permission.MIND_COMMITMENTS);
    if (held.commitment().standing().stage() == CommitmentStage.CANCELLED) {
      throw new RuleBroken("commitment.refused.cancelled");
    }
    boolean already =
        held.history()
            .ownerOf(tx.person().side())
            .filter(owner -> owner.personId() == tx.person().personId())
            .isPresent();
    if (already) {
      throw new RuleBroken("commitment.refused.owner");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.COMMITMENT_TAKEN_ON,
            Permission.MIND_COMMITMENTS,
            held.commitment(),
            Map.of());
    store.own(
        tx,
        event,
        held.commitment(),
        tx.person().personId(),
        By.of(tx.person(), Permission.MIND_COMMITMENTS));
  }
}
