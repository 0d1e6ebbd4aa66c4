package id.narahubung.decisions;

import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.TEST_CALL;
import static id.narahubung.db.Tables.URGENCY;
import static id.narahubung.db.Tables.VERIFICATION_RESULT;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.TestCall;
import id.narahubung.db.tables.VerificationResult;
import id.narahubung.requests.Stage;
import id.narahubung.requests.Standing;
import id.narahubung.text.Words;
import id.narahubung.verification.VerificationOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Reads what may lead to a decision, of every platform or of one, for whom the ministry acts. */
final class CauseStore {

  /** An urgent order is due within hours: what was sent longer ago fell due longer ago. */
  private static final Duration SENT = Cause.WINDOW.plusDays(15);

  /** Urgent orders with an item that had no answer when its time ended; each once. */
  List<Cause.Fact> missed(Tx tx, Optional<Long> platform) {
    return tx.sql()
        .select(REQUEST.PLATFORM_ID, PLATFORM.NAME, REQUEST.NUMBER, min(ITEM.DUE_AT))
        .from(REQUEST)
        .join(URGENCY)
        .on(
            URGENCY.RULE_SET_ID.eq(REQUEST.RULE_SET_ID),
            URGENCY.CODE.eq(REQUEST.URGENCY_CODE),
            URGENCY.MARK.isTrue())
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(REQUEST.PLATFORM_ID))
        .join(ITEM)
        .on(ITEM.REQUEST_ID.eq(REQUEST.ID))
        .where(
            REQUEST.STAGE.eq(Stage.SENT),
            REQUEST.SENT_AT.gt(tx.now().minus(SENT)),
            platform.map(REQUEST.PLATFORM_ID::eq).orElse(noCondition()),
            ITEM.DUE_AT.gt(tx.now().minus(Cause.WINDOW)),
            ITEM.DUE_AT.lt(tx.now()),
            ITEM.STANDING.notIn(Standing.ASKED, Standing.WITHDRAWN),
            not(WeekStore.IN_TIME))
        .groupBy(REQUEST.PLATFORM_ID, PLATFORM.NAME, REQUEST.NUMBER)
        .fetch(
            r -> new Cause.Fact(Cause.Kind.ORDERS, r.value1(), r.value2(), r.value3(), r.value4()));
  }

  /** The ministry's calls that nobody answered, since the last that somebody did. */
  List<Cause.Fact> unanswered(Tx tx, Optional<Long> platform) {
    TestCall later = TEST_CALL.as("later");
    return tx.sql()
        .select(PLATFORM.ID, PLATFORM.NAME, TEST_CALL.RUNG_AT)
        .from(TEST_CALL)
        .join(PLATFORM)
        .on(PLATFORM.COMPANY_ID.eq(TEST_CALL.CALLED_ORGANISATION_ID))
        .where(
            TEST_CALL.SIDE.eq(Share.BOTH),
            TEST_CALL.CONFIRMED_AT.isNull(),
            TEST_CALL.RUNG_AT.gt(tx.now().minus(Cause.WINDOW)),
            platform.map(PLATFORM.ID::eq).orElse(noCondition()),
            notExists(
                selectOne()
                    .from(later)
                    .where(
                        later.CALLED_ORGANISATION_ID.eq(TEST_CALL.CALLED_ORGANISATION_ID),
                        later.SIDE.eq(Share.BOTH),
                        later.CONFIRMED_AT.isNotNull(),
                        later.RUNG_AT.gt(TEST_CALL.RUNG_AT))))
        .fetch(r -> new Cause.Fact(Cause.Kind.CONTACT, r.value1(), r.value2(), "", r.value3()));
  }

  /**
   * Samples that failed where none was concluded since; what could not be checked shows nothing.
   */
  List<Cause.Fact> failedSamples(Tx tx, Optional<Long> platform) {
    VerificationResult later = VERIFICATION_RESULT.as("later");
    LocalDate from = LocalDate.ofInstant(tx.now().minus(Cause.WINDOW), Words.WIB);
    return tx.sql()
        .select(
            VERIFICATION_RESULT.PLATFORM_ID,
            PLATFORM.NAME,
            VERIFICATION_RESULT.STEP_NUMBER,
            VERIFICATION_RESULT.CARRIED_OUT_ON)
        .from(VERIFICATION_RESULT)
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(VERIFICATION_RESULT.PLATFORM_ID))
        .where(
            VERIFICATION_RESULT.SAMPLE_SIZE.isNotNull(),
            VERIFICATION_RESULT.RESULT.eq(VerificationOutcome.FAIL),
            VERIFICATION_RESULT.CARRIED_OUT_ON.ge(from),
            platform.map(VERIFICATION_RESULT.PLATFORM_ID::eq).orElse(noCondition()),
            notExists(selectOne().from(later).where(isSampleAfter(later))))
        .fetch(
            r ->
                new Cause.Fact(
                    Cause.Kind.SAMPLE, r.value1(), r.value2(), r.value3(), endOf(r.value4())));
  }

  private static Condition isSampleAfter(VerificationResult later) {
    return later
        .PLATFORM_ID
        .eq(VERIFICATION_RESULT.PLATFORM_ID)
        .and(later.SAMPLE_SIZE.isNotNull())
        .and(later.RESULT.ne(VerificationOutcome.UNCHECKED))
        .and(later.ID.gt(VERIFICATION_RESULT.ID));
  }

  /** Of what only bears a day it is not known whether a decision of that day knew of it. */
  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(Words.WIB).toInstant().minusSeconds(1);
  }
}
