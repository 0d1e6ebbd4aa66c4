package id.narahubung.addresses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The characters that separate the cells of a pasted table.
 *
 * <p>A comma may belong to an address, so it separates only where the whole paste says so: two
 * lines or more, of which nine in ten have the same number of it (outside quotes, and not followed
 * by a blank as in a sentence).
 */
record Separators(boolean comma, boolean semicolon, boolean bar) {

  static final Separators NONE = new Separators(false, false, false);

  static Separators of(List<String> lines) {
    List<String> filled = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        filled.add(line);
      }
    }
    return new Separators(separates(filled, ','), separates(filled, ';'), separates(filled, '|'));
  }

  boolean contains(char c) {
    return (c == ',' && comma) || (c == ';' && semicolon) || (c == '|' && bar);
  }

  static boolean mayBe(char c) {
    return c == ',' || c == ';' || c == '|';
  }

  private static boolean separates(List<String> lines, char separator) {
    if (lines.size() < 2) {
      return false;
    }
    Map<Integer, Integer> linesByCount = new HashMap<>();
    for (String line : lines) {
      int count = line.indexOf(separator) < 0 ? 0 : count(line, separator);
      if (count > 0) {
        linesByCount.merge(count, 1, Integer::sum);
      }
    }
    int most = linesByCount.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return most >= 0.9 * lines.size();
  }

  private static int count(String line, char separator) {
    int count = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator
          && !quoted
          && (i + 1 == line.length() || line.charAt(i + 1) != ' ')) {
        count++;
      }
    }
    return count;
  }
}
