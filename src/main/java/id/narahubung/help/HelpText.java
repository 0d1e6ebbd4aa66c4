package id.narahubung.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A task's page as somebody wrote it. Its marks: the first line is the title, the second says in
 * one sentence what it is about; {@code # when}, {@code # steps}, {@code # then}, {@code # wrong}
 * and {@code # pages} begin the parts; a line with a hyphen begins a step or a point, and goes on
 * until the next mark; in {@code # wrong} it says what went wrong, and the line with an arrow what
 * to do; {@code @ screen words} is the picture of a screen, told in words for who cannot see it.
 * Within a line <code>{key}</code> is a label of the portal, with its numbers behind it, and {@code
 * [words](/path)} a link.
 */
record HelpText(
    String title,
    String summary,
    List<Line> when,
    List<Step> steps,
    List<Line> then,
    List<Trouble> wrong,
    List<Line> pages) {

  HelpText {
    when = List.copyOf(when);
    steps = List.copyOf(steps);
    then = List.copyOf(then);
    wrong = List.copyOf(wrong);
    pages = List.copyOf(pages);
  }

  /** Words with labels and links among them. */
  record Line(List<Bit> bits) {

    Line {
      bits = List.copyOf(bits);
    }

    private static final Pattern MARK =
        Pattern.compile("\\{([a-z0-9_.]+)((?: [^ }]+)*)}|\\[([^]]+)]\\((/[^)]*)\\)");

    static Line of(String text) {
      List<Bit> bits = new ArrayList<>();
      Matcher mark = MARK.matcher(text);
      int from = 0;
      while (mark.find()) {
        plain(text.substring(from, mark.start()), bits);
        String key = mark.group(1);
        bits.add(
            key == null
                ? new Linked(mark.group(3), mark.group(4))
                : new Label(key, words(mark.group(2))));
        from = mark.end();
      }
      plain(text.substring(from), bits);
      return new Line(bits);
    }

    private static void plain(String text, List<Bit> bits) {
      if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0 || text.contains("](")) {
        throw new IllegalArgumentException("a mark that is none: " + text);
      }
      if (!text.isEmpty()) {
        bits.add(new Plain(text));
      }
    }

    private static List<String> words(String text) {
      return text.isBlank() ? List.of() : List.of(text.strip().split(" "));
    }
  }

  /** A piece of a line. */
  sealed interface Bit {}

  record Plain(String text) implements Bit {}

  /** What stands on a button or beside a field, by its key in the message files. */
  record Label(String key, List<String> arguments) implements Bit {

    Label {
      arguments = List.copyOf(arguments);
    }
  }

  record Linked(String text, String href) implements Bit {}

  record Step(Line line, Optional<Picture> picture) {}

  /**
   * A picture of the portal.
   *
   * @param screen its name among those that bin/test --screens keeps
   * @param alt what it shows, for who cannot see it
   */
  record Picture(String screen, String alt) {}

  record Trouble(Line what, Line remedy) {}

  /** Every line of it. */
  List<Line> lines() {
    List<Line> all = new ArrayList<>(when);
    steps.forEach(step -> all.add(step.line()));
    all.addAll(then);
    wrong.forEach(
        trouble -> {
          all.add(trouble.what());
          all.add(trouble.remedy());
        });
    all.addAll(pages);
    return all;
  }

  List<Picture> pictures() {
    return steps.stream().flatMap(step -> step.picture().stream()).toList();
  }

  /** Reads a text; one that cannot be read is a mistake of who wrote it, and says which line. */
  static HelpText of(String written) {
    List<String> lines = written.strip().lines().map(String::stripTrailing).toList();
    Reading reading = new Reading(lines.getFirst(), lines.get(1));
    lines.subList(2, lines.size()).forEach(reading::take);
    return reading.done();
  }

  /** What was read so far. */
  private static final class Reading {

    private final String title;
    private final String summary;
    private final List<Line> when = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Line> then = new ArrayList<>();
    private final List<Trouble> wrong = new ArrayList<>();
    private final List<Line> pages = new ArrayList<>();

    private String part = "";
    private String mark = "";
    private String what = "";
    private final StringBuilder text = new StringBuilder();

    private Reading(String title, String summary) {
      this.title = title;
      this.summary = summary;
    }

    private void take(String line) {
      if (line.isEmpty()) {
        finish();
      } else if (line.startsWith("# ")) {
        finish();
        part = line.substring(2);
      } else if (line.startsWith("- ") || line.startsWith("> ") || line.startsWith("@ ")) {
        finish();
        mark = line.substring(0, 1);
        text.append(line, 2, line.length());
      } else {
        text.append(text.isEmpty() ? "" : " ").append(line.strip());
      }
    }

    /** Puts away what has been read of one piece. */
    private void finish() {
      if (text.isEmpty()) {
        return;
      }
      String whole = text.toString();
      text.setLength(0);
      switch (part + mark) {
        case "when", "when-" -> when.add(Line.of(whole));
        case "steps-" -> steps.add(new Step(Line.of(whole), Optional.empty()));
        case "steps@" -> steps.add(new Step(steps.removeLast().line(), picture(whole)));
        case "then-" -> then.add(Line.of(whole));
        case "wrong-" -> what = whole;
        case "wrong>" -> wrong.add(new Trouble(Line.of(what), Line.of(whole)));
        case "pages-" -> pages.add(Line.of(whole));
        default -> throw new IllegalArgumentException(title + ": where does this go? " + whole);
      }
      mark = "";
    }

    private static Optional<Picture> picture(String words) {
      int space = words.indexOf(' ');
      return Optional.of(new Picture(words.substring(0, space), words.substring(space + 1)));
    }

    private HelpText done() {
      finish();
      return new HelpText(title, summary, when, steps, then, wrong, pages);
    }
  }
}
