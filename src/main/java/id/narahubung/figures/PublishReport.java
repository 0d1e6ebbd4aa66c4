package id.narahubung.figures;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Publishes what was counted of a half-year, for everybody to read: aggregates over all companies,
 * as they are kept. Refused when the viewer may not administer, while the half-year lasts, when
 * nothing is counted of it, and when it was published before.
 */
final class PublishReport {

  private final ReportStore reports;
  private final Ledger ledger;

  PublishReport(ReportStore reports, Ledger ledger) {
    this.reports = reports;
    this.ledger = ledger;
  }

  void run(Tx tx, UUID act, HalfYear half) {
    tx.viewer().require(Permission.ADMINISTER);
    if (!half.isOver(tx.now())) {
      throw new RuleBroken("transparency.not_over", half.code());
    }
    if (reports.find(tx, half).isPresent()) {
      throw new RuleBroken("transparency.published_before", half.code());
    }
    int lines = reports.lines(tx, half).size();
    if (lines == 0) {
      throw new RuleBroken("transparency.nothing", half.code());
    }
    long event =
        ledger.add(
            tx,
            Act.of(
                    act,
                    EventKind.REPORT_PUBLISHED,
                    tx.person().roleFor(Permission.ADMINISTER),
                    Side.MINISTRY)
                .with("half", half.code())
                .with("figures", lines));
    reports.publish(tx, half, event);
  }
}
