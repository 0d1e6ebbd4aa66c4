package id.narahubung.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From an instant until another, which is no more part of it. */
public record Span(Instant start, Instant end) {

  /** A shift that begins on a day; one that ends no later than it begins runs into the next day. */
  static Span on(LocalDate day, LocalTime from, LocalTime until, ZoneId zone) {
    LocalDate last = until.isAfter(from) ? day : day.plusDays(1);
    return new Span(
        day.atTime(from).atZone(zone).toInstant(), last.atTime(until).atZone(zone).toInstant());
  }

  /** Whether nothing is in it: it lies in the hour that is skipped when clocks go forward. */
  boolean isEmpty() {
    return !end.isAfter(start);
  }

  boolean holds(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** The same days and times of day so many weeks later, whatever the clocks did between. */
  Span later(int weeks, ZoneId zone) {
    return new Span(
        start.atZone(zone).plusWeeks(weeks).toInstant(),
        end.atZone(zone).plusWeeks(weeks).toInstant());
  }

  /** What of this span none of the others covers. */
  List<Span> without(List<Span> others) {
    List<Span> gaps = new ArrayList<>();
    Instant covered = start;
    for (Span each : others.stream().sorted(Comparator.comparing(Span::start)).toList()) {
      if (each.start().isAfter(covered) && covered.isBefore(end)) {
        gaps.add(new Span(covered, each.start().isBefore(end) ? each.start() : end));
      }
      if (each.end().isAfter(covered)) {
        covered = each.end();
      }
    }
    if (covered.isBefore(end)) {
      gaps.add(new Span(covered, end));
    }
    return List.copyOf(gaps);
  }
}
