package id.narahubung.figures;

import static id.narahubung.db.Tables.ANSWER;
import static id.narahubung.db.Tables.EVENT_ITEM;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_ROUND;
import static id.narahubung.db.Tables.ITEM_WITHDRAWAL;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.URGENCY;
import static id.narahubung.figures.RowStore.counts;
import static id.narahubung.figures.RowStore.row;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import id.narahubung.data.Fence;
import id.narahubung.db.tables.EventItem;
import id.narahubung.db.tables.ItemRound;
import id.narahubung.figures.RowStore.Span;
import id.narahubung.requests.Standing;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.Select;

/** Rows of the clocks that ran out in a period: each counts once, in the week in which it did. */
final class RanOutRowStore {

  /** No order has to be acknowledged later than this; it bounds what is read. */
  private static final Duration LONGEST = Duration.ofDays(31);

  private static final EventItem CLOCK = EVENT_ITEM.as("clock");
  private static final EventItem EARLIER = EVENT_ITEM.as("earlier_clock");
  private static final EventItem MOVED = EVENT_ITEM.as("moved_clock");
  private static final EventItem NEXT = EVENT_ITEM.as("next_clock");
  private static final ItemRound STARTED = ITEM_ROUND.as("started");

  private static final Field<Instant> NEXT_AT =
      field(name("next", "at"), EVENT_ITEM.AT.getDataType());
  private static final Field<Boolean> NEXT_STARTS = field(name("next", "starts"), Boolean.class);

  private static final Field<Long> ORDERED = field(name("ordered", "id"), Long.class);

  private RanOutRowStore() {}

  /**
   * A clock is a row that set a due time. It ran out where the next row that set one began another
   * round after that: more time in the same round moves it, unless an earlier week counted it as it
   * stood then, and an earlier round ends it. It did not run where the company waited for a reply,
   * or nothing was asked of it any more.
   */
  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> onTime(Span span) {
    Field<Standing> then = RowStore.stood(CLOCK.ITEM_ID, at -> at.gt(CLOCK.DUE_AFTER));
    Field<Instant> began =
        field(
            select(max(STARTED.STARTED_AT))
                .from(STARTED)
                .where(STARTED.ITEM_ID.eq(CLOCK.ITEM_ID), STARTED.EVENT_ID.le(CLOCK.EVENT_ID)));
    var next =
        lateral(
                select(
                        NEXT.AT.as("at"),
                        field(
                                exists(
                                    selectOne()
                                        .from(ITEM_ROUND)
                                        .where(
                                            ITEM_ROUND.ITEM_ID.eq(NEXT.ITEM_ID),
                                            ITEM_ROUND.EVENT_ID.eq(NEXT.EVENT_ID))))
                            .as("starts"))
                    .from(NEXT)
                    .where(
                        NEXT.ITEM_ID.eq(CLOCK.ITEM_ID),
                        NEXT.EVENT_ID.gt(CLOCK.EVENT_ID),
                        span.known(NEXT.AT),
                        NEXT.DUE_BEFORE.isDistinctFrom(NEXT.DUE_AFTER))
                    .orderBy(NEXT.EVENT_ID)
                    .limit(inline(1)))
            .as("next");
    return row(
            CLOCK.ITEM_ID,
            CLOCK.EVENT_ID,
            CLOCK.COMPANY_ID,
            then.in(standings(Standing.CONFIRMED, Standing.SAMPLED, Standing.ACCEPTED))
                .or(
                    exists(
                        selectOne()
                            .from(ANSWER)
                            .where(
                                ANSWER.ITEM_ID.eq(CLOCK.ITEM_ID),
                                ANSWER.ANSWERED_AT.ge(began),
                                ANSWER.ANSWERED_AT.le(CLOCK.DUE_AFTER),
                                counts(ANSWER, span)))),
            CLOCK.DUE_AFTER)
        .from(CLOCK)
        .leftJoin(next)
        .on(trueCondition())
        .where(
            span.ours(CLOCK.COMPANY_ID),
            CLOCK.DUE_BEFORE.isDistinctFrom(CLOCK.DUE_AFTER),
            span.in(CLOCK.DUE_AFTER),
            span.known(CLOCK.AT),
            NEXT_AT.isNull().or(NEXT_STARTS.isTrue().and(NEXT_AT.gt(CLOCK.DUE_AFTER))),
            then.notIn(notRunning()),
            notExists(ranOutBefore(span)));
  }

