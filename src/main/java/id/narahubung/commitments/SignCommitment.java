package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Signs the open version for one's side; with both signatures it is in force. Refused when the
 * viewer may not sign, when another version is open than the one that was read, when one's side has
 * signed it already, and when the ministry's signer is the one who wrote it, or acts by a role that
 * one lent, or lent one to (four eyes). A company's lead may sign what the same lead wrote.
 */
public final class SignCommitment {

  private final CommitmentActs acts;
  private final CommitmentActStore store;

  SignCommitment(CommitmentActs acts, CommitmentActStore store) {
    this.acts = acts;
    this.store = store;
  }

  /**
   * Signs it.
   *
   * @param read the number of the version whose text the signer saw
   */
  public void run(Tx tx, UUID act, String number, int read) {
    CommitmentActs.Held held = acts.hold(tx, number, Permission.SIGN_COMMITMENTS);
    Side side = tx.person().side();
    held.history().versions().stream()
        .filter(each -> each.number() == read)
        .flatMap(each -> each.signatureOf(side).stream())
        .findFirst()
        .ifPresent(
            first -> {
              throw new RuleBroken("commitment.refused.signed");
            });
    Version open = held.open();
    if (open.number() != read) {
      throw new RuleBroken("commitment.refused.other_version", open.number());
    }
    if (side == Side.MINISTRY
        && open.by().sharesHandWith(tx.person(), Permission.SIGN_COMMITMENTS)) {
      throw new RuleBroken("commitment.refused.own");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.COMMITMENT_SIGNED,
            Permission.SIGN_COMMITMENTS,
            held.commitment(),
            Map.of("version", open.number(), "in_force", !open.signatures().isEmpty()));
    store.sign(tx, event, held.commitment(), open.number());
  }
}
