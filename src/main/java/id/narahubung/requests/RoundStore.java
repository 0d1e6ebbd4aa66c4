package id.narahubung.requests;

import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_EXTENSION;
import static id.narahubung.db.Tables.ITEM_ROUND;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import java.time.Duration;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;

/** Starts rounds of items' clocks, and gives them more time. They are only added. */
public final class RoundStore {

  /** Starts the first round of each item of a request at the transaction's instant. */
  void startFirst(Tx tx, long event, long request, Duration span) {
    start(tx, event, ITEM.REQUEST_ID.eq(request), inline(1), RoundCause.SENT, span);
  }

  /** Starts the next round of each item at the transaction's instant. */
  public void start(Tx tx, long event, Collection<Item> items, RoundCause cause, Duration span) {
    start(
        tx,
        event,
        ITEM.ID.eq(any(items.stream().map(Item::id).toArray(Long[]::new))),
        coalesce(last(), 0).plus(1),
        cause,
        span);
  }

  private static void start(
      Tx tx, long event, Condition which, Field<Integer> number, RoundCause cause, Duration span) {
    tx.sql()
        .insertInto(
            ITEM_ROUND,
            ITEM_ROUND.ITEM_ID,
            ITEM_ROUND.NUMBER,
            ITEM_ROUND.COMPANY_ID,
            ITEM_ROUND.SIDE,
            ITEM_ROUND.EVENT_ID,
            ITEM_ROUND.CAUSE,
            ITEM_ROUND.STARTED_AT,
            ITEM_ROUND.MINUTES)
        .select(
            select(
                    ITEM.ID,
                    number,
                    ITEM.COMPANY_ID,
                    val(Share.BOTH, ITEM_ROUND.SIDE),
                    val(event),
                    val(cause, ITEM_ROUND.CAUSE),
                    val(tx.now()),
                    val((int) span.toMinutes()))
                .from(ITEM)
                .where(which))
        .execute();
  }

  /** Adds time to the current round of each item. */
  void extend(Tx tx, long event, Collection<Item> items, Duration added, String reason) {
    tx.sql()
        .insertInto(
            ITEM_EXTENSION,
            ITEM_EXTENSION.ITEM_ID,
            ITEM_EXTENSION.EVENT_ID,
            ITEM_EXTENSION.COMPANY_ID,
            ITEM_EXTENSION.SIDE,
            ITEM_EXTENSION.ROUND,
            ITEM_EXTENSION.MINUTES,
            ITEM_EXTENSION.REASON,
            ITEM_EXTENSION.GRANTED_AT)
        .select(
            select(
                    ITEM.ID,
                    val(event),
                    ITEM.COMPANY_ID,
                    val(Share.BOTH, ITEM_EXTENSION.SIDE),
                    last(),
                    val((int) added.toMinutes()),
                    val(reason),
                    val(tx.now()))
                .from(ITEM)
                .where(ITEM.ID.eq(any(items.stream().map(Item::id).toArray(Long[]::new)))))
        .execute();
  }

  private static Field<Integer> last() {
    return field(
        select(max(ITEM_ROUND.NUMBER)).from(ITEM_ROUND).where(ITEM_ROUND.ITEM_ID.eq(ITEM.ID)));
  }
}
