package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.util.UUID;

/**
 * Prepares a decision for somebody else to sign, and gives its id. Refused when the viewer may not,
 * for a kind the rules do not have, without recommendation, basis or grounds, with a start in the
 * past or an end before its start, with a link to what is not the platform's, and where it closes
 * something: without the company's reasons considered, or without a target.
 */
public final class PrepareDecision {

  private final PlatformStore platforms;
  private final RuleStore rules;
  private final Links links;
  private final DecisionActStore store;
  private final Ledger ledger;

  PrepareDecision(
      PlatformStore platforms,
      RuleStore rules,
      Links links,
      DecisionActStore store,
      Ledger ledger) {
    this.platforms = platforms;
    this.rules = rules;
    this.links = links;
    this.store = store;
    this.ledger = ledger;
  }

  public long run(Tx tx, UUID act, long platformId, DecisionContent content) {
    Platform platform = platforms.fetch(tx, platformId);
    tx.viewer().require(Permission.PREPARE_DECISIONS);
    RuleSet set = rules.inForce(tx);
    DecisionRule.check(set, content, tx.now());
    links.require(tx, platform, content.links());
    long id = store.insert(tx, platform, set.id(), content);
    long event =
        ledger.add(
            tx,
            Act.of(
                    act,
                    EventKind.DECISION_PREPARED,
                    tx.person().roleFor(Permission.PREPARE_DECISIONS),
                    tx.person().side())
                .behind(platform.companyId())
                .with("decision", id)
                .with("platform", platformId)
                .with("kind", content.kindCode()));
    store.addHand(tx, event, id, platform.companyId());
    return id;
  }
}
