package id.narahubung.rules;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * Nobody can order, or answer, without one of each; no order of a category without a law that it
   * cites; no measure is ever done that no answer does, at least in part; and a company must be
   * able to ask, and to refuse with a ground or, where the law knows no refusal, to say that it
   * cannot.
   */
  static void requireWhole(RuleSet set) {
    if (set.urgencies().isEmpty()
        || set.categories().isEmpty()
        || set.answering().measures().isEmpty()
        || set.legalBases().isEmpty()
        || !canSay(set, AnswerClass.ACTED)) {
      throw new RuleBroken("rules.refused.incomplete");
    }
    boolean refuses = canSay(set, AnswerClass.REFUSED);
    if (!canSay(set, AnswerClass.ASKS)
        || !(refuses || canSay(set, AnswerClass.IMPOSSIBLE))
        || refuses == set.answering().refusalGrounds().isEmpty()) {
      throw new RuleBroken("rules.refused.unheard");
    }
    refuseAny(
        "rules.refused.no_basis",
        set.categories().stream()
            .filter(category -> category.basisCodes().isEmpty())
            .map(Category::code));
    refuseAny(
        "rules.refused.never_done",
        set.answering().measures().stream()
            .filter(measure -> measure.fulfilledBy().isEmpty())
            .map(Measure::code));
    refuseAny(
        "rules.refused.pays_nothing",
        set.warnings().letters().stream()
            .filter(LetterStage::asksToPay)
            .filter(stage -> !stage.fined() || set.warnings().fine().isEmpty())
            .map(LetterStage::code));
  }

  private static boolean canSay(RuleSet set, AnswerClass wanted) {
    return set.answering().answerTypes().stream().anyMatch(type -> type.answerClass() == wanted);
  }

  private static void refuseAny(String key, Stream<String> codes) {
    String all = codes.collect(Collectors.joining(", "));
    if (!all.isEmpty()) {
      throw new RuleBroken(key, all);
    }
  }
}
