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
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import id.narahubung.db.tables.Answer;
import id.narahubung.figures.RowStore.Span;
import id.narahubung.rules.AnswerClass;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;

/** Rows of the items answered in a period, by the last final answer given in it that stands. */
final class AnsweredRowStore {

  private static final Answer EARLIER = ANSWER.as("earlier");
  private static final Answer LAST = ANSWER.as("last_given");

  private AnsweredRowStore() {}

  static Select<Record6<Long, Long, String, Boolean, Integer, Instant>> answered(Span span) {
    return given(span, LAST.TYPE_CODE, trueCondition());
  }

  static Select<Record6<Long, Long, String, Boolean, Integer, Instant>> acted(Span span) {
    return given(span, inline(""), is(AnswerClass.ACTED).or(is(AnswerClass.PARTLY)));
  }

  static Select<Record6<Long, Long, String, Boolean, Integer, Instant>> refused(Span span) {
    return given(span, coalesce(LAST.GROUND_CODE, inline("")), is(AnswerClass.REFUSED));
  }

  static Select<Record6<Long, Long, String, Boolean, Integer, Instant>> notProcessable(Span span) {
    return given(span, inline(""), saysNotProcessable());
  }

  static Select<Record6<Long, Long, String, Boolean, Integer, Instant>> duplicate(Span span) {
    return given(span, inline(""), is(AnswerClass.DUPLICATE));
  }

  /** The ministry's own error, as the company's answer says. */
  static Select<Record6<Long, Long, String, Boolean, Integer, Instant>> erroneous(Span span) {
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

  private static Select<Record6<Long, Long, String, Boolean, Integer, Instant>> given(
      Span span, Field<String> part, Condition counted) {
    var last =
        select(ANSWER.ID)
            .distinctOn(ANSWER.ITEM_ID)
            .from(ANSWER)
            .where(span.ours(ANSWER.COMPANY_ID), span.in(ANSWER.ANSWERED_AT), counts(ANSWER, span))
            .orderBy(ANSWER.ITEM_ID, ANSWER.ID.desc())
            .asTable("last_of_item");
    return row(LAST.ITEM_ID, LAST.ID, part, field(counted), untimed(), LAST.ANSWERED_AT)
        .from(last)
        .join(LAST)
        .on(LAST.ID.eq(last.field(ANSWER.ID)));
  }

  /** An answer before which none stands. */
  static Select<Record6<Long, Long, String, Boolean, Integer, Instant>> answerTime(Span span) {
    return row(
            ANSWER.ITEM_ID,
            ANSWER.ID,
            inline(""),
            inline(true),
            minutes(REQUEST.SENT_AT, ANSWER.ANSWERED_AT),
            ANSWER.ANSWERED_AT)
        .from(ANSWER)
        .join(ITEM)
        .on(ITEM.ID.eq(ANSWER.ITEM_ID))
        .join(REQUEST)
        .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
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

  static Select<Record6<Long, Long, String, Boolean, Integer, Instant>> replyTime(Span span) {
    return row(
            CLARIFICATION.ITEM_ID,
            CLARIFICATION.ANSWER_ID,
            inline(""),
            inline(true),
            minutes(ANSWER.ANSWERED_AT, CLARIFICATION.REPLIED_AT),
            CLARIFICATION.REPLIED_AT)
        .from(CLARIFICATION)
        .join(ANSWER)
        .on(ANSWER.ID.eq(CLARIFICATION.ANSWER_ID))
        .where(span.ours(CLARIFICATION.COMPANY_ID), span.in(CLARIFICATION.REPLIED_AT));
  }
}
