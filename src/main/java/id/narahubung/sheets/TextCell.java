package id.narahubung.sheets;

import java.util.regex.Pattern;

/**
 * How a CSV keeps a cell from being a formula: a spreadsheet program computes what begins with one
 * of {@code = + - @}, a tab or a line's end. An apostrophe before it makes it text, and is taken
 * off when our reader meets it again; one more stands before a cell that had it already, so that
 * every text comes back as it was.
 */
final class TextCell {

  private static final Pattern BARE = Pattern.compile("'*[=+\\-@\\t\\r\\n]");
  private static final Pattern MARKED = Pattern.compile("'+[=+\\-@\\t\\r\\n]");

  private TextCell() {}

  static String write(String cell) {
    return BARE.matcher(cell).lookingAt() ? "'" + cell : cell;
  }

  static String read(String cell) {
    return MARKED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }
}
