package id.narahubung.data;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;

import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.jooq.Table;

/**
 * Keeps PostgreSQL from a plan that looks cheaper than it is. The wall makes it expect next to no
 * rows, so that it would rather read a table from end to end, or multiply two; what begins with an
 * offset it has to leave as it is.
 */
public final class Fence {

  private Fence() {}

  /** Of each row, what stands elsewhere: read by its key, row by row. */
  public static <R extends Record> Table<R> beside(String name, SelectLimitStep<R> one) {
    return lateral(one.offset(inline(0))).as(name);
  }

  /** All rows, found before anything else is asked of them. */
  public static <R extends Record> Table<R> whole(String name, SelectLimitStep<R> rows) {
    return rows.offset(inline(0)).asTable(name);
  }
}
