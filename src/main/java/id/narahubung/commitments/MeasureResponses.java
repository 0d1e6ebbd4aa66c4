package id.narahubung.commitments;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.text.Words;
import java.time.LocalDate;

/**
 * Measures the commitments that measure themselves: the share of items answered in time, of those
 * that fell due in the thirty days up to the last one that has ended. Where nothing fell due,
 * nothing is measured. Run nightly; a day is measured once.
 */
public final class MeasureResponses {

  static final int DAYS = 30;

  private final Database db;
  private final MeasureStore measures;

  MeasureResponses(Database db, MeasureStore measures) {
    this.db = db;
    this.measures = measures;
  }

  /** Measures them and gives how many. */
  public int run() {
    return db.as(
        SystemViewer.AUDIT,
        tx -> {
          LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
          return (int)
              measures
                  .shares(
                      tx,
                      today.minusDays(DAYS).atStartOfDay(Words.WIB).toInstant(),
                      today.atStartOfDay(Words.WIB).toInstant())
                  .stream()
                  .filter(share -> measures.keep(tx, today.minusDays(1), share))
                  .count();
        });
  }
}
