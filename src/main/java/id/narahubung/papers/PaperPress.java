package id.narahubung.papers;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import id.narahubung.access.Busy;
import id.narahubung.templates.Templates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;

/**
 * Prints a template as a PDF that screen readers can read. It knows one style sheet and three fonts
 * of its own and fetches nothing else, whatever a text says.
 */
public final class PaperPress {

  private static final String STYLES = "paper:styles";
  private static final String FAMILY = "Paper";

  /** For what the paper's own fonts do not hold: people paste other scripts. */
  private static final String REST = "Rest";

  private final Templates templates = Templates.papers();

  /** A long annex needs memory: one paper is printed at a time. */
  private final Semaphore turn = new Semaphore(1);

  private final Duration mostWaiting;

  public PaperPress() {
    this(Duration.ofSeconds(20));
  }

  PaperPress(Duration mostWaiting) {
    this.mostWaiting = mostWaiting;
    // It tells of every font and style sheet it loads.
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  /** Prints one paper. */
  @FunctionalInterface
  interface Printer {
    byte[] print(String template, Object page);
  }

  /**
   * Does work that prints, reading included, when its turn comes; Busy when that takes too long.
   */
  <T> T inTurn(Function<Printer, T> work) {
    takeTurn();
    try {
      return work.apply(this::print);
    } finally {
      turn.release();
    }
  }

  private void takeTurn() {
    try {
      if (!turn.tryAcquire(mostWaiting.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Busy(new IllegalStateException("too many papers at once"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy(e);
    }
  }

  private byte[] print(String template, Object page) {
    try {
      return pdf(printable(templates.draw(template, page)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without what XML cannot hold: somebody may have pasted it. */
  static String printable(String document) {
    StringBuilder good = new StringBuilder(document.length());
    document
        .codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= ' ' && c < 0xd800)
                    || (c >= 0xe000 && c < 0xfffe)
                    || c >= 0x10000)
        .forEach(good::appendCodePoint);
    return good.toString();
  }

  private static byte[] pdf(String document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFont(() -> open("/fonts/paper-regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> open("/fonts/paper-bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
    builder.useFont(() -> open("/fonts/paper-rest.ttf"), REST, 400, FontStyle.NORMAL, true);
    builder.useUriResolver((base, uri) -> STYLES.equals(uri) ? uri : null);
    builder.useProtocolsStreamImplementation(uri -> new Styles(), "paper");
    builder.useObjectDrawerFactory(new PlotDrawer.Factory());
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Narahubung");
    builder.withHtmlContent(document, null);
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(PaperPress.class.getResourceAsStream(resource), resource);
  }

  private static final class Styles implements FSStream {

    @Override
    public InputStream getStream() {
      return open("/fonts/paper.css");
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
    }
  }
}
