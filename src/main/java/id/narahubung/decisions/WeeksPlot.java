package id.narahubung.decisions;

import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Twelve weeks ready to be drawn: of each week an outlined bar for what was answered in time and a
 * filled one for what was found gone, in per cent. The table behind it says the same in numbers.
 *
 * @param label what it shows, for who does not see it
 */
public record WeeksPlot(
    String label,
    List<Line> grid,
    List<Text> axis,
    List<Bar> claimed,
    List<Bar> found,
    List<Row> rows) {

  private static final int LEFT = 56;
  private static final int RIGHT = 630;
  private static final int TOP = 16;
  private static final int BOTTOM = 176;
  private static final int BAR = 15;

  /** A line of the grid, across. */
  public record Line(String y) {}

  public record Text(String x, String y, String anchor, String text) {}

  public record Bar(String x, String y, String height, String title) {}

  /** A row of the table behind it. */
  public record Row(String week, String due, String inTime, String checked, String gone) {}

  static Optional<WeeksPlot> of(Words words, Weeks weeks) {
    return weeks.isEmpty() ? Optional.empty() : Optional.of(new Drawing(words, weeks).plot());
  }

  /** What the table says of a week, on paper, too. */
  public static Row row(Words words, Weeks.Week week) {
    return new Row(
        words.date(week.monday()),
        words.number(week.due()),
        share(words, week.inTime(), week.due()),
        words.number(week.checked()),
        share(words, week.gone(), week.checked()));
  }

  /** '38 (95 %)'; a dash where there was nothing to count. */
  static String share(Words words, int good, int of) {
    return of == 0 ? "–" : words.say("decision.weeks.share", good, Weeks.percent(good, of));
  }

  private record Drawing(Words words, Weeks weeks) {

    WeeksPlot plot() {
      List<Line> grid = new ArrayList<>();
      List<Text> axis = new ArrayList<>();
      for (int step = 0; step <= 100; step += 25) {
        grid.add(new Line(at(y(step))));
        axis.add(
            new Text(
                Integer.toString(LEFT - 8),
                at(y(step) + 4),
                "end",
                words.say("decision.weeks.percent", step)));
      }
      List<Bar> claimed = new ArrayList<>();
      List<Bar> found = new ArrayList<>();
      for (int week = 0; week < weeks.rows().size(); week++) {
        Weeks.Week each = weeks.rows().get(week);
        double middle = LEFT + (week + 0.5) * (RIGHT - LEFT) / Weeks.COUNT;
        if (each.due() > 0) {
          claimed.add(bar(middle - BAR - 1, "in_time", each.inTime(), each.due()));
        }
        if (each.checked() > 0) {
          found.add(bar(middle + 1, "gone", each.gone(), each.checked()));
        }
        if (week % 3 == 0) {
          axis.add(new Text(at(middle), "196", "middle", words.date(each.monday())));
        }
      }
      return new WeeksPlot(
          label(),
          grid,
          axis,
          claimed,
          found,
          weeks.rows().stream().map(w -> row(words, w)).toList());
    }

    private Bar bar(double x, String what, int good, int of) {
      double top = y(Weeks.percent(good, of));
      // What is nothing of something is a line, and not what was not counted.
      double height = Math.max(BOTTOM - top, 1.5);
      return new Bar(
          at(x), at(BOTTOM - height), at(height), words.say("decision.weeks." + what, good, of));
    }

    private String label() {
      Weeks.Count due =
          weeks.rows().stream()
              .map(week -> new Weeks.Count(week.due(), week.inTime()))
              .reduce(Weeks.Count.NONE, Weeks.Count::and);
      Weeks.Count checked =
          weeks.rows().stream()
              .map(week -> new Weeks.Count(week.checked(), week.gone()))
              .reduce(Weeks.Count.NONE, Weeks.Count::and);
      return words.say("decision.weeks.label", due.good(), due.of(), checked.good(), checked.of());
    }

    private static double y(int percent) {
      return BOTTOM - (BOTTOM - TOP) * percent / 100.0;
    }

    private static String at(double place) {
      return String.format(Locale.ROOT, "%.1f", place);
    }
  }
}
