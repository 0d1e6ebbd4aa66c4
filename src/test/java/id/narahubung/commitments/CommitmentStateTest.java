package id.narahubung.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of a commitment, day by day: due on the 20th of March with five days of grace. */
final class CommitmentStateTest {

  private static final LocalDate DUE = LocalDate.parse("2026-03-20");
  private static final LocalDate LATE_AFTER = DUE.plusDays(5);

  @Test
  void a_proposal_and_what_was_cancelled_are_never_late() {
    for (CommitmentStage stage : Set.of(CommitmentStage.PROPOSED, CommitmentStage.CANCELLED)) {
      Standing standing = standing(stage, false, null, null, null, 0, null);
      assertThat(at(standing, "2026-12-31").marks()).as("%s", stage).isEmpty();
      assertThat(at(standing, "2026-12-31").word().code())
          .isEqualTo(stage.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void what_is_agreed_comes_due_and_is_late_behind_its_grace() {
    Standing standing = agreed(false, null, null, null);
    assertThat(at(standing, "2026-03-05")).isEqualTo(says(Word.AGREED));
    assertThat(at(standing, "2026-03-06"))
        .isEqualTo(says(Word.AGREED, Mark.DUE_SOON, Mark.EVIDENCE_MISSING));
    assertThat(at(standing, "2026-03-25").marks()).contains(Mark.DUE_SOON);
    assertThat(at(standing, "2026-03-26"))
        .isEqualTo(says(Word.AGREED, Mark.LATE, Mark.EVIDENCE_MISSING));
    assertThat(at(agreed(true, null, null, null), "2026-03-05")).isEqualTo(says(Word.RUNNING));
  }

  @Test
  void nobody_proves_what_the_portal_measures() {
    Standing of = agreed(false, null, null, null);
    Standing measured =
        new Standing(
            of.stage(),
            of.latest(),
            of.inForce(),
            of.dueOn(),
            of.lateAfter(),
            of.condition(),
            true,
            of.reported(),
            of.claimedOn(),
            of.result(),
            of.verifiedValue(),
            of.verifiedOn(),
            of.validUntil(),
            of.evidence());
    assertThat(at(measured, "2026-03-06")).isEqualTo(says(Word.AGREED, Mark.DUE_SOON));
    assertThat(at(measured, "2026-03-26")).isEqualTo(says(Word.AGREED, Mark.LATE));
  }

  @Test
  void who_claims_in_time_is_not_late_while_nobody_has_looked() {
    Standing inTime = agreed(true, LATE_AFTER, null, null);
    assertThat(at(inTime, "2026-04-30")).isEqualTo(says(Word.CLAIMED, Mark.EVIDENCE_MISSING));
    Standing tooLate = agreed(true, LATE_AFTER.plusDays(1), null, null);
    assertThat(at(tooLate, "2026-04-30"))
        .isEqualTo(says(Word.CLAIMED, Mark.LATE, Mark.EVIDENCE_MISSING));
  }

  @Test
  void a_pass_holds_until_it_lapses_and_then_is_due_again() {
    Standing passed = agreed(true, null, FindingResult.PASS, LocalDate.parse("2026-04-10"));
    assertThat(at(passed, "2026-04-10")).isEqualTo(says(Word.VERIFIED));
    assertThat(at(passed, "2026-04-11")).isEqualTo(says(Word.EXPIRED));
    assertThat(at(agreed(true, null, FindingResult.PASS, null), "2030-01-01"))
        .isEqualTo(says(Word.VERIFIED));
    Standing again = agreed(true, LocalDate.parse("2026-04-12"), FindingResult.PASS, null);
    assertThat(at(again, "2026-04-12"))
        .as("what was kept in time is not late")
        .isEqualTo(says(Word.CLAIMED, Mark.EVIDENCE_MISSING));
  }

  @Test
  void what_was_found_short_is_still_to_be_done() {
    for (FindingResult result : Set.of(FindingResult.PARTLY, FindingResult.FAIL)) {
      Standing standing = agreed(true, null, result, null);
      assertThat(at(standing, "2026-03-26").is(Mark.LATE)).as("%s", result).isTrue();
    }
    assertThat(at(agreed(true, null, FindingResult.PARTLY, null), "2026-03-01"))
        .isEqualTo(says(Word.PARTLY));
    assertThat(at(agreed(true, null, FindingResult.FAIL, null), "2026-03-01"))
        .isEqualTo(says(Word.FAILED));
    assertThat(at(agreed(true, null, FindingResult.UNCHECKED, null), "2026-03-01"))
        .isEqualTo(says(Word.RUNNING));
  }

  @Test
  void evidence_is_missing_or_lapses() {
    LocalDate until = LocalDate.parse("2026-03-08");
    Standing proven = standing(CommitmentStage.AGREED, true, null, null, null, 2, until);
    assertThat(at(proven, "2026-03-08")).isEqualTo(says(Word.RUNNING, Mark.DUE_SOON));
    assertThat(at(proven, "2026-03-09"))
        .isEqualTo(says(Word.RUNNING, Mark.DUE_SOON, Mark.EVIDENCE_EXPIRED));
  }

  private static CommitmentState says(Word word, Mark... marks) {
    return new CommitmentState(word, Set.of(marks));
  }

  private static CommitmentState at(Standing standing, String today) {
    return CommitmentState.of(standing, LocalDate.parse(today), 14);
  }

  private static Standing agreed(
      boolean reported,
      @Nullable LocalDate claimedOn,
      @Nullable FindingResult result,
      @Nullable LocalDate validUntil) {
    return standing(CommitmentStage.AGREED, reported, claimedOn, result, validUntil, 0, null);
  }

  private static Standing standing(
      CommitmentStage stage,
      boolean reported,
      @Nullable LocalDate claimedOn,
      @Nullable FindingResult result,
      @Nullable LocalDate validUntil,
      int files,
      @Nullable LocalDate evidenceUntil) {
    return new Standing(
        stage,
        1,
        Optional.of(1),
        DUE,
        LATE_AFTER,
        false,
        false,
        reported
            ? Optional.of(new Standing.Reported(Optional.empty(), LocalDate.parse("2026-03-01")))
            : Optional.empty(),
        Optional.ofNullable(claimedOn),
        Optional.ofNullable(result),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(validUntil),
        new Standing.Proof(files, Optional.empty(), Optional.ofNullable(evidenceUntil)));
  }
}
