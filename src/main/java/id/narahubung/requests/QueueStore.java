package id.narahubung.requests;

import static id.narahubung.data.Kept.value;
import static id.narahubung.db.Tables.ANSWER_DRAFT;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_HOLD;
import static id.narahubung.db.Tables.OBJECTION;
import static id.narahubung.db.Tables.OBJECTION_DECISION;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.requests.ItemRowStore.stands;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.companies.ReleaseRuleStore;
import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import id.narahubung.requests.ItemRowStore.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Items over all requests the viewer can see, least time left first. */
public final class QueueStore {

  private static final Select<Record1<Long>> UNDECIDED =
      select(OBJECTION.ITEM_ID)
          .from(OBJECTION)
          .where(
              notExists(
                  select(OBJECTION_DECISION.ANSWER_ID)
                      .from(OBJECTION_DECISION)
                      .where(OBJECTION_DECISION.ANSWER_ID.eq(OBJECTION.ANSWER_ID))));

  private static final int FETCHED_AT_ONCE = 500;

  private static final Kept LISTS = new Kept();
  private static final Kept COUNTS = new Kept();

  /** The slices of one statement, by name. */
  private static final String LIST = "list";

  /**
   * A counter tells no more than that there are more than these: all would be counted at every
   * page.
   */
  static final int MOST_COUNTED = 1_000;

  /** Under this much time left an item is counted as due soon. */
  public static final Duration SOON = Duration.ofHours(4);

  /** How many items stand where, for the counters that are filters. */
  public record Waiting(
      int late,
      int soon,
      int open,
      int asked,
      int claimed,
      int contested,
      int objections,
      int rechecks,
      int reappeared) {}

  /** Which items: where they stand, and between which times of the clock that the list goes by. */
  public record Slice(
      Clock clock, List<Standing> standings, Optional<Instant> from, Optional<Instant> before) {

    private static Slice of(Clock clock, Standing... standings) {
      return new Slice(clock, List.of(standings), Optional.empty(), Optional.empty());
    }

    public static Slice of(Standing... standings) {
      return of(Clock.ITEM, standings);
    }

    /** Open items whose due time has passed. */
    public static Slice late(Instant now) {
      return new Slice(Clock.ITEM, List.of(Standing.OPEN), Optional.empty(), Optional.of(now));
    }

    /** Open items that are due soon, and not yet late. */
    public static Slice soon(Instant now) {
      return new Slice(
          Clock.ITEM, List.of(Standing.OPEN), Optional.of(now), Optional.of(now.plus(SOON)));
    }

    /** Items that are not settled about which an objection waits to be decided. */
    static Slice objections() {
      return of(
          Clock.OBJECTION, Standing.OPEN, Standing.ASKED, Standing.CLAIMED, Standing.CONTESTED);
    }

    /** Items that were found down and are to be looked at again by now. */
    static Slice rechecks(Instant now) {
      return new Slice(
          Clock.RECHECK, List.of(Standing.CONFIRMED), Optional.empty(), Optional.of(now));
    }

    /** Items whose content came back, and that nobody asks for anew yet. */
    static Slice reappeared() {
      return of(Clock.REAPPEARANCE, Standing.CONFIRMED);
    }

    private Slice only(Standing standing) {
      return new Slice(clock, List.of(standing), from, before);
    }

    /** Its values, by the names that a statement has for them. */
    private Map<String, Object> values(String name) {
      Map<String, Object> values = new HashMap<>();
      from.ifPresent(instant -> values.put(name + "_from", instant));
      before.ifPresent(instant -> values.put(name + "_before", instant));
      return values;
    }

    private Condition toCondition(String name) {
      Condition stand = stands(standings);
      Optional<Param<Instant>> least = from.map(instant -> value(name + "_from", instant));
      Optional<Param<Instant>> most = before.map(instant -> value(name + "_before", instant));
      return switch (clock) {
        case ITEM ->
            stand
                .and(least.map(ITEM.DUE_AT::ge).orElse(noCondition()))
                .and(most.map(ITEM.DUE_AT::lt).orElse(noCondition()));
        case OBJECTION -> stand.and(ITEM.ID.in(UNDECIDED));
        // Only what is confirmed has such a row: asked of the item, each would be looked up.
        case RECHECK -> most.map(RecheckStore::due).orElse(noCondition());
        case REAPPEARANCE -> ReappearanceStore.WAITS;
      };
    }
  }

