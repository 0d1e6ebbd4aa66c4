package id.narahubung.decisions;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Asks whoever prepared a decision, instead of signing it; never needs a cell. Refused when the
 * viewer may not sign or had a hand in it, without a question, while one waits already, when it was
 * signed or withdrawn, and when somebody changed it meanwhile.
 */
public final class AskBack {

  private final DecisionActs acts;
  private final Dossiers dossiers;
  private final DecisionActStore store;

  AskBack(DecisionActs acts, Dossiers dossiers, DecisionActStore store) {
    this.acts = acts;
    this.dossiers = dossiers;
    this.store = store;
  }

  public void run(Tx tx, UUID act, long id, int version, String question) {
    Decision decision = acts.lock(tx, id, DecisionAct.ASK);
    if (question.isEmpty()) {
      throw new RuleBroken("decision.refused.question");
    }
    Snapshot seen = Snapshot.of(decision.content(), dossiers.read(tx, decision));
    store.move(tx, decision, version, DecisionStage.ASKED_BACK);
    long event = acts.tell(tx, act, EventKind.DECISION_ASKED, DecisionAct.ASK, decision, Map.of());
    store.ask(tx, event, decision, question, seen);
  }
}
