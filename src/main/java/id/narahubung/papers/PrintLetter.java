package id.narahubung.papers;

import id.narahubung.access.Viewer;
import id.narahubung.data.Tx;

/**
 * Gives a letter of warning as it was printed, and prints it when it is asked for the first time.
 * NotFound when the viewer cannot see it.
 */
public final class PrintLetter {

  private final PrintOnce once;
  private final CaseReader cases;
  private final LetterPaperMaker maker;

  PrintLetter(PrintOnce once, CaseReader cases, LetterPaperMaker maker) {
    this.once = once;
    this.cases = cases;
    this.maker = maker;
  }

  public PaperStore.Kept run(Viewer viewer, String number) {
    return once.run(viewer, number, this::read);
  }

  /** The printed letter itself. */
  public byte[] pdf(Viewer viewer, String number) {
    return once.pdf(viewer, number, this::read);
  }

  private PrintOnce.Ready read(Tx tx, String number) {
    LetterPaperMaker.Read read = cases.letter(tx, number);
    return new PrintOnce.Ready(
        "letter", read.letter().sentAt(), read.addressee(), code -> maker.make(read, code));
  }
}
