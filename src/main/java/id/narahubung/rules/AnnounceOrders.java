package id.narahubung.rules;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Tells a company how orders work, before its first. Refused when the viewer may not send, and when
 * the company was told.
 */
public final class AnnounceOrders {

  private final OrderNoticeStore notices;
  private final Ledger ledger;

  public AnnounceOrders(OrderNoticeStore notices, Ledger ledger) {
    this.notices = notices;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long company) {
    tx.viewer().require(Permission.SEND_REQUESTS);
    if (notices.find(tx, company).isPresent()) {
      throw new RuleBroken("announce.refused.told");
    }
    long event =
        ledger.add(
            tx,
            Act.joint(
                    act, EventKind.ORDERS_ANNOUNCED, tx.person().roleFor(Permission.SEND_REQUESTS))
                .behind(company));
    notices.insert(tx, event, company);
  }
}
