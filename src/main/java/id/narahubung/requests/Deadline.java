package id.narahubung.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a round falls due, and the arithmetic that explains it: the start plus every line is the due
 * time. The one clock function, pure; calendar time throughout, nights and holidays count.
 *
 * @param due while paused, the due time as it stood when the pause began
 * @param lines in the order of the sum, the hours first
 */
public record Deadline(Round round, Instant due, List<Line> lines, boolean paused) {

  /** One line of the sum. */
  public record Line(Reason reason, Duration added, Instant since) {}

  /** Why a line is there. */
  public enum Reason {
    HOURS,
    CLARIFICATION
  }

  public Deadline {
    lines = List.copyOf(lines);
  }

  /**
   * The deadline of a round. A pause counts from its beginning where that lies before the due time;
   * overlapping pauses count once; a pause that begins after the due time changes nothing any more.
   */
  public static Deadline of(Round round, List<Pause> pauses) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Reason.HOURS, round.span(), round.startedAt()));
    Instant due = round.startedAt().plus(round.span());
    Instant counted = round.startedAt();
    for (Pause pause : pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
      Instant from = later(pause.from(), counted);
      if (!from.isBefore(due)) {
        continue;
      }
      if (pause.to().isEmpty()) {
        return new Deadline(round, due, lines, true);
      }
      Instant to = pause.to().get();
      if (to.isAfter(from)) {
        Duration length = Duration.between(from, to);
        lines.add(new Line(Reason.CLARIFICATION, length, from));
        due = due.plus(length);
        counted = to;
      }
    }
    return new Deadline(round, due, lines, false);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
