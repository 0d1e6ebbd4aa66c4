package id.narahubung.figures;

import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A measure's weeks ready to be drawn, the oldest on the left. Numbers are bars, shares and times
 * are lines; what the ministry found is filled, with its interval. Each point leads to its rows,
 * and the table behind says the same.
 *
 * @param label what it shows, for who does not see it
 * @param line a path through the weeks that have a value; empty where there are bars
 * @param second the same of what is urgent, or of nine in ten
 * @param seconds the weeks on it
 */
public record FigurePlot(
    String label,
    List<Line> grid,
    List<Text> axis,
    List<Bar> bars,
    List<Bar> urgent,
    String line,
    String second,
    List<Reach> reaches,
    List<Point> points,
    List<Point> seconds,
    boolean found) {

  static final int LEFT = 62;
  static final int RIGHT = 630;
  private static final int TOP = 16;
  private static final int BOTTOM = 176;
  private static final int STEPS = 4;

  /** A line of the grid, across. */
  public record Line(String y) {}

  public record Text(String x, String y, String anchor, String text) {}

  /** A week's number, which leads to its rows. */
  public record Bar(String x, String y, String width, String height, String href, String title) {}

  /** A week's share or time, likewise. */
  public record Point(String x, String y, String href, String title) {}

  /** How far the interval of a share reaches. */
  public record Reach(String x, String low, String high) {}

  /**
   * A week to be drawn.
   *
   * @param second of what is urgent, where that is counted, too
   * @param secondWay of that, or of nine in ten
   */
  record Drawn(Week week, Figure figure, Optional<Figure> second, Way way, Way secondWay) {}

  /** Where a point leads, and what it says. */
  record Way(String href, String title) {}

  static FigurePlot of(Words words, String name, List<Drawn> weeks) {
    return new Drawing(words, weeks).plot(name);
  }

  /** The scale, and what is drawn by it. */
  private static final class Drawing {

    private final Words words;
    private final List<Drawn> weeks;
    private final Measure.Shape shape;
    private final double top;

    Drawing(Words words, List<Drawn> weeks) {
      this.words = words;
      this.weeks = weeks;
      this.shape = weeks.getFirst().figure().measure().shape();
      this.top = top();
    }

    private double top() {
      if (isShare()) {
        return 1;
      }
      double most =
          weeks.stream()
              .flatMap(each -> Stream.of(value(each.figure()), p90(each.figure())))
              .flatMapToDouble(OptionalDouble::stream)
              .max()
              .orElse(0);
      return rounded(most);
    }

    /** The next number above that four steps divide into round ones. */
    private static double rounded(double most) {
      double step = Math.max(most / STEPS, 1);
      double size = Math.pow(10, Math.floor(Math.log10(step)));
      for (double nice : new double[] {1, 2, 2.5, 5, 10}) {
        if (nice * size >= step && (nice != 2.5 || size > 1)) {
          return nice * size * STEPS;
        }
      }
      return 10 * size * STEPS;
    }

    private boolean isShare() {
      return shape == Measure.Shape.SHARE || shape == Measure.Shape.SAMPLE;
    }

    private boolean isBars() {
      return shape == Measure.Shape.COUNT || shape == Measure.Shape.STOCK;
    }

    /** In what is drawn: items, a share of one, hours. */
    private OptionalDouble value(Figure figure) {
      return switch (shape) {
        case COUNT, STOCK -> OptionalDouble.of(figure.numerator());
        case SHARE, SAMPLE -> figure.share();
        case TIME -> hours(figure.medianMinutes().stream().mapToDouble(n -> n).findFirst());
      };
    }

    private OptionalDouble p90(Figure figure) {
      return shape == Measure.Shape.TIME
          ? hours(figure.p90Minutes().stream().mapToDouble(n -> n).findFirst())
          : OptionalDouble.empty();
    }

    /** Nine in ten of what takes time; of a share that of what is urgent. */
    private OptionalDouble second(Drawn week) {
      return shape == Measure.Shape.TIME
          ? p90(week.figure())
          : week.second().map(this::value).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble hours(OptionalDouble minutes) {
      return minutes.isPresent()
          ? OptionalDouble.of(minutes.getAsDouble() / 60)
          : OptionalDouble.empty();
    }

    FigurePlot plot(String name) {
      List<Line> grid = new ArrayList<>();
      List<Text> axis = new ArrayList<>();
      for (int step = 0; step <= STEPS; step++) {
        double value = top * step / STEPS;
        grid.add(new Line(at(y(value))));
        axis.add(new Text(Integer.toString(LEFT - 8), at(y(value) + 4), "end", tick(value)));
      }
      int every = Math.max(1, (int) Math.ceil(weeks.size() / 6.0));
      for (int n = 0; n < weeks.size(); n += every) {
        axis.add(new Text(at(x(n)), "196", "middle", words.date(weeks.get(n).week().monday())));
      }
      return new FigurePlot(
          words.say("figures.plot.label", name, weeks.size(), weeks.getLast().way().title()),
          grid,
          axis,
          isBars() ? bars(each -> Optional.of(each.figure()), Drawn::way, 0.7) : List.of(),
          isBars() ? bars(Drawn::second, Drawn::secondWay, 0.36) : List.of(),
          isBars() ? "" : line(each -> value(each.figure())),
          isBars() ? "" : line(this::second),
          reaches(),
          isBars() ? List.of() : points(each -> value(each.figure()), Drawn::way),
          isBars() ? List.of() : points(this::second, Drawn::secondWay),
          shape == Measure.Shape.SAMPLE);
    }

    private String tick(double value) {
      return isShare()
          ? new FigureWording(words).percent(value)
          : shape == Measure.Shape.TIME
              ? words.say("figure.hours", Math.round(value))
              : words.number(Math.round(value));
    }

    private List<Bar> bars(
        Function<Drawn, Optional<Figure>> of, Function<Drawn, Way> way, double share) {
      double width = (double) (RIGHT - LEFT) / weeks.size() * share;
      List<Bar> bars = new ArrayList<>();
      for (int n = 0; n < weeks.size(); n++) {
        Drawn each = weeks.get(n);
        int number = of.apply(each).map(Figure::numerator).orElse(0);
        if (number > 0) {
          double height = Math.max(BOTTOM - y(number), 1.5);
          bars.add(
              new Bar(
                  at(x(n) - width / 2),
                  at(BOTTOM - height),
                  at(width),
                  at(height),
                  way.apply(each).href(),
                  way.apply(each).title()));
        }
      }
      return bars;
    }

    /** A new stroke after every week without a value. */
    private String line(Function<Drawn, OptionalDouble> of) {
      StringBuilder path = new StringBuilder();
      boolean down = false;
      for (int n = 0; n < weeks.size(); n++) {
        OptionalDouble value = of.apply(weeks.get(n));
        if (value.isPresent()) {
          path.append(down ? " L" : " M")
              .append(at(x(n)))
              .append(' ')
              .append(at(y(value.getAsDouble())));
        }
        down = value.isPresent();
      }
      return path.toString().strip();
    }

    private List<Point> points(Function<Drawn, OptionalDouble> of, Function<Drawn, Way> way) {
      List<Point> points = new ArrayList<>();
      for (int n = 0; n < weeks.size(); n++) {
        Drawn each = weeks.get(n);
        OptionalDouble value = of.apply(each);
        if (value.isPresent()) {
          Way to = way.apply(each);
          points.add(new Point(at(x(n)), at(y(value.getAsDouble())), to.href(), to.title()));
        }
      }
      return points;
    }

    private List<Reach> reaches() {
      List<Reach> reaches = new ArrayList<>();
      for (int n = 0; n < weeks.size(); n++) {
        String x = at(x(n));
        weeks
            .get(n)
            .figure()
            .interval()
            .ifPresent(each -> reaches.add(new Reach(x, at(y(each.low())), at(y(each.high())))));
      }
      return reaches;
    }

    private double x(int week) {
      return LEFT + (week + 0.5) * (RIGHT - LEFT) / weeks.size();
    }

    private double y(double value) {
      return BOTTOM - (BOTTOM - TOP) * value / top;
    }

    private static String at(double place) {
      return String.format(Locale.ROOT, "%.1f", place);
    }
  }
}
