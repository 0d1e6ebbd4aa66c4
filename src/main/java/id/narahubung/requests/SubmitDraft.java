package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.addresses.AddressFinder;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.RuleStore;
import java.util.UUID;

/**
 * Submits a draft for approval; from then on it is read-only. Refused when the viewer may not
 * draft, when something is missing that the order must hold, and when somebody changed it
 * meanwhile.
 */
public final class SubmitDraft {

  private final RequestStore requests;
  private final DraftStore drafts;
  private final SplitDraft split;
  private final RuleStore rules;
  private final Ledger ledger;

  public SubmitDraft(
      RequestStore requests, DraftStore drafts, SplitDraft split, RuleStore rules, Ledger ledger) {
    this.requests = requests;
    this.drafts = drafts;
    this.split = split;
    this.rules = rules;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long id, int version) {
    TakedownRequest draft = requests.lock(tx, id, Permission.DRAFT_REQUESTS);
    if (draft.restriction().restricted()) {
      tx.viewer().require(Permission.SEE_RESTRICTED);
    }
    Stage next = RequestLifecycle.after(draft.stage(), RequestAction.SUBMIT);
    Completeness.require(draft, rules.fetch(tx, draft.ruleSetId()));
    int now = version;
    if (!AddressFinder.in(drafts.pasted(tx, id)).bad().isEmpty()) {
      split.leaveBad(tx, Act.part(act, "bad"), id, version);
      now++;
    }
    requests.moveTo(tx, draft, now, next);
    drafts.addAuthor(tx, draft);
    ledger.add(
        tx,
        Act.of(
                act,
                EventKind.SUBMITTED,
                tx.person().roleFor(Permission.DRAFT_REQUESTS),
                Side.MINISTRY)
            .on(id)
            .with("items", draft.counts().items()));
  }
}
