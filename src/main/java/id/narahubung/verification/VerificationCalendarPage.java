package id.narahubung.verification;

import id.narahubung.requests.Wording.Tag;
import java.util.List;

/**
 * All that verifications/calendar.html may see: a month, week by week.
 *
 * @param more that there are more than are shown; empty where there are not
 */
public record VerificationCalendarPage(
    String title,
    String before,
    String after,
    List<String> weekdays,
    List<List<Day>> weeks,
    String more) {

  public boolean isEmpty() {
    return weeks.stream().flatMap(List::stream).allMatch(Day::isEmpty);
  }

  /**
   * A day.
   *
   * @param label as it is told where the days stand below each other
   */
  public record Day(
      String number, String label, boolean outside, boolean today, List<Entry> steps) {

    public boolean isEmpty() {
      return steps.isEmpty();
    }
  }

  /** A step on its day. */
  public record Entry(String number, String href, String text, Tag stage) {}
}
