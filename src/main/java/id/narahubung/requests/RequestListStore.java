package id.narahubung.requests;

import static id.narahubung.data.Kept.value;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.REQUEST_VISIT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.RequestFilter.Sort;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/** Lists of requests, paged by key. */
public final class RequestListStore {

  private static final int FETCHED_AT_ONCE = 500;

  private static final Kept LISTS = new Kept();
  private static final Kept COUNTS = new Kept();

  /**
   * Whether a draft was given back to be mended. Asked as a value and not by 'exists': that
   * PostgreSQL may turn into a table of all events, made for a page of fifty rows.
   */
  private static final Field<Boolean> RETURNED =
      field(
          REQUEST
              .STAGE
              .eq(inline(Stage.DRAFT, REQUEST.STAGE))
              .and(
                  field(
                          DSL.select(EVENT.ID)
                              .from(EVENT)
                              .where(
                                  EVENT.REQUEST_ID.eq(REQUEST.ID),
                                  EVENT.KIND.eq(inline(EventKind.RETURNED.code())))
                              .limit(inline(1)))
                      .isNotNull()));

  /** Since when it awaits approval. */
  private static final Field<Instant> SUBMITTED_AT =
      DSL.when(
          REQUEST.STAGE.eq(inline(Stage.AWAITING_APPROVAL, REQUEST.STAGE)),
          field(
              DSL.select(DSL.max(EVENT.AT))
                  .from(EVENT)
                  .where(
                      EVENT.REQUEST_ID.eq(REQUEST.ID),
                      EVENT.KIND.eq(inline(EventKind.SUBMITTED.code())))));

  /** Whether somebody else did something since the person last looked. */
  private static Field<Boolean> moved(Param<Long> person) {
    return field(
            exists(
                selectOne()
                    .from(EVENT)
                    .where(
                        EVENT.REQUEST_ID.eq(REQUEST.ID),
                        EVENT.ACTOR_ID.ne(person),
                        EVENT.KIND.ne(inline(EventKind.SEEN.code())),
                        EVENT.AT.gt(
                            coalesce(
                                field(
                                    DSL.select(REQUEST_VISIT.SEEN_AT)
                                        .from(REQUEST_VISIT)
                                        .where(
                                            REQUEST_VISIT.REQUEST_ID.eq(REQUEST.ID),
                                            REQUEST_VISIT.PERSON_ID.eq(person))),
                                inline(Instant.EPOCH))))))
        .as("moved");
  }

  /** The requests after a row, at most so many. */
  public List<RequestRow> list(
      Tx tx, RequestFilter filter, Sort sort, Optional<Cursor> after, int limit) {
    Supplier<Select<Record>> query =
        () ->
            select(tx)
                .where(
                    condition(tx, filter),
                    after.map(place -> behind(sort, place)).orElse(noCondition()))
                .orderBy(order(sort))
                .limit(inline(limit));
    if (!filter.number().isEmpty()) {
      return query.get().fetch(RequestListStore::toRow);
    }
    Map<String, Object> values = new HashMap<>();
    filter.platform().ifPresent(id -> values.put("platform", id));
    filter.category().ifPresent(code -> values.put("category", code));
    filter.urgency().ifPresent(code -> values.put("urgency", code));
    after.ifPresent(place -> values.put("behind_id", place.id()));
    if (sort == Sort.DUE) {
      after.flatMap(Cursor::due).ifPresent(due -> values.put("behind_due", due));
    }
    return LISTS
        .fetch(tx, List.of(filter.state(), filter.overdue(), sort, limit), values, query)
        .map(RequestListStore::toRow);
  }

  /** Each request, one after the other: they are never all in memory. */
  void each(Tx tx, RequestFilter filter, Sort sort, Consumer<RequestRow> consumer) {
    try (org.jooq.Cursor<Record> rows =
        select(tx)
            .where(condition(tx, filter))
            .orderBy(order(sort))
            .fetchSize(FETCHED_AT_ONCE)
            .fetchLazy()) {
      rows.forEach(row -> consumer.accept(toRow(row)));
    }
  }

  /** The requests of these ids that the viewer can see, in no order. */
  public List<RequestRow> fetch(Tx tx, Collection<Long> ids) {
    return select(tx)
        .where(REQUEST.ID.eq(DSL.any(ids.toArray(Long[]::new))))
        .fetch(RequestListStore::toRow);
  }

