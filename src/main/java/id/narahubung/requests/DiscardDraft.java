package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Puts a draft aside that nobody needs: it asks for nothing and is counted, listed and found no
 * more, and stays as it is. Refused when the viewer may not draft, when they neither had a hand in
 * it nor may send, when it is not being written, and when somebody changed it meanwhile.
 */
public final class DiscardDraft {

  private final RequestStore requests;
  private final DraftStore drafts;
  private final Ledger ledger;

  public DiscardDraft(RequestStore requests, DraftStore drafts, Ledger ledger) {
    this.requests = requests;
    this.drafts = drafts;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long id, int version) {
    TakedownRequest draft = requests.lock(tx, id, Permission.DRAFT_REQUESTS);
    Stage next = RequestLifecycle.after(draft.stage(), RequestAction.DISCARD);
    requireHand(tx, drafts, id);
    requests.moveTo(tx, draft, version, next);
    ledger.add(
        tx,
        Act.of(
                act,
                EventKind.DISCARDED,
                tx.person().roleFor(Permission.DRAFT_REQUESTS),
                Side.MINISTRY)
            .on(id)
            .with("items", draft.counts().items()));
  }

  static void requireHand(Tx tx, DraftStore drafts, long id) {
    if (!isTheirs(tx.person(), drafts.isAuthor(tx, id))) {
      throw new RuleBroken("draft.refused.not_yours");
    }
  }

  /** A draft goes, and comes back, by those who wrote it and by those who may send it. */
  static boolean isTheirs(PersonViewer viewer, boolean author) {
    return viewer.may(Permission.DRAFT_REQUESTS)
        && (author || viewer.may(Permission.SEND_REQUESTS));
  }
}
