package id.narahubung.figures;

import static id.narahubung.figures.RowStore.row;
import static id.narahubung.figures.RowStore.untimed;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import id.narahubung.db.tables.CommitmentsAt;
import id.narahubung.figures.RowStore.Span;
import id.narahubung.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.Select;

/**
 * Rows of the commitments that were in force at the end of a period, as they stood then; what is
 * said of one is what {@code CommitmentState} says of it on that day. Their parts are their kinds.
 */
final class CommitmentRowStore {

  private CommitmentRowStore() {}

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> inForce(Span span) {
    CommitmentsAt at = stood(span);
    return agreed(span, at, noCondition(), trueCondition());
  }

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> verified(Span span) {
    CommitmentsAt at = stood(span);
    return agreed(span, at, noCondition(), isVerified(span, at));
  }

  /** Past its day and the grace, and neither verified nor, in time, said to be met. */
  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> late(Span span) {
    CommitmentsAt at = stood(span);
    return agreed(
        span,
        at,
        at.LATE_AFTER
            .lt(end(span))
            .and(at.RESULT.isDistinctFrom(inline("pass")))
            .and(at.CLAIMED_ON.isNull().or(at.CLAIMED_ON.gt(at.LATE_AFTER))),
        trueCondition());
  }

  /** Those whose last day, the grace included, lay in the period. */
  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> due(Span span) {
    CommitmentsAt at = stood(span);
    return agreed(
        span,
        at,
        at.LATE_AFTER.ge(day(span.period().from())).and(at.LATE_AFTER.lt(end(span))),
        isVerified(span, at));
  }

  private static CommitmentsAt stood(Span span) {
    return CommitmentsAt.COMMITMENTS_AT.call(span.asOf()).as("promise");
  }

  /** A check found it met, that holds still, and the company said nothing new since. */
  private static Condition isVerified(Span span, CommitmentsAt at) {
    return at.CLAIMED_ON
        .isNull()
        .and(at.RESULT.isNotDistinctFrom(inline("pass")))
        .and(at.VERIFIED_UNTIL.isNull().or(at.VERIFIED_UNTIL.ge(end(span))));
  }

  /** The day after the last one that is over. */
  private static Field<LocalDate> end(Span span) {
    return day(span.period().to());
  }

  private static Field<LocalDate> day(Instant at) {
    return val(LocalDate.ofInstant(at, Words.WIB));
  }

  private static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> agreed(
      Span span, CommitmentsAt at, Condition which, Condition counted) {
    Field<Instant> due =
        field(
            "({0}::timestamp at time zone {1})",
            RowStore.AT.getDataType(), at.DUE_ON, inline(Words.WIB.getId()));
    return row(at.ID, at.ID, at.COMPANY_ID, at.KIND_CODE, field(counted), untimed(), due)
        .from(at)
        .where(span.ours(at.COMPANY_ID), at.STAGE.eq(inline("agreed")), which);
  }
}
