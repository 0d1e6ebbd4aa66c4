package id.narahubung.accounts;

import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Tells the ledger of lent roles that began or ended by themselves. They do so without it: this is
 * the record alone, with the instant at which it was.
 */
public final class TellLoans {

  private final Database db;
  private final LoanStore loans;
  private final Ledger ledger;
  private final Supplier<UUID> acts;

  public TellLoans(Database db, LoanStore loans, Ledger ledger, Supplier<UUID> acts) {
    this.db = db;
    this.loans = loans;
    this.ledger = ledger;
    this.acts = acts;
  }

  public void run() {
    db.run(
        SystemViewer.LOANS,
        tx -> {
          for (Loan loan : loans.untoldBeginnings(tx)) {
            loans.begun(tx, loan.id(), tell(tx, EventKind.LOAN_BEGUN, loan, loan.startsAt()));
          }
          for (Loan loan : loans.untoldEnds(tx)) {
            loans.over(tx, loan.id(), tell(tx, EventKind.LOAN_ENDED, loan, loan.endsAt()));
          }
        });
  }

  private long tell(Tx tx, EventKind kind, Loan loan, Instant at) {
    Act told =
        Act.of(acts.get(), kind, "portal", Share.only(loan.role().side()))
            .with("loan", loan.id())
            .with("person", loan.person())
            .with("role", RoleCode.of(loan.role()))
            .with("at", at.toString());
    return ledger.add(
        tx, loan.role().side() == Side.COMPANY ? told.behind(loan.organisation()) : told);
  }
}
