package id.narahubung.rules;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.List;
import java.util.UUID;

/**
 * Begins a version of the rules as a copy of the newest. Refused when the viewer may not write
 * rules, when one is being drafted already, and when the newest has a version of that name.
 */
public final class DraftRules {

  private final RuleVersionStore versions;
  private final RuleDraftStore drafts;
  private final Ledger ledger;

  DraftRules(RuleVersionStore versions, RuleDraftStore drafts, Ledger ledger) {
    this.versions = versions;
    this.drafts = drafts;
    this.ledger = ledger;
  }

  /** The id of the draft. */
  public long run(Tx tx, UUID act, String version) {
    tx.viewer().require(Permission.WRITE_RULES);
    List<RuleVersion> known = versions.list(tx);
    if (known.stream().anyMatch(RuleVersion::isDraft)) {
      throw new RuleBroken("rules.refused.drafted");
    }
    RuleVersion newest = known.getFirst();
    if (known.stream()
        .filter(other -> other.code().equals(newest.code()))
        .anyMatch(other -> other.version().equals(version))) {
      throw new RuleBroken("rules.refused.taken", version);
    }
    long id = drafts.copy(tx, newest, version);
    ledger.add(
        tx,
        RuleAct.of(tx, act, EventKind.RULES_DRAFTED, Permission.WRITE_RULES, id)
            .with("based_on", newest.id()));
    return id;
  }
}
