package id.narahubung.verification;

import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.RULE_SET;
import static id.narahubung.db.Tables.VERIFICATION_RESULT;
import static id.narahubung.db.Tables.VERIFICATION_STEP;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import id.narahubung.commitments.CommitmentStage;
import id.narahubung.commitments.FindingResult;
import id.narahubung.data.Tx;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectOnConditionStep;

/** What was verified and comes back: passes that lapse, and evidence that did. */
final class DueStore {

  private static final id.narahubung.db.tables.VerificationStep NEXT = VERIFICATION_STEP.as("next");
  private static final Field<LocalDate> DUE_ON = field(name("due", "due_on"), LocalDate.class);

  private static final Condition OPEN =
      NEXT.STAGE.in(VerificationStage.PLANNED, VerificationStage.RECORDED);

  /** A pass, and the day on which it is due again. */
  record Due(VerificationResult result, LocalDate on) {}

  /**
   * Passes that are due again or will be soon, the first one first: which those are, and how soon
   * that is by the rules of each, PostgreSQL says.
   */
  List<Due> list(Tx tx, LocalDate today, int most) {
    return due(tx, today)
        .orderBy(DUE_ON, VERIFICATION_RESULT.ID)
        .limit(most)
        .fetch(r -> new Due(VerificationStore.toResult(r), r.get(DUE_ON)));
  }

  int count(Tx tx, LocalDate today) {
    return tx.sql().fetchCount(due(tx, today)) + tx.sql().fetchCount(lapsed(tx, today));
  }

  private static SelectOnConditionStep<Record> due(Tx tx, LocalDate today) {
    return VerificationStore.results(tx, DUE_ON)
        .join(table("verifications_due_again({0})", val(today)).as("due"))
        .on(field(name("due", "result_id"), Long.class).eq(VERIFICATION_RESULT.ID));
  }

  /** A promise whose evidence holds no longer. */
  record Lapsed(String number, String platform, LocalDate until) {}

  /**
   * Agreed promises that did not pass and whose evidence lapses soon, by the rules of each: of
   * which no check is planned, and none came to anything since it was told that it lapses. Those
   * come back with evidence that is newer; a pass, which ends with its evidence, is due by itself.
   */
  List<Lapsed> lapsed(Tx tx, LocalDate today, int most) {
    return lapsed(tx, today)
        .orderBy(COMMITMENT.EVIDENCE_UNTIL, COMMITMENT.ID)
        .limit(most)
        .fetch(
            r ->
                new Lapsed(
                    r.get(COMMITMENT.NUMBER),
                    r.get(PLATFORM.NAME),
                    r.get(COMMITMENT.EVIDENCE_UNTIL)));
  }

  private static SelectConditionStep<Record> lapsed(Tx tx, LocalDate today) {
    return tx.sql()
        .select(List.of(COMMITMENT.NUMBER, PLATFORM.NAME, COMMITMENT.EVIDENCE_UNTIL))
        .from(COMMITMENT)
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(COMMITMENT.PLATFORM_ID))
        .join(RULE_SET)
        .on(RULE_SET.ID.eq(COMMITMENT.RULE_SET_ID))
        .where(
            COMMITMENT.STAGE.eq(CommitmentStage.AGREED),
            COMMITMENT.LAST_RESULT.isDistinctFrom(FindingResult.PASS),
            COMMITMENT.EVIDENCE_UNTIL.le(val(today).plus(RULE_SET.COMMITMENT_SOON_DAYS)),
            notExists(selectOne().from(NEXT).where(NEXT.COMMITMENT_ID.eq(COMMITMENT.ID), OPEN)),
            notExists(
                selectOne()
                    .from(VERIFICATION_RESULT)
                    .where(
                        VERIFICATION_RESULT.COMMITMENT_ID.eq(COMMITMENT.ID),
                        VERIFICATION_RESULT.RESULT.ne(VerificationOutcome.UNCHECKED),
                        VERIFICATION_RESULT
                            .CARRIED_OUT_ON
                            .plus(RULE_SET.COMMITMENT_SOON_DAYS)
                            .ge(COMMITMENT.EVIDENCE_UNTIL))));
  }
}
