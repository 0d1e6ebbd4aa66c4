package id.narahubung.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads text as a table whose separator nobody told. */
final class CsvFile {

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  /** The line with which a file tells Excel its separator. */
  private static final Pattern TOLD = Pattern.compile("\\A\"?sep=([,;\\t|])\"?\\R");

  private static final int LOOKED_AT = 50;

  /** A letter has commas too, but not as many in every line. */
  private static final double MOSTLY = 0.75;

  /** Far more than is read in the end: only what keeps a hostile line from filling the memory. */
  private static final int MOST_FIELDS = 2_000;

  private CsvFile() {}

  static Sheet read(SheetText file) throws BadSheet {
    String text = file.text();
    var told = TOLD.matcher(text);
    char separator;
    if (told.find()) {
      separator = told.group(1).charAt(0);
      text = text.substring(told.end());
    } else {
      separator = guess(text);
    }
    SheetRows rows = new SheetRows();
    try (CsvReader<CsvRecord> reader = open(text, separator)) {
      for (CsvRecord line : reader) {
        List<String> cells = new ArrayList<>();
        for (String field : line.getFields()) {
          cells.add(TextCell.read(field));
        }
        rows.add(cells);
      }
    } catch (CsvParseException e) {
      // Of all its limits this is the only one within reach of a file of this size.
      throw new BadSheet(SheetFault.TOO_MANY_COLUMNS, e);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return rows.sheet(file.guessed());
  }

  /** Lenient: what people type into a text file is rarely quoted as the standard wants it. */
  @SuppressWarnings("removal") // nothing else reads what stands behind a closing quote
  private static CsvReader<CsvRecord> open(String text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(true)
        .build(CsvRecordHandler.builder().maxFields(MOST_FIELDS).build(), text);
  }

  /**
   * The separator that cuts the first lines most evenly into two cells or more. Where none does for
   * most of them there is one column; the tab then stands for 'none', for no address holds one.
   */
  private static char guess(String text) {
    char best = '\t';
    double even = MOSTLY;
    for (char separator : SEPARATORS) {
      double share = evenness(text, separator);
      if (share > even) {
        best = separator;
        even = share;
      }
    }
    return best;
  }

  /**
   * The share of the first lines that have the number of cells most of them have, if two or more.
   */
  private static double evenness(String text, char separator) {
    Map<Integer, Integer> linesByWidth = new HashMap<>();
    int lines = 0;
    try (CsvReader<CsvRecord> reader = open(text, separator)) {
      for (CsvRecord line : reader) {
        if (lines++ == LOOKED_AT) {
          break;
        }
        linesByWidth.merge(line.getFieldCount(), 1, Integer::sum);
      }
    } catch (CsvParseException | java.io.IOException e) {
      // Too many cells is no reason to take another separator for the right one.
      return 1;
    }
    linesByWidth.remove(1);
    int most = linesByWidth.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return lines == 0 ? 0 : most / (double) Math.min(lines, LOOKED_AT);
  }
}
