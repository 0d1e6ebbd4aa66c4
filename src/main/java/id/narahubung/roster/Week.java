package id.narahubung.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/** Monday to Sunday, at the place where the list is kept. */
record Week(LocalDate monday, ZoneId zone) {

  /** The week in which a day lies. */
  static Week of(LocalDate day, ZoneId zone) {
    return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), zone);
  }

  static Week at(Instant instant, ZoneId zone) {
    return of(LocalDate.ofInstant(instant, zone), zone);
  }

  Span span() {
    return new Span(
        monday.atStartOfDay(zone).toInstant(), monday.plusWeeks(1).atStartOfDay(zone).toInstant());
  }

  List<LocalDate> days() {
    return IntStream.range(0, 7).mapToObj(monday::plusDays).toList();
  }

  Week later(int weeks) {
    return new Week(monday.plusWeeks(weeks), zone);
  }
}
