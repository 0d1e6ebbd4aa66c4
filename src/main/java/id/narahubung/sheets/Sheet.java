package id.narahubung.sheets;

import java.util.List;

/**
 * A table as text: rows that are not blank, cells without white space around them, none after a
 * row's last filled one.
 *
 * @param guessed whether the encoding was no Unicode, so that letters beyond ASCII are a guess
 */
public record Sheet(List<List<String>> rows, boolean guessed) {

  public static final int MOST_BYTES = 10_000_000;

  /** With the line of headings. */
  public static final int MOST_ROWS = 10_001;

  public static final int MOST_COLUMNS = 100;

  /** What a cell of Excel holds at most. */
  public static final int MOST_CHARACTERS = 32_767;

  /** Of all cells together. */
  static final int MOST_TEXT = 10_000_000;

  public Sheet {
    rows = List.copyOf(rows);
  }

  /** What the sentence of a fault may name: megabytes, rows, columns, characters of a cell. */
  public static List<Integer> limits() {
    return List.of(MOST_BYTES / 1_000_000, MOST_ROWS - 1, MOST_COLUMNS, MOST_CHARACTERS);
  }

  /** How many columns the widest row has. */
  public int width() {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }

  /** A cell; empty beyond the end of its row. */
  public static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }
}
