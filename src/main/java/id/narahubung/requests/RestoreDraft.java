package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Takes a discarded draft back, exactly as it was. Refused when the viewer may not draft, when they
 * neither had a hand in it nor may send, when it is not discarded, and when somebody changed it
 * meanwhile.
 */
public final class RestoreDraft {

  private final RequestStore requests;
  private final DraftStore drafts;
  private final Ledger ledger;

  public RestoreDraft(RequestStore requests, DraftStore drafts, Ledger ledger) {
    this.requests = requests;
    this.drafts = drafts;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long id, int version) {
    TakedownRequest draft = requests.lock(tx, id, Permission.DRAFT_REQUESTS);
    Stage next = RequestLifecycle.after(draft.stage(), RequestAction.RESTORE);
    DiscardDraft.requireHand(tx, drafts, id);
    requests.moveTo(tx, draft, version, next);
    ledger.add(
        tx,
        Act.of(
                act,
                EventKind.RESTORED,
                tx.person().roleFor(Permission.DRAFT_REQUESTS),
                Side.MINISTRY)
            .on(id)
            .with("items", draft.counts().items()));
  }
}
