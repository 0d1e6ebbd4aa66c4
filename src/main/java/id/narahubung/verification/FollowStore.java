package id.narahubung.verification;

import static id.narahubung.db.Tables.ACCESS_DECISION;
import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.COMMITMENT_VERSION;
import static id.narahubung.db.Tables.DECISION_LINK;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.LETTER;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.VERIFICATION_FOLLOW_ASIDE;
import static id.narahubung.db.Tables.VERIFICATION_RESULT;
import static id.narahubung.db.Tables.VERIFICATION_STEP;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.Share;
import id.narahubung.commitments.CommitmentStage;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Records;

/** Whether what a result asks for was done since. */
final class FollowStore {
  private static final id.narahubung.db.tables.Event WRITTEN = EVENT.as("written");

  private static final Condition AWAITED =
      VERIFICATION_RESULT
          .FOLLOW_UP
          .eq(inline(FollowUp.NEW_DUE, VERIFICATION_RESULT.FOLLOW_UP))
          .and(not(isRevised()))
          .or(
              VERIFICATION_RESULT
                  .FOLLOW_UP
                  .eq(inline(FollowUp.LETTER, VERIFICATION_RESULT.FOLLOW_UP))
                  .and(not(isWarned())))
          .or(
              VERIFICATION_RESULT
                  .FOLLOW_UP
                  .eq(inline(FollowUp.DECISION, VERIFICATION_RESULT.FOLLOW_UP))
                  .and(not(isPrepared())));

  private static final Condition OPEN =
      AWAITED.and(
          notExists(
              selectOne()
                  .from(VERIFICATION_FOLLOW_ASIDE)
                  .where(VERIFICATION_FOLLOW_ASIDE.RESULT_ID.eq(VERIFICATION_RESULT.ID))));

  /** A word that nothing follows after all. */
  record Aside(String reason, Instant at, By by) {}

  /** Another text of the promise was proposed since, or it was cancelled. */
  private static Condition isRevised() {
    return exists(
            selectOne()
                .from(COMMITMENT_VERSION)
                .join(WRITTEN)
                .on(WRITTEN.ID.eq(COMMITMENT_VERSION.EVENT_ID))
                .where(
                    COMMITMENT_VERSION.COMMITMENT_ID.eq(VERIFICATION_RESULT.COMMITMENT_ID),
                    WRITTEN.AT.gt(VERIFICATION_RESULT.CONCLUDED_AT)))
        .or(
            exists(
                selectOne()
                    .from(COMMITMENT)
                    .where(
                        COMMITMENT.ID.eq(VERIFICATION_RESULT.COMMITMENT_ID),
                        COMMITMENT.STAGE.eq(CommitmentStage.CANCELLED))));
  }

  /** The platform was warned since: of the order that was looked at, where one was. */
  private static Condition isWarned() {
    return exists(
        selectOne()
            .from(LETTER)
            .join(REQUEST)
            .on(REQUEST.ID.eq(LETTER.REQUEST_ID))
            .where(
                REQUEST.PLATFORM_ID.eq(VERIFICATION_RESULT.PLATFORM_ID),
                LETTER.SENT_AT.gt(VERIFICATION_RESULT.CONCLUDED_AT),
                VERIFICATION_RESULT
                    .REQUEST_ID
                    .isNull()
                    .or(REQUEST.ID.eq(VERIFICATION_RESULT.REQUEST_ID))));
  }

