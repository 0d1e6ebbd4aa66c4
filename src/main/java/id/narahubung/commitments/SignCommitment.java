package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Signs the open version for one's side; with the signatures of both it is in force. One of the
 * company's that lets go of what access hangs on takes two of the ministry, so that no single hand
 * removes a cell from the truth table. Refused when the viewer may not sign, when another version
 * is open than the one that was read, when one's side has signed it already, when the ministry's
 * signer is the one who wrote it or signed it first, or acts by a role that one lent, or lent one
 * to (four eyes), and once its due day has passed, unless that is the day of the version in force.
 * A company's lead may sign what the same lead wrote.
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
    if (held.history().version(read).filter(each -> each.isSignedFor(side)).isPresent()) {
      throw new RuleBroken("commitment.refused.signed");
    }
    Version open = held.open();
    if (open.number() != read) {
      throw new RuleBroken("commitment.refused.other_version", open.number());
    }
    requireOtherHand(tx, open, side);
    LocalDate due = open.terms().dueOn();
    boolean stands =
        held.history().inForce().filter(each -> each.terms().dueOn().equals(due)).isPresent();
    if (!stands && due.isBefore(LocalDate.ofInstant(tx.now(), Words.WIB))) {
      throw new RuleBroken("commitment.refused.due_passed");
    }
    int hand = open.signaturesOf(side).size() + 1;
    Side other = side == Side.MINISTRY ? Side.COMPANY : Side.MINISTRY;
    boolean inForce = open.isSignedFor(other) && hand >= open.signaturesNeeded(side);
    long event =
        acts.tell(
            tx,
            act,
            EventKind.COMMITMENT_SIGNED,
            Permission.SIGN_COMMITMENTS,
            held.commitment(),
            Map.of("version", open.number(), "in_force", inForce));
    store.sign(tx, event, held.commitment(), open.number(), hand);
  }

  private static void requireOtherHand(Tx tx, Version open, Side side) {
    if (side == Side.COMPANY) {
      return;
    }
    if (open.by().sharesHandWith(tx.person(), Permission.SIGN_COMMITMENTS)) {
      throw new RuleBroken("commitment.refused.own");
    }
    if (open.signaturesOf(side).stream()
        .anyMatch(first -> first.by().sharesHandWith(tx.person(), Permission.SIGN_COMMITMENTS))) {
      throw new RuleBroken("commitment.refused.second_hand");
    }
  }
}
