package id.narahubung.requests;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a round falls due, and the arithmetic that explains it: the start plus every line is the due
 * time. The one clock function, pure; calendar time throughout, nights and holidays count.
 *
 * @param due while paused, the due time as it stood when the pause began
 * @param lines in the order of the sum: the hours, the extensions as they were granted, then what
 *     the clock did not count, as it happened
 */
public record Deadline(Round round, Instant due, List<Line> lines, boolean paused) {

  /** One line of the sum. */
  public record Line(Reason reason, Duration added, Instant since) {}

  /** Why a line is there. */
  public enum Reason {
    HOURS,
    EXTENSION,
    CLARIFICATION,
    OUTAGE
  }

  public Deadline {
    lines = List.copyOf(lines);
  }

  /** The deadline of a round that nobody extended and no outage was credited to. */
  public static Deadline of(Round round, List<Pause> pauses) {
    return of(round, pauses, List.of(), List.of());
  }

  /**
   * The deadline of a round. An extension adds its time plainly. A pause counts from its beginning
   * where that lies before the due time, and so does a credited outage; what overlaps counts once,
   * and as a pause; what begins after the due time changes nothing any more.
   */
  public static Deadline of(
      Round round, List<Pause> pauses, List<Extension> extensions, List<Outage> credited) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Reason.HOURS, round.span(), round.startedAt()));
    extensions.stream()
        .sorted(comparing(Extension::grantedAt).thenComparing(Extension::added))
        .map(each -> new Line(Reason.EXTENSION, each.added(), each.grantedAt()))
        .forEach(lines::add);
    Instant due = round.startedAt();
    for (Line line : lines) {
      due = due.plus(line.added());
    }
    for (Stretch still : uncounted(round.startedAt(), pauses, credited)) {
      if (!still.from().isBefore(due)) {
        break;
      }
      if (still.to().isEmpty()) {
        return new Deadline(round, due, lines, true);
      }
      Duration length = Duration.between(still.from(), still.to().get());
      lines.add(new Line(still.reason(), length, still.from()));
      due = due.plus(length);
    }
    return new Deadline(round, due, lines, false);
  }

  /** A stretch in which the clock stands still; without an end it still does. */
  private record Stretch(Reason reason, Instant from, Optional<Instant> to) {}

  /** All such stretches since an instant, one after the other and none of them twice. */
  private static List<Stretch> uncounted(Instant since, List<Pause> pauses, List<Outage> credited) {
    List<Stretch> paused = paused(since, pauses);
    return Stream.concat(paused.stream(), away(since, credited, paused).stream())
        .sorted(comparing(Stretch::from))
        .toList();
  }

  private static List<Stretch> paused(Instant since, List<Pause> pauses) {
    List<Stretch> stretches = new ArrayList<>();
    Instant counted = since;
    for (Pause pause :
        pauses.stream().sorted(comparing(Pause::from).thenComparing(Deadline::end)).toList()) {
      Instant from = later(pause.from(), counted);
      if (pause.to().isEmpty()) {
        stretches.add(new Stretch(Reason.CLARIFICATION, from, pause.to()));
        break;
      }
      if (pause.to().get().isAfter(from)) {
        stretches.add(new Stretch(Reason.CLARIFICATION, from, pause.to()));
        counted = pause.to().get();
      }
    }
    return stretches;
  }

  /** What is left of the outages beside the pauses. */
  private static List<Stretch> away(Instant since, List<Outage> credited, List<Stretch> paused) {
    List<Stretch> stretches = new ArrayList<>();
    Instant counted = since;
    for (Outage outage :
        credited.stream().sorted(comparing(Outage::from).thenComparing(Outage::to)).toList()) {
      Instant from = later(outage.from(), counted);
      for (Stretch pause : paused) {
        addAway(stretches, from, earlier(pause.from(), outage.to()));
        from = later(from, pause.to().orElse(outage.to()));
      }
      addAway(stretches, from, outage.to());
      counted = later(counted, outage.to());
    }
    return stretches;
  }

  private static void addAway(List<Stretch> stretches, Instant from, Instant to) {
    if (from.isBefore(to)) {
      stretches.add(new Stretch(Reason.OUTAGE, from, Optional.of(to)));
    }
  }

  private static Instant end(Pause pause) {
    return pause.to().orElse(Instant.MAX);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
