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
 * Lets a mail be tried again at once: one that was parked, one that waits, one that was only kept.
 * Refused when the viewer may not administer, when it has been sent or dropped, and when its
 * reader's account was closed.
 */
public final class SendAgain {

  private final MailStore mails;
  private final Ledger ledger;

  public SendAgain(MailStore mails, Ledger ledger) {
    this.mails = mails;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long mail) {
    tx.viewer().require(Permission.ADMINISTER);
    MailStore.Row found = mails.fetch(tx, mail);
    if (found.state() == MailState.SENT) {
      throw new RuleBroken("mail.again.refused.sent");
    }
    if (found.state() == MailState.DROPPED) {
      throw new RuleBroken("mail.again.refused.dropped");
    }
    if (!found.active()) {
      throw new RuleBroken("mail.again.refused.closed");
    }
    mails.sendAgain(tx, mail);
    ledger.add(
        tx,
        Act.of(
                act,
                EventKind.MAIL_SENT_AGAIN,
                tx.person().roleFor(Permission.ADMINISTER).code(),
                Share.MINISTRY)
            .with("mail", mail));
  }
}
