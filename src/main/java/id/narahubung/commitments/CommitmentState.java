package id.narahubung.commitments;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is said of a commitment on a day: one word, and what else asks for attention. Derived, never
 * stored; the register narrows by the same rule in SQL (CommitmentFilter).
 */
public record CommitmentState(Word word, Set<Mark> marks) {

  /** Where it stands. */
  public enum Word {
    PROPOSED,
    /** Signed, and nothing reported yet. */
    AGREED,
    RUNNING,
    /** The company says it is met; somebody else is to look. */
    CLAIMED,
    VERIFIED,
    PARTLY,
    FAILED,
    /** It was verified, and the pass has lapsed: due again. */
    EXPIRED,
    CANCELLED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What asks for attention besides. */
  public enum Mark {
    /**
     * The due day and the grace have passed and it was neither verified nor, in time, claimed. A
     * claim made anew once a pass has lapsed is not late.
     */
    LATE,
    DUE_SOON,
    /** It is claimed, due soon or late, and no file proves it. */
    EVIDENCE_MISSING,
    /** What proves it holds no longer. */
    EVIDENCE_EXPIRED,
    /** It is claimed, and the last check found it short: the claim does not hide that. */
    FOUND_SHORT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mark> find(String code) {
      for (Mark each : values()) {
        if (each.code().equals(code)) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }

  public CommitmentState {
    marks = Set.copyOf(marks);
  }

  public boolean is(Mark mark) {
    return marks.contains(mark);
  }

  /**
   * As of a day in WIB.
   *
   * @param soonDays from how many days before the due day it counts as due soon
   */
  public static CommitmentState of(Standing standing, LocalDate today, int soonDays) {
    Word word = word(standing, today);
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (isLate(standing, word, today)) {
      marks.add(Mark.LATE);
    } else if (isOutstanding(word) && !today.isBefore(standing.dueOn().minusDays(soonDays))) {
      marks.add(Mark.DUE_SOON);
    }
    if (!standing.selfMeasured()
        && standing.evidence().files() == 0
        && (word == Word.CLAIMED || !marks.isEmpty())) {
      marks.add(Mark.EVIDENCE_MISSING);
    }
    if (standing.stage() == CommitmentStage.AGREED
        && standing.evidence().until().filter(today::isAfter).isPresent()) {
      marks.add(Mark.EVIDENCE_EXPIRED);
    }
    if (word == Word.CLAIMED && standing.result().filter(FindingResult::isShort).isPresent()) {
      marks.add(Mark.FOUND_SHORT);
    }
    return new CommitmentState(word, marks);
  }

  private static Word word(Standing standing, LocalDate today) {
    return switch (standing.stage()) {
      case PROPOSED -> Word.PROPOSED;
      case CANCELLED -> Word.CANCELLED;
      case AGREED ->
          standing.claimedOn().isPresent()
              ? Word.CLAIMED
              : standing
                  .result()
                  .flatMap(result -> found(result, standing, today))
                  .orElse(standing.reported().isPresent() ? Word.RUNNING : Word.AGREED);
    };
  }

  private static Optional<Word> found(FindingResult result, Standing standing, LocalDate today) {
    return switch (result) {
      case PASS ->
          Optional.of(
              standing.validUntil().filter(today::isAfter).isPresent()
                  ? Word.EXPIRED
                  : Word.VERIFIED);
      case PARTLY -> Optional.of(Word.PARTLY);
      case FAIL -> Optional.of(Word.FAILED);
      case UNCHECKED -> Optional.empty();
    };
  }

  /** Whether it is still to be done. */
  private static boolean isOutstanding(Word word) {
    return switch (word) {
      case AGREED, RUNNING, PARTLY, FAILED -> true;
      case PROPOSED, CLAIMED, VERIFIED, EXPIRED, CANCELLED -> false;
    };
  }

  private static boolean isLate(Standing standing, Word word, LocalDate today) {
    return today.isAfter(standing.lateAfter())
        && (isOutstanding(word)
            || (word == Word.CLAIMED
                && standing.result().filter(FindingResult.PASS::equals).isEmpty()
                && standing.claimedOn().filter(standing.lateAfter()::isBefore).isPresent()));
  }
}
