package id.narahubung.figures;

import static id.narahubung.db.Tables.ANSWER;
import static id.narahubung.db.Tables.CLARIFICATION;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.UNPROCESSABLE;
import static id.narahubung.figures.RowStore.counts;
import static id.narahubung.figures.RowStore.minutes;
import static id.narahubung.figures.RowStore.row;
import static id.narahubung.figures.RowStore.untimed;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import id.narahubung.data.Fence;
import id.narahubung.db.tables.Answer;
import id.narahubung.figures.RowStore.Span;
import id.narahubung.requests.Standing;
import id.narahubung.rules.AnswerClass;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.Select;

/** Rows of the items answered in a period, by the last final answer given in it that stands. */
final class AnsweredRowStore {

  private static final Answer ASKING = ANSWER.as("asking");
  private static final Answer EARLIER = ANSWER.as("earlier");

  /** The last of an item, under the names of its columns. */
  private static final Answer LAST = ANSWER.as("last_given");

  /** What is answered: the order, or a question. */
  private static final String BEGUN = "begun";

  private static final Field<Instant> BEGAN_AT =
      field(name(BEGUN, "at"), ANSWER.ANSWERED_AT.getDataType());

  private AnsweredRowStore() {}

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> answered(Span span) {
    return given(span, LAST.TYPE_CODE, trueCondition());
  }

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> acted(Span span) {
    return given(span, inline(""), is(AnswerClass.ACTED).or(is(AnswerClass.PARTLY)));
  }

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> refused(Span span) {
    return given(span, coalesce(LAST.GROUND_CODE, inline("")), is(AnswerClass.REFUSED));
  }

  /** And the questions of the period that nobody had replied to at its end. */
  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> notProcessable(
      Span span) {
    return given(span, inline(""), saysNotProcessable()).unionAll(unanswered(span));
  }

  /** Of an item the last question, where it waited and nothing final was said in the period. */
  private static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> unanswered(
      Span span) {
    return row(
            ASKING.ITEM_ID,
            max(ASKING.ID),
            ASKING.COMPANY_ID,
            inline(""),
            inline(true),
            untimed(),
            max(ASKING.ANSWERED_AT))
        .from(ASKING)
        .where(
            span.ours(ASKING.COMPANY_ID),
            span.in(ASKING.ANSWERED_AT),
            ASKING.CLASS.eq(inline(AnswerClass.ASKS, ASKING.CLASS)),
            RowStore.stood(ASKING.ITEM_ID, at -> at.ge(span.asOf()))
                .eq(inline(Standing.ASKED, ITEM.STANDING)),
            notExists(
                selectOne()
                    .from(ANSWER)
                    .where(
                        ANSWER.ITEM_ID.eq(ASKING.ITEM_ID),
                        span.in(ANSWER.ANSWERED_AT),
                        counts(ANSWER, span))))
        .groupBy(ASKING.ITEM_ID, ASKING.COMPANY_ID);
  }

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> duplicate(Span span) {
    return given(span, inline(""), is(AnswerClass.DUPLICATE));
  }

  /** The ministry's own error, as the company's answer says. */
  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> erroneous(Span span) {
    return given(span, inline(""), saysNotProcessable().or(is(AnswerClass.DUPLICATE)));
  }

  private static Condition is(AnswerClass type) {
    return LAST.CLASS.eq(inline(type, LAST.CLASS));
  }

  private static Condition saysNotProcessable() {
    return exists(
        selectOne()
            .from(UNPROCESSABLE)
            .where(
                UNPROCESSABLE
                    .OF
                    .eq(inline("answer"))
                    .and(UNPROCESSABLE.CODE.eq(LAST.TYPE_CODE))
                    .or(
                        UNPROCESSABLE
                            .OF
                            .eq(inline("ground"))
                            .and(UNPROCESSABLE.CODE.eq(LAST.GROUND_CODE)))));
  }

  private static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> given(
      Span span, Field<String> part, Condition counted) {
    return row(
            LAST.ITEM_ID,
            LAST.ID,
            LAST.COMPANY_ID,
            part,
            field(counted),
            untimed(),
            LAST.ANSWERED_AT)
        .from(
            select(
                    ANSWER.ID,
                    ANSWER.ITEM_ID,
                    ANSWER.COMPANY_ID,
                    ANSWER.CLASS,
                    ANSWER.TYPE_CODE,
                    ANSWER.GROUND_CODE,
                    ANSWER.ANSWERED_AT)
                .distinctOn(ANSWER.ITEM_ID)
                .from(ANSWER)
                .where(
                    span.ours(ANSWER.COMPANY_ID), span.in(ANSWER.ANSWERED_AT), counts(ANSWER, span))
                .orderBy(ANSWER.ITEM_ID, ANSWER.ID.desc())
                .asTable(LAST.getName()));
  }

  /** An answer before which none stands. */
  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> answerTime(
      Span span) {
    return row(
            ANSWER.ITEM_ID,
            ANSWER.ID,
            ANSWER.COMPANY_ID,
            inline(""),
            inline(true),
            minutes(BEGAN_AT, ANSWER.ANSWERED_AT),
            ANSWER.ANSWERED_AT)
        .from(ANSWER)
        .crossJoin(
            Fence.beside(
                BEGUN,
                select(REQUEST.SENT_AT.as("at"))
                    .from(ITEM)
                    .join(REQUEST)
                    .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
                    .where(ITEM.ID.eq(ANSWER.ITEM_ID))))
        .where(
            span.ours(ANSWER.COMPANY_ID),
            span.in(ANSWER.ANSWERED_AT),
            counts(ANSWER, span),
            notExists(
                selectOne()
                    .from(EARLIER)
                    .where(
                        EARLIER.ITEM_ID.eq(ANSWER.ITEM_ID),
                        EARLIER.ID.lt(ANSWER.ID),
                        counts(EARLIER, span))));
  }

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> replyTime(Span span) {
    return row(
            CLARIFICATION.ITEM_ID,
            CLARIFICATION.ANSWER_ID,
            CLARIFICATION.COMPANY_ID,
            inline(""),
            inline(true),
            minutes(BEGAN_AT, CLARIFICATION.REPLIED_AT),
            CLARIFICATION.REPLIED_AT)
        .from(CLARIFICATION)
        .crossJoin(
            Fence.beside(
                BEGUN,
                select(ANSWER.ANSWERED_AT.as("at"))
                    .from(ANSWER)
                    .where(ANSWER.ID.eq(CLARIFICATION.ANSWER_ID))))
        .where(span.ours(CLARIFICATION.COMPANY_ID), span.in(CLARIFICATION.REPLIED_AT));
  }
}
