package id.narahubung.decisions;

import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.rules.RuleStore;
import java.util.Map;
import java.util.UUID;

/**
 * Changes a decision that is not signed; whoever does so has a hand in it and does not sign it.
 * Refused as preparing one is, when it was signed or withdrawn, for whoever proposed or seconded a
 * waiver of it, and when somebody changed it meanwhile.
 */
public final class ChangeDecision {

  private final DecisionActs acts;
  private final PlatformStore platforms;
  private final RuleStore rules;
  private final Links links;
  private final DecisionActStore store;

  ChangeDecision(
      DecisionActs acts,
      PlatformStore platforms,
      RuleStore rules,
      Links links,
      DecisionActStore store) {
    this.acts = acts;
    this.platforms = platforms;
    this.rules = rules;
    this.links = links;
    this.store = store;
  }

  public void run(Tx tx, UUID act, long id, int version, DecisionContent content) {
    Decision decision = acts.lock(tx, id, DecisionAct.CHANGE);
    DecisionRule.check(rules.fetch(tx, decision.of().ruleSetId()), content, tx.now());
    links.require(tx, platforms.fetch(tx, decision.of().platformId()), content.links());
    store.save(tx, decision, version, content);
    long event =
        acts.tell(tx, act, EventKind.DECISION_CHANGED, DecisionAct.CHANGE, decision, Map.of());
    store.addHand(tx, event, id, decision.of().companyId());
  }
}
