package id.narahubung.decisions;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Puts a decision away unsigned: by whoever prepared it, or by a signer who will not close what was
 * to be closed. Never needs a cell. Refused when the viewer may not, without a reason, when it was
 * signed or withdrawn, and when somebody changed it meanwhile.
 */
public final class WithdrawDecision {

  private final DecisionActs acts;
  private final DecisionActStore store;

  WithdrawDecision(DecisionActs acts, DecisionActStore store) {
    this.acts = acts;
    this.store = store;
  }

  public void run(Tx tx, UUID act, long id, int version, String reason) {
    Decision decision = acts.lock(tx, id, DecisionAct.WITHDRAW);
    if (reason.isEmpty()) {
      throw new RuleBroken("decision.refused.reason");
    }
    store.move(tx, decision, version, DecisionStage.WITHDRAWN);
    long event =
        acts.tell(tx, act, EventKind.DECISION_WITHDRAWN, DecisionAct.WITHDRAW, decision, Map.of());
    store.withdraw(tx, event, decision, reason);
  }
}
