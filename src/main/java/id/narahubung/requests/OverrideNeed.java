package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.Requirement;
import id.narahubung.rules.RuleStore;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a draft be sent without something its rule set asks for, with a reason that the order
 * prints; or takes that back. Refused where the rule set does not allow it, when the draft is not
 * being written, and when somebody changed it meanwhile.
 */
public final class OverrideNeed {

  private final RequestStore requests;
  private final DraftStore drafts;
  private final RuleStore rules;
  private final Ledger ledger;

  public OverrideNeed(RequestStore requests, DraftStore drafts, RuleStore rules, Ledger ledger) {
    this.requests = requests;
    this.drafts = drafts;
    this.rules = rules;
    this.ledger = ledger;
  }

  /** With a reason the need is left out, without one it is asked for again. */
  public void run(Tx tx, UUID act, long id, int version, String need, Optional<String> reason) {
    TakedownRequest draft = requests.lock(tx, id, Permission.DRAFT_REQUESTS);
    RequestLifecycle.after(draft.stage(), RequestAction.EDIT);
    if (rules.fetch(tx, draft.ruleSetId()).findRequirement(need).stream()
        .noneMatch(Requirement::overridable)) {
      throw new RuleBroken("draft.refused.override");
    }
    requests.override(tx, draft, version, need, reason);
    drafts.addAuthor(tx, draft);
    ledger.add(
        tx,
        Act.of(
                act,
                reason.isPresent() ? EventKind.OVERRIDDEN : EventKind.OVERRIDE_ENDED,
                tx.person().roleFor(Permission.DRAFT_REQUESTS),
                Side.MINISTRY)
            .on(id)
            .with("need", need));
  }
}