  public List<ItemRow> list(
      Tx tx, Slice slice, QueueFilter filter, Optional<Cursor> after, int limit) {
    Map<String, Object> values = filter.values();
    values.putAll(slice.values(LIST));
    after.ifPresent(place -> values.putAll(values(place)));
    return LISTS
        .fetch(
            tx,
            List.of(slice.clock(), slice.standings(), filter.free(), limit),
            values,
            () -> ordered(tx, slice.clock(), first(tx, slice, filter, after, limit), limit))
        .map(row -> ItemRowStore.read(row, slice.clock()));
  }

  /**
   * Which items to list: of several standings the first of each. The index walks one standing by
   * its due times; of several together PostgreSQL would sort all that stand so. It also holds what
   * a list is narrowed to, but only a walk that asks for nothing beside it reads that there.
   */
  private static Condition first(
      Tx tx, Slice slice, QueueFilter filter, Optional<Cursor> after, int limit) {
    if (slice.clock() != Clock.ITEM || (slice.standings().size() == 1 && !filter.isOfKind())) {
      return which(tx, slice, filter, after);
    }
    return slice.standings().stream()
        .<Select<Record1<Long>>>map(
            standing ->
                select(ITEM.ID)
                    .from(ITEM)
                    .where(which(tx, slice.only(standing), filter, after))
                    .orderBy(ITEM.DUE_AT, ITEM.ID)
                    .limit(inline(limit)))
        .reduce(Select::unionAll)
        .map(ITEM.ID::in)
        .orElseThrow();
  }

  /**
   * The first item nobody holds, locked until the transaction ends; one that somebody else has
   * locked is passed over. Who takes it must still win the hold: it may have been given since. What
   * waits for a lead is no work for the next one; what the viewer only kept as a draft comes last.
   */
  Optional<Long> lockFree(Tx tx, Slice slice, QueueFilter filter, Optional<Cursor> after) {
    if (tx.person().side() != Side.COMPANY) {
      return lockFree(tx, slice, filter, after, noCondition());
    }
    Condition waits = ReleaseRuleStore.required(tx);
    Condition mine = ANSWER_DRAFT.PERSON_ID.eq(tx.person().personId());
    return lockFree(tx, slice, filter, after, notDrafted(waits.or(mine)))
        .or(() -> lockFree(tx, slice, filter, after, notDrafted(waits)));
  }

  private static Optional<Long> lockFree(
      Tx tx, Slice slice, QueueFilter filter, Optional<Cursor> after, Condition more) {
    return tx.sql()
        .select(ITEM.ID)
        .from(slice.clock().items())
        .where(
            which(tx, slice, filter.heldByAnybody(), after),
            ITEM.SIDE.eq(inline(Share.BOTH)),
            more,
            notExists(select(ITEM_HOLD.ITEM_ID).from(ITEM_HOLD).where(HoldStore.ofItem(tx))))
        .orderBy(slice.clock().due(), ITEM.ID)
        .limit(inline(1))
        .forNoKeyUpdate()
        .of(ITEM)
        .skipLocked()
        .fetchOptional(ITEM.ID);
  }

  private static Condition notDrafted(Condition which) {
    return notExists(
        select(ANSWER_DRAFT.ID)
            .from(ANSWER_DRAFT)
            .where(
                ANSWER_DRAFT.ITEM_ID.eq(ITEM.ID),
                ANSWER_DRAFT.STATE.eq(AnswerDraft.State.OPEN),
                which));
  }

