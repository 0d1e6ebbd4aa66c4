package id.narahubung.rules;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.time.Instant;
import java.util.UUID;

/**
 * Releases a draft of the rules: both sides read it from now on, and it is in force from a later
 * instant. Refused when the viewer may not release rules or wrote some of these, or lent the role
 * by who did, when the draft was changed meanwhile, when it lacks something nobody can work
 * without, and when it would begin in the past or before the version it follows.
 */
public final class ReleaseRules {

  private final RuleStore rules;
  private final RuleVersionStore versions;
  private final RuleDraftStore drafts;
  private final Ledger ledger;

  ReleaseRules(RuleStore rules, RuleVersionStore versions, RuleDraftStore drafts, Ledger ledger) {
    this.rules = rules;
    this.versions = versions;
    this.drafts = drafts;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long id, int revision, Instant from) {
    tx.viewer().require(Permission.RELEASE_RULES);
    RuleVersion draft =
        versions.find(tx, id).filter(RuleVersion::isDraft).orElseThrow(() -> new NotFound("rules"));
    if (drafts.isAuthor(tx, id)) {
      throw new RuleBroken("rules.refused.own");
    }
    if (drafts.isLendersOwn(tx, id)) {
      throw new RuleBroken("rules.refused.lenders");
    }
    requireWhole(rules.fetch(tx, id));
    if (!from.isAfter(tx.now())) {
      throw new RuleBroken("rules.refused.past");
    }
    if (draft
        .basedOn()
        .flatMap(base -> versions.find(tx, base))
        .flatMap(RuleVersion::inForceFrom)
        .filter(begun -> !begun.isBefore(from))
        .isPresent()) {
      throw new RuleBroken("rules.refused.before");
    }
    long event =
        ledger.add(
            tx,
            RuleAct.joint(tx, act, EventKind.RULES_RELEASED, Permission.RELEASE_RULES, id)
                .with("in_force_from", from.toString()));
    drafts.release(tx, id, revision, event, from);
  }

  /** Nobody can order, or answer, without one of each. */
  private static void requireWhole(RuleSet set) {
    if (set.urgencies().isEmpty()
        || set.categories().isEmpty()
        || set.measures().isEmpty()
        || set.legalBases().isEmpty()
        || set.answerTypes().stream().noneMatch(type -> type.answerClass() == AnswerClass.ACTED)) {
      throw new RuleBroken("rules.refused.incomplete");
    }
  }
}
