package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Makes somebody else of the own side the one who minds a commitment, in the place of whoever did.
 * Refused when the viewer may not sign for that side, once it is cancelled, for anybody but a
 * colleague with an open account who may mind commitments, and for whoever minds it already.
 */
public final class NameOwner {

  private final CommitmentActs acts;
  private final CommitmentActStore store;
  private final MinderStore minders;

  NameOwner(CommitmentActs acts, CommitmentActStore store, MinderStore minders) {
    this.acts = acts;
    this.store = store;
    this.minders = minders;
  }

  public void run(Tx tx, UUID act, String number, long person) {
    CommitmentActs.Held held = acts.hold(tx, number, Permission.SIGN_COMMITMENTS);
    if (held.commitment().standing().stage() == CommitmentStage.CANCELLED) {
      throw new RuleBroken("commitment.refused.cancelled");
    }
    Minder named =
        minders.all(tx).stream()
            .filter(each -> each.personId() == person)
            .findFirst()
            .orElseThrow(() -> new RuleBroken("commitment.refused.minder"));
    if (held.history()
        .ownerOf(tx.person().side())
        .filter(owner -> owner.personId() == person)
        .isPresent()) {
      throw new RuleBroken("commitment.refused.minds_already");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.COMMITMENT_OWNER_NAMED,
            Permission.SIGN_COMMITMENTS,
            held.commitment(),
            Map.of("role", named.who().role(), "code", named.who().code(), "person", person));
    store.own(tx, event, held.commitment(), person, named.who());
  }
}
