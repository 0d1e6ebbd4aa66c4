package id.narahubung.mail;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Lets every mail that is parked be tried again at once: after a server refused them all, or was
 * away for days. Refused when the viewer may not administer, and when none is parked.
 */
public final class SendParkedAgain {

  private final MailStore mails;
  private final Ledger ledger;

  public SendParkedAgain(MailStore mails, Ledger ledger) {
    this.mails = mails;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act) {
    tx.viewer().require(Permission.ADMINISTER);
    int sent = mails.sendParkedAgain(tx);
    if (sent == 0) {
      throw new RuleBroken("mail.again.refused.none");
    }
    ledger.add(
        tx,
        Act.of(
                act,
                EventKind.MAIL_SENT_AGAIN,
                tx.person().roleFor(Permission.ADMINISTER).code(),
                Share.MINISTRY)
            .with("mails", sent));
  }
}
