package id.narahubung.sheets;

import java.io.OutputStream;
import java.util.Locale;

/** The kinds of file a table is written as. */
public enum SheetFormat {
  CSV("text/csv; charset=utf-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String contentType;

  SheetFormat(String contentType) {
    this.contentType = contentType;
  }

  public String contentType() {
    return contentType;
  }

  /** 'csv', 'xlsx': the end of a file's name, and what an address calls it. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Begins a file whose first sheet has this name; a CSV has no names. */
  public SheetWriter open(OutputStream out, String sheet) {
    return this == CSV ? new CsvWriting(out) : new XlsxWriting(out, sheet);
  }
}