  private static Condition which(Tx tx, Slice slice, QueueFilter filter, Optional<Cursor> after) {
    return slice
        .toCondition(LIST)
        .and(narrowed(tx, filter))
        .and(after.map(place -> behind(slice.clock(), place)).orElse(noCondition()));
  }

  private static Condition narrowed(Tx tx, QueueFilter filter) {
    Condition kind =
        filter
            .platform()
            .map(id -> ITEM.PLATFORM_ID.eq(value("platform", id)))
            .orElse(noCondition())
            .and(
                filter
                    .category()
                    .map(code -> ITEM.CATEGORY_CODE.eq(value("category", code)))
                    .orElse(noCondition()))
            .and(
                filter
                    .urgency()
                    .map(code -> ITEM.URGENCY_CODE.eq(value("urgency", code)))
                    .orElse(noCondition()));
    Condition hold =
        filter
            .holder()
            .map(
                person ->
                    ITEM.ID.in(
                        select(ITEM_HOLD.ITEM_ID)
                            .from(ITEM_HOLD)
                            .where(
                                ITEM_HOLD.PERSON_ID.eq(value("holder", person)),
                                HoldStore.stands(tx))))
            .orElse(noCondition());
    Condition free =
        filter.free()
            ? notExists(select(ITEM_HOLD.ITEM_ID).from(ITEM_HOLD).where(HoldStore.ofItem(tx)))
            : noCondition();
    return kind.and(hold).and(free);
  }

  /** The picked items, those the viewer can see, least time left first. */
  public List<ItemRow> fetch(Tx tx, Collection<Long> ids) {
    return fetch(tx, Clock.ITEM, ids);
  }

  /** The same in the order of the list that they were picked from. */
  List<ItemRow> fetch(Tx tx, Slice slice, Collection<Long> ids) {
    return fetch(tx, slice.clock(), ids);
  }

  private static List<ItemRow> fetch(Tx tx, Clock clock, Collection<Long> ids) {
    return rows(tx, clock, ITEM.ID.eq(DSL.any(ids.toArray(Long[]::new))), ids.size());
  }

  /** A request's items that stand so, least time left first. */
  List<ItemRow> ofRequest(Tx tx, String number, Standing standing, int limit) {
    return rows(tx, Clock.ITEM, REQUEST.NUMBER.eq(number).and(stands(standing)), limit);
  }

  /** The items of these full numbers ('PA-2026-000128/0031') that the viewer can see. */
  List<ItemRow> numbered(Tx tx, Collection<String> numbers) {
    List<String[]> parts = numbers.stream().distinct().map(each -> each.split("/", 2)).toList();
    return rows(
        tx,
        Clock.ITEM,
        DSL.condition(
            "({0}, {1}) in (select * from unnest({2}, {3}))",
            REQUEST.NUMBER,
            ITEM.ORDINAL,
            DSL.val(parts.stream().map(part -> part[0]).toArray(String[]::new)),
            DSL.val(parts.stream().map(part -> Integer.valueOf(part[1])).toArray(Integer[]::new))),
        Integer.MAX_VALUE);
  }

  /**
   * Each item that stands so, one after the other: they are never all in memory. Those of one
   * request come in its order, others with the least time left first.
   */
  void each(
      Tx tx,
      Slice slice,
      QueueFilter filter,
      Optional<Long> request,
      int most,
      Consumer<ItemRow> consumer) {
    try (org.jooq.Cursor<Record> cursor =
        ItemRowStore.query(
                tx, slice.clock(), which(tx, slice, filter, Optional.empty()).and(of(request)))
            .orderBy(
                request.isPresent() ? List.of(ITEM.ORDINAL) : List.of(slice.clock().due(), ITEM.ID))
            .limit(most)
            .fetchSize(FETCHED_AT_ONCE)
            .fetchLazy()) {
      cursor.forEach(row -> consumer.accept(ItemRowStore.read(row, slice.clock())));
    }
  }

