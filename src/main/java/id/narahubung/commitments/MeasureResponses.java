package id.narahubung.commitments;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.commitments.MeasureStore.Counted;
import id.narahubung.commitments.MeasureStore.Measured;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Measures the commitments that measure themselves: the share of items answered in time, of those
 * that fell due in the thirty days up to one that has ended, and the median of the urgent ones.
 * Nothing counts that fell due before the version was in force. Where nothing fell due, nothing is
 * measured. Run nightly; a day is measured once, and nights that were missed are made up for.
 */
public final class MeasureResponses {

  static final int DAYS = 30;

  private final Database db;
  private final MeasureStore measures;

  MeasureResponses(Database db, MeasureStore measures) {
    this.db = db;
    this.measures = measures;
  }

  /** Measures them and gives how many days of commitments were kept. */
  public int run() {
    return db.as(
        SystemViewer.AUDIT,
        tx -> {
          LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
          int kept = 0;
          for (Measured each : measures.measured(tx)) {
            for (LocalDate day = first(each, today); day.isBefore(today); day = day.plusDays(1)) {
              kept += keep(tx, each, day);
            }
          }
          return kept;
        });
  }

  /** The day after the last one measured, but none before it was in force. */
  private static LocalDate first(Measured each, LocalDate today) {
    LocalDate start = LocalDate.ofInstant(each.inForceSince(), Words.WIB);
    LocalDate next = each.lastOn().map(day -> day.plusDays(1)).orElse(start);
    LocalDate earliest = today.minusDays(DAYS);
    return next.isBefore(earliest) ? earliest : next;
  }

  private int keep(Tx tx, Measured of, LocalDate day) {
    Instant until = day.plusDays(1).atStartOfDay(Words.WIB).toInstant();
    Instant window = day.plusDays(1).minusDays(DAYS).atStartOfDay(Words.WIB).toInstant();
    Instant from = window.isBefore(of.inForceSince()) ? of.inForceSince() : window;
    Counted counted = measures.fellDue(tx, of, from, until);
    return counted.due() > 0 && measures.keep(tx, day, of, counted) ? 1 : 0;
  }
}
