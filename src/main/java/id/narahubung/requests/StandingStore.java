package id.narahubung.requests;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.EVENT_ITEM;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.REQUEST;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.EventItemRecord;
import id.narahubung.db.tables.records.ItemRecord;
import id.narahubung.ledger.EventKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Writes the columns that lists sort by, and nobody else does: from the pure function, in the
 * transaction of the change; the event's rows carry old and new due time, so that no deadline moves
 * silently.
 */
public final class StandingStore {

  private final FactStore facts;

  public StandingStore(FactStore facts) {
    this.facts = facts;
  }

  /** Recomputes these items, locked before, and their request's counts, as part of an event. */
  public void follow(Tx tx, long event, long request, Collection<Item> items) {
    Map<Long, ItemFacts> now = facts.fetch(tx, items.stream().map(Item::id).toList());
    List<ItemRecord> changed = new ArrayList<>();
    List<EventItemRecord> told = new ArrayList<>();
    for (Item item : items) {
      ItemFacts fact = now.get(item.id());
      if (fact == null) {
        throw new IllegalStateException("item " + item.id() + " has no facts");
      }
      Instant due = fact.deadline().due();
      ItemRecord row = tx.sql().newRecord(ITEM);
      row.setId(item.id());
      // The key finds the row and is not written: an identity cannot be.
      row.touched(ITEM.ID, false);
      row.setStanding(fact.standing());
      row.setDueAt(due);
      row.setVersion(item.version() + 1);
      changed.add(row);
      EventItemRecord line = tx.sql().newRecord(EVENT_ITEM);
      line.setEventId(event);
      line.setItemId(item.id());
      line.setCompanyId(item.companyId());
      line.setSide(Share.BOTH);
      line.setDueBefore(item.dueAt().orElse(null));
      line.setDueAfter(due);
      told.add(line);
    }
    tx.sql().batchUpdate(changed).execute();
    tx.sql().batchInsert(told).execute();
    count(tx, request);
  }

  private static void count(Tx tx, long request) {
    Field<Instant> nextDue =
        select(min(ITEM.DUE_AT))
            .from(ITEM)
            .where(ITEM.REQUEST_ID.eq(request), ITEM.STANDING.eq(Standing.OPEN))
            .asField();
    tx.sql()
        .update(REQUEST)
        .set(REQUEST.OPEN_COUNT, counted(request, List.of(Standing.OPEN)))
        .set(REQUEST.ASKED_COUNT, counted(request, List.of(Standing.ASKED)))
        .set(REQUEST.CLAIMED_COUNT, counted(request, List.of(Standing.CLAIMED)))
        .set(REQUEST.CONTESTED_COUNT, counted(request, List.of(Standing.CONTESTED)))
        .set(
            REQUEST.SETTLED_COUNT,
            counted(request, List.of(Standing.CONFIRMED, Standing.ACCEPTED, Standing.WITHDRAWN)))
        .set(REQUEST.NEXT_DUE_AT, nextDue)
        .set(
            REQUEST.NEXT_DUE_COUNT,
            select(DSL.count())
                .from(ITEM)
                .where(
                    ITEM.REQUEST_ID.eq(request),
                    ITEM.STANDING.eq(Standing.OPEN),
                    ITEM.DUE_AT.eq(nextDue))
                .asField())
        .set(REQUEST.ACKNOWLEDGED_AT, acknowledged(request))
        .where(REQUEST.ID.eq(request))
        .execute();
  }

  /** The first acknowledgement; an answer is one, too. */
  private static Field<Instant> acknowledged(long request) {
    return select(min(EVENT.AT))
        .from(EVENT)
        .where(
            EVENT.REQUEST_ID.eq(request),
            EVENT.KIND.in(EventKind.ACKNOWLEDGED.code(), EventKind.ANSWERED.code()))
        .asField();
  }

  /** A draft's number of items; they stand nowhere yet. */
  public void countItems(Tx tx, long request) {
    tx.sql()
        .update(REQUEST)
        .set(
            REQUEST.ITEM_COUNT,
            select(DSL.count()).from(ITEM).where(ITEM.REQUEST_ID.eq(request)).asField())
        .where(REQUEST.ID.eq(request))
        .execute();
  }

  /** For an act on the request as a whole that moves no item. */
  public void followRequest(Tx tx, long request) {
    count(tx, request);
  }

  private static Field<Integer> counted(long request, List<Standing> standings) {
    return select(DSL.count())
        .from(ITEM)
        .where(ITEM.REQUEST_ID.eq(request), ITEM.STANDING.in(standings))
        .asField();
  }
}
