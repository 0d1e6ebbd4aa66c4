package id.narahubung.commitments;

import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.COMMITMENT_KIND;
import static id.narahubung.db.Tables.RULE_SET;
import static org.jooq.impl.DSL.field;

import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import java.time.LocalDate;
import org.jooq.Condition;

/** Which commitments a word or a mark stands for, where their rules and their kinds are joined. */
final class WordStore {

  private WordStore() {}

  /** As CommitmentState says it of one. */
  static Condition says(Word word, LocalDate today) {
    Condition agreed = COMMITMENT.STAGE.eq(CommitmentStage.AGREED);
    Condition judged = agreed.and(COMMITMENT.CLAIMED.isFalse());
    Condition unjudged =
        judged.and(
            COMMITMENT.LAST_RESULT.isNull().or(COMMITMENT.LAST_RESULT.eq(FindingResult.UNCHECKED)));
    Condition passed = judged.and(COMMITMENT.LAST_RESULT.eq(FindingResult.PASS));
    return switch (word) {
      case PROPOSED -> COMMITMENT.STAGE.eq(CommitmentStage.PROPOSED);
      case CANCELLED -> COMMITMENT.STAGE.eq(CommitmentStage.CANCELLED);
      case AGREED -> unjudged.and(COMMITMENT.REPORTED_ON.isNull());
      case RUNNING -> unjudged.and(COMMITMENT.REPORTED_ON.isNotNull());
      case CLAIMED -> agreed.and(COMMITMENT.CLAIMED.isTrue());
      case VERIFIED ->
          passed.and(COMMITMENT.VERIFIED_UNTIL.isNull().or(COMMITMENT.VERIFIED_UNTIL.ge(today)));
      case EXPIRED -> passed.and(COMMITMENT.VERIFIED_UNTIL.lt(today));
      case PARTLY -> judged.and(COMMITMENT.LAST_RESULT.eq(FindingResult.PARTLY));
      case FAILED -> judged.and(COMMITMENT.LAST_RESULT.eq(FindingResult.FAIL));
    };
  }

  static Condition bears(Mark mark, LocalDate today) {
    Condition outstanding =
        says(Word.AGREED, today)
            .or(says(Word.RUNNING, today))
            .or(says(Word.PARTLY, today))
            .or(says(Word.FAILED, today));
    Condition late =
        COMMITMENT
            .LATE_AFTER
            .lt(today)
            .and(
                outstanding.or(
                    says(Word.CLAIMED, today)
                        .and(COMMITMENT.LAST_RESULT.isDistinctFrom(FindingResult.PASS))
                        .and(COMMITMENT.CLAIMED_ON.gt(COMMITMENT.LATE_AFTER))));
    Condition soon =
        outstanding
            .and(COMMITMENT.LATE_AFTER.ge(today))
            .and(
                field(
                        "{0} - {1}",
                        LocalDate.class, COMMITMENT.DUE_ON, RULE_SET.COMMITMENT_SOON_DAYS)
                    .le(today));
    return switch (mark) {
      case LATE -> late;
      case DUE_SOON -> soon;
      case EVIDENCE_MISSING ->
          COMMITMENT_KIND
              .SELF_MEASURED
              .isFalse()
              .and(COMMITMENT.EVIDENCE_FILES.eq(0))
              .and(says(Word.CLAIMED, today).or(late).or(soon));
      case EVIDENCE_EXPIRED ->
          COMMITMENT.STAGE.eq(CommitmentStage.AGREED).and(COMMITMENT.EVIDENCE_UNTIL.lt(today));
      case FOUND_SHORT ->
          says(Word.CLAIMED, today)
              .and(COMMITMENT.LAST_RESULT.in(FindingResult.PARTLY, FindingResult.FAIL));
    };
  }
}
