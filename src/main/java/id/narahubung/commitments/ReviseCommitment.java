package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Writes a further version with a reason, which both sides are to sign; until then the one in force
 * stays. A version that waited for signatures is replaced. Refused when the viewer may not propose,
 * when somebody acted on the commitment meanwhile, once it is cancelled, without a reason, for
 * terms that nobody could keep or judge (Terms.faults), and for those that stand already.
 */
public final class ReviseCommitment {

  private final CommitmentActs acts;
  private final CommitmentActStore store;

  ReviseCommitment(CommitmentActs acts, CommitmentActStore store) {
    this.acts = acts;
    this.store = store;
  }

  /**
   * Writes it.
   *
   * @param version of the commitment as the form showed it
   */
  public void run(Tx tx, UUID act, String number, int version, Terms terms, String reason) {
    CommitmentActs.Held held =
        acts.hold(tx, number, Permission.PROPOSE_COMMITMENTS, OptionalInt.of(version));
    if (held.commitment().standing().stage() == CommitmentStage.CANCELLED) {
      throw new RuleBroken("commitment.refused.cancelled");
    }
    if (reason.isBlank()) {
      throw new RuleBroken("commitment.fault.reason");
    }
    Terms latest = held.history().latest().terms();
    terms.require(
        acts.kind(tx, held.commitment()),
        LocalDate.ofInstant(tx.now(), Words.WIB),
        held.history().inForce().map(each -> each.terms().dueOn()));
    if (terms.saysTheSameAs(latest)) {
      throw new RuleBroken("commitment.refused.same");
    }
    int next = held.history().latest().number() + 1;
    long event =
        acts.tell(
            tx,
            act,
            EventKind.COMMITMENT_REVISED,
            Permission.PROPOSE_COMMITMENTS,
            held.commitment(),
            Map.of("version", next));
    store.write(tx, event, CommitmentActStore.Key.of(held.commitment(), next), terms, reason);
  }
}
