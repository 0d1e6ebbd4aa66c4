package id.narahubung.figures;

import id.narahubung.text.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Monday to Sunday by the ministry's clock, by the number that ISO 8601 gives it: '2018-W27'. */
public record Week(LocalDate monday) {

  private static final Pattern CODE = Pattern.compile("([0-9]{4})-W([0-9]{2})");

  public Week {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(monday + " is no Monday");
    }
  }

  /** The week in which an instant lies. */
  public static Week containing(Instant instant) {
    return containing(LocalDate.ofInstant(instant, Words.WIB));
  }

  /** The week in which a day lies. */
  public static Week containing(LocalDate day) {
    return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** The week of this code; none where it is not one, such as '2018-W54'. */
  public static Optional<Week> find(String code) {
    Matcher parts = CODE.matcher(code);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      // The fourth of January lies in the first week of its year, by definition.
      Week week =
          containing(
              LocalDate.of(Integer.parseInt(parts.group(1)), 1, 4)
                  .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(parts.group(2))));
      return Optional.of(week).filter(each -> each.code().equals(code));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** As {@link #find}, for a code that was one of ours. */
  public static Week of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no week: " + code));
  }

  public String code() {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        monday.get(IsoFields.WEEK_BASED_YEAR),
        monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** Monday 00.00 WIB. */
  public Instant from() {
    return monday.atStartOfDay(Words.WIB).toInstant();
  }

  /** The next Monday 00.00 WIB, which is no more in it. */
  public Instant to() {
    return next().from();
  }

  public LocalDate sunday() {
    return monday.plusDays(6);
  }

  public Week previous() {
    return earlier(1);
  }

  public Week next() {
    return earlier(-1);
  }

  public Week earlier(int weeks) {
    return new Week(monday.minusWeeks(weeks));
  }
}
