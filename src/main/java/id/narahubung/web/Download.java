package id.narahubung.web;

import id.narahubung.access.Busy;
import id.narahubung.sheets.SheetFormat;
import id.narahubung.sheets.SheetWriter;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Answers with a table as a file. It is written to disk row by row and sent from there: however
 * large, it takes no memory; who takes it slowly holds no connection of the database meanwhile; and
 * what goes wrong on the way is told by a page, not by a file that ends in its middle.
 */
public final class Download {

  /** Files that are written at the same time; further ones wait, so that pages find connections. */
  private static final Semaphore PLACES = new Semaphore(3);

  private static final int MOST_SECONDS_OF_WAITING = 20;

  private Download() {}

  /** The format that the query asks for; a workbook where it names none. */
  public static SheetFormat format(Context ctx) {
    return Form.ofQuery(ctx).text("format").equals(SheetFormat.CSV.extension())
        ? SheetFormat.CSV
        : SheetFormat.XLSX;
  }

  /**
   * Sends the rows that the work writes.
   *
   * @param name the file's name without its end, of letters, digits and dashes
   * @param sheet the name of the first sheet
   */
  public static void send(
      Context ctx, SheetFormat format, String name, String sheet, Consumer<SheetWriter> work) {
    try {
      Path file = Files.createTempFile("narahubung-", ".download");
      try {
        write(file, format, sheet, work);
        ctx.contentType(format.contentType())
            .header(
                "Content-Disposition",
                "attachment; filename=\"" + name + "." + format.extension() + "\"")
            .result(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, SheetFormat format, String sheet, Consumer<SheetWriter> work)
      throws IOException {
    takePlace();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        SheetWriter writer = format.open(out, sheet)) {
      work.accept(writer);
    } finally {
      PLACES.release();
    }
  }

  private static void takePlace() {
    try {
      if (!PLACES.tryAcquire(MOST_SECONDS_OF_WAITING, TimeUnit.SECONDS)) {
        throw new Busy(new IllegalStateException("too many downloads at once"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy(e);
    }
  }
}
