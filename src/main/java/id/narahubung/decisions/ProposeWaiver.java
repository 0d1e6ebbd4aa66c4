package id.narahubung.decisions;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Proposes to let a cell of the truth table be as it is now, until a day; it counts when somebody
 * else has signed it, too, and for as long as nothing else is found or promised. Whoever prepared
 * the decision does not, so that no two people prepare, waive and sign by themselves; who proposes
 * may sign. Refused when the viewer may not waive or had a hand in the decision, for a cell that
 * the table does not have or that is met, without a reason or an owner, with an end before today or
 * more than the rules let it run, and when the decision was signed or withdrawn.
 */
public final class ProposeWaiver {

  private final DecisionActs acts;
  private final RuleStore rules;
  private final Dossiers dossiers;
  private final DecisionActStore store;

  ProposeWaiver(DecisionActs acts, RuleStore rules, Dossiers dossiers, DecisionActStore store) {
    this.acts = acts;
    this.rules = rules;
    this.dossiers = dossiers;
    this.store = store;
  }

  public void run(Tx tx, UUID act, long id, WaiverGiven given) {
    Decision decision = acts.lock(tx, id, DecisionAct.WAIVE);
    TruthTable.Row row =
        dossiers
            .facts(tx, decision)
            .table()
            .find(given.cell())
            .filter(each -> !each.state().isFine())
            .orElseThrow(() -> new RuleBroken("decision.refused.cell"));
    refuse(given.reason().isEmpty(), "decision.refused.waiver.reason");
    refuse(given.owner().isEmpty(), "decision.refused.waiver.owner");
    LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
    refuse(given.until().isBefore(today), "decision.refused.waiver.until");
    int most = rules.fetch(tx, decision.of().ruleSetId()).limits().waiverDays();
    if (given.until().isAfter(today.plusDays(most))) {
      throw new RuleBroken("decision.refused.waiver.long", most);
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.WAIVER_PROPOSED,
            DecisionAct.WAIVE,
            decision,
            Map.of("cell", given.cell().toString()));
    store.propose(tx, event, decision, row, given);
  }

  private static void refuse(boolean so, String key) {
    if (so) {
      throw new RuleBroken(key);
    }
  }
}
