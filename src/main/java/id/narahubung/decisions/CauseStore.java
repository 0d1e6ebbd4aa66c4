package id.narahubung.decisions;

import static id.narahubung.db.Tables.ACCESS_DECISION;
import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.COMMITMENT_FINDING;
import static id.narahubung.db.Tables.DECISION_CAUSE_ASIDE;
import static id.narahubung.db.Tables.DECISION_LINK;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.EVENT_ITEM;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.TEST_CALL;
import static id.narahubung.db.Tables.URGENCY;
import static id.narahubung.db.Tables.VERIFICATION_RESULT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.Share;
import id.narahubung.commitments.FindingResult;
import id.narahubung.data.Fence;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.Item;
import id.narahubung.db.tables.TestCall;
import id.narahubung.db.tables.VerificationResult;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.Platform;
import id.narahubung.requests.Stage;
import id.narahubung.requests.Standing;
import id.narahubung.text.Words;
import id.narahubung.verification.VerificationOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Table;

/**
 * Reads what may lead to a decision, of every platform or of one, for whom the ministry acts, and
 * keeps what was put aside.
 */
final class CauseStore {

  /**
   * Urgent orders with an item that had no answer when its time ended; each once, since its first
   * and known since its last.
   *
   * <p>A queue asks this. So it starts from the items that are open after their time and from those
   * that ceased to be open after it (V0510), not from every urgent order of a month; of an item
   * that was settled before its time nothing was missed.
   */
  List<Cause.Fact> missed(Tx tx, Optional<Long> platform) {
    Instant from = tx.now().minus(Cause.WINDOW);
    Item late = ITEM.as("late");
    Table<Record1<Long>> candidate =
        select(late.ID)
            .from(late)
            .where(
                late.STANDING.eq(inline(Standing.OPEN, late.STANDING)),
                late.DUE_AT.gt(from),
                late.DUE_AT.lt(tx.now()),
                // Of any rule set: the index has it, so that few others are looked up below.
                late.URGENCY_CODE.in(
                    select(URGENCY.CODE).from(URGENCY).where(URGENCY.MARK.isTrue())))
            .union(
                select(EVENT_ITEM.ITEM_ID)
                    .from(EVENT_ITEM)
                    .where(
                        EVENT_ITEM.STANDING_BEFORE.eq(
                            inline(Standing.OPEN, EVENT_ITEM.STANDING_BEFORE)),
                        EVENT_ITEM.STANDING_AFTER.ne(
                            inline(Standing.OPEN, EVENT_ITEM.STANDING_AFTER)),
                        EVENT_ITEM.DUE_BEFORE.lt(EVENT_ITEM.AT),
                        EVENT_ITEM.AT.gt(from)))
            .asTable("candidate");
    return tx.sql()
        .select(
            REQUEST.PLATFORM_ID, PLATFORM.NAME, REQUEST.NUMBER, min(ITEM.DUE_AT), max(ITEM.DUE_AT))
        .from(candidate)
        .crossJoin(
            Fence.beside(
                ITEM.getName(),
                select(ITEM.ID, ITEM.REQUEST_ID, ITEM.DUE_AT, ITEM.STANDING)
                    .from(ITEM)
                    .where(ITEM.ID.eq(candidate.field(late.ID)))))
        .join(REQUEST)
        .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
        .join(URGENCY)
        .on(
            URGENCY.RULE_SET_ID.eq(REQUEST.RULE_SET_ID),
            URGENCY.CODE.eq(REQUEST.URGENCY_CODE),
            URGENCY.MARK.isTrue())
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(REQUEST.PLATFORM_ID))
        .where(
            REQUEST.STAGE.eq(Stage.SENT),
            platform.map(REQUEST.PLATFORM_ID::eq).orElse(noCondition()),
            ITEM.DUE_AT.gt(from),
            ITEM.DUE_AT.lt(tx.now()),
            ITEM.STANDING.notIn(Standing.ASKED, Standing.WITHDRAWN),
            not(WeekStore.IN_TIME))
        .groupBy(REQUEST.PLATFORM_ID, PLATFORM.NAME, REQUEST.NUMBER)
        .fetch(
            r ->
                new Cause.Fact(
                    Cause.Kind.ORDERS, r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
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
        .fetch(
            r ->
                new Cause.Fact(
                    Cause.Kind.CONTACT, r.value1(), r.value2(), "", r.value3(), r.value3()));
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
            VERIFICATION_RESULT.CARRIED_OUT_ON,
            VERIFICATION_RESULT.CONCLUDED_AT)
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
                    Cause.Kind.SAMPLE,
                    r.value1(),
                    r.value2(),
                    r.value3(),
                    endOf(r.value4()),
                    r.value5()));
  }

  private static Condition isSampleAfter(VerificationResult later) {
    return later
        .PLATFORM_ID
        .eq(VERIFICATION_RESULT.PLATFORM_ID)
        .and(later.SAMPLE_SIZE.isNotNull())
        .and(later.RESULT.ne(VerificationOutcome.UNCHECKED))
        .and(later.ID.gt(VERIFICATION_RESULT.ID));
  }

  /** Since when it is known of commitments that a check did not find them kept. */
  Map<String, Instant> foundBroken(Tx tx, List<String> numbers) {
    return tx.sql()
        .select(COMMITMENT.NUMBER, max(EVENT.AT))
        .from(COMMITMENT_FINDING)
        .join(COMMITMENT)
        .on(COMMITMENT.ID.eq(COMMITMENT_FINDING.COMMITMENT_ID))
        .join(EVENT)
        .on(EVENT.ID.eq(COMMITMENT_FINDING.EVENT_ID))
        .where(COMMITMENT.NUMBER.in(numbers), COMMITMENT_FINDING.RESULT.eq(FindingResult.FAIL))
        .groupBy(COMMITMENT.NUMBER)
        .fetchMap(COMMITMENT.NUMBER, max(EVENT.AT));
  }

  /** By platform: until when what was known is in a draft that is open, and what such ones link. */
  Map<Long, Cause.InHand> prepared(Tx tx, Optional<Long> platform) {
    return tx
        .sql()
        .select(
            ACCESS_DECISION.PLATFORM_ID,
            ACCESS_DECISION.PREPARED_AT,
            multiset(
                    select(DECISION_LINK.NUMBER)
                        .from(DECISION_LINK)
                        .where(DECISION_LINK.DECISION_ID.eq(ACCESS_DECISION.ID)))
                .convertFrom(r -> Set.copyOf(r.map(Record1::value1))))
        .from(ACCESS_DECISION)
        .where(
            ACCESS_DECISION.STAGE.in(DecisionStage.PREPARED, DecisionStage.ASKED_BACK),
            platform.map(ACCESS_DECISION.PLATFORM_ID::eq).orElse(noCondition()))
        .orderBy(ACCESS_DECISION.ID)
        .fetch()
        .stream()
        .collect(
            Collectors.toMap(
                r -> r.value1(), r -> new Cause.InHand(r.value2(), r.value3()), Causes::both));
  }

  /** The last word on each kind of cause, of every platform or of one. */
  List<Cause.Aside> aside(Tx tx, Optional<Long> platform) {
    return tx.sql()
        .select(
            DECISION_CAUSE_ASIDE.PLATFORM_ID,
            DECISION_CAUSE_ASIDE.CAUSE.convertFrom(code -> Cause.Kind.find(code).orElseThrow()),
            DECISION_CAUSE_ASIDE.REASON,
            DECISION_CAUSE_ASIDE.PUT_AT,
            Ledger.BY)
        .distinctOn(DECISION_CAUSE_ASIDE.PLATFORM_ID, DECISION_CAUSE_ASIDE.CAUSE)
        .from(DECISION_CAUSE_ASIDE)
        .join(EVENT)
        .on(EVENT.ID.eq(DECISION_CAUSE_ASIDE.EVENT_ID))
        .where(platform.map(DECISION_CAUSE_ASIDE.PLATFORM_ID::eq).orElse(noCondition()))
        .orderBy(
            DECISION_CAUSE_ASIDE.PLATFORM_ID,
            DECISION_CAUSE_ASIDE.CAUSE,
            DECISION_CAUSE_ASIDE.ID.desc())
        .fetch(mapping(Cause.Aside::new));
  }

  void putAside(Tx tx, long event, Platform of, Cause.Kind kind, String reason) {
    tx.sql()
        .insertInto(DECISION_CAUSE_ASIDE)
        .set(DECISION_CAUSE_ASIDE.PLATFORM_ID, of.id())
        .set(DECISION_CAUSE_ASIDE.COMPANY_ID, of.companyId())
        .set(DECISION_CAUSE_ASIDE.SIDE, Share.MINISTRY)
        .set(DECISION_CAUSE_ASIDE.EVENT_ID, event)
        .set(DECISION_CAUSE_ASIDE.CAUSE, kind.code())
        .set(DECISION_CAUSE_ASIDE.REASON, reason)
        .set(DECISION_CAUSE_ASIDE.PUT_AT, tx.now())
        .execute();
  }

  /** What only bears a day is shown with its end. */
  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(Words.WIB).toInstant().minusSeconds(1);
  }
}
