package id.narahubung.figures;

import static id.narahubung.db.Tables.EVENT_ITEM;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.OBJECTION;
import static id.narahubung.db.Tables.OBJECTION_DECISION;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.figures.RowStore.row;
import static id.narahubung.figures.RowStore.untimed;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;

import id.narahubung.data.Fence;
import id.narahubung.db.tables.EventItem;
import id.narahubung.db.tables.Item;
import id.narahubung.figures.RowStore.Span;
import id.narahubung.requests.Standing;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.Table;

/** Rows of where items stood at an instant, and of their delivery. */
final class StoodRowStore {

  private static final EventItem END = EVENT_ITEM.as("ending");
  private static final EventItem LATER = EVENT_ITEM.as("later_end");
  private static final Item NOW = ITEM.as("now");

  /** Since when an item stands where it stands. */
  private static final Field<Instant> SINCE =
      field(
          select(max(LATER.AT))
              .from(LATER)
              .where(LATER.ITEM_ID.eq(NOW.ID), LATER.STANDING_BEFORE.ne(LATER.STANDING_AFTER)));

  private static final Table<?> STOOD = table(name("stood"));
  private static final Field<Long> STOOD_ITEM = field(name("stood", "item_id"), Long.class);
  private static final Field<Long> STOOD_COMPANY = field(name("stood", "company_id"), Long.class);
  private static final Field<Instant> STOOD_SINCE =
      field(name("stood", "since"), EVENT_ITEM.AT.getDataType());

  private static final String ORDER = "order_of";
  private static final Field<Instant> SENT_AT =
      field(name(ORDER, "sent_at"), EVENT_ITEM.AT.getDataType());

  private StoodRowStore() {}

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> sent(Span span) {
    return row(END.ITEM_ID, END.EVENT_ID, END.COMPANY_ID, trueCondition(), END.AT)
        .from(END)
        .where(
            span.ours(END.COMPANY_ID),
            END.STANDING_BEFORE.eq(inline(Standing.DRAFT, END.STANDING_BEFORE)),
            END.STANDING_BEFORE.ne(END.STANDING_AFTER),
            span.in(END.AT));
  }

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> at(
      Standing standing, Span span) {
    return row(STOOD_ITEM, STOOD_ITEM, STOOD_COMPANY, trueCondition(), STOOD_SINCE)
        .from(stood(standing, span, SINCE));
  }

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> open(Span span) {
    return waiting(span, noCondition());
  }

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> overdue(Span span) {
    return waiting(span, due(span).lt(span.asOf()));
  }

  private static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> waiting(
      Span span, Condition which) {
    return row(STOOD_ITEM, STOOD_ITEM, STOOD_COMPANY, age(span), inline(true), untimed(), due(span))
        .from(stood(Standing.OPEN, span, castNull(LATER.AT)))
        .crossJoin(
            Fence.beside(
                ORDER,
                select(REQUEST.SENT_AT.as("sent_at"))
                    .from(ITEM)
                    .join(REQUEST)
                    .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
                    .where(ITEM.ID.eq(STOOD_ITEM))))
        .where(which);
  }

  private static Field<Instant> due(Span span) {
    return RowStore.due(STOOD_ITEM, at -> at.ge(span.asOf()));
  }

  /** How long ago it was delivered, in the steps of {@code Age}. */
  private static Field<String> age(Span span) {
    return case_()
        .when(within(Age.DAY, span), inline(Age.DAY.code()))
        .when(within(Age.THREE_DAYS, span), inline(Age.THREE_DAYS.code()))
        .when(within(Age.WEEK, span), inline(Age.WEEK.code()))
        .when(within(Age.MONTH, span), inline(Age.MONTH.code()))
        .otherwise(inline(Age.OLDER.code()));
  }

  private static Condition within(Age age, Span span) {
    return SENT_AT.gt(span.period().asOf().minus(age.below()));
  }

  /**
   * The items that stood there: those whose row says that it ended then or later and had begun
   * before, and those that stand there still.
   *
   * @param since since when the latter do, where that is asked: it is read item by item
   */
  private static Table<Record3<Long, Long, Instant>> stood(
      Standing standing, Span span, Field<Instant> since) {
    return select(
            END.ITEM_ID.as("item_id"), END.COMPANY_ID.as("company_id"), END.STOOD_SINCE.as("since"))
        .from(END)
        .where(
            span.ours(END.COMPANY_ID),
            END.STANDING_BEFORE.eq(inline(standing, END.STANDING_BEFORE)),
            END.STANDING_BEFORE.ne(END.STANDING_AFTER),
            END.AT.ge(span.asOf()),
            END.STOOD_SINCE.lt(span.asOf()))
        .unionAll(
            select(NOW.ID, NOW.COMPANY_ID, since)
                .from(NOW)
                .where(
                    span.ours(NOW.COMPANY_ID),
                    NOW.STANDING.eq(inline(standing, NOW.STANDING)),
                    notExists(
                        selectOne()
                            .from(LATER)
                            .where(
                                LATER.ITEM_ID.eq(NOW.ID),
                                LATER.AT.ge(span.asOf()),
                                LATER.STANDING_BEFORE.ne(LATER.STANDING_AFTER)))))
        .asTable(STOOD.getName());
  }

  /** Filed, not decided, and about an item that was not settled otherwise. */
  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> objections(
      Span span) {
    return row(
            OBJECTION.ITEM_ID,
            OBJECTION.ANSWER_ID,
            OBJECTION.COMPANY_ID,
            trueCondition(),
            OBJECTION.FILED_AT)
        .from(OBJECTION)
        .where(
            span.ours(OBJECTION.COMPANY_ID),
            span.known(OBJECTION.FILED_AT),
            notExists(
                selectOne()
                    .from(OBJECTION_DECISION)
                    .where(
                        OBJECTION_DECISION.ANSWER_ID.eq(OBJECTION.ANSWER_ID),
                        span.known(OBJECTION_DECISION.DECIDED_AT))),
            RowStore.stood(OBJECTION.ITEM_ID, at -> at.ge(span.asOf()))
                .notIn(
                    Standing.settled().stream().map(each -> inline(each, ITEM.STANDING)).toList()));
  }
}
