package id.narahubung.status;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.figures.Measure;
import id.narahubung.figures.Week;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Says something to the other side about a number of a frozen week; it stands beside the number,
 * for good. Refused when the viewer may not, the week or company is none the viewer sees, and when
 * there is no text or too much of it.
 */
final class RemarkOnNumber {

  static final int LONGEST = 2_000;

  private final StatusStore statuses;
  private final Ledger ledger;

  RemarkOnNumber(StatusStore statuses, Ledger ledger) {
    this.statuses = statuses;
    this.ledger = ledger;
  }

  void run(Tx tx, UUID act, Week week, long company, Measure measure, String text) {
    if (statuses.companies(tx, week, OptionalLong.of(company)).isEmpty()) {
      throw new NotFound("week " + week.code() + " of company " + company);
    }
    tx.viewer().require(Permission.REMARK_ON_STATUS);
    if (text.isBlank()) {
      throw new RuleBroken("status.remark.needed");
    }
    if (text.length() > LONGEST) {
      throw new RuleBroken("status.remark.long", LONGEST);
    }
    long event =
        ledger.add(
            tx,
            Act.joint(
                    act,
                    EventKind.STATUS_REMARKED,
                    tx.person().roleFor(Permission.REMARK_ON_STATUS))
                .behind(company)
                .with("week", week.code())
                .with("measure", measure.code()));
    statuses.insert(tx, week, company, tx.person().side(), measure, text, event);
  }
}
