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
 * Sends the ministry's week to an office that has no account here. Refused when the viewer does not
 * administer, the address is none or taken, and when it is not said whose it is.
 */
final class MakeRecipient {

  private final RecipientStore recipients;
  private final Ledger ledger;

  MakeRecipient(RecipientStore recipients, Ledger ledger) {
    this.recipients = recipients;
    this.ledger = ledger;
  }

  long run(Tx tx, UUID act, Content content) {
    tx.viewer().require(Permission.ADMINISTER);
    check(content);
    if (recipients.find(tx, content.address()).isPresent()) {
      throw new RuleBroken("status_recipient.address_taken", content.address());
    }
    long id = recipients.insert(tx, content);
    ledger.add(
        tx,
        Act.of(act, EventKind.STATUS_RECIPIENT_MADE, Role.ADMINISTRATOR, Side.MINISTRY)
            .with("recipient", id));
    return id;
  }

  static void check(Content content) {
    content
        .fault()
        .ifPresent(
            fault -> {
              throw new RuleBroken(fault);
            });
  }
}
