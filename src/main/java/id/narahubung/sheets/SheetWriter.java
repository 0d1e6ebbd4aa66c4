package id.narahubung.sheets;

import java.util.List;

/**
 * Writes a table row by row and keeps none of them: a million rows take no more memory than one.
 */
public sealed interface SheetWriter extends AutoCloseable permits CsvWriting, XlsxWriting {

  /**
   * Adds a row. Texts are written as text, whatever they begin with; numbers as numbers.
   *
   * @param cells each a String, an Integer or a Long
   */
  void row(List<?> cells);

  /** Goes on in another sheet. A CSV has but one: what follows is left out of it. */
  void sheet(String name);

  /** Ends the file; the stream stays open. */
  @Override
  void close();
}
