package id.narahubung.status;

import id.narahubung.figures.Period;
import id.narahubung.figures.Week;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the status of a week that is over is made and sent: 'MON 07:00', somewhere. */
public record SendingTime(DayOfWeek day, LocalTime time, ZoneId zone) {

  /** Monday at seven, by the ministry's clock. */
  public static final SendingTime USUAL =
      new SendingTime(DayOfWeek.MONDAY, LocalTime.of(7, 0), ZoneId.of("Asia/Jakarta"));

  private static final Pattern WRITTEN =
      Pattern.compile("(MON|TUE|WED|THU|FRI|SAT|SUN) ([01]\\d|2[0-3]):([0-5]\\d)");

  /** What is made later than this is told to be. */
  private static final Duration GRACE = Duration.ofHours(1);

  /** As 'MON 07:00' says; none where it is not written so. */
  public static Optional<SendingTime> find(String written, ZoneId zone) {
    Matcher parts = WRITTEN.matcher(written.toUpperCase(Locale.ROOT));
    return parts.matches()
        ? Optional.of(
            new SendingTime(
                Arrays.stream(DayOfWeek.values())
                    .filter(each -> each.name().startsWith(parts.group(1)))
                    .findFirst()
                    .orElseThrow(),
                LocalTime.of(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))),
                zone))
        : Optional.empty();
  }

  /** Whether nothing of the week can be written any more. */
  public static boolean isSettled(Week week, Instant now) {
    return !now.isBefore(week.to().plus(Period.SETTLING));
  }

  /** The first such moment when the week is over, and settled. */
  public Instant of(Week week) {
    ZonedDateTime over = week.to().atZone(zone);
    ZonedDateTime sending =
        over.toLocalDate().with(TemporalAdjusters.nextOrSame(day)).atTime(time).atZone(zone);
    Instant planned = (sending.isBefore(over) ? sending.plusWeeks(1) : sending).toInstant();
    return isSettled(week, planned) ? planned : week.to().plus(Period.SETTLING);
  }

  boolean isDue(Week week, Instant now) {
    return !now.isBefore(of(week));
  }

  boolean isLate(Week week, Instant now) {
    return now.isAfter(of(week).plus(GRACE));
  }
}
