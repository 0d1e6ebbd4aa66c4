package id.narahubung.sheets;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook. Strings stand in their cells rather than in the table of shared ones, which
 * would grow with the file; a sheet that is full goes on in another of the same name and a number.
 */
final class XlsxWriting implements SheetWriter {

  private static final int FLUSH_AFTER = 500;
  private static final int MOST_ROWS = 1_000_000;

  private final Workbook book;
  private String name;
  private Worksheet sheet;
  private int row;
  private int part = 1;

  XlsxWriting(OutputStream out, String name) {
    this.book = new Workbook(new StaysOpen(out), "Narahubung", "1.0");
    this.name = name;
    this.sheet = begin(name);
  }

  private Worksheet begin(String called) {
    Worksheet begun = book.newWorksheet(called);
    begun.freezePane(0, 1);
    return begun;
  }

  @Override
  public void row(List<?> cells) {
    if (row == MOST_ROWS) {
      part++;
      next(name + " " + part);
    }
    for (int column = 0; column < cells.size(); column++) {
      if (cells.get(column) instanceof Number number) {
        sheet.value(row, column, number);
      } else {
        String text = (String) cells.get(column);
        if (!text.isEmpty()) {
          sheet.inlineString(row, column, text);
        }
      }
    }
    row++;
    if (row % FLUSH_AFTER == 0) {
      io(sheet::flush);
    }
  }

  @Override
  public void sheet(String called) {
    name = called;
    part = 1;
    next(called);
  }

  private void next(String called) {
    io(sheet::close);
    sheet = begin(called);
    row = 0;
  }

  @Override
  public void close() {
    io(sheet::close);
    io(book::close);
  }

  /** Something that writes. */
  private interface Writing {
    void run() throws IOException;
  }

  private static void io(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The workbook closes what it writes to; an answer of the server is closed by the server. */
  private static final class StaysOpen extends FilterOutputStream {

    StaysOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