  private static SelectOnConditionStep<Record> select(Tx tx) {
    return tx.sql()
        .select(
            REQUEST.ID,
            REQUEST.RULE_SET_ID,
            REQUEST.STAGE,
            REQUEST.NUMBER,
            REQUEST.SUBJECT,
            REQUEST.CATEGORY_CODE,
            REQUEST.URGENCY_CODE,
            REQUEST.ITEM_COUNT,
            REQUEST.OPEN_COUNT,
            REQUEST.ASKED_COUNT,
            REQUEST.CLAIMED_COUNT,
            REQUEST.CONTESTED_COUNT,
            REQUEST.SETTLED_COUNT,
            REQUEST.NEXT_DUE_AT,
            REQUEST.NEXT_DUE_COUNT,
            REQUEST.CHANGED_AT,
            REQUEST.SENT_AT)
        .select(PLATFORM.NAME, SUBMITTED_AT, RETURNED, moved(Kept.person(tx)))
        .from(REQUEST)
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(REQUEST.PLATFORM_ID));
  }

  /** How many requests stand so: few at a time, such as the drafts that await approval. */
  public int count(Tx tx, RequestState state) {
    return COUNTS
        .fetch(
            tx,
            state,
            Map.of(),
            () -> tx.sql().select(DSL.count()).from(REQUEST).where(inState(state)))
        .getFirst()
        .get(0, int.class);
  }

  private static Condition condition(Tx tx, RequestFilter filter) {
    return filter
        .platform()
        .map(id -> REQUEST.PLATFORM_ID.eq(value("platform", id)))
        .orElse(noCondition())
        .and(
            filter
                .category()
                .map(code -> REQUEST.CATEGORY_CODE.eq(value("category", code)))
                .orElse(noCondition()))
        .and(
            filter
                .urgency()
                .map(code -> REQUEST.URGENCY_CODE.eq(value("urgency", code)))
                .orElse(noCondition()))
        .and(filter.state().map(RequestListStore::inState).orElseGet(RequestListStore::kept))
        .and(filter.overdue() ? REQUEST.NEXT_DUE_AT.lt(Kept.now(tx)) : noCondition())
        .and(
            filter.number().isEmpty() ? noCondition() : REQUEST.NUMBER.startsWith(filter.number()));
  }

  /** What was discarded is found only by asking for it. */
  private static Condition kept() {
    return REQUEST.STAGE.ne(inline(Stage.DISCARDED, REQUEST.STAGE));
  }

  /** A request in which both sides have something to do is found under either. */
  private static Condition inState(RequestState state) {
    return switch (state) {
      case DRAFT -> in(Stage.DRAFT);
      case AWAITING_APPROVAL -> in(Stage.AWAITING_APPROVAL);
      case DISCARDED -> in(Stage.DISCARDED);
      case WITHDRAWN -> in(Stage.WITHDRAWN);
      case WAITING_FOR_COMPANY -> in(Stage.SENT).and(REQUEST.OPEN_COUNT.gt(inline(0)));
      case WAITING_FOR_MINISTRY ->
          in(Stage.SENT)
              .and(
                  REQUEST
                      .ASKED_COUNT
                      .plus(REQUEST.CLAIMED_COUNT)
                      .plus(REQUEST.CONTESTED_COUNT)
                      .gt(inline(0)));
      case CLOSED -> in(Stage.SENT).and(REQUEST.SETTLED_COUNT.eq(REQUEST.ITEM_COUNT));
    };
  }

  /** Written into the statement: PostgreSQL then keeps one plan for it. */
  private static Condition in(Stage stage) {
    return REQUEST.STAGE.eq(inline(stage, REQUEST.STAGE));
  }

  private static List<OrderField<?>> order(Sort sort) {
    return switch (sort) {
      case NEWEST -> List.of(REQUEST.ID.desc());
      case DUE -> List.of(REQUEST.NEXT_DUE_AT.asc().nullsLast(), REQUEST.ID.asc());
    };
  }

  private static Condition behind(Sort sort, Cursor place) {
    Param<Long> id = value("behind_id", place.id());
    return switch (sort) {
      case NEWEST -> REQUEST.ID.lt(id);
      case DUE ->
          place
              .due()
              .map(
                  instant -> {
                    Param<Instant> due = value("behind_due", instant);
                    return REQUEST
                        .NEXT_DUE_AT
                        .gt(due)
                        .or(REQUEST.NEXT_DUE_AT.eq(due).and(REQUEST.ID.gt(id)))
                        .or(REQUEST.NEXT_DUE_AT.isNull());
                  })
              .orElseGet(() -> REQUEST.NEXT_DUE_AT.isNull().and(REQUEST.ID.gt(id)));
    };
  }

  private static RequestRow toRow(Record r) {
    return new RequestRow(
        r.get(REQUEST.ID),
        r.get(REQUEST.RULE_SET_ID),
        r.get(REQUEST.STAGE),
        Optional.ofNullable(r.get(REQUEST.NUMBER)),
        r.get(REQUEST.SUBJECT),
        r.get(PLATFORM.NAME),
        r.get(REQUEST.CATEGORY_CODE),
        r.get(REQUEST.URGENCY_CODE),
        new Counts(
            r.get(REQUEST.ITEM_COUNT),
            r.get(REQUEST.OPEN_COUNT),
            r.get(REQUEST.ASKED_COUNT),
            r.get(REQUEST.CLAIMED_COUNT),
            r.get(REQUEST.CONTESTED_COUNT),
            r.get(REQUEST.SETTLED_COUNT),
            Optional.ofNullable(r.get(REQUEST.NEXT_DUE_AT)),
            r.get(REQUEST.NEXT_DUE_COUNT)),
        r.get(REQUEST.CHANGED_AT),
        Optional.ofNullable(r.get(REQUEST.SENT_AT)),
        Optional.ofNullable(r.get(SUBMITTED_AT)),
        r.get(RETURNED),
        r.get("moved", Boolean.class));
  }
}
