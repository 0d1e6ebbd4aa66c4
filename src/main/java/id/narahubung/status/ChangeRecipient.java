package id.narahubung.status;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.status.OutsideRecipient.Content;
import java.util.UUID;

/**
 * Changes where and in which language the ministry's week goes outside the portal, or that it does.
 * Refused when the viewer does not administer, the address is none or another's, it is not said
 * whose it is, and when somebody changed it meanwhile. To say what stands there already is no act.
 */
final class ChangeRecipient {

  private final RecipientStore recipients;
  private final Ledger ledger;

  ChangeRecipient(RecipientStore recipients, Ledger ledger) {
    this.recipients = recipients;
    this.ledger = ledger;
  }

  void run(Tx tx, UUID act, long id, int version, Content wanted, boolean active) {
    OutsideRecipient now = recipients.fetch(tx, id);
    tx.viewer().require(Permission.ADMINISTER);
    MakeRecipient.check(wanted);
    recipients
        .find(tx, wanted.address())
        .filter(other -> other.id() != id)
        .ifPresent(
            other -> {
              throw new RuleBroken("status_recipient.address_taken", wanted.address());
            });
    if (now.content().equals(wanted) && now.active() == active) {
      return;
    }
    recipients.save(tx, id, version, wanted, active);
    ledger.add(
        tx,
        Act.of(act, EventKind.STATUS_RECIPIENT_CHANGED, Role.ADMINISTRATOR, Side.MINISTRY)
            .with("recipient", id)
            .with("active", active));
  }
}
