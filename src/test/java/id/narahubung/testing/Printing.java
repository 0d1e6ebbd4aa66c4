package id.narahubung.testing;

import id.narahubung.commitments.CommitmentStore;
import id.narahubung.decisions.DecisionDesk;
import id.narahubung.papers.PaperDesk;
import id.narahubung.papers.PrintOrder;
import id.narahubung.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;

/** Papers printed without a portal, and read back. */
public final class Printing {

  private Printing() {}

  public static PaperDesk desk(Given given) {
    return PaperDesk.of(
        new PaperDesk.Ground(
            given.db(),
            new Messages(),
            given.desk(),
            new DecisionDesk(given.desk(), new CommitmentStore(), given.ledger()),
            given.ledger(),
            URI.create("https://narahubung.example"),
            new SplittableRandom(3)));
  }

  public static PrintOrder orders(Given given) {
    return desk(given).print();
  }

  /** The text of all pages, white space collapsed. */
  public static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its drawings say to who does not see them. */
  public static List<String> drawings(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return described(document.getDocumentCatalog().getStructureTreeRoot().getKids()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> described(List<?> parts) {
    return parts.stream()
        .filter(PDStructureElement.class::isInstance)
        .map(PDStructureElement.class::cast)
        .flatMap(
            part ->
                Stream.concat(
                    Stream.ofNullable(part.getAlternateDescription()), described(part.getKids())));
  }

  /** Submits and sends a draft; gives its number. */
  public static String send(Given given, long draft) {
    int version = given.read(given.officer(), draft).version();
    given
        .db()
        .run(given.officer(), tx -> given.desk().submit().run(tx, given.act(), draft, version));
    int waiting = given.read(given.supervisor(), draft).version();
    return given.as(
        given.supervisor(), tx -> given.desk().send().run(tx, given.act(), draft, waiting));
  }
}
