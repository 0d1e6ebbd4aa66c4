package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Confirms an urgent order that an officer sent; late as well as in time. Refused when the viewer
 * may not send, when the order was not sent so, when the viewer wrote or sent it, and when it is
 * confirmed already. Who does not stand by an order withdraws it instead.
 */
public final class ConfirmSending {

  private final RequestStore requests;
  private final DraftStore drafts;
  private final HasteStore hastes;
  private final Ledger ledger;

  ConfirmSending(RequestStore requests, DraftStore drafts, HasteStore hastes, Ledger ledger) {
    this.requests = requests;
    this.drafts = drafts;
    this.hastes = hastes;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, String number) {
    TakedownRequest request =
        requests.lock(tx, requests.fetch(tx, number).id(), Permission.SEND_REQUESTS);
    HastySending sent =
        hastes.find(tx, request.id()).orElseThrow(() -> new RuleBroken("haste.refused.none"));
    if (!sent.isOpen()) {
      throw new RuleBroken("haste.refused.confirmed");
    }
    if (drafts.isAuthor(tx, request.id())
        || drafts.isLendersOwn(tx, request.id())
        || sent.sentBy().sharesHandWith(tx.person(), Permission.SEND_REQUESTS)) {
      throw new RuleBroken("haste.refused.own");
    }
    long event =
        ledger.add(
            tx,
            Act.joint(
                    act, EventKind.SENDING_CONFIRMED, tx.person().roleFor(Permission.SEND_REQUESTS))
                .behind(request.companyId())
                .on(request.id())
                .with("late", sent.isLate(tx.now())));
    hastes.confirm(tx, request.id(), event);
  }
}
