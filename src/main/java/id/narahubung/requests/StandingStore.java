package id.narahubung.requests;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.EVENT_ITEM;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.REQUEST;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.EventItem;
import id.narahubung.ledger.EventKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Writes the columns that lists sort by, and nobody else does: from the pure function, in the
 * transaction of the change; the event's rows carry old and new due time, so that no deadline moves
 * silently.
 */
public final class StandingStore {

  private static final EventItem TOLD = EVENT_ITEM.as("told");

  /**
   * Since when an item has stood where it stands; none of a draft. The latest of its rows is not
   * always the last: an act may begin before another and end after it. What was told before rows
   * said where an item stands may have moved it.
   */
  private static final Field<Instant> STOOD_SINCE =
      select(max(TOLD.AT))
          .from(TOLD)
          .where(
              TOLD.ITEM_ID.eq(ITEM.ID),
              TOLD.STANDING_AFTER.isNull().or(TOLD.STANDING_AFTER.ne(TOLD.STANDING_BEFORE)))
          .asField();

  private final FactStore facts;
  private final ReappearanceStore reappearances;

  public StandingStore(FactStore facts, ReappearanceStore reappearances) {
    this.facts = facts;
    this.reappearances = reappearances;
  }

  /**
   * Turns the items of a draft to both sides, open until then, filed under what lists narrow to.
   * Their request must turn in the same transaction: each item is written once, and so before it.
   */
  void deliver(Tx tx, long request, RequestContent content, Instant due) {
    ReappearanceStore.lockAskedFor(tx, request, content.platformId());
    tx.sql().execute("set constraints item_request deferred");
    tx.sql()
        .update(ITEM)
        .set(ITEM.SIDE, Share.BOTH)
        .set(ITEM.STANDING, Standing.OPEN)
        .set(ITEM.DUE_AT, due)
        .set(ITEM.PLATFORM_ID, content.platformId())
        .set(ITEM.CATEGORY_CODE, content.categoryCode())
        .set(ITEM.URGENCY_CODE, content.urgencyCode())
        .set(ITEM.REAPPEARED_FROM, ReappearanceStore.asksAgainFor(content.platformId()))
        .set(ITEM.VERSION, ITEM.VERSION.plus(1))
        .where(ITEM.REQUEST_ID.eq(request))
        .execute();
    reappearances.end(tx, request);
  }

  /** Tells of items delivered, as part of the event, and counts them. */
  void tellDelivered(Tx tx, long event, long request) {
    tell(
        tx,
        event,
        ITEM.REQUEST_ID.eq(request),
        new Told<>(castNull(EVENT_ITEM.DUE_BEFORE), ITEM.DUE_AT),
        new Told<>(inline(Standing.DRAFT, ITEM.STANDING), ITEM.STANDING));
    count(tx, request);
  }

  /** Where an item stands now, and until when: one act leaves most of its items alike. */
  private record Moved(Standing standing, Instant due) {}

  /** Recomputes these items, locked before, and their request's counts, as part of an event. */
  public void follow(Tx tx, long event, long request, Collection<Item> items) {
    Map<Long, ItemFacts> now = facts.fetch(tx, items.stream().map(Item::id).toList());
    Map<Moved, List<Long>> moved = new LinkedHashMap<>();
    for (Item item : items) {
      ItemFacts fact = now.get(item.id());
      if (fact == null) {
        throw new IllegalStateException("item " + item.id() + " has no facts");
      }
      moved
          .computeIfAbsent(
              new Moved(fact.standing(), fact.deadline().due()), alike -> new ArrayList<>())
          .add(item.id());
    }
    moved.forEach((to, ids) -> move(tx, event, to, ids.toArray(Long[]::new)));
    moved.forEach(
        (to, ids) -> {
          if (to.standing() == Standing.WITHDRAWN) {
            reappearances.followWithdrawn(tx, ids);
          }
        });
    count(tx, request);
  }

  /** Tells of the old due time and standing before they are written over. */
  private static void move(Tx tx, long event, Moved to, Long[] ids) {
    tell(
        tx,
        event,
        ITEM.ID.eq(any(ids)),
        new Told<>(ITEM.DUE_AT, val(to.due())),
        new Told<>(ITEM.STANDING, val(to.standing(), ITEM.STANDING)));
    tx.sql()
        .update(ITEM)
        .set(ITEM.STANDING, to.standing())
        .set(ITEM.DUE_AT, to.due())
        .set(ITEM.VERSION, ITEM.VERSION.plus(1))
        .where(ITEM.ID.eq(any(ids)))
        .execute();
  }

  /** A column of an item before the act and after it. */
  private record Told<T>(Field<T> before, Field<T> after) {}

