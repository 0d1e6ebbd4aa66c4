package id.narahubung.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The table, printed line by line as the figures come; readable by people and as Markdown. */
final class Report {

  private static final List<Integer> WIDTHS = List.of(58, 10, 16, 10, 8, 12);

  private final PrintStream out;
  private final List<String> remarks = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  void say(String line) {
    out.println(line);
  }

  void head(String... titles) {
    out.println();
    line(titles);
    line(Arrays.stream(titles).map(title -> "---").toArray(String[]::new));
  }

  /** The columns of figures in milliseconds. */
  void heads(String what) {
    head(what, "median ms", "min–max", "SQL alone", "ratio", "goal or find");
  }

  void row(String what, Times taken, String goal) {
    line(what, Times.ms(taken.median()), taken.range(), "", "", goal);
  }

  void row(String what, Times taken, Times alone, String goal) {
    line(
        what,
        Times.ms(taken.median()),
        taken.range(),
        Times.ms(alone.median()),
        ratio(taken.median(), alone.median()),
        goal);
  }

  static String ratio(double one, double other) {
    return String.format(Locale.ROOT, "%.2f", one / other);
  }

  void line(String... cells) {
    StringBuilder line = new StringBuilder("|");
    for (int n = 0; n < cells.length; n++) {
      int width = n < WIDTHS.size() ? WIDTHS.get(n) : 10;
      line.append(' ').append(cells[n]);
      line.append(" ".repeat(Math.max(0, width - cells[n].length()))).append(" |");
    }
    out.println(line);
  }

  /** Something found that is to stand below the tables. */
  void remark(String found) {
    remarks.add(found);
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }
}
