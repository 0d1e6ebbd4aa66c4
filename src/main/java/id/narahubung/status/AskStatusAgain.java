package id.narahubung.status;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.figures.Week;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.mail.MailStore;
import java.util.UUID;

/**
 * Has the viewer's own mail of a week sent once more: the same bytes under the same Message-ID, as
 * a further attempt. Refused when the viewer may not, has no mail of that week, and while it is on
 * its way anyhow.
 */
final class AskStatusAgain {

  private final ReaderStore readers;
  private final MailStore mails;
  private final Ledger ledger;

  AskStatusAgain(ReaderStore readers, MailStore mails, Ledger ledger) {
    this.readers = readers;
    this.mails = mails;
    this.ledger = ledger;
  }

  void run(Tx tx, UUID act, Week week) {
    long mail =
        readers.own(tx, week).orElseThrow(() -> new NotFound("mail of week " + week.code()));
    tx.viewer().require(Permission.ASK_STATUS_AGAIN);
    if (mails.isWaiting(tx, mail)) {
      throw new RuleBroken("status.again.waits");
    }
    mails.sendAgain(tx, mail);
    Act told =
        Act.of(
                act,
                EventKind.STATUS_ASKED_AGAIN,
                tx.person().roleFor(Permission.ASK_STATUS_AGAIN),
                tx.person().side())
            .with("week", week.code())
            .with("mail", mail);
    ledger.add(
        tx, tx.person().side() == Side.COMPANY ? told.behind(tx.person().organisationId()) : told);
  }
}
