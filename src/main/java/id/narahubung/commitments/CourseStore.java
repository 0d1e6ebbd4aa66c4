package id.narahubung.commitments;

import static java.util.Objects.requireNonNull;

import id.narahubung.commitments.Commitment.History;
import id.narahubung.commitments.Commitment.Series;
import id.narahubung.data.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads what was promised, reported and verified over time, of many commitments at once. */
public final class CourseStore {

  private final CommitmentHistoryStore histories = new CommitmentHistoryStore();

  /** By their ids; nothing of those without values. */
  public Map<Long, Course> find(Tx tx, Collection<Long> commitments) {
    if (commitments.isEmpty()) {
      return Map.of();
    }
    Map<Long, History> agreed = histories.histories(tx, commitments);
    Map<Long, Series> series = histories.series(tx, commitments);
    Map<Long, Course> courses = new HashMap<>();
    for (long id : commitments) {
      History history = requireNonNull(agreed.get(id));
      Course.of(history.inForce().orElseGet(history::latest), series.getOrDefault(id, Series.NONE))
          .ifPresent(course -> courses.put(id, course));
    }
    return courses;
  }
}
