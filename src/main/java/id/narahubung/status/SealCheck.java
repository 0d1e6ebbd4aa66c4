package id.narahubung.status;

import id.narahubung.access.Share;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.figures.Week;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the seals of frozen weeks again from what is kept of them, and tells which are not the ones
 * that both sides read when the week was frozen. A difference alarms and is never overwritten:
 * somebody has to find out who changed what.
 */
public final class SealCheck {

  private static final Logger LOG = LoggerFactory.getLogger(SealCheck.class);

  /** A year and more: those that people read. */
  private static final int NEWEST = 60;

  /** Older ones take turns, so that each is looked at once in so many days. */
  private static final int TURNS = 7;

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

  /**
   * Looks at those whose turn it is, a week a transaction; an event and a line in the log if one
   * differs.
   */
  public Result run() {
    List<Week> due =
        db.as(
            SystemViewer.AUDIT,
            tx -> turn(statuses.weeks(tx), LocalDate.ofInstant(tx.now(), Words.WIB)));
    List<String> wrong =
        due.stream()
            .filter(week -> !db.as(SystemViewer.AUDIT, tx -> statuses.isSealed(tx, week)))
            .map(Week::code)
            .toList();
    if (!wrong.isEmpty()) {
      alarm(due.size(), wrong);
    }
    return new Result(due.size(), wrong);
  }

  /** Of all that are frozen, the newest first, those to be looked at on a day. */
  static List<Week> turn(List<Week> frozen, LocalDate today) {
    return IntStream.range(0, frozen.size())
        .filter(place -> place < NEWEST || isTurn(frozen.get(place), today))
        .mapToObj(frozen::get)
        .toList();
  }

  private static boolean isTurn(Week week, LocalDate today) {
    long number = ChronoUnit.WEEKS.between(LocalDate.EPOCH, week.monday());
    return Math.floorMod(number - today.toEpochDay(), TURNS) == 0;
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
