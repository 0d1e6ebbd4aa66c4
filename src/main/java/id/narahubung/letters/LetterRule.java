package id.narahubung.letters;

import id.narahubung.requests.Answer;
import id.narahubung.requests.Deadline;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.Standing;
import id.narahubung.rules.LetterStage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Which letter the clock proposes for an item. Pure: it proposes, a supervisor sends.
 *
 * <p>The time that counts is the item's due time, or the due time of the letter before where that
 * is later. It was missed when nothing final was said by then, or what was said was found not to be
 * done. An item answered late missed it, too: until that answer is checked or decided a letter is
 * still proposed, and whoever signs weighs it. No letter is proposed for what was answered in time
 * and waits for the ministry, for what is settled, withdrawn or asked about, while an objection to
 * a letter is open, nor in a round in which the item was left out of a letter, or one was withdrawn
 * and not to be made anew.
 */
public final class LetterRule {

  private LetterRule() {}

  /** What became of an item in a letter. */
  public enum End {
    /** The letter stands for it. */
    NONE,
    /** It was left out, or the letter was withdrawn for good. */
    LET_BE,
    /** The letter was withdrawn, and another may take its place. */
    MADE_ANEW
  }

  /**
   * A letter that covers an item, or that the item was left out of.
   *
   * @param contested whether an objection to it is open
   */
  public record Past(int stage, int round, Instant dueAt, End end, boolean contested) {

    private boolean stands() {
      return end == End.NONE;
    }
  }

  /**
   * What a letter is proposed for.
   *
   * @param at the time that was missed
   * @param answeredLate whether it was answered since
   */
  public record Missed(
      long itemId, LetterStage stage, int round, Instant at, boolean answeredLate) {}

  /**
   * Whether an item has missed the time that counts, and the letter that follows.
   *
   * @param ladder gives the letter that follows so many others, if there is one
   */
  public static Optional<Missed> missed(
      ItemFacts facts, List<Past> past, IntFunction<Optional<LetterStage>> ladder, Instant now) {
    Standing standing = facts.standing();
    if (standing == Standing.DRAFT || standing == Standing.ASKED || standing.isSettled()) {
      return Optional.empty();
    }
    Deadline deadline = facts.deadline();
    int round = deadline.round().number();
    boolean dropped =
        past.stream().anyMatch(each -> each.end() == End.LET_BE && each.round() == round);
    boolean contested = past.stream().anyMatch(each -> each.stands() && each.contested());
    if (dropped || contested) {
      return Optional.empty();
    }
    int sent = past.stream().filter(Past::stands).mapToInt(Past::stage).max().orElse(0);
    Instant missed =
        past.stream()
            .filter(Past::stands)
            .map(Past::dueAt)
            .reduce(deadline.due(), (one, other) -> one.isAfter(other) ? one : other);
    boolean answered = standing != Standing.OPEN;
    if (answered && wasInTime(facts, missed)) {
      return Optional.empty();
    }
    return ladder
        .apply(sent)
        .filter(stage -> now.isAfter(missed.plus(stage.proposeAfter())))
        .map(stage -> new Missed(facts.itemId(), stage, round, missed, answered));
  }

  /**
   * By the portal's time of the first answer that the one that stands corrects; the company's own
   * time is never judged on.
   */
  private static boolean wasInTime(ItemFacts facts, Instant due) {
    return facts
        .standsBy()
        .map(facts::firstOfTurn)
        .map(Answer::answeredAt)
        .filter(at -> !at.isAfter(due))
        .isPresent();
  }
}
