package id.narahubung.commitments;

import static id.narahubung.db.Tables.ANSWER;
import static id.narahubung.db.Tables.ANSWER_TAKEN_BACK;
import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.COMMITMENT_KIND;
import static id.narahubung.db.Tables.COMMITMENT_MEASURE;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_ROUND;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.requests.Standing;
import id.narahubung.rules.AnswerClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;

/** Counts what the portal measures by itself, and keeps it. */
final class MeasureStore {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * How many of a platform's items that fell due were answered in time.
   *
   * @param version the one in force
   */
  record InTime(long commitment, int version, long company, int answered, int due) {

    BigDecimal percent() {
      return HUNDRED
          .multiply(BigDecimal.valueOf(answered))
          .divide(BigDecimal.valueOf(due), 2, RoundingMode.HALF_UP);
    }
  }

  /**
   * Of every agreed commitment that measures itself, and for which something fell due between the
   * two. In time is the first answer of the round that is one: a question is none, nor is 'under
   * review', nor what was taken back. What was withdrawn counts for nobody.
   */
  List<InTime> shares(Tx tx, Instant from, Instant until) {
    return tx.sql()
        .select(
            COMMITMENT.ID,
            COMMITMENT.IN_FORCE,
            COMMITMENT.COMPANY_ID,
            count().filterWhere(IN_TIME),
            count())
        .from(COMMITMENT)
        .join(COMMITMENT_KIND)
        .on(COMMITMENT_KIND.RULE_SET_ID.eq(COMMITMENT.RULE_SET_ID))
        .and(COMMITMENT_KIND.CODE.eq(COMMITMENT.KIND_CODE))
        .and(COMMITMENT_KIND.SELF_MEASURED)
        .join(ITEM)
        .on(ITEM.PLATFORM_ID.eq(COMMITMENT.PLATFORM_ID))
        .and(ITEM.SIDE.eq(Share.BOTH))
        .and(ITEM.DUE_AT.ge(from))
        .and(ITEM.DUE_AT.lt(until))
        .and(ITEM.STANDING.ne(Standing.WITHDRAWN))
        .where(COMMITMENT.STAGE.eq(CommitmentStage.AGREED))
        .groupBy(COMMITMENT.ID)
        .orderBy(COMMITMENT.ID)
        .fetch(mapping(InTime::new));
  }

  private static final Condition IN_TIME =
      exists(
          selectOne()
              .from(ANSWER)
              .where(
                  ANSWER.ITEM_ID.eq(ITEM.ID),
                  ANSWER.CLASS.notIn(AnswerClass.ASKS, AnswerClass.PENDING),
                  ANSWER.ANSWERED_AT.le(ITEM.DUE_AT),
                  ANSWER.ANSWERED_AT.ge(
                      field(
                          select(max(ITEM_ROUND.STARTED_AT))
                              .from(ITEM_ROUND)
                              .where(ITEM_ROUND.ITEM_ID.eq(ITEM.ID)))),
                  notExists(
                      selectOne()
                          .from(ANSWER_TAKEN_BACK)
                          .where(ANSWER_TAKEN_BACK.ANSWER_ID.eq(ANSWER.ID)))));

  /** Keeps it as of a day; nothing where that day was measured already. */
  boolean keep(Tx tx, LocalDate day, InTime share) {
    return tx.sql()
            .insertInto(COMMITMENT_MEASURE)
            .set(COMMITMENT_MEASURE.COMMITMENT_ID, share.commitment())
            .set(COMMITMENT_MEASURE.COMPANY_ID, share.company())
            .set(COMMITMENT_MEASURE.SIDE, Share.BOTH)
            .set(COMMITMENT_MEASURE.VERSION, share.version())
            .set(COMMITMENT_MEASURE.ON_DAY, day)
            .set(COMMITMENT_MEASURE.VALUE, share.percent())
            .set(COMMITMENT_MEASURE.NUMERATOR, share.answered())
            .set(COMMITMENT_MEASURE.DENOMINATOR, share.due())
            .set(COMMITMENT_MEASURE.MEASURED_AT, tx.now())
            .onConflict(COMMITMENT_MEASURE.COMMITMENT_ID, COMMITMENT_MEASURE.ON_DAY)
            .doNothing()
            .execute()
        == 1;
  }
}
