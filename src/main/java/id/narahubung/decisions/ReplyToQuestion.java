package id.narahubung.decisions;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Replies to what the signer asked, which puts the decision before the signer again. Whoever
 * replies has a hand in it. Refused when the viewer may not prepare decisions, when nothing was
 * asked, for whoever proposed or seconded a waiver of it, without a reply, and when somebody
 * changed it meanwhile.
 */
public final class ReplyToQuestion {

  private final DecisionActs acts;
  private final DecisionActStore store;

  ReplyToQuestion(DecisionActs acts, DecisionActStore store) {
    this.acts = acts;
    this.store = store;
  }

  public void run(Tx tx, UUID act, long id, int version, String reply) {
    Decision decision = acts.lock(tx, id, DecisionAct.REPLY);
    if (reply.isEmpty()) {
      throw new RuleBroken("decision.refused.reply");
    }
    store.move(tx, decision, version, DecisionStage.PREPARED);
    long event =
        acts.tell(tx, act, EventKind.DECISION_REPLIED, DecisionAct.REPLY, decision, Map.of());
    store.reply(tx, event, decision, decision.openQuestion().orElseThrow().id(), reply);
    store.addHand(tx, event, id, decision.of().companyId());
  }
}
