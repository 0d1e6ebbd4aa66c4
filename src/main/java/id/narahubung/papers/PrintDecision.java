package id.narahubung.papers;

import id.narahubung.access.Stale;
import id.narahubung.access.Viewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;

/**
 * Gives a signed decision as it was printed, and prints it when it is asked for the first time; so
 * too what its signer saw, and before that what a signer would see now. What providers did since
 * makes another edition of the decision. NotFound when the viewer cannot see it, or before it is
 * signed; of what a signer would see, once nobody can sign it any more.
 */
public final class PrintDecision {

  /** Behind the number of a decision, that of its dossier. */
  static final String DOSSIER = "/B";

  private final Database db;
  private final PrintOnce once;
  private final PaperPress press;
  private final CaseReader cases;
  private final DecisionPaperMaker decisions;
  private final DossierPaperMaker dossiers;

  PrintDecision(
      Database db,
      PrintOnce once,
      PaperPress press,
      CaseReader cases,
      DecisionPaperMaker decisions,
      DossierPaperMaker dossiers) {
    this.db = db;
    this.once = once;
    this.press = press;
    this.cases = cases;
    this.decisions = decisions;
    this.dossiers = dossiers;
  }

  /** The printed decision itself, in its last edition. */
  public byte[] pdf(Viewer viewer, String number) {
    return once.pdf(viewer, db.as(viewer, tx -> edition(cases.decision(tx, number))), this::read);
  }

  private static String edition(DecisionPaperMaker.Read read) {
    int records = read.decision().executions().size();
    return read.number() + (records == 0 ? "" : "/" + records);
  }

  /** The printed dossier itself. */
  public byte[] dossier(Viewer viewer, String number) {
    return once.pdf(viewer, number + DOSSIER, this::readDossier);
  }

  /** What the signer of an open decision would see now: neither kept nor numbered. */
  public byte[] draft(Viewer viewer, long id) {
    return press.inTurn(
        printer ->
            printer.print("dossier", dossiers.draft(db.as(viewer, tx -> cases.open(tx, id)))));
  }

  private PrintOnce.Ready read(Tx tx, String edition) {
    String number = edition.split("/", 2)[0];
    DecisionPaperMaker.Read read = cases.decision(tx, number);
    if (!edition(read).equals(edition)) {
      throw new Stale(edition);
    }
    return new PrintOnce.Ready(
        "decision", read.signedAt(), read.addressee(), code -> decisions.make(read, edition, code));
  }

  private PrintOnce.Ready readDossier(Tx tx, String paper) {
    String number = paper.split("/", 2)[0];
    DecisionPaperMaker.Read read = cases.decision(tx, number);
    return new PrintOnce.Ready(
        "dossier", read.signedAt(), read.addressee(), code -> dossiers.make(read, paper, code));
  }
}
