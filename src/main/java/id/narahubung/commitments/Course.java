package id.narahubung.commitments;

import id.narahubung.commitments.Commitment.Point;
import id.narahubung.commitments.Commitment.Series;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.commitments.Terms.Milestone;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was promised, reported and verified over time: all that a plot is drawn from.
 *
 * @param since the day it was promised on
 * @param promised the way to the target, which is the last; the target alone where nothing is said
 *     of the way
 */
public record Course(
    LocalDate since, List<Point> promised, List<Point> reported, List<Point> verified) {

  public Course {
    promised = List.copyOf(promised);
    reported = List.copyOf(reported);
    verified = List.copyOf(verified);
    if (promised.isEmpty()) {
      throw new IllegalArgumentException("nothing was promised");
    }
  }

  /** Promised as the version says that counts; none for a kind without values. */
  static Optional<Course> of(Version counts, Series series) {
    return counts
        .terms()
        .target()
        .map(
            target -> {
              LocalDate since = LocalDate.ofInstant(counts.at(), Words.WIB);
              List<Point> promised = new ArrayList<>();
              counts.terms().baseline().ifPresent(value -> promised.add(new Point(since, value)));
              for (Milestone each : counts.terms().milestones()) {
                promised.add(new Point(each.onDay(), each.value()));
              }
              promised.add(new Point(counts.terms().dueOn(), target));
              return new Course(since, promised, series.reported(), series.verified());
            });
  }

  /** Whether nothing is said of the way to the target. */
  boolean isLevel() {
    return promised.size() == 1;
  }
}
