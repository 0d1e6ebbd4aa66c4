package id.narahubung.decisions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Twelve weeks of a platform's items up to a moment: what fell due and was answered in time, as the
 * company says, and what was looked at and was gone, as the ministry found.
 *
 * @param rows the oldest first, without gaps
 */
public record Weeks(List<Week> rows) {

  static final int COUNT = 12;

  public Weeks {
    rows = List.copyOf(rows);
  }

  /**
   * A week, Monday to Sunday in Jakarta.
   *
   * @param due items that fell due in it and were not withdrawn
   * @param inTime how many of them were answered by then, with more than a question
   * @param checked verdicts of the week on what was answered, but for what could not be checked
   * @param gone how many of these found it gone
   */
  public record Week(LocalDate monday, int due, int inTime, int checked, int gone) {}

  /** What one series counts of a day; both stand in it. */
  record Count(int of, int good) {

    static final Count NONE = new Count(0, 0);

    Count and(Count other) {
      return new Count(of + other.of, good + other.good);
    }
  }

  /** How many of a hundred; never all where one was missing, nor none where one was there. */
  public static int percent(int good, int of) {
    return good == of ? 100 : Math.clamp(Math.round(100.0 * good / of), good > 0 ? 1 : 0, 99);
  }

  /** The Monday with which it begins. */
  static LocalDate first(LocalDate today) {
    return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(COUNT - 1L);
  }

  /** Sums up what was counted day by day. */
  static Weeks of(LocalDate today, Map<LocalDate, Count> due, Map<LocalDate, Count> checked) {
    List<Week> rows = new ArrayList<>();
    for (int week = 0; week < COUNT; week++) {
      LocalDate monday = first(today).plusWeeks(week);
      Count answered = sum(due, monday);
      Count found = sum(checked, monday);
      rows.add(new Week(monday, answered.of(), answered.good(), found.of(), found.good()));
    }
    return new Weeks(rows);
  }

  private static Count sum(Map<LocalDate, Count> days, LocalDate monday) {
    return monday
        .datesUntil(monday.plusWeeks(1))
        .map(day -> days.getOrDefault(day, Count.NONE))
        .reduce(Count.NONE, Count::and);
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return rows.stream().allMatch(week -> week.due() == 0 && week.checked() == 0);
  }
}
