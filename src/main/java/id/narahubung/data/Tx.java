package id.narahubung.data;

import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableRecord;

/**
 * An open transaction of one viewer: the only handle that reaches SQL. All rows of a change share
 * its one instant.
 */
public record Tx(DSLContext sql, Viewer viewer, Instant now) {

  /** The signed-in person. Casework has no other viewers. */
  public PersonViewer person() {
    if (viewer instanceof PersonViewer person) {
      return person;
    }
    throw new IllegalStateException(viewer + " does no casework");
  }

  /**
   * Adds rows of one table that all say the same columns. The statement is written once: jOOQ's own
   * batch of records writes it for each.
   */
  public void insert(List<? extends TableRecord<?>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    TableRecord<?> first = rows.getFirst();
    List<Field<?>> columns = Stream.<Field<?>>of(first.fields()).filter(first::touched).toList();
    BatchBindStep batch =
        sql.batch(
            sql.insertInto(first.getTable())
                .columns(columns)
                .values(columns.stream().map(first::get).toList()));
    for (TableRecord<?> row : rows) {
      batch = batch.bind(columns.stream().map(row::get).toArray());
    }
    batch.execute();
  }

  /** The same transaction, its acts signed by a person who has just proven who they are. */
  public Tx signedBy(PersonViewer person) {
    return new Tx(sql, person, now);
  }
}
