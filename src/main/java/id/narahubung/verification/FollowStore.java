package id.narahubung.verification;

import static id.narahubung.db.Tables.ACCESS_DECISION;
import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.COMMITMENT_REFUSAL;
import static id.narahubung.db.Tables.COMMITMENT_SIGNATURE;
import static id.narahubung.db.Tables.COMMITMENT_VERSION;
import static id.narahubung.db.Tables.DECISION_LINK;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.LETTER;
import static id.narahubung.db.Tables.LETTER_OBJECTION_DECISION;
import static id.narahubung.db.Tables.LETTER_WITHDRAWAL;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.VERIFICATION_FOLLOW_ASIDE;
import static id.narahubung.db.Tables.VERIFICATION_RESULT;
import static id.narahubung.db.Tables.VERIFICATION_STEP;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.commitments.CommitmentStage;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import id.narahubung.letters.LetterOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Records;

/** Whether what a result asks for was done since. */
final class FollowStore {
  /**
   * So long after it was concluded it is listed and counted what is to follow; on the page of its
   * check it stands for ever.
   */
  private static final Duration LISTED_FOR = Duration.ofDays(365);

  private static final id.narahubung.db.tables.Event WRITTEN = EVENT.as("written");
  private static final id.narahubung.db.tables.Event SIGNED = EVENT.as("signed");

  private static final Field<String> PROMISE =
      field(
          select(COMMITMENT.NUMBER)
              .from(COMMITMENT)
              .where(
                  COMMITMENT.ID.eq(VERIFICATION_RESULT.COMMITMENT_ID),
                  COMMITMENT.STAGE.ne(CommitmentStage.CANCELLED)));

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

  /**
   * A result of which something is still to follow.
   *
   * @param commitment the number of the one that was looked at, unless it was cancelled
   */
  record Following(VerificationResult result, Optional<String> commitment) {}

  /**
   * The ministry wrote or signed another text of the promise since, which is in force or waits for
   * the company; or the promise was cancelled. What the company alone writes, and what either side
   * refused, moves no day.
   */
  private static Condition isRevised() {
    return exists(
            selectOne()
                .from(COMMITMENT_VERSION)
                .join(COMMITMENT)
                .on(COMMITMENT.ID.eq(COMMITMENT_VERSION.COMMITMENT_ID))
                .join(WRITTEN)
                .on(WRITTEN.ID.eq(COMMITMENT_VERSION.EVENT_ID))
                .where(
                    COMMITMENT.ID.eq(VERIFICATION_RESULT.COMMITMENT_ID),
                    COMMITMENT_VERSION
                        .NUMBER
                        .eq(COMMITMENT.IN_FORCE)
                        .or(COMMITMENT_VERSION.NUMBER.eq(COMMITMENT.LATEST)),
                    COMMITMENT_VERSION
                        .OF_SIDE
                        .eq(inline(Side.MINISTRY, COMMITMENT_VERSION.OF_SIDE))
                        .and(WRITTEN.AT.gt(VERIFICATION_RESULT.CONCLUDED_AT))
                        .or(isSigned()),
                    notExists(
                        selectOne()
                            .from(COMMITMENT_REFUSAL)
                            .where(
                                COMMITMENT_REFUSAL.COMMITMENT_ID.eq(COMMITMENT.ID),
                                COMMITMENT_REFUSAL.VERSION.eq(COMMITMENT_VERSION.NUMBER)))))
        .or(
            exists(
                selectOne()
                    .from(COMMITMENT)
                    .where(
                        COMMITMENT.ID.eq(VERIFICATION_RESULT.COMMITMENT_ID),
                        COMMITMENT.STAGE.eq(CommitmentStage.CANCELLED))));
  }

  /** The ministry signed the version since. */
  private static Condition isSigned() {
    return exists(
        selectOne()
            .from(COMMITMENT_SIGNATURE)
            .join(SIGNED)
            .on(SIGNED.ID.eq(COMMITMENT_SIGNATURE.EVENT_ID))
            .where(
                COMMITMENT_SIGNATURE.COMMITMENT_ID.eq(COMMITMENT_VERSION.COMMITMENT_ID),
                COMMITMENT_SIGNATURE.VERSION.eq(COMMITMENT_VERSION.NUMBER),
                COMMITMENT_SIGNATURE.OF_SIDE.eq(
                    inline(Side.MINISTRY, COMMITMENT_SIGNATURE.OF_SIDE)),
                SIGNED.AT.gt(VERIFICATION_RESULT.CONCLUDED_AT)));
  }

  /**
   * The platform was warned since, by a letter that stands: of the order that was looked at, where
   * one was.
   */
  private static Condition isWarned() {
    return exists(
        selectOne()
            .from(LETTER)
            .join(REQUEST)
            .on(REQUEST.ID.eq(LETTER.REQUEST_ID))
            .where(
                LETTER.COMPANY_ID.eq(VERIFICATION_RESULT.COMPANY_ID),
                LETTER.SENT_AT.gt(VERIFICATION_RESULT.CONCLUDED_AT),
                REQUEST.PLATFORM_ID.eq(VERIFICATION_RESULT.PLATFORM_ID),
                VERIFICATION_RESULT
                    .REQUEST_ID
                    .isNull()
                    .or(REQUEST.ID.eq(VERIFICATION_RESULT.REQUEST_ID)),
                notExists(
                    selectOne()
                        .from(LETTER_WITHDRAWAL)
                        .where(LETTER_WITHDRAWAL.LETTER_ID.eq(LETTER.ID))),
                notExists(
                    selectOne()
                        .from(LETTER_OBJECTION_DECISION)
                        .where(
                            LETTER_OBJECTION_DECISION.LETTER_ID.eq(LETTER.ID),
                            LETTER_OBJECTION_DECISION.OUTCOME.eq(
                                inline(
                                    LetterOutcome.ACCEPTED, LETTER_OBJECTION_DECISION.OUTCOME))))));
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

  /** So that what is asked of every result does not grow with the years. */
  private static Condition isListed(Tx tx) {
    return VERIFICATION_RESULT.CONCLUDED_AT.gt(tx.now().minus(LISTED_FOR)).and(OPEN);
  }

  /** Those of the last year, the latest first, behind one of them. */
  List<Following> open(Tx tx, boolean mine, Optional<Long> before, int most) {
    return VerificationStore.results(tx, PROMISE)
        .where(
            isListed(tx),
            mine ? isMine(tx) : noCondition(),
            before.map(VERIFICATION_RESULT.ID::lt).orElse(noCondition()))
        .orderBy(VERIFICATION_RESULT.ID.desc())
        .limit(most)
        .fetch(
            r -> new Following(VerificationStore.toResult(r), Optional.ofNullable(r.get(PROMISE))));
  }

  int count(Tx tx, boolean mine) {
    return tx.sql()
        .selectCount()
        .from(VERIFICATION_RESULT)
        .join(EVENT)
        .on(EVENT.ID.eq(VERIFICATION_RESULT.EVENT_ID))
        .where(isListed(tx), mine ? isMine(tx) : noCondition())
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
