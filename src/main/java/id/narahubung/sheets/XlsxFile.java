package id.narahubung.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of a workbook that {@link XlsxParts} found safe to read. */
final class XlsxFile {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** What in a number's format is no date, although it may hold the letters of one. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|General");

  private static final Pattern DATE = Pattern.compile("[ymdhsYMDHS]");
  private static final int LONGEST_NUMBER = 40;

  private XlsxFile() {}

  static Sheet read(byte[] bytes) throws BadSheet {
    XlsxParts.Safe safe = XlsxParts.repack(bytes);
    try (ReadableWorkbook book =
            new ReadableWorkbook(
                new ByteArrayInputStream(safe.bytes()), new ReadingOptions(safe.styled(), true));
        Stream<Row> stream = shown(book).openStream()) {
      SheetRows rows = new SheetRows();
      for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
        rows.add(cells(each.next()));
      }
      return rows.sheet(false);
    } catch (IOException | RuntimeException e) {
      // The reader answers a file that is not what it says with whatever comes up.
      throw new BadSheet(SheetFault.DAMAGED, e);
    }
  }

  private static org.dhatim.fastexcel.reader.Sheet shown(ReadableWorkbook book) throws BadSheet {
    return book.getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .or(() -> Optional.ofNullable(book.getFirstSheet()))
        .orElseThrow(() -> new BadSheet(SheetFault.EMPTY));
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(text(row.getCell(i)));
    }
    return cells;
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    CellType type = cell.getType();
    String raw = Optional.ofNullable(cell.getRawValue()).orElse("");
    return switch (type) {
      case EMPTY -> "";
      case STRING -> Optional.ofNullable(cell.asString()).orElse("");
      case BOOLEAN -> raw.equals("1") ? "TRUE" : "FALSE";
      case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(raw);
      case FORMULA, ERROR -> raw;
    };
  }

  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null && DATE.matcher(LITERAL.matcher(format).replaceAll("")).find();
  }

  private static String date(LocalDateTime date) {
    return date.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? date.toLocalDate().toString()
        : date.format(MINUTE);
  }

  /** Without an exponent, as the program shows it; a number of a thousand digits stays as it is. */
  private static String number(String raw) {
    if (raw.length() > LONGEST_NUMBER || raw.indexOf('E') < 0) {
      return raw;
    }
    BigDecimal number = new BigDecimal(raw);
    return Math.abs((long) number.scale()) > LONGEST_NUMBER ? raw : number.toPlainString();
  }
}
