package id.narahubung.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sentences, numbers and times for one reader: in the reader's language and zone. */
public final class Words {

  /** Where the ministry keeps its clock: Western Indonesia Time. */
  public static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  /** Read once: a list tells a time in each of its rows. */
  private static final Map<Written, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

  private final Messages messages;
  private final Language language;
  private final ZoneId zone;

  public Words(Messages messages, Language language, ZoneId zone) {
    this.messages = messages;
    this.language = language;
    this.zone = zone;
  }

  public Language language() {
    return language;
  }

  public ZoneId zone() {
    return zone;
  }

  /** A day among the arguments is told as days are. */
  public String say(String key, Object... arguments) {
    return messages.say(language, key, told(arguments));
  }

  /** The sentence of a key that may have none, such as a hint. */
  public Optional<String> find(String key, Object... arguments) {
    return Optional.ofNullable(messages.find(language, key, told(arguments)));
  }

  private Object[] told(Object... arguments) {
    return Arrays.stream(arguments)
        .map(each -> each instanceof LocalDate day ? date(day) : each)
        .toArray();
  }

  public String label(Label label) {
    return label.in(language);
  }

  /** The same words where they begin a line. */
  public String capital(String text) {
    return text.isEmpty()
        ? text
        : UCharacter.toUpperCase(language.locale(), text.substring(0, 1)) + text.substring(1);
  }

  /** 1204 is '1.204' in Indonesian and '1,204' in English. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(ULocale.forLocale(language.locale())).format(number);
  }

  /** The same, and '1.000+' for what is more than is told. */
  public String number(long number, long most) {
    return number > most ? number(most) + "+" : number(number);
  }

  /** The reader's own zone, 'WIB' or 'Shanghai'. */
  public String zoneName() {
    return zoneName(zone, Instant.EPOCH);
  }

  /** '4 Jul 2018 17.30 WIB': the ministry's time, whoever reads. */
  public String instant(Instant instant) {
    return at(instant, WIB);
  }

  /** The same instant at another place, with its name: '4 Jul 2018 18:30 Shanghai'. */
  public String at(Instant instant, ZoneId where) {
    return format("d MMM yyyy " + timePattern(), instant.atZone(where))
        + " "
        + zoneName(where, instant);
  }

  /** '08.00'. */
  public String time(LocalTime time) {
    return formatter(timePattern()).format(time);
  }

  /** The same instant for a reader elsewhere ('18:30 Shanghai'); empty for one who lives by WIB. */
  public String instantHere(Instant instant) {
    ZonedDateTime here = instant.atZone(zone);
    ZonedDateTime there = instant.atZone(WIB);
    if (here.toLocalDateTime().equals(there.toLocalDateTime())) {
      return "";
    }
    String when =
        here.toLocalDate().equals(there.toLocalDate())
            ? format(timePattern(), here)
            : format("d MMM yyyy " + timePattern(), here);
    return when + " " + zoneName(zone, instant);
  }

  /** A time by which something is to be done, for a reader elsewhere in the own zone, too. */
  public String deadline(Instant instant) {
    String here = instantHere(instant);
    return here.isEmpty() ? instant(instant) : say("time.two", instant(instant), here);
  }

  /** A last day, which ends with the day in WIB; a reader elsewhere is told when that is. */
  public String deadline(LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(WIB).toInstant();
    return instantHere(end).isEmpty() ? date(day) : say("time.day_ends", date(day), at(end, zone));
  }

  /** '4 Jul 2018 17.30', the zone said elsewhere on the page. */
  public String instantShort(Instant instant) {
    return format("d MMM yyyy " + timePattern(), instant.atZone(WIB));
  }

  /** '2026-03-03T08:15:00+07:00', in the reader's zone: for tables that programs read. */
  public String iso(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  /** '4 Jul 2018'. */
  public String date(LocalDate date) {
    return formatter("d MMM yyyy").format(date);
  }

  /** 'Sab 4 Jul'. */
  public String weekday(LocalDate date) {
    return formatter("EEE d MMM").format(date);
  }

  /**
   * '2 jam 5 mnt', '3 hari 4 jam': the two largest units, rounded down to the minute; up to two
   * days in hours, as the law counts.
   */
  public String duration(Duration duration) {
    Duration length = duration.abs();
    long days = length.toDays();
    if (days > 1) {
      return length.toHoursPart() == 0
          ? say("duration.days", days)
          : say("duration.days_hours", days, length.toHoursPart());
    }
    if (length.toHours() > 0) {
      return length.toMinutesPart() == 0
          ? say("duration.hours", length.toHours())
          : say("duration.hours_minutes", length.toHours(), length.toMinutesPart());
    }
    return say("duration.minutes", length.toMinutes());
  }

  /** '24 jam', for what the law counts in hours; other lengths as {@link #duration}. */
  public String span(Duration duration) {
    return duration.toMinutesPart() == 0
        ? say("duration.hours", duration.toHours())
        : duration(duration);
  }

  /** '+ 24:00', for a line of arithmetic. */
  public String clockDuration(Duration duration) {
    Duration length = duration.abs();
    String sign = duration.isNegative() ? "− " : "+ ";
    String separator = language == Language.ID ? "." : ":";
    return sign
        + length.toHours()
        + separator
        + two(length.toMinutesPart())
        + (length.toSecondsPart() == 0 ? "" : separator + two(length.toSecondsPart()));
  }

  /** '38 mnt lagi', or 'terlambat 1 jam 12 mnt'. */
  public String left(Instant due, Instant now) {
    Duration left = Duration.between(now, due);
    return left.isNegative()
        ? say("clock.late_by", duration(left))
        : say("clock.left", duration(left));
  }

  private String format(String pattern, ZonedDateTime time) {
    return formatter(pattern).format(time);
  }

  /** How a time is written: a pattern, in a language. */
  private record Written(String pattern, Language language) {}

  private DateTimeFormatter formatter(String pattern) {
    return FORMATTERS.computeIfAbsent(
        new Written(pattern, language),
        written -> DateTimeFormatter.ofPattern(pattern, language.locale()));
  }

  private String timePattern() {
    return language == Language.ID ? "HH.mm" : "HH:mm";
  }

  private static String two(long number) {
    return (number < 10 ? "0" : "") + number;
  }

  /** Indonesia's own zones by their legal names; others by their city. */
  private String zoneName(ZoneId where, Instant instant) {
    return switch (where.getId()) {
      case "Asia/Jakarta", "Asia/Pontianak" -> "WIB";
      case "Asia/Makassar" -> "WITA";
      case "Asia/Jayapura" -> "WIT";
      default -> {
        String city =
            TimeZoneNames.getInstance(ULocale.forLocale(language.locale()))
                .getExemplarLocationName(where.getId());
        yield city == null ? DateTimeFormatter.ofPattern("O").format(instant.atZone(where)) : city;
      }
    };
  }
}
