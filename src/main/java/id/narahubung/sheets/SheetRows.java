package id.narahubung.sheets;

import java.util.ArrayList;
import java.util.List;

/** Gathers rows as they are read, and stops at the first that is too much. */
final class SheetRows {

  private final List<List<String>> rows = new ArrayList<>();
  private int text;

  /** Keeps a row, unless it is blank. */
  void add(List<String> cells) throws BadSheet {
    List<String> row = new ArrayList<>();
    int filled = 0;
    for (String cell : cells) {
      // PostgreSQL's text cannot hold a NUL.
      String clean = cell.replace("\0", "").strip();
      if (clean.length() > Sheet.MOST_CHARACTERS) {
        throw new BadSheet(SheetFault.CELL_TOO_LONG);
      }
      text += clean.length();
      row.add(clean);
      if (!clean.isEmpty()) {
        filled = row.size();
      }
      if (filled > Sheet.MOST_COLUMNS) {
        throw new BadSheet(SheetFault.TOO_MANY_COLUMNS);
      }
    }
    if (filled == 0) {
      return;
    }
    if (rows.size() == Sheet.MOST_ROWS) {
      throw new BadSheet(SheetFault.TOO_MANY_ROWS);
    }
    if (text > Sheet.MOST_TEXT) {
      throw new BadSheet(SheetFault.TOO_LARGE);
    }
    rows.add(List.copyOf(row.subList(0, filled)));
  }

  Sheet sheet(boolean guessed) throws BadSheet {
    if (rows.isEmpty()) {
      throw new BadSheet(SheetFault.EMPTY);
    }
    return new Sheet(rows, guessed);
  }
}