  /** What figures are counted by, too: as of any instant an item stood where its rows say. */
  private static void tell(
      Tx tx, long event, Condition which, Told<Instant> due, Told<Standing> standing) {
    tx.sql()
        .insertInto(
            EVENT_ITEM,
            EVENT_ITEM.EVENT_ID,
            EVENT_ITEM.ITEM_ID,
            EVENT_ITEM.COMPANY_ID,
            EVENT_ITEM.SIDE,
            EVENT_ITEM.AT,
            EVENT_ITEM.DUE_BEFORE,
            EVENT_ITEM.DUE_AFTER,
            EVENT_ITEM.STANDING_BEFORE,
            EVENT_ITEM.STANDING_AFTER,
            EVENT_ITEM.STOOD_SINCE)
        .select(
            select(
                    val(event),
                    ITEM.ID,
                    ITEM.COMPANY_ID,
                    val(Share.BOTH, EVENT_ITEM.SIDE),
                    val(tx.now()),
                    due.before(),
                    due.after(),
                    standing.before(),
                    standing.after(),
                    STOOD_SINCE)
                .from(ITEM)
                .where(which))
        .execute();
  }

  private static void count(Tx tx, long request) {
    Map<Field<?>, Field<?>> row = new LinkedHashMap<>();
    derived(val(request)).forEach(each -> row.put(each.column(), each.value()));
    tx.sql().update(REQUEST).set(row).where(REQUEST.ID.eq(request)).execute();
  }

  /** The requests among these ids whose columns are not what their items and events say. */
  List<Long> wrong(Tx tx, Collection<Long> requests) {
    return tx.sql()
        .select(REQUEST.ID)
        .from(REQUEST)
        .where(REQUEST.ID.eq(any(requests.toArray(Long[]::new))))
        .and(
            DSL.or(derived(REQUEST.ID).stream().map(Derived::differs).toList())
                .or(REQUEST.ITEM_COUNT.ne(counted(REQUEST.ID, Standing.values()))))
        .orderBy(REQUEST.ID)
        .fetch(REQUEST.ID);
  }

  /** The items among these ids that are filed under something else than their request, or back. */
  List<Long> misfiled(Tx tx, Collection<Long> items) {
    List<Long> wrong =
        tx.sql()
            .select(ITEM.ID)
            .from(ITEM)
            .join(REQUEST)
            .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
            .where(
                ITEM.ID.eq(any(items.toArray(Long[]::new))),
                DSL.row(ITEM.PLATFORM_ID, ITEM.CATEGORY_CODE, ITEM.URGENCY_CODE)
                    .isDistinctFrom(
                        DSL.row(REQUEST.PLATFORM_ID, REQUEST.CATEGORY_CODE, REQUEST.URGENCY_CODE)))
            .fetch(ITEM.ID);
    return Stream.of(
            wrong,
            toldOtherwise(tx, items),
            reappearances.wrong(tx, items),
            RecheckStore.wrong(tx, items))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** The items among these ids that stand elsewhere than the last row of an event says. */
  private static List<Long> toldOtherwise(Tx tx, Collection<Long> items) {
    Field<Standing> last =
        select(TOLD.STANDING_AFTER)
            .from(TOLD)
            .where(TOLD.ITEM_ID.eq(ITEM.ID))
            .orderBy(TOLD.EVENT_ID.desc())
            .limit(inline(1))
            .asField();
    return tx.sql()
        .select(ITEM.ID)
        .from(ITEM)
        .where(ITEM.ID.eq(any(items.toArray(Long[]::new))), last.ne(ITEM.STANDING))
        .fetch(ITEM.ID);
  }

  /** A column of request and what it must hold. */
  private record Derived<T>(Field<T> column, Field<T> value) {

    Condition differs() {
      return column.isDistinctFrom(value);
    }
  }

  private static List<Derived<?>> derived(Field<Long> request) {
    Field<Instant> nextDue =
        select(min(ITEM.DUE_AT))
            .from(ITEM)
            .where(ITEM.REQUEST_ID.eq(request), ITEM.STANDING.eq(Standing.OPEN))
            .asField();
    Field<Integer> nextDueCount =
        select(DSL.count())
            .from(ITEM)
            .where(
                ITEM.REQUEST_ID.eq(request),
                ITEM.STANDING.eq(Standing.OPEN),
                ITEM.DUE_AT.eq(nextDue))
            .asField();
    return List.of(
        new Derived<>(REQUEST.OPEN_COUNT, counted(request, Standing.OPEN)),
        new Derived<>(REQUEST.ASKED_COUNT, counted(request, Standing.ASKED)),
        new Derived<>(REQUEST.CLAIMED_COUNT, counted(request, Standing.CLAIMED)),
        new Derived<>(REQUEST.CONTESTED_COUNT, counted(request, Standing.CONTESTED)),
        new Derived<>(
            REQUEST.SETTLED_COUNT, counted(request, Standing.settled().toArray(Standing[]::new))),
        new Derived<>(REQUEST.NEXT_DUE_AT, nextDue),
        new Derived<>(REQUEST.NEXT_DUE_COUNT, nextDueCount),
        new Derived<>(REQUEST.ACKNOWLEDGED_AT, acknowledged(request)));
  }

  /** The first acknowledgement; an answer is one, too. */
  private static Field<Instant> acknowledged(Field<Long> request) {
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

  private static Field<Integer> counted(Field<Long> request, Standing... standings) {
    return select(DSL.count())
        .from(ITEM)
        .where(ITEM.REQUEST_ID.eq(request), ITEM.STANDING.in(standings))
        .asField();
  }
}
