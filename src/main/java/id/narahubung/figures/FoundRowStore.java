package id.narahubung.figures;

import static id.narahubung.db.Tables.ANSWER;
import static id.narahubung.db.Tables.ITEM_CHECK;
import static id.narahubung.db.Tables.ITEM_WITHDRAWAL;
import static id.narahubung.db.Tables.OBJECTION;
import static id.narahubung.db.Tables.OBJECTION_DECISION;
import static id.narahubung.db.Tables.RULING;
import static id.narahubung.figures.RowStore.row;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.data.Fence;
import id.narahubung.db.tables.ItemCheck;
import id.narahubung.figures.RowStore.Span;
import id.narahubung.requests.ObjectionOutcome;
import id.narahubung.requests.RulingOutcome;
import id.narahubung.requests.Verdict;
import id.narahubung.rules.AnswerClass;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Record7;
import org.jooq.Select;

/** Rows of what the ministry found, withdrew and decided in a period. */
final class FoundRowStore {

  private static final ItemCheck LAST = ITEM_CHECK.as("last_look");

  private FoundRowStore() {}

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> verified(Span span) {
    return looks(
        span,
        ITEM_CHECK.AGAIN.isFalse().and(stands(span)),
        LAST.VERDICT.eq(inline(Verdict.DOWN, LAST.VERDICT)));
  }

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> reappeared(
      Span span) {
    return looks(
        span, ITEM_CHECK.AGAIN.isTrue(), LAST.VERDICT.ne(inline(Verdict.DOWN, LAST.VERDICT)));
  }

  /** No objection to it was accepted. */
  private static Condition stands(Span span) {
    return notExists(
        selectOne()
            .from(OBJECTION)
            .join(OBJECTION_DECISION)
            .on(OBJECTION_DECISION.ANSWER_ID.eq(OBJECTION.ANSWER_ID))
            .where(
                OBJECTION.ANSWER_ID.eq(ITEM_CHECK.ANSWER_ID),
                OBJECTION.FILED_AT.ge(ITEM_CHECK.CHECKED_AT),
                OBJECTION_DECISION.OUTCOME.eq(
                    inline(ObjectionOutcome.ACCEPTED, OBJECTION_DECISION.OUTCOME)),
                span.known(OBJECTION_DECISION.DECIDED_AT)));
  }

  /** The last look at each item in which something could be seen. */
  private static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> looks(
      Span span, Condition which, Condition counted) {
    return row(LAST.ITEM_ID, LAST.ID, LAST.COMPANY_ID, counted, LAST.CHECKED_AT)
        .from(
            select(
                    ITEM_CHECK.ID,
                    ITEM_CHECK.ITEM_ID,
                    ITEM_CHECK.COMPANY_ID,
                    ITEM_CHECK.VERDICT,
                    ITEM_CHECK.CHECKED_AT)
                .distinctOn(ITEM_CHECK.ITEM_ID)
                .from(ITEM_CHECK)
                .where(
                    span.ours(ITEM_CHECK.COMPANY_ID),
                    span.in(ITEM_CHECK.CHECKED_AT),
                    ITEM_CHECK.VERDICT.ne(inline(Verdict.UNCHECKED, ITEM_CHECK.VERDICT)),
                    which)
                .orderBy(ITEM_CHECK.ITEM_ID, ITEM_CHECK.ID.desc())
                .asTable(LAST.getName()));
  }

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> withdrawn(Span span) {
    return row(
            ITEM_WITHDRAWAL.ITEM_ID,
            ITEM_WITHDRAWAL.ITEM_ID,
            ITEM_WITHDRAWAL.COMPANY_ID,
            ITEM_WITHDRAWAL.OUR_ERROR.isTrue(),
            ITEM_WITHDRAWAL.WITHDRAWN_AT)
        .from(ITEM_WITHDRAWAL)
        .where(span.ours(ITEM_WITHDRAWAL.COMPANY_ID), span.in(ITEM_WITHDRAWAL.WITHDRAWN_AT));
  }

  /** Decisions on refusals, and on objections that the company did not take back itself. */
  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> overturned(
      Span span) {
    return row(
            RULING.ITEM_ID,
            RULING.EVENT_ID,
            RULING.COMPANY_ID,
            RULING.OUTCOME.eq(inline(RulingOutcome.ACCEPTED, RULING.OUTCOME)),
            RULING.RULED_AT)
        .from(RULING)
        .crossJoin(
            Fence.beside(
                "refusal",
                select(ANSWER.ID)
                    .from(ANSWER)
                    .where(
                        ANSWER.ID.eq(RULING.ANSWER_ID),
                        ANSWER.CLASS.eq(inline(AnswerClass.REFUSED, ANSWER.CLASS)))))
        .where(span.ours(RULING.COMPANY_ID), span.in(RULING.RULED_AT))
        .unionAll(
            row(
                    OBJECTION_DECISION.ITEM_ID,
                    OBJECTION_DECISION.EVENT_ID,
                    OBJECTION_DECISION.COMPANY_ID,
                    OBJECTION_DECISION.OUTCOME.ne(
                        inline(ObjectionOutcome.UPHELD, OBJECTION_DECISION.OUTCOME)),
                    OBJECTION_DECISION.DECIDED_AT)
                .from(OBJECTION_DECISION)
                .where(
                    span.ours(OBJECTION_DECISION.COMPANY_ID),
                    span.in(OBJECTION_DECISION.DECIDED_AT),
                    OBJECTION_DECISION.OUTCOME.ne(
                        inline(ObjectionOutcome.WITHDRAWN, OBJECTION_DECISION.OUTCOME))));
  }

  /** Each item once, whatever of it was the ministry's error. */
  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> ministryError(
      Span span) {
    var all =
        AnsweredRowStore.erroneous(span)
            .unionAll(withdrawn(span))
            .unionAll(overturned(span))
            .asTable("all_rows");
    return row(
            RowStore.ITEM_ID,
            RowStore.ITEM_ID,
            RowStore.COMPANY,
            condition(boolOr(RowStore.COUNTED)),
            max(RowStore.AT))
        .from(all)
        .groupBy(RowStore.ITEM_ID, RowStore.COMPANY);
  }
}
