package id.narahubung.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a request to open again has every paper the rules ask for, and until when it is then to
 * be decided: the clock runs from the last of them.
 *
 * @param missing the codes of what is not there, in the order of the list
 */
public record Completeness(List<String> missing, Optional<Instant> completeAt) {

  public Completeness {
    missing = List.copyOf(missing);
  }

  /**
   * Looks through what was handed in.
   *
   * @param asked the codes of the papers the rules ask for
   * @param given when each paper first came; others than those asked for count for nothing
   */
  public static Completeness of(List<String> asked, Map<String, Instant> given) {
    List<String> missing = asked.stream().filter(code -> !given.containsKey(code)).toList();
    Optional<Instant> last =
        given.entrySet().stream()
            .filter(each -> asked.contains(each.getKey()))
            .map(Map.Entry::getValue)
            .max(Instant::compareTo);
    return new Completeness(missing, missing.isEmpty() ? last : Optional.empty());
  }

  public boolean isComplete() {
    return completeAt.isPresent();
  }

  /** Until when the ministry is to decide; empty while papers are missing. */
  public Optional<Instant> dueAt(Duration within) {
    return completeAt.map(at -> at.plus(within));
  }
}
