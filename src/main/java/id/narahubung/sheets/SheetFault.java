package id.narahubung.sheets;

import java.util.Locale;

/** Why a file is not read; the sentence of {@link #key} says what to do about it. */
public enum SheetFault {
  EMPTY,
  /** More bytes than a table of this many rows needs, in the file or once unpacked. */
  TOO_LARGE,
  TOO_MANY_ROWS,
  TOO_MANY_COLUMNS,
  CELL_TOO_LONG,
  /** Neither a workbook nor text. */
  NO_TABLE,
  /** Excel's format from before 2007, or a workbook with a password. */
  OLD_WORKBOOK,
  /** A workbook that is cut off, or holds what no spreadsheet program writes. */
  DAMAGED,
  /** Text in an encoding that cannot be told. */
  ENCODING;

  /** The message, which takes the limits in the order of {@link Sheet#limits}. */
  public String key() {
    return "sheet.fault." + name().toLowerCase(Locale.ROOT);
  }
}
