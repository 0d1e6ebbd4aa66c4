package id.narahubung.figures;

import static id.narahubung.db.Tables.ANSWER_TAKEN_BACK;
import static id.narahubung.db.Tables.EVENT_ITEM;
import static id.narahubung.db.Tables.ITEM;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import id.narahubung.db.tables.Answer;
import id.narahubung.db.tables.EventItem;
import id.narahubung.requests.Standing;
import id.narahubung.rules.AnswerClass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.SelectSelectStep;

/**
 * The rows that a measure counts: one query each, which is grouped to count and listed to show.
 * What they share stands here; which rows they are, in the stores of where items stood, of what ran
 * out, of what was answered, of what was found, of commitments and of letters.
 */
final class RowStore {

  /**
   * The item, commitment or letter a row is about, and what tells two rows about one item apart.
   */
  static final Field<Long> ITEM_ID = field(name("item_id"), Long.class);

  static final Field<Long> KEY = field(name("key"), Long.class);

  static final Field<Long> COMPANY = field(name("company_id"), Long.class);

  /** Of which kind, where the measure has parts; else ''. */
  static final Field<String> PART = field(name("part"), String.class);

  /** Whether it is above the line. */
  static final Field<Boolean> COUNTED = field(name("counted"), Boolean.class);

  /** How long it took, where that is measured. */
  static final Field<Integer> MINUTES = field(name("minutes"), Integer.class);

  /** When what is counted happened, ran out or began. */
  static final Field<Instant> AT = field(name("at"), EVENT_ITEM.AT.getDataType());

  private static final EventItem LATER = EVENT_ITEM.as("later");

  private RowStore() {}

  /**
   * Whose rows, and of when.
   *
   * @param companies the index of every fact begins with the company
   */
  record Span(Period period, List<Long> companies) {

    Span {
      companies = List.copyOf(companies);
    }

    static Span of(Period period, Collection<Long> companies) {
      return new Span(period, List.copyOf(companies));
    }

    Condition ours(Field<Long> company) {
      return company.eq(any(companies.toArray(Long[]::new)));
    }

    /** It happened in the period. */
    Condition in(Field<Instant> at) {
      return at.ge(period.from()).and(at.lt(period.to()));
    }

    /** It was recorded when this was asked as of. */
    Condition known(Field<Instant> at) {
      return at.lt(period.asOf());
    }

    Field<Instant> asOf() {
      return val(period.asOf(), EVENT_ITEM.AT);
    }
  }

  /** The rows of a measure; those of its urgent kind are among the rows of the whole. */
  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> of(
      Measure measure, Span span) {
    return switch (measure) {
      case SENT -> StoodRowStore.sent(span);
      case OPEN, OPEN_URGENT -> StoodRowStore.open(span);
      case OVERDUE, OVERDUE_URGENT -> StoodRowStore.overdue(span);
      case ASKED -> StoodRowStore.at(Standing.ASKED, span);
      case TO_CHECK -> StoodRowStore.at(Standing.CLAIMED, span);
      case TO_DECIDE -> StoodRowStore.at(Standing.CONTESTED, span);
      case OBJECTIONS -> StoodRowStore.objections(span);
      case ON_TIME, ON_TIME_URGENT -> RanOutRowStore.onTime(span);
      case ACKNOWLEDGED -> RanOutRowStore.acknowledged(span);
      case ANSWER_TIME -> AnsweredRowStore.answerTime(span);
      case REPLY_TIME -> AnsweredRowStore.replyTime(span);
      case ANSWERED -> AnsweredRowStore.answered(span);
      case ACTED -> AnsweredRowStore.acted(span);
      case REFUSED -> AnsweredRowStore.refused(span);
      case NOT_PROCESSABLE -> AnsweredRowStore.notProcessable(span);
      case DUPLICATE -> AnsweredRowStore.duplicate(span);
      case VERIFIED -> FoundRowStore.verified(span);
      case REAPPEARED -> FoundRowStore.reappeared(span);
      case WITHDRAWN -> FoundRowStore.withdrawn(span);
      case OVERTURNED -> FoundRowStore.overturned(span);
      case MINISTRY_ERROR -> FoundRowStore.ministryError(span);
      case COMMITMENTS -> CommitmentRowStore.inForce(span);
      case COMMITMENTS_VERIFIED -> CommitmentRowStore.verified(span);
      case COMMITMENTS_LATE -> CommitmentRowStore.late(span);
      case COMMITMENTS_DUE -> CommitmentRowStore.due(span);
      case LETTERS -> LetterRowStore.sent(span);
      case FINES_PAID -> LetterRowStore.finesPaid(span);
    };
  }

  /** What a row says: every measure's say the same. */
  static SelectSelectStep<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> row(
      Field<Long> item,
      Field<Long> key,
      Field<Long> company,
      Field<String> part,
      Field<Boolean> counted,
      Field<Integer> minutes,
      Field<Instant> at) {
    return select(
        item.as(ITEM_ID),
        key.as(KEY),
        company.as(COMPANY),
        part.as(PART),
        counted.as(COUNTED),
        minutes.as(MINUTES),
        at.as(AT));
  }

  /** A row of a measure without parts that times nothing. */
  static SelectSelectStep<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> row(
      Field<Long> item,
      Field<Long> key,
      Field<Long> company,
      Condition counted,
      Field<Instant> at) {
    return row(item, key, company, inline(""), field(counted), untimed(), at);
  }

  static Field<Integer> untimed() {
    return castNull(MINUTES);
  }

  /** Whole minutes from one instant to another. */
  static Field<Integer> minutes(Field<Instant> from, Field<Instant> to) {
    return field(
        "cast(floor(extract(epoch from {0} - {1}) / 60) as integer)", Integer.class, to, from);
  }

  /** Where an item stood before everything that happened after an instant. */
  static Field<Standing> stood(Field<Long> item, Function<Field<Instant>, Condition> after) {
    Field<Standing> then =
        field(
            select(LATER.STANDING_BEFORE)
                .from(LATER)
                .where(LATER.ITEM_ID.eq(item), after.apply(LATER.AT))
                .orderBy(LATER.EVENT_ID)
                .limit(inline(1)));
    return coalesce(then, now(item, ITEM.STANDING));
  }

  /** Until when an item's clock ran, likewise. */
  static Field<Instant> due(Field<Long> item, Function<Field<Instant>, Condition> after) {
    Field<Instant> then =
        field(
            select(LATER.DUE_BEFORE)
                .from(LATER)
                .where(LATER.ITEM_ID.eq(item), after.apply(LATER.AT))
                .orderBy(LATER.EVENT_ID)
                .limit(inline(1)));
    return coalesce(then, now(item, ITEM.DUE_AT));
  }

  private static <T> Field<T> now(Field<Long> item, org.jooq.TableField<?, T> column) {
    return field(select(column).from(ITEM).where(ITEM.ID.eq(item)));
  }

  /** It says what was done or why not, and had not been taken back: written as the index has it. */
  static Condition counts(Answer answer, Span span) {
    return answer
        .CLASS
        .notIn(inline(AnswerClass.ASKS, answer.CLASS), inline(AnswerClass.PENDING, answer.CLASS))
        .and(span.known(answer.ANSWERED_AT))
        .and(
            notExists(
                selectOne()
                    .from(ANSWER_TAKEN_BACK)
                    .where(
                        ANSWER_TAKEN_BACK.ANSWER_ID.eq(answer.ID),
                        span.known(ANSWER_TAKEN_BACK.TAKEN_BACK_AT))));
  }
}
