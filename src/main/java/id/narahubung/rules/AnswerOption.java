package id.narahubung.rules;

import id.narahubung.text.Label;
import java.util.List;

/** One of the choices of an answer's field. */
public record AnswerOption(String code, Label label) {

  /** Reads the stored form, one option a line: code|Indonesian|English. */
  static List<AnswerOption> parse(String lines) {
    return lines.lines().map(AnswerOption::parseLine).toList();
  }

  /** As it is stored. */
  String line() {
    return code + "|" + label.id() + "|" + label.en();
  }

  /** Whether it has a name in both languages. */
  boolean isNamed() {
    return !label.id().isBlank() && !label.en().isBlank();
  }

  private static AnswerOption parseLine(String line) {
    int first = line.indexOf('|');
    int last = line.lastIndexOf('|');
    if (first < 1 || first == last || line.indexOf('|', first + 1) != last) {
      throw new IllegalArgumentException("not 'code|Indonesian|English': " + line);
    }
    return new AnswerOption(
        line.substring(0, first),
        new Label(line.substring(first + 1, last), line.substring(last + 1)));
  }
}
