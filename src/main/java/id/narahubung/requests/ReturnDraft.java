package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Returns a draft that awaits approval to those who wrote it, with a note. Refused when the viewer
 * may not send requests, when it does not await approval, and when somebody changed it meanwhile.
 */
public final class ReturnDraft {

  private final RequestStore requests;
  private final DraftStore drafts;
  private final MessageStore messages;
  private final DraftReturnStore returns;
  private final Ledger ledger;

  public ReturnDraft(
      RequestStore requests,
      DraftStore drafts,
      MessageStore messages,
      DraftReturnStore returns,
      Ledger ledger) {
    this.requests = requests;
    this.drafts = drafts;
    this.messages = messages;
    this.returns = returns;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long id, int version, String note) {
    TakedownRequest draft = requests.lock(tx, id, Permission.SEND_REQUESTS);
    Stage next = RequestLifecycle.after(draft.stage(), RequestAction.RETURN);
    requests.moveTo(tx, draft, version, next);
    long event =
        ledger.add(
            tx,
            Act.of(
                    act,
                    EventKind.RETURNED,
                    tx.person().roleFor(Permission.SEND_REQUESTS),
                    Side.MINISTRY)
                .on(id));
    messages.insert(tx, event, draft, Share.MINISTRY, note);
    returns.insert(tx, event, draft, DraftText.of(draft, drafts.pasted(tx, id)));
  }
}
