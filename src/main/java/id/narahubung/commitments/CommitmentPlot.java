package id.narahubung.commitments;

import id.narahubung.commitments.Commitment.Point;
import id.narahubung.text.Label;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Promised, reported and verified values over time, ready to be drawn: dashed, line, filled; dotted
 * where a target is all that was promised. The table behind it says the same.
 *
 * @param label what it shows, for who does not see it
 * @param axis the values from the lower edge up, then the first day and the last
 * @param promised the points of a polyline
 * @param level whether nothing was promised of the way there, so that it is only the target's
 *     height
 * @param reported the same; empty where fewer than two are known
 */
public record CommitmentPlot(
    String label,
    List<Line> grid,
    List<Text> axis,
    String promised,
    boolean level,
    String reported,
    List<Dot> reports,
    List<Dot> findings,
    List<Text> texts,
    List<Row> rows) {

  /** Between which the lines are drawn, so that paper draws the same. */
  public static final int LEFT = 62;

  public static final int RIGHT = 560;

  /** How far apart two lines of text stand. */
  private static final int APART = 17;

  public static final int TOP = 26;
  public static final int BOTTOM = 200;

  private static final int STEPS = 4;

  /** A line of the grid, across. */
  public record Line(String y) {}

  public record Text(String x, String y, String anchor, String text) {}

  public record Dot(String x, String y) {}

  /**
   * A row of the table behind it.
   *
   * @param kind promised, reported or verified
   */
  public record Row(String day, String kind, String value) {}

  /** The value at the upper edge. */
  public String top() {
    return axis.get(STEPS).text();
  }

  /** The value at the lower one. */
  public String bottom() {
    return axis.getFirst().text();
  }

  /** The day it begins on. */
  public String from() {
    return axis.get(STEPS + 1).text();
  }

  /** The day it ends on. */
  public String until() {
    return axis.getLast().text();
  }

  /** Of what a kind is called and counted in. */
  public static CommitmentPlot of(Words words, Label kind, Optional<Label> unit, Course course) {
    return new Drawing(words, kind, unit, course).plot();
  }

  /** The scales, and what is drawn by them. */
  private static final class Drawing {

    private final Words words;
    private final Label kind;
    private final Optional<Label> unit;
    private final CommitmentWording wording;
    private final List<Point> promised;
    private final boolean level;

    /** Where nothing is said of the way to the target, level from the day it was promised on. */
    private final List<Point> drawn;

    private final List<Point> reported;
    private final List<Point> verified;
    private final LocalDate first;
    private final long days;
    private final BigDecimal top;

    Drawing(Words words, Label kind, Optional<Label> unit, Course course) {
      this.words = words;
      this.kind = kind;
      this.unit = unit;
      this.wording = new CommitmentWording(words);
      this.promised = course.promised();
      this.level = course.isLevel();
      this.drawn =
          level
              ? List.of(new Point(course.since(), promised.getLast().value()), promised.getLast())
              : promised;
      this.reported = course.reported();
      this.verified = course.verified();
      List<Point> all = Stream.of(drawn, reported, verified).flatMap(List::stream).toList();
      this.first = all.stream().map(Point::day).min(Comparator.naturalOrder()).orElseThrow();
      LocalDate last = all.stream().map(Point::day).max(Comparator.naturalOrder()).orElseThrow();
      this.days = Math.max(1, ChronoUnit.DAYS.between(first, last));
      this.top =
          top(
              all.stream().map(Point::value).max(Comparator.naturalOrder()).orElseThrow(),
              Quantity.isShare(unit));
    }

    /** A share ends at all of it. */
    private static BigDecimal top(BigDecimal most, boolean share) {
      BigDecimal whole = BigDecimal.valueOf(100);
      BigDecimal top = rounded(most);
      return share && most.compareTo(whole) <= 0 ? top.min(whole) : top;
    }

    /** The next number above that four steps divide into round ones. */
    private static BigDecimal rounded(BigDecimal most) {
      if (most.signum() == 0) {
        return BigDecimal.ONE;
      }
      BigDecimal step =
          most.divide(BigDecimal.valueOf(STEPS), MathContext.DECIMAL64)
              .round(new MathContext(1, RoundingMode.CEILING));
      return step.multiply(BigDecimal.valueOf(STEPS));
    }

    CommitmentPlot plot() {
      List<Line> grid = new ArrayList<>();
      List<Text> axis = new ArrayList<>();
      for (int step = 0; step <= STEPS; step++) {
        BigDecimal value =
            top.multiply(BigDecimal.valueOf(step))
                .divide(BigDecimal.valueOf(STEPS), MathContext.DECIMAL64);
        grid.add(new Line(y(value)));
        axis.add(
            new Text(
                Integer.toString(LEFT - 8), shifted(value, 4), "end", Quantity.say(words, value)));
      }
      axis.add(new Text(x(first), "222", "start", words.date(first)));
      axis.add(new Text(x(first.plusDays(days)), "222", "end", words.date(first.plusDays(days))));
      return new CommitmentPlot(
          label(),
          grid,
          axis,
          line(drawn),
          level,
          line(reported),
          dots(reported),
          dots(verified),
          texts(),
          rows());
    }

    private String label() {
      return words.say(
          "commitment.plot.label",
          words.label(kind),
          wording.value(promised.getLast().value(), unit),
          words.date(promised.getLast().day()),
          last(reported),
          last(verified));
    }

    private String last(List<Point> points) {
      return points.isEmpty()
          ? words.say("commitment.plot.nothing")
          : wording.value(points.getLast().value(), unit);
    }

    /** What a line ends at, and how far down. */
    private record Ending(String text, double down) {}

    /**
     * Beside what is drawn, at the height at which each line ends, so that no word lies on a line;
     * pushed apart, so that none lies on another.
     */
    private List<Text> texts() {
      List<Ending> endings =
          Stream.of(
                  ending(level ? "level" : "promised", promised),
                  ending("reported", reported),
                  ending("verified", verified))
              .flatMap(Optional::stream)
              .sorted(Comparator.comparingDouble(Ending::down))
              .toList();
      List<Text> texts = new ArrayList<>();
      // The lowest that still leaves room for those below it.
      double least = TOP;
      for (int n = 0; n < endings.size(); n++) {
        double room = BOTTOM - (endings.size() - 1 - n) * (double) APART;
        double down = Math.max(least, Math.min(endings.get(n).down(), room));
        texts.add(
            new Text(Integer.toString(RIGHT + 12), at(down + 4), "start", endings.get(n).text()));
        least = down + APART;
      }
      return texts;
    }

    private Optional<Ending> ending(String kind, List<Point> points) {
      return points.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Ending(
                  words.say(
                      "commitment.plot." + kind, Quantity.say(words, points.getLast().value())),
                  down(points.getLast().value())));
    }

    private List<Row> rows() {
      return Stream.of(
              rows("promised", promised), rows("reported", reported), rows("verified", verified))
          .flatMap(List::stream)
          .sorted(Comparator.comparing(Dated::day))
          .map(Dated::row)
          .toList();
    }

    private record Dated(LocalDate day, Row row) {}

    private List<Dated> rows(String kind, List<Point> points) {
      return points.stream()
          .map(
              each ->
                  new Dated(
                      each.day(),
                      new Row(
                          words.date(each.day()),
                          words.say("commitment.plot.kind." + kind),
                          wording.value(each.value(), unit))))
          .toList();
    }

    private String line(List<Point> points) {
      return points.size() < 2
          ? ""
          : points.stream()
              .map(each -> x(each.day()) + "," + y(each.value()))
              .collect(Collectors.joining(" "));
    }

    private List<Dot> dots(List<Point> points) {
      return points.stream().map(each -> new Dot(x(each.day()), y(each.value()))).toList();
    }

    private String x(LocalDate day) {
      return at(LEFT + (RIGHT - LEFT) * (double) ChronoUnit.DAYS.between(first, day) / days);
    }

    private String y(BigDecimal value) {
      return at(down(value));
    }

    private String shifted(BigDecimal value, int below) {
      return at(down(value) + below);
    }

    private double down(BigDecimal value) {
      return BOTTOM - (BOTTOM - TOP) * value.divide(top, MathContext.DECIMAL64).doubleValue();
    }

    private static String at(double place) {
      return String.format(Locale.ROOT, "%.1f", place);
    }
  }
}
