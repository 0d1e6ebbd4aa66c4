package id.narahubung.sheets;

import java.util.List;

/**
 * Reads a table from a file's bytes. What kind it is the bytes say, never its name.
 *
 * <p>Of a workbook the first sheet that is not hidden is read. A formula is never computed: its
 * cell holds what the program that saved the file had last computed. Dates are written as ISO.
 * Nothing outside the file is ever fetched.
 */
public final class SheetReader {

  private SheetReader() {}

  public static Sheet read(byte[] bytes) throws BadSheet {
    if (bytes.length == 0) {
      throw new BadSheet(SheetFault.EMPTY);
    }
    if (bytes.length > Sheet.MOST_BYTES) {
      throw new BadSheet(SheetFault.TOO_LARGE);
    }
    if (begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new BadSheet(SheetFault.OLD_WORKBOOK);
    }
    return begins(bytes, 'P', 'K', 3, 4) ? XlsxFile.read(bytes) : CsvFile.read(SheetText.of(bytes));
  }

  /** Reads a list: of text a cell a line, whatever stands in it; of a workbook as a table. */
  public static Sheet lines(byte[] bytes) throws BadSheet {
    if (bytes.length == 0 || bytes.length > Sheet.MOST_BYTES || begins(bytes, 'P', 'K', 3, 4)) {
      return read(bytes);
    }
    SheetText text = SheetText.of(bytes);
    SheetRows rows = new SheetRows();
    for (String line : text.text().lines().toList()) {
      rows.add(List.of(line));
    }
    return rows.sheet(text.guessed());
  }

  static boolean begins(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
