package id.narahubung.decisions;

import id.narahubung.decisions.Weeks.Count;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Some time cut into weeks, Monday to Sunday in Jakarta, or into months where its weeks would be
 * too many to be told apart, with what fell due in each.
 *
 * @param whole whether all of that time is counted
 * @param rows the oldest first, without gaps
 */
record Stretches(boolean monthly, boolean whole, List<Stretch> rows) {

  private static final int MOST_WEEKS = 54;

  Stretches {
    rows = List.copyOf(rows);
  }

  /**
   * A week or a month.
   *
   * @param next the first day after it
   */
  record Stretch(LocalDate first, LocalDate next, Count due) {}

  /** Whole weeks or months, from the one in which the first day lies to that of the last. */
  static Stretches of(LocalDate from, LocalDate until, Map<LocalDate, Count> due) {
    boolean monthly = isMonthly(from, until);
    return new Stretches(
        monthly,
        true,
        Stream.iterate(
                first(from, until),
                day -> !day.isAfter(until),
                day -> monthly ? day.plusMonths(1) : day.plusWeeks(1))
            .map(day -> stretch(day, monthly ? day.plusMonths(1) : day.plusWeeks(1), due))
            .toList());
  }

  /** The last weeks alone, where to count all of it would take too long. */
  static Stretches last(Weeks weeks) {
    return new Stretches(
        false,
        false,
        weeks.rows().stream()
            .map(
                week ->
                    new Stretch(
                        week.monday(),
                        week.monday().plusWeeks(1),
                        new Count(week.due(), week.inTime())))
            .toList());
  }

  /** The day with which the first of them begins. */
  static LocalDate first(LocalDate from, LocalDate until) {
    return isMonthly(from, until)
        ? from.withDayOfMonth(1)
        : from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** The first day after the last of them. */
  static LocalDate end(LocalDate from, LocalDate until) {
    return isMonthly(from, until)
        ? until.withDayOfMonth(1).plusMonths(1)
        : until.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  private static boolean isMonthly(LocalDate from, LocalDate until) {
    return ChronoUnit.WEEKS.between(from, until) > MOST_WEEKS;
  }

  private static Stretch stretch(LocalDate first, LocalDate next, Map<LocalDate, Count> due) {
    return new Stretch(
        first,
        next,
        first
            .datesUntil(next)
            .map(day -> due.getOrDefault(day, Count.NONE))
            .reduce(Count.NONE, Count::and));
  }

  /** Those of them that are to be shown. */
  Stretches where(Predicate<Stretch> shown) {
    return new Stretches(monthly, whole, rows.stream().filter(shown).toList());
  }

  /** The most that fell due in one of them. */
  int most() {
    return rows.stream().mapToInt(each -> each.due().of()).max().orElse(0);
  }
}
