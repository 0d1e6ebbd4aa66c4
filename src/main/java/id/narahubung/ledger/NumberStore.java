package id.narahubung.ledger;

import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import java.util.Locale;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/** Numbers without gaps, a series of each year. */
public final class NumberStore {

  private NumberStore() {}

  /**
   * Gives the next number of the year, by WIB ('ST-2026-000012'). The counter's row is locked from
   * here to the commit, and a number taken is used: little may follow but what it is for.
   */
  public static <R extends Record> String next(
      Tx tx,
      Table<R> counter,
      TableField<R, Integer> year,
      TableField<R, Integer> last,
      String series,
      int digits) {
    int now = tx.now().atZone(Words.WIB).getYear();
    int serial =
        tx.sql()
            .insertInto(counter)
            .set(year, now)
            .set(last, 1)
            .onConflict(year)
            .doUpdate()
            .set(last, last.plus(1))
            .returningResult(last)
            .fetchSingle()
            .value1();
    return String.format(Locale.ROOT, "%s-%d-%0" + digits + "d", series, now, serial);
  }
}
