package id.narahubung.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a request to open again has every paper the rules ask for, and until when it is then to
 * be decided: the clock runs from the last of them, rests while one that came is insufficient, and
 * goes on with what was left when a better one comes.
 *
 * @param missing the codes of what is not there or says too little, in the order of the list
 * @param completeAt since when the clock runs; empty while it rests or has not begun
 * @param began whether the clock ever ran
 * @param spent how long it ran before
 */
public record Completeness(
    List<String> missing, Optional<Instant> completeAt, boolean began, Duration spent) {

  public Completeness {
    missing = List.copyOf(missing);
  }

  /**
   * Something that happened to the papers.
   *
   * @param counts whether a paper came that counts; else those that had come for it do no more
   */
  public record Step(String entryCode, boolean counts, Instant at) {}

  /**
   * Looks through what was handed in and what was said of it.
   *
   * @param asked the codes of the papers the rules ask for; others count for nothing
   * @param steps in the order in which they happened
   */
  public static Completeness of(List<String> asked, List<Step> steps) {
    Set<String> there = new HashSet<>();
    Optional<Instant> since = Optional.empty();
    Duration spent = Duration.ZERO;
    boolean began = false;
    for (Step step : steps) {
      if (step.counts()) {
        there.add(step.entryCode());
      } else {
        there.remove(step.entryCode());
      }
      boolean complete = there.containsAll(asked);
      if (complete && since.isEmpty()) {
        since = Optional.of(step.at());
        began = true;
      } else if (!complete && since.isPresent()) {
        spent = spent.plus(Duration.between(since.get(), step.at()));
        since = Optional.empty();
      }
    }
    return new Completeness(
        asked.stream().filter(code -> !there.contains(code)).toList(), since, began, spent);
  }

  public boolean isComplete() {
    return completeAt.isPresent();
  }

  /** Whether the clock ran already, and waits for a better paper. */
  public boolean rests() {
    return completeAt.isEmpty() && began;
  }

  /** Until when the ministry is to decide; empty while papers are missing. */
  public Optional<Instant> dueAt(Duration within) {
    return completeAt.map(at -> at.plus(within).minus(spent));
  }
}
