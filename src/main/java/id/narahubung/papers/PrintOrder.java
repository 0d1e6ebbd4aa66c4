package id.narahubung.papers;

import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Gives a request's order as it was printed, and prints it when it is asked for the first time.
 * Printing takes seconds for a long annex and holds no connection; of two at the same moment the
 * first stays. NotFound when the viewer cannot see the request.
 */
public final class PrintOrder {

  private final Database db;
  private final OrderPaperStore papers;
  private final CaseReader cases;
  private final OrderPaperMaker maker;
  private final PaperPress press;
  private final RandomGenerator random;

  PrintOrder(
      Database db,
      OrderPaperStore papers,
      CaseReader cases,
      OrderPaperMaker maker,
      PaperPress press,
      RandomGenerator random) {
    this.db = db;
    this.papers = papers;
    this.cases = cases;
    this.maker = maker;
    this.press = press;
    this.random = random;
  }

  public OrderPaperStore.Kept run(Viewer viewer, String number) {
    return db.as(viewer, tx -> papers.find(tx, number))
        .orElseGet(
            () ->
                press.inTurn(
                    // Who had the turn before may have printed it.
                    printer ->
                        db.as(viewer, tx -> papers.find(tx, number))
                            .orElseGet(() -> print(printer, viewer, number))));
  }

  /** The printed order itself. */
  public byte[] pdf(Viewer viewer, String number) {
    OrderPaperStore.Kept kept = run(viewer, number);
    return db.as(viewer, tx -> papers.pdf(tx, kept.number()));
  }

  private OrderPaperStore.Kept print(PaperPress.Printer printer, Viewer viewer, String number) {
    OrderPaperMaker.Read read = db.as(viewer, tx -> cases.order(tx, number));
    String code = CheckCode.next(random);
    byte[] pdf = printer.print("order", maker.make(read, code));
    OrderPaperStore.Confirmed order =
        new OrderPaperStore.Confirmed(
            number, read.sentAt(), read.addressee(), sha256(pdf), Optional.empty());
    db.run(SystemViewer.PAPERS, tx -> papers.insert(tx, order, code, pdf));
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
