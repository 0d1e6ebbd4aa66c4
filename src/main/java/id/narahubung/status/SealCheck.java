package id.narahubung.status;

import id.narahubung.access.Share;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.figures.Week;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the seals of frozen weeks again from what is kept of them, and tells which are not the ones
 * that both sides read when the week was frozen. A difference alarms and is never overwritten:
 * somebody has to find out who changed what.
 */
public final class SealCheck {

  private static final Logger LOG = LoggerFactory.getLogger(SealCheck.class);

  private static final int MOST_NAMED = 100;

  private final Database db;
  private final StatusStore statuses = new StatusStore();
  private final Ledger ledger;
  private final Supplier<UUID> acts;

  public SealCheck(Database db, Ledger ledger, Supplier<UUID> acts) {
    this.db = db;
    this.ledger = ledger;
    this.acts = acts;
  }

  /** How many weeks were looked at, and which differ, the newest first. */
  public record Result(int checked, List<String> weeks) {

    public Result {
      weeks = List.copyOf(weeks);
    }

    public boolean isGood() {
      return weeks.isEmpty();
    }
  }

  /** Looks at each, a week a transaction; an event and a line in the log if one differs. */
  public Result run() {
    List<Week> frozen = db.as(SystemViewer.AUDIT, statuses::weeks);
    List<String> wrong =
        frozen.stream()
            .filter(week -> !db.as(SystemViewer.AUDIT, tx -> statuses.isSealed(tx, week)))
            .map(Week::code)
            .toList();
    if (!wrong.isEmpty()) {
      alarm(frozen.size(), wrong);
    }
    return new Result(frozen.size(), wrong);
  }

  private void alarm(int checked, List<String> weeks) {
    List<String> named = weeks.subList(0, Math.min(weeks.size(), MOST_NAMED));
    LOG.error("frozen weeks are no longer what was sealed: {}", named);
    db.run(
        SystemViewer.AUDIT,
        tx ->
            ledger.add(
                tx,
                Act.of(acts.get(), EventKind.SEALS_DIFFER, "system", Share.MINISTRY)
                    .with("checked", checked)
                    .with("weeks", named)
                    .with("week_count", weeks.size())));
  }
}
