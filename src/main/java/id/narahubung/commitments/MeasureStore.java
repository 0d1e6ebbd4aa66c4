package id.narahubung.commitments;

import static id.narahubung.db.Tables.ANSWER;
import static id.narahubung.db.Tables.ANSWER_TAKEN_BACK;
import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.COMMITMENT_KIND;
import static id.narahubung.db.Tables.COMMITMENT_MEASURE;
import static id.narahubung.db.Tables.COMMITMENT_SIGNATURE;
import static id.narahubung.db.Tables.COMMITMENT_VERSION_FIELD;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_ROUND;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.URGENCY;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.requests.Standing;
import id.narahubung.rules.AnswerClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;

/** Counts what the portal measures by itself, and keeps it. */
final class MeasureStore {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The field that promises a median. */
  private static final String MEDIAN = "median_hours";

  /** Whatever was withdrawn counts for nobody; named one by one, the index of a company serves. */
  private static final List<Standing> COUNTING =
      Arrays.stream(Standing.values()).filter(each -> each != Standing.WITHDRAWN).toList();

  /**
   * An agreed commitment that measures itself.
   *
   * @param version the one in force
   * @param lastOn the last day measured under it
   * @param mostHours what it promises of the median
   */
  record Measured(
      long commitment,
      int version,
      long company,
      long platform,
      Instant inForceSince,
      Optional<LocalDate> lastOn,
      Optional<BigDecimal> mostHours) {}

  /**
   * Of a platform's items that fell due.
   *
   * @param answered those answered in time
   * @param medianHours from order to answer, of the urgent ones; one not answered counts as long as
   *     it has waited
   */
  record Counted(int answered, int due, Optional<BigDecimal> medianHours) {

    BigDecimal percent() {
      return HUNDRED
          .multiply(BigDecimal.valueOf(answered))
          .divide(BigDecimal.valueOf(due), 2, RoundingMode.HALF_UP);
    }
  }

  List<Measured> measured(Tx tx) {
    Field<Instant> since =
        field(
            select(max(EVENT.AT))
                .from(COMMITMENT_SIGNATURE)
                .join(EVENT)
                .on(EVENT.ID.eq(COMMITMENT_SIGNATURE.EVENT_ID))
                .where(
                    COMMITMENT_SIGNATURE.COMMITMENT_ID.eq(COMMITMENT.ID),
                    COMMITMENT_SIGNATURE.VERSION.eq(COMMITMENT.IN_FORCE)));
    Field<LocalDate> lastOn =
        field(
            select(max(COMMITMENT_MEASURE.ON_DAY))
                .from(COMMITMENT_MEASURE)
                .where(
                    COMMITMENT_MEASURE.COMMITMENT_ID.eq(COMMITMENT.ID),
                    COMMITMENT_MEASURE.VERSION.eq(COMMITMENT.IN_FORCE)));
    Field<String> median =
        field(
            select(COMMITMENT_VERSION_FIELD.VALUE)
                .from(COMMITMENT_VERSION_FIELD)
                .where(
                    COMMITMENT_VERSION_FIELD.COMMITMENT_ID.eq(COMMITMENT.ID),
                    COMMITMENT_VERSION_FIELD.VERSION.eq(COMMITMENT.IN_FORCE),
                    COMMITMENT_VERSION_FIELD.CODE.eq(MEDIAN)));
    return tx.sql()
        .select(
            COMMITMENT.ID,
            COMMITMENT.IN_FORCE,
            COMMITMENT.COMPANY_ID,
            COMMITMENT.PLATFORM_ID,
            since,
            lastOn.convertFrom(Optional::ofNullable),
            median.convertFrom(typed -> Optional.ofNullable(typed).flatMap(Quantity::read)))
        .from(COMMITMENT)
        .join(COMMITMENT_KIND)
        .on(COMMITMENT_KIND.RULE_SET_ID.eq(COMMITMENT.RULE_SET_ID))
        .and(COMMITMENT_KIND.CODE.eq(COMMITMENT.KIND_CODE))
        .and(COMMITMENT_KIND.SELF_MEASURED)
        .where(COMMITMENT.STAGE.eq(CommitmentStage.AGREED))
        .orderBy(COMMITMENT.ID)
        .fetch(mapping(Measured::new));
  }