  /**
   * A decision rests on what was looked at and was prepared since, or is prepared still. What was
   * looked at of the platform alone cannot be linked: any decision about it is meant.
   */
  private static Condition isPrepared() {
    Condition since = ACCESS_DECISION.PREPARED_AT.gt(VERIFICATION_RESULT.CONCLUDED_AT);
    Field<String> stage = ACCESS_DECISION.STAGE.cast(String.class);
    Condition linked =
        exists(
            selectOne()
                .from(DECISION_LINK)
                .where(
                    DECISION_LINK.DECISION_ID.eq(ACCESS_DECISION.ID),
                    DECISION_LINK
                        .NUMBER
                        .eq(
                            select(COMMITMENT.NUMBER)
                                .from(COMMITMENT)
                                .where(COMMITMENT.ID.eq(VERIFICATION_RESULT.COMMITMENT_ID)))
                        .or(
                            DECISION_LINK.NUMBER.eq(
                                select(REQUEST.NUMBER)
                                    .from(REQUEST)
                                    .where(REQUEST.ID.eq(VERIFICATION_RESULT.REQUEST_ID))))));
    Condition ofThePlatform =
        VERIFICATION_RESULT
            .COMMITMENT_ID
            .isNull()
            .and(VERIFICATION_RESULT.REQUEST_ID.isNull())
            .and(since);
    return exists(
        selectOne()
            .from(ACCESS_DECISION)
            .where(
                ACCESS_DECISION.PLATFORM_ID.eq(VERIFICATION_RESULT.PLATFORM_ID),
                stage.ne("withdrawn"),
                ofThePlatform.or(linked.and(since.or(stage.ne("signed"))))));
  }

  /** Those that were concluded by the viewer, or whose step was the viewer's. */
  private static Condition isMine(Tx tx) {
    return EVENT
        .ACTOR_ID
        .eq(tx.person().personId())
        .or(
            exists(
                selectOne()
                    .from(VERIFICATION_STEP)
                    .where(
                        VERIFICATION_STEP.NUMBER.eq(VERIFICATION_RESULT.STEP_NUMBER),
                        VERIFICATION_STEP.OFFICER_ID.eq(tx.person().personId()))));
  }

  /** Results of which something is still to follow, the latest first, behind one of them. */
  List<VerificationResult> open(Tx tx, boolean mine, Optional<Long> before, int most) {
    return VerificationStore.results(tx)
        .where(
            OPEN,
            mine ? isMine(tx) : noCondition(),
            before.map(VERIFICATION_RESULT.ID::lt).orElse(noCondition()))
        .orderBy(VERIFICATION_RESULT.ID.desc())
        .limit(most)
        .fetch(VerificationStore::toResult);
  }

  int count(Tx tx, boolean mine) {
    return tx.sql()
        .selectCount()
        .from(VERIFICATION_RESULT)
        .join(EVENT)
        .on(EVENT.ID.eq(VERIFICATION_RESULT.EVENT_ID))
        .where(OPEN, mine ? isMine(tx) : noCondition())
        .fetchSingle()
        .value1();
  }

  boolean isOpen(Tx tx, VerificationResult result) {
    return tx.sql()
        .fetchExists(
            selectOne()
                .from(VERIFICATION_RESULT)
                .where(VERIFICATION_RESULT.ID.eq(result.id()), OPEN));
  }

  Optional<Aside> aside(Tx tx, VerificationResult result) {
    return tx.sql()
        .select(VERIFICATION_FOLLOW_ASIDE.REASON, VERIFICATION_FOLLOW_ASIDE.PUT_AT, Ledger.BY)
        .from(VERIFICATION_FOLLOW_ASIDE)
        .join(EVENT)
        .on(EVENT.ID.eq(VERIFICATION_FOLLOW_ASIDE.EVENT_ID))
        .where(VERIFICATION_FOLLOW_ASIDE.RESULT_ID.eq(result.id()))
        .fetchOptional(Records.mapping(Aside::new));
  }

  void putAside(Tx tx, long event, VerificationResult result, String reason) {
    tx.sql()
        .insertInto(VERIFICATION_FOLLOW_ASIDE)
        .set(VERIFICATION_FOLLOW_ASIDE.RESULT_ID, result.id())
        .set(VERIFICATION_FOLLOW_ASIDE.COMPANY_ID, result.of().companyId())
        .set(VERIFICATION_FOLLOW_ASIDE.SIDE, Share.MINISTRY)
        .set(VERIFICATION_FOLLOW_ASIDE.EVENT_ID, event)
        .set(VERIFICATION_FOLLOW_ASIDE.REASON, reason)
        .set(VERIFICATION_FOLLOW_ASIDE.PUT_AT, tx.now())
        .execute();
  }
}
