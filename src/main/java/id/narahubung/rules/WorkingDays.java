package id.narahubung.rules;

import id.narahubung.text.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Monday to Friday without holidays and joint leave, counted in the ministry's zone wherever the
 * reader is.
 */
public record WorkingDays(Set<LocalDate> closed) {

  public WorkingDays {
    closed = Set.copyOf(closed);
  }

  static WorkingDays without(Collection<Holiday> holidays) {
    return new WorkingDays(holidays.stream().map(Holiday::day).collect(Collectors.toSet()));
  }

  /** Whether offices work on a day. */
  public boolean isOpen(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !closed.contains(day);
  }

  /** The last of so many working days after a day, which itself does not count. */
  public LocalDate after(LocalDate day, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("not a number of working days: " + count);
    }
    LocalDate reached = day;
    for (int left = count; left > 0; left -= isOpen(reached) ? 1 : 0) {
      reached = reached.plusDays(1);
    }
    return reached;
  }

  /** The last second of the last of so many working days after the day of an instant. */
  public Instant endOf(Instant from, int count) {
    LocalDate last = after(LocalDate.ofInstant(from, Words.WIB), count);
    return last.plusDays(1).atStartOfDay(Words.WIB).minusSeconds(1).toInstant();
  }
}