  /**
   * What of a platform's items fell due between the two. In time is the first answer of the round
   * that is one: a question is none, nor is 'under review', nor what was taken back.
   */
  Counted fellDue(Tx tx, Measured of, Instant from, Instant until) {
    Field<Instant> started =
        field(
            select(max(ITEM_ROUND.STARTED_AT))
                .from(ITEM_ROUND)
                .where(ITEM_ROUND.ITEM_ID.eq(ITEM.ID)));
    Field<Instant> answered =
        field(
            select(min(ANSWER.ANSWERED_AT))
                .from(ANSWER)
                .where(
                    ANSWER.ITEM_ID.eq(ITEM.ID),
                    ANSWER.CLASS.notIn(AnswerClass.ASKS, AnswerClass.PENDING),
                    ANSWER.ANSWERED_AT.ge(started),
                    notExists(
                        selectOne()
                            .from(ANSWER_TAKEN_BACK)
                            .where(ANSWER_TAKEN_BACK.ANSWER_ID.eq(ANSWER.ID)))));
    Field<Boolean> urgent =
        field(
            exists(
                selectOne()
                    .from(REQUEST)
                    .join(URGENCY)
                    .on(URGENCY.RULE_SET_ID.eq(REQUEST.RULE_SET_ID))
                    .and(URGENCY.CODE.eq(ITEM.URGENCY_CODE))
                    .where(REQUEST.ID.eq(ITEM.REQUEST_ID), URGENCY.MARK.isTrue())));
    var items =
        select(
                field("{0} <= {1}", Boolean.class, answered, ITEM.DUE_AT).as("in_time"),
                urgent.as("urgent"),
                field(
                        "extract(epoch from least({0}, {1}) - {2}) / 3600",
                        BigDecimal.class, answered, val(until), started)
                    .as("hours"))
            .from(ITEM)
            .where(
                ITEM.COMPANY_ID.eq(of.company()),
                ITEM.STANDING.in(COUNTING),
                ITEM.DUE_AT.ge(from),
                ITEM.DUE_AT.lt(until),
                ITEM.PLATFORM_ID.eq(of.platform()),
                ITEM.SIDE.eq(Share.BOTH))
            .asTable("due");
    return tx.sql()
        .select(
            count().filterWhere(field(name("in_time"), Boolean.class).isTrue()),
            count(),
            percentileCont(new BigDecimal("0.5"))
                .withinGroupOrderBy(field(name("hours"), BigDecimal.class))
                .filterWhere(field(name("urgent"), Boolean.class).isTrue())
                .convertFrom(hours -> Optional.ofNullable(hours).map(MeasureStore::rounded)))
        .from(items)
        .fetchSingle(mapping(Counted::new));
  }

  private static BigDecimal rounded(BigDecimal hours) {
    return hours.setScale(2, RoundingMode.HALF_UP);
  }

  /** Keeps it as of a day; nothing where that day was measured already. */
  boolean keep(Tx tx, LocalDate day, Measured of, Counted counted) {
    return tx.sql()
            .insertInto(COMMITMENT_MEASURE)
            .set(COMMITMENT_MEASURE.COMMITMENT_ID, of.commitment())
            .set(COMMITMENT_MEASURE.COMPANY_ID, of.company())
            .set(COMMITMENT_MEASURE.SIDE, Share.BOTH)
            .set(COMMITMENT_MEASURE.VERSION, of.version())
            .set(COMMITMENT_MEASURE.ON_DAY, day)
            .set(COMMITMENT_MEASURE.VALUE, counted.percent())
            .set(COMMITMENT_MEASURE.NUMERATOR, counted.answered())
            .set(COMMITMENT_MEASURE.DENOMINATOR, counted.due())
            .set(COMMITMENT_MEASURE.MEDIAN_HOURS, counted.medianHours().orElse(null))
            .set(COMMITMENT_MEASURE.MOST_HOURS, of.mostHours().orElse(null))
            .set(COMMITMENT_MEASURE.MEASURED_AT, tx.now())
            .onConflict(COMMITMENT_MEASURE.COMMITMENT_ID, COMMITMENT_MEASURE.ON_DAY)
            .doNothing()
            .execute()
        == 1;
  }
}
