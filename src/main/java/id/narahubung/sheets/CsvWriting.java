package id.narahubung.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes UTF-8 with its mark, without which Excel reads another encoding. */
final class CsvWriting implements SheetWriter {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CsvWriter out;
  private boolean ended;

  CsvWriting(OutputStream out) {
    try {
      out.write(MARK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.out = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
  }

  @Override
  public void row(List<?> cells) {
    if (!ended) {
      out.writeRecord(
          cells.stream()
              .map(cell -> cell instanceof String text ? TextCell.write(text) : cell.toString())
              .toList());
    }
  }

  @Override
  public void sheet(String name) {
    ended = true;
  }

  @Override
  public void close() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
