package id.narahubung.papers;

import id.narahubung.access.Viewer;
import id.narahubung.data.Tx;

/**
 * Gives a request's order as it was printed, and prints it when it is asked for the first time.
 * NotFound when the viewer cannot see the request.
 */
public final class PrintOrder {

  private final PrintOnce once;
  private final CaseReader cases;
  private final OrderPaperMaker maker;

  PrintOrder(PrintOnce once, CaseReader cases, OrderPaperMaker maker) {
    this.once = once;
    this.cases = cases;
    this.maker = maker;
  }

  public PaperStore.Kept run(Viewer viewer, String number) {
    return once.run(viewer, number, this::read);
  }

  /** The printed order itself. */
  public byte[] pdf(Viewer viewer, String number) {
    return once.pdf(viewer, number, this::read);
  }

  private PrintOnce.Ready read(Tx tx, String number) {
    OrderPaperMaker.Read read = cases.order(tx, number);
    return new PrintOnce.Ready(
        "order", read.sentAt(), read.addressee(), code -> maker.make(read, code));
  }
}
