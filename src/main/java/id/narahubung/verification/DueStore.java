package id.narahubung.verification;

import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.VERIFICATION_RESULT;
import static id.narahubung.db.Tables.VERIFICATION_STEP;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import id.narahubung.commitments.CommitmentStage;
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

  /** Until when one looks ahead: so many days from today. */
  record Ahead(LocalDate today, int days) {

    LocalDate until() {
      return today.plusDays(days);
    }
  }

  /** A pass, and the day on which it is due again. */
  record Due(VerificationResult result, LocalDate on) {}

  /** Passes that are due again by then, the first one first; which those are PostgreSQL says. */
  List<Due> list(Tx tx, Ahead ahead, int most) {
    return due(tx, ahead.until())
        .orderBy(DUE_ON, VERIFICATION_RESULT.ID)
        .limit(most)
        .fetch(r -> new Due(VerificationStore.toResult(r), r.get(DUE_ON)));
  }

  int count(Tx tx, Ahead ahead) {
    return tx.sql().fetchCount(due(tx, ahead.until())) + tx.sql().fetchCount(lapsed(tx, ahead));
  }

  private static SelectOnConditionStep<Record> due(Tx tx, LocalDate by) {
    return VerificationStore.results(tx, DUE_ON)
        .join(table("verifications_due_again({0})", val(by)).as("due"))
        .on(field(name("due", "result_id"), Long.class).eq(VERIFICATION_RESULT.ID));
  }

  /** A promise whose evidence holds no longer. */
  record Lapsed(String number, String platform, LocalDate until) {}

  /**
   * Agreed promises whose evidence lapses by then, of which no check is planned, and none came to
   * anything since it was told that they lapse: what was checked with it in mind comes back as a
   * pass that does, or with evidence that is newer.
   */
  List<Lapsed> lapsed(Tx tx, Ahead ahead, int most) {
    return lapsed(tx, ahead)
        .orderBy(COMMITMENT.EVIDENCE_UNTIL, COMMITMENT.ID)
        .limit(most)
        .fetch(
            r ->
                new Lapsed(
                    r.get(COMMITMENT.NUMBER),
                    r.get(PLATFORM.NAME),
                    r.get(COMMITMENT.EVIDENCE_UNTIL)));
  }

  private static SelectConditionStep<Record> lapsed(Tx tx, Ahead ahead) {
    return tx.sql()
        .select(List.of(COMMITMENT.NUMBER, PLATFORM.NAME, COMMITMENT.EVIDENCE_UNTIL))
        .from(COMMITMENT)
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(COMMITMENT.PLATFORM_ID))
        .where(
            COMMITMENT.STAGE.eq(CommitmentStage.AGREED),
            COMMITMENT.EVIDENCE_UNTIL.le(ahead.until()),
            notExists(selectOne().from(NEXT).where(NEXT.COMMITMENT_ID.eq(COMMITMENT.ID), OPEN)),
            notExists(
                selectOne()
                    .from(VERIFICATION_RESULT)
                    .where(
                        VERIFICATION_RESULT.COMMITMENT_ID.eq(COMMITMENT.ID),
                        VERIFICATION_RESULT.RESULT.ne(VerificationOutcome.UNCHECKED),
                        VERIFICATION_RESULT
                            .CARRIED_OUT_ON
                            .plus(ahead.days())
                            .ge(COMMITMENT.EVIDENCE_UNTIL))));
  }
}
