package id.narahubung.figures;

import id.narahubung.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** January to June, or July to December, by the ministry's clock: '2018-H2'. */
public record HalfYear(int year, int half) {

  private static final Pattern CODE = Pattern.compile("([0-9]{4})-H([12])");

  public static HalfYear containing(Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, Words.WIB);
    return new HalfYear(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
  }

  public static Optional<HalfYear> find(String code) {
    Matcher parts = CODE.matcher(code);
    return parts.matches()
        ? Optional.of(
            new HalfYear(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  public String code() {
    return String.format(Locale.ROOT, "%04d-H%d", year, half);
  }

  public LocalDate first() {
    return LocalDate.of(year, half == 1 ? 1 : 7, 1);
  }

  public LocalDate last() {
    return first().plusMonths(6).minusDays(1);
  }

  public Instant from() {
    return first().atStartOfDay(Words.WIB).toInstant();
  }

  /** The first instant after it. */
  public Instant to() {
    return last().plusDays(1).atStartOfDay(Words.WIB).toInstant();
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(to());
  }

  public HalfYear previous() {
    return half == 2 ? new HalfYear(year, 1) : new HalfYear(year - 1, 2);
  }

  /** All of it, as it was known at its end. */
  public Period period() {
    return new Period(from(), to(), to());
  }
}
