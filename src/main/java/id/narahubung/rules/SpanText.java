package id.narahubung.rules;

import id.narahubung.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: '24 jam', '1 jam 30 menit', '3 days'. */
final class SpanText {

  private static final Pattern PART = Pattern.compile("\\s*(\\d{1,6})\\s*([a-z]+)\\.?");

  private SpanText() {}

  /** What was written, in either language; empty where it is no length. */
  static Optional<Duration> parse(String text) {
    Matcher part = PART.matcher(text.toLowerCase(Locale.ROOT));
    Duration sum = Duration.ZERO;
    int end = 0;
    while (part.find() && part.start() == end) {
      Optional<Duration> unit = unit(part.group(2));
      if (unit.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(unit.get().multipliedBy(Long.parseLong(part.group(1))));
      end = part.end();
    }
    return end > 0 && text.substring(end).isBlank() ? Optional.of(sum) : Optional.empty();
  }

  private static Optional<Duration> unit(String word) {
    return switch (word) {
      case "m", "mnt", "menit", "min", "mins", "minute", "minutes" ->
          Optional.of(Duration.ofMinutes(1));
      case "j", "jam", "h", "hour", "hours" -> Optional.of(Duration.ofHours(1));
      case "hari", "d", "day", "days" -> Optional.of(Duration.ofDays(1));
      default -> Optional.empty();
    };
  }

  /** To the minute, up to two days in hours, as the law counts. */
  static String say(Duration span, Words words) {
    long days =
        span.toDays() > 2 || span.toDays() == 2 && span.toHoursPart() > 0 ? span.toDays() : 0;
    Duration rest = span.minusDays(days);
    List<String> parts = new ArrayList<>();
    if (days > 0) {
      parts.add(words.say("duration.days", days));
    }
    if (rest.toHours() > 0) {
      parts.add(words.say("duration.hours", rest.toHours()));
    }
    if (rest.toMinutesPart() > 0 || parts.isEmpty()) {
      parts.add(words.say("duration.minutes", rest.toMinutesPart()));
    }
    return String.join(" ", parts);
  }
}
