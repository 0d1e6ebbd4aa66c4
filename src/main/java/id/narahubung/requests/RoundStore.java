package id.narahubung.requests;

import static id.narahubung.db.Tables.ITEM_ROUND;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.ItemRoundRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;

/** Starts rounds of items' clocks. They are only added. */
public final class RoundStore {

  /** Starts the next round of each item at the transaction's instant. */
  public void start(Tx tx, long event, Collection<Item> items, RoundCause cause, Duration span) {
    Map<Long, Integer> last =
        tx.sql()
            .select(ITEM_ROUND.ITEM_ID, DSL.max(ITEM_ROUND.NUMBER))
            .from(ITEM_ROUND)
            .where(
                ITEM_ROUND.ITEM_ID.eq(DSL.any(items.stream().map(Item::id).toArray(Long[]::new))))
            .groupBy(ITEM_ROUND.ITEM_ID)
            .fetchMap(row -> row.value1(), row -> row.value2());
    List<ItemRoundRecord> rows = new ArrayList<>();
    for (Item item : items) {
      ItemRoundRecord row = tx.sql().newRecord(ITEM_ROUND);
      row.setItemId(item.id());
      row.setNumber(last.getOrDefault(item.id(), 0) + 1);
      row.setCompanyId(item.companyId());
      row.setSide(Share.BOTH);
      row.setEventId(event);
      row.setCause(cause);
      row.setStartedAt(tx.now());
      row.setMinutes((int) span.toMinutes());
      rows.add(row);
    }
    tx.sql().batchInsert(rows).execute();
  }
}