  private static List<Field<Standing>> notRunning() {
    return standings(Standing.DRAFT, Standing.ASKED, Standing.WITHDRAWN);
  }

  /**
   * An earlier time of the same round that ran out in a week before and had not been moved when
   * that week was counted: what is given later does not count it twice.
   */
  private static Select<?> ranOutBefore(Span span) {
    Field<Instant> counted =
        field(
            "((date_trunc('week', {0} at time zone {1}) + interval '7 days') at time zone {1})",
            EVENT_ITEM.AT.getDataType(), EARLIER.DUE_AFTER, inline(Words.WIB.getId()));
    Field<Long> round =
        field(
            select(max(STARTED.EVENT_ID))
                .from(STARTED)
                .where(STARTED.ITEM_ID.eq(CLOCK.ITEM_ID), STARTED.EVENT_ID.le(CLOCK.EVENT_ID)));
    return selectOne()
        .from(EARLIER)
        .where(
            EARLIER.ITEM_ID.eq(CLOCK.ITEM_ID),
            EARLIER.EVENT_ID.lt(CLOCK.EVENT_ID),
            EARLIER.EVENT_ID.ge(round),
            EARLIER.DUE_BEFORE.isDistinctFrom(EARLIER.DUE_AFTER),
            EARLIER.DUE_AFTER.lt(span.period().from()),
            EARLIER.AT.lt(counted),
            notExists(
                selectOne()
                    .from(MOVED)
                    .where(
                        MOVED.ITEM_ID.eq(EARLIER.ITEM_ID),
                        MOVED.EVENT_ID.gt(EARLIER.EVENT_ID),
                        MOVED.AT.lt(counted),
                        MOVED.DUE_BEFORE.isDistinctFrom(MOVED.DUE_AFTER))),
            RowStore.stood(EARLIER.ITEM_ID, at -> at.gt(EARLIER.DUE_AFTER)).notIn(notRunning()));
  }

  private static List<Field<Standing>> standings(Standing... standings) {
    return Arrays.stream(standings)
        .<Field<Standing>>map(each -> inline(each, ITEM.STANDING))
        .toList();
  }

  /** The items of the orders whose time to acknowledge ran out. */
  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> acknowledged(
      Span span) {
    Field<Instant> until =
        field(
            "{0} + {1} * interval '1 minute'",
            REQUEST.SENT_AT.getDataType(), REQUEST.SENT_AT, URGENCY.ACKNOWLEDGE_MINUTES);
    Field<Instant> acknowledged = REQUEST.ACKNOWLEDGED_AT;
    return row(
            ORDERED,
            ORDERED,
            REQUEST.COMPANY_ID,
            acknowledged.isNotNull().and(acknowledged.le(until)),
            until)
        .from(REQUEST)
        .join(URGENCY)
        .on(URGENCY.RULE_SET_ID.eq(REQUEST.RULE_SET_ID))
        .and(URGENCY.CODE.eq(REQUEST.URGENCY_CODE))
        .crossJoin(
            Fence.beside(
                "ordered",
                select(ITEM.ID.as("id")).from(ITEM).where(ITEM.REQUEST_ID.eq(REQUEST.ID))))
        .where(
            span.ours(REQUEST.COMPANY_ID),
            REQUEST.SENT_AT.ge(span.period().from().minus(LONGEST)),
            REQUEST.SENT_AT.lt(span.period().to()),
            span.in(until),
            notExists(
                selectOne()
                    .from(ITEM_WITHDRAWAL)
                    .where(
                        ITEM_WITHDRAWAL.ITEM_ID.eq(ORDERED),
                        ITEM_WITHDRAWAL.WITHDRAWN_AT.le(until))));
  }
}
