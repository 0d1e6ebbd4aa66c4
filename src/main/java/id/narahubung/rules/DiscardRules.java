package id.narahubung.rules;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Discards a draft of the rules. Refused when the viewer may not write rules, and when the draft
 * was changed meanwhile.
 */
public final class DiscardRules {

  private final RuleDraftStore drafts;
  private final Ledger ledger;

  public DiscardRules(RuleDraftStore drafts, Ledger ledger) {
    this.drafts = drafts;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long id, int revision) {
    tx.viewer().require(Permission.WRITE_RULES);
    drafts.discard(tx, id, revision);
    ledger.add(tx, RuleAct.of(tx, act, EventKind.RULES_DISCARDED, Permission.WRITE_RULES, id));
  }
}
