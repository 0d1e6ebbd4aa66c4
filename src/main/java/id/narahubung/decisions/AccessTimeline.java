package id.narahubung.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What happened to a platform, along the band of its access: decisions, letters, requests to open
 * again, and when commitments came into force, were checked, or fell due unchecked. Where a mark
 * stands follows from the same scale as the band.
 *
 * @param from where the band begins
 * @param until where it ends: now, or some time after the last thing on it, where that is long ago
 *     and would shrink to nothing beside the years since
 */
record AccessTimeline(Instant from, Instant until, List<Mark> marks) {

  /** The band begins so long before the first thing on it, in parts of all that it shows. */
  private static final double BEFORE = 0.1;

  private static final int WIDTH = 1000;

  /** So long at least nothing has happened where the band ends before now. */
  private static final Duration QUIET = Duration.ofDays(30);

  AccessTimeline {
    marks = List.copyOf(marks);
  }

  /** The shape that a mark is drawn with, and as it stands in message keys. */
  enum Kind {
    DECISION,
    LETTER,
    COMMITMENT,
    NORMALISATION;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Something that happened, and where it is read. */
  record Mark(Kind kind, Instant at, String number, String href, String text) {}

  /**
   * From shortly before the first mark or turn of access until now; none where there is nothing.
   */
  static Optional<AccessTimeline> of(AccessHistory history, List<Mark> marks, Instant now) {
    List<Mark> past =
        marks.stream()
            .filter(mark -> !mark.at().isAfter(now))
            .sorted(Comparator.comparing(Mark::at).thenComparing(Mark::number))
            .toList();
    NavigableSet<Instant> turns = new TreeSet<>(past.stream().map(Mark::at).toList());
    history.bands().forEach(band -> band.from().ifPresent(turns::add));
    if (turns.isEmpty()) {
      return Optional.empty();
    }
    Instant first = turns.first();
    Instant later = turns.last().plus(Duration.between(first, turns.last())).plus(QUIET);
    Instant end = later.isBefore(now) ? later : now;
    Duration shown = Duration.between(first, end).plusHours(1);
    return Optional.of(
        new AccessTimeline(first.minusSeconds((long) (shown.toSeconds() * BEFORE)), end, past));
  }

  /** Whether some of a time stands on it. */
  boolean shows(Instant begin, Instant end) {
    return end.isAfter(from) && begin.isBefore(until);
  }

  /** Where a moment stands, as an attribute of a drawing has it. */
  String x(Instant at) {
    return part(share(at));
  }

  /** How wide a time is; a short one stays visible. */
  String width(Instant begin, Instant end) {
    return part(Math.max(share(end) - share(begin), 0.003));
  }

  private double share(Instant at) {
    double all = Math.max(1, Duration.between(from, until).toSeconds());
    return Math.clamp(Duration.between(from, at).toSeconds() / all, 0, 1);
  }

  private static String part(double share) {
    return String.format(Locale.ROOT, "%.1f", share * WIDTH);
  }
}
