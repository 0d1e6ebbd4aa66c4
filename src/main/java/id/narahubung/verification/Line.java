package id.narahubung.verification;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of what was recorded.
 *
 * @param label by which function somebody was met or answered, which role was counted, what was
 *     done
 * @param detail which shift, or what was seen
 */
public record Line(
    Kind kind,
    String label,
    String detail,
    Optional<Integer> amount,
    Optional<LocalTime> rungAt,
    Optional<LocalTime> answeredAt) {

  private static final int MOST_LABEL = 300;
  private static final int MOST_DETAIL = 1_000;

  /** What lines there are, and in how many parts each is written, between semicolons. */
  public enum Kind {
    MET(1),
    HEADCOUNT(3),
    STEP(2),
    CALL(3);

    private final int parts;

    Kind(int parts) {
      this.parts = parts;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads a line as it is typed; empty where it is none of this kind. */
  public static Optional<Line> read(Kind kind, String typed) {
    String[] parts = Arrays.stream(typed.split(";", -1)).map(String::strip).toArray(String[]::new);
    if (parts.length != kind.parts) {
      return Optional.empty();
    }
    Optional<Line> line =
        switch (kind) {
          case MET -> Optional.of(of(kind, parts[0], ""));
          case STEP -> Optional.of(of(kind, parts[0], parts[1]));
          case HEADCOUNT ->
              parts[2].matches("\\d{1,6}")
                  ? Optional.of(
                      new Line(
                          kind,
                          parts[0],
                          parts[1],
                          Optional.of(Integer.valueOf(parts[2])),
                          Optional.empty(),
                          Optional.empty()))
                  : Optional.empty();
          case CALL -> call(parts);
        };
    return line.filter(
        each ->
            !each.label.isEmpty()
                && each.label.length() <= MOST_LABEL
                && each.detail.length() <= MOST_DETAIL);
  }

  private static Line of(Kind kind, String label, String detail) {
    return new Line(kind, label, detail, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** '09.12; 09.15; officer on duty', and '09.12; -; night line' where nobody answered. */
  private static Optional<Line> call(String[] parts) {
    Optional<LocalTime> rung = time(parts[0]);
    Optional<LocalTime> answered = time(parts[1]);
    if (rung.isEmpty() || (answered.isEmpty() && !parts[1].matches("-?"))) {
      return Optional.empty();
    }
    return Optional.of(new Line(Kind.CALL, parts[2], "", Optional.empty(), rung, answered));
  }

  private static Optional<LocalTime> time(String typed) {
    return typed.matches("([01]?\\d|2[0-3])[.:][0-5]\\d")
        ? Optional.of(
            LocalTime.of(
                Integer.parseInt(typed.split("[.:]", 2)[0]),
                Integer.parseInt(typed.split("[.:]", 2)[1])))
        : Optional.empty();
  }

  /** As it is typed. */
  String typed() {
    return switch (kind) {
      case MET -> label;
      case STEP -> label + "; " + detail;
      case HEADCOUNT -> label + "; " + detail + "; " + amount.orElse(0);
      case CALL ->
          rungAt.map(Line::typed).orElse("")
              + "; "
              + answeredAt.map(Line::typed).orElse("-")
              + "; "
              + label;
    };
  }

  private static String typed(LocalTime time) {
    return String.format(Locale.ROOT, "%02d.%02d", time.getHour(), time.getMinute());
  }
}
