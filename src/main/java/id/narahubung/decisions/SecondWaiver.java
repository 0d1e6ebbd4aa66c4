package id.narahubung.decisions;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Signs a waiver as the second person, from which on it counts. Refused when the viewer may not
 * waive, had a hand in the decision, proposed it, or acts or acted for whoever did, when somebody
 * has signed it already, when its cell is met or let be by now, is found otherwise or promised
 * otherwise, or its last day has passed, and when the decision was signed or withdrawn.
 */
public final class SecondWaiver {

  private final DecisionActs acts;
  private final DecisionStore decisions;
  private final Dossiers dossiers;
  private final DecisionActStore store;

  SecondWaiver(
      DecisionActs acts, DecisionStore decisions, Dossiers dossiers, DecisionActStore store) {
    this.acts = acts;
    this.decisions = decisions;
    this.dossiers = dossiers;
    this.store = store;
  }

  public void run(Tx tx, UUID act, long id, long waiverId) {
    Decision decision = acts.lock(tx, id, DecisionAct.WAIVE);
    Decision.Waiver waiver =
        decision.waivers().stream()
            .filter(each -> each.id() == waiverId)
            .findFirst()
            .orElseThrow(() -> new NotFound("waiver " + waiverId));
    if (waiver.second().isPresent()) {
      throw new RuleBroken("decision.refused.seconded");
    }
    if (decisions
        .proposer(tx, waiverId)
        .sharesHandWith(tx.person(), DecisionAct.WAIVE.permission())) {
      throw new RuleBroken("decision.refused.waiver.own");
    }
    if (!dossiers.facts(tx, decision).toSecond().contains(waiver)) {
      throw new RuleBroken("decision.refused.waiver.dead");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.WAIVER_SECONDED,
            DecisionAct.WAIVE,
            decision,
            Map.of("cell", waiver.cell().toString()));
    store.second(tx, event, decision, waiverId);
  }
}
