package id.narahubung.sheets;

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

  static boolean begins(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
