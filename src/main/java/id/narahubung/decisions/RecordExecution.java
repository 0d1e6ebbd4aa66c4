package id.narahubung.decisions;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Records how far a provider of access has carried a signed decision out. Refused when the viewer
 * may not, before it is signed, without a provider, and for a time before the signature or after
 * now.
 */
public final class RecordExecution {

  private final DecisionActs acts;
  private final DecisionActStore store;

  RecordExecution(DecisionActs acts, DecisionActStore store) {
    this.acts = acts;
    this.store = store;
  }

  public void run(Tx tx, UUID act, long id, ExecutionGiven given) {
    Decision decision = acts.lock(tx, id, DecisionAct.EXECUTE);
    if (given.provider().isEmpty()) {
      throw new RuleBroken("decision.refused.provider");
    }
    boolean early =
        decision.signature().filter(s -> given.happenedAt().isBefore(s.at())).isPresent();
    if (early || given.happenedAt().isAfter(tx.now())) {
      throw new RuleBroken("decision.refused.happened");
    }
    long event =
        acts.tellBoth(
            tx,
            act,
            EventKind.DECISION_EXECUTED,
            DecisionAct.EXECUTE,
            decision,
            decision.number().orElseThrow(),
            Map.of("state", given.state().code()));
    store.execute(tx, event, decision, given);
  }
}
