package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Writes in a request's conversation: to both sides, or a note for one's own. Refused when the
 * viewer may not write, and while the request is a draft.
 */
public final class WriteMessage {

  private final RequestStore requests;
  private final MessageStore messages;
  private final Ledger ledger;

  public WriteMessage(RequestStore requests, MessageStore messages, Ledger ledger) {
    this.requests = requests;
    this.messages = messages;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, String number, boolean shared, String text) {
    TakedownRequest request = requests.fetch(tx, number);
    tx.viewer().require(Permission.WRITE_MESSAGES);
    RequestLifecycle.after(request.stage(), RequestAction.WRITE);
    Share share = shared ? Share.BOTH : Share.only(tx.person().side());
    long event =
        ledger.add(
            tx,
            Act.of(
                    act,
                    EventKind.WRITTEN,
                    tx.person().roleFor(Permission.WRITE_MESSAGES).code(),
                    share)
                .behind(request.companyId())
                .on(request.id()));
    messages.insert(tx, event, request, share, text);
  }
}
