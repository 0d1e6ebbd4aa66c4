package id.narahubung.commitments;

import static id.narahubung.db.Tables.COMMITMENT_VERSION;
import static id.narahubung.db.Tables.COMMITMENT_VERSION_ROW;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.CommitmentVersionRowRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;

/** What versions promise row by row. */
final class PromisedRowStore {

  /** Of a version that is read. */
  static final Field<List<Terms.Row>> ROWS =
      multiset(
              select(
                      COMMITMENT_VERSION_ROW.CELLS.convertFrom(List::of),
                      COMMITMENT_VERSION_ROW.BASELINE.convertFrom(Optional::ofNullable),
                      COMMITMENT_VERSION_ROW.TARGET)
                  .from(COMMITMENT_VERSION_ROW)
                  .where(
                      COMMITMENT_VERSION_ROW.COMMITMENT_ID.eq(COMMITMENT_VERSION.COMMITMENT_ID),
                      COMMITMENT_VERSION_ROW.VERSION.eq(COMMITMENT_VERSION.NUMBER))
                  .orderBy(COMMITMENT_VERSION_ROW.ORDINAL))
          .convertFrom(rows -> rows.map(mapping(Terms.Row::new)));

  private PromisedRowStore() {}

  static void write(Tx tx, CommitmentActStore.Key key, List<Terms.Row> all) {
    List<CommitmentVersionRowRecord> rows = new ArrayList<>();
    for (Terms.Row each : all) {
      CommitmentVersionRowRecord row = tx.sql().newRecord(COMMITMENT_VERSION_ROW);
      row.setCommitmentId(key.commitment());
      row.setVersion(key.version());
      row.setCompanyId(key.company());
      row.setSide(Share.BOTH);
      row.setOrdinal(rows.size() + 1);
      row.setCells(each.cells().toArray(String[]::new));
      row.setBaseline(each.baseline().orElse(null));
      row.setTarget(each.target());
      rows.add(row);
    }
    tx.insert(rows);
  }
}
