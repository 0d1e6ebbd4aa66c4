package id.narahubung.requests;

import static id.narahubung.db.Tables.ANSWER;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_HOLD;
import static id.narahubung.db.Tables.OBJECTION;
import static id.narahubung.db.Tables.OBJECTION_DECISION;
import static id.narahubung.db.Tables.PERSON;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.REQUEST;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;

import id.narahubung.data.Tx;
import id.narahubung.rules.AnswerClass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The rows of lists of items over all requests: what is selected, sorted by which clock. */
final class ItemRowStore {

  /**
   * Asked as a value and not by 'exists': that PostgreSQL may turn into a table of all answers,
   * made for a page of fifty rows.
   */
  private static final Field<Boolean> ANSWERED =
      field(
          field(
                  select(ANSWER.ID)
                      .from(ANSWER)
                      .where(
                          ANSWER.ITEM_ID.eq(ITEM.ID),
                          AnswerStore.STANDS,
                          ANSWER.CLASS.notIn(
                              inline(AnswerClass.ASKS, ANSWER.CLASS),
                              inline(AnswerClass.PENDING, ANSWER.CLASS)))
                      .limit(inline(1)))
              .isNotNull());

  /** When the answer was given on which the ministry is to do something. */
  private static final Field<Instant> WAITS_SINCE =
      DSL.when(
              stands(Standing.ASKED),
              latest(ANSWER.CLASS.eq(inline(AnswerClass.ASKS, ANSWER.CLASS))))
          .when(
              stands(Standing.CLAIMED, Standing.CONTESTED),
              latest(
                  ANSWER.CLASS.notIn(
                      inline(AnswerClass.ASKS, ANSWER.CLASS),
                      inline(AnswerClass.PENDING, ANSWER.CLASS))));

  private static Field<Instant> latest(Condition which) {
    return field(
        select(DSL.max(ANSWER.ANSWERED_AT))
            .from(ANSWER)
            .where(ANSWER.ITEM_ID.eq(ITEM.ID), which, AnswerStore.STANDS));
  }

  private static final Field<Instant> OBJECTION_DUE =
      field(
          select(OBJECTION.DUE_AT)
              .from(OBJECTION)
              .where(
                  OBJECTION.ITEM_ID.eq(ITEM.ID),
                  notExists(
                      select(OBJECTION_DECISION.ANSWER_ID)
                          .from(OBJECTION_DECISION)
                          .where(OBJECTION_DECISION.ANSWER_ID.eq(OBJECTION.ANSWER_ID))))
              .limit(inline(1)));

  private ItemRowStore() {}

  /** The clock a list goes by: which items it has, and when each is due by it. */
  enum Clock {
    ITEM,
    OBJECTION,
    RECHECK,
    REAPPEARANCE;

    Field<Instant> due() {
      return switch (this) {
        case ITEM -> id.narahubung.db.Tables.ITEM.DUE_AT;
        case OBJECTION -> OBJECTION_DUE;
        case RECHECK -> id.narahubung.db.Tables.RECHECK.DUE_AT;
        case REAPPEARANCE -> id.narahubung.db.Tables.REAPPEARANCE.LOOKED_AT;
      };
    }

    /**
     * The items with the rows that the clock is read from, where they have one. A look's item is
     * joined so that PostgreSQL leaves it out where nothing is asked of it: what has a row is
     * counted by the rows alone.
     */
    Table<?> items() {
      Table<?> item = id.narahubung.db.Tables.ITEM;
      var recheck = id.narahubung.db.Tables.RECHECK;
      var reappearance = id.narahubung.db.Tables.REAPPEARANCE;
      return switch (this) {
        case ITEM, OBJECTION -> item;
        case RECHECK ->
            recheck.leftJoin(item).on(recheck.ITEM_ID.eq(id.narahubung.db.Tables.ITEM.ID));
        case REAPPEARANCE ->
            item.leftJoin(reappearance)
                .on(reappearance.ITEM_ID.eq(id.narahubung.db.Tables.ITEM.ID));
      };
    }
  }

  /**
   * Written into the statement, as every limit is, and not sent as a parameter: PostgreSQL then
   * knows how few they are, and keeps one plan for all of them instead of making one each time.
   */
  static Condition stands(Collection<Standing> standings) {
    return ITEM.STANDING.in(
        standings.stream().map(standing -> inline(standing, ITEM.STANDING)).toList());
  }

  static Condition stands(Standing... standings) {
    return stands(List.of(standings));
  }

  /** The rows of these items, in no order. */
  static SelectConditionStep<Record> query(Tx tx, Clock clock, Condition which) {
    return tx.sql()
        .select(ItemStore.FIELDS)
        .select(
            REQUEST.NUMBER,
            REQUEST.SUBJECT,
            PLATFORM.NAME,
            REQUEST.RULE_SET_ID,
            REQUEST.CATEGORY_CODE,
            REQUEST.URGENCY_CODE,
            REQUEST.MEASURE_CODE,
            ANSWERED,
            ITEM_HOLD.PERSON_ID,
            PERSON.NAME,
            ITEM_HOLD.ENDS_AT,
            clock.due(),
            WAITS_SINCE)
        .from(clock.items())
        .join(REQUEST)
        .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(REQUEST.PLATFORM_ID))
        .leftJoin(ITEM_HOLD)
        .on(HoldStore.ofItem(tx))
        .leftJoin(PERSON)
        .on(PERSON.ID.eq(ITEM_HOLD.PERSON_ID))
        .where(which, REQUEST.NUMBER.isNotNull());
  }

  static ItemRow read(Record r, Clock clock) {
    return new ItemRow(
        ItemStore.read(r),
        r.get(REQUEST.NUMBER),
        r.get(REQUEST.SUBJECT),
        r.get(PLATFORM.NAME),
        r.get(REQUEST.RULE_SET_ID),
        r.get(REQUEST.CATEGORY_CODE),
        r.get(REQUEST.URGENCY_CODE),
        r.get(REQUEST.MEASURE_CODE),
        r.get(ANSWERED),
        Optional.ofNullable(r.get(ITEM_HOLD.PERSON_ID))
            .map(person -> new Hold(person, r.get(PERSON.NAME), r.get(ITEM_HOLD.ENDS_AT))),
        Optional.ofNullable(r.get(clock.due())),
        Optional.ofNullable(r.get(WAITS_SINCE)));
  }
}