  /** Counts what waits, for the counters of the viewer's side; each up to one more than told. */
  public Waiting count(Tx tx, QueueFilter filter) {
    boolean ministry = tx.person().side() == Side.MINISTRY;
    Map<String, Slice> slices = counters(tx.now(), ministry);
    Map<String, Object> values = filter.values();
    slices.forEach((name, slice) -> values.putAll(slice.values(name)));
    Record counts =
        COUNTS
            .fetch(
                tx,
                List.of(ministry, filter.free()),
                values,
                () ->
                    tx.sql()
                        .select(
                            slices.entrySet().stream()
                                .map(each -> counted(tx, each.getKey(), each.getValue(), filter))
                                .toList()))
            .getFirst();
    return new Waiting(
        counts.get("late", int.class),
        counts.get("soon", int.class),
        counts.get("open", int.class),
        counts.get("asked", int.class),
        counts.get("claimed", int.class),
        counts.get("contested", int.class),
        counts.get("objections", int.class),
        ministry ? counts.get("rechecks", int.class) : 0,
        ministry ? counts.get("reappeared", int.class) : 0);
  }

  /** PostgreSQL shows no company what the ministry means to look at again. */
  private static Map<String, Slice> counters(Instant now, boolean ministry) {
    Map<String, Slice> slices = new LinkedHashMap<>();
    slices.put("late", Slice.late(now));
    slices.put("soon", Slice.soon(now));
    slices.put("open", Slice.of(Standing.OPEN));
    slices.put("asked", Slice.of(Standing.ASKED));
    slices.put("claimed", Slice.of(Standing.CLAIMED));
    slices.put("contested", Slice.of(Standing.CONTESTED));
    slices.put("objections", Slice.objections());
    if (ministry) {
      slices.put("rechecks", Slice.rechecks(now));
      slices.put("reappeared", Slice.reappeared());
    }
    return slices;
  }

  private static Field<Integer> counted(Tx tx, String name, Slice slice, QueueFilter filter) {
    return field(
            select(DSL.count())
                .from(
                    select(inline(1))
                        .from(slice.clock().items())
                        .where(slice.toCondition(name), narrowed(tx, filter))
                        .limit(inline(MOST_COUNTED + 1))))
        .as(name);
  }

  /** How many items stand so; of one request, where it is named. */
  int count(Tx tx, Slice slice, QueueFilter filter, Optional<Long> request) {
    return tx.sql()
        .fetchCount(
            slice.clock().items(), which(tx, slice, filter, Optional.empty()).and(of(request)));
  }

  private static Condition of(Optional<Long> request) {
    return request.map(ITEM.REQUEST_ID::eq).orElse(noCondition());
  }

  /** How many items a company has to answer by then. */
  int dueBy(Tx tx, long company, Instant instant) {
    return tx.sql()
        .fetchCount(
            ITEM, ITEM.COMPANY_ID.eq(company), stands(Standing.OPEN), ITEM.DUE_AT.le(instant));
  }

  private static Condition behind(Clock clock, Cursor place) {
    return place
        .due()
        .map(
            due ->
                row(clock.due(), ITEM.ID)
                    .gt(value("behind_due", due), value("behind_id", place.id())))
        .orElse(noCondition());
  }

  /** The values of that. */
  private static Map<String, Object> values(Cursor place) {
    return place
        .due()
        .map(due -> Map.<String, Object>of("behind_due", due, "behind_id", place.id()))
        .orElse(Map.of());
  }

  private static List<ItemRow> rows(Tx tx, Clock clock, Condition which, int limit) {
    return ordered(tx, clock, which, limit).fetch(row -> ItemRowStore.read(row, clock));
  }

  private static Select<Record> ordered(Tx tx, Clock clock, Condition which, int limit) {
    return ItemRowStore.query(tx, clock, which).orderBy(clock.due(), ITEM.ID).limit(inline(limit));
  }
}
