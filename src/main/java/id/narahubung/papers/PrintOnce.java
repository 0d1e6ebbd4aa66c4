package id.narahubung.papers;

import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Prints a paper when it is asked for the first time, with a code of its own, and gives the same
 * bytes ever after. Printing takes seconds for a long annex and holds no connection; of two at the
 * same moment the first stays.
 */
final class PrintOnce {

  private final Database db;
  private final PaperStore papers;
  private final PaperPress press;
  private final RandomGenerator random;

  PrintOnce(Database db, PaperStore papers, PaperPress press, RandomGenerator random) {
    this.db = db;
    this.papers = papers;
    this.press = press;
    this.random = random;
  }

  /**
   * A paper ready to be printed.
   *
   * @param page what its template may see, made with the code that it prints
   */
  record Ready(String template, Instant sentAt, String addressee, Function<String, Object> page) {}

  /** Reads with the viewer's own eyes; NotFound when the viewer cannot see what it is about. */
  PaperStore.Kept run(Viewer viewer, String number, BiFunction<Tx, String, Ready> reading) {
    return db.as(viewer, tx -> papers.find(tx, number))
        .orElseGet(
            () ->
                press.inTurn(
                    // Who had the turn before may have printed it.
                    printer ->
                        db.as(viewer, tx -> papers.find(tx, number))
                            .orElseGet(() -> print(printer, viewer, number, reading))));
  }

  /** The printed paper itself. */
  byte[] pdf(Viewer viewer, String number, BiFunction<Tx, String, Ready> reading) {
    PaperStore.Kept kept = run(viewer, number, reading);
    return db.as(viewer, tx -> papers.pdf(tx, kept.number()));
  }

  private PaperStore.Kept print(
      PaperPress.Printer printer,
      Viewer viewer,
      String number,
      BiFunction<Tx, String, Ready> reading) {
    Ready ready = db.as(viewer, tx -> reading.apply(tx, number));
    String code = CheckCode.next(random);
    byte[] pdf = printer.print(ready.template(), ready.page().apply(code));
    PaperStore.Confirmed paper =
        new PaperStore.Confirmed(
            number, ready.sentAt(), ready.addressee(), sha256(pdf), Optional.empty());
    db.run(SystemViewer.PAPERS, tx -> papers.insert(tx, paper, code, pdf));
    return db.as(viewer, tx -> papers.find(tx, number)).orElseThrow();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
