package id.narahubung.accounts;

import id.narahubung.access.NotAllowed;
import id.narahubung.access.Permission;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Ends a lent role before its time; it counts no more from the next page on. Refused when the
 * viewer neither lent it nor keeps the accounts of the own organisation. To end what is over is no
 * act.
 */
public final class EndLoan {

  private final LoanStore loans;
  private final Ledger ledger;

  public EndLoan(LoanStore loans, Ledger ledger) {
    this.loans = loans;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long id) {
    PersonViewer me = tx.person();
    // An auditor sees loans and may lock none.
    if (!mayEnd(me, loans.fetch(tx, id))) {
      throw new NotAllowed(Permission.LEND_ROLES);
    }
    Loan loan = loans.lock(tx, id);
    if (loan.isOverAt(tx.now())) {
      return;
    }
    loans.end(tx, id, ledger.add(tx, told(me, act, loan)));
  }

  static boolean mayEnd(PersonViewer viewer, Loan loan) {
    return viewer.personId() == loan.lender()
        || (viewer.organisationId() == loan.organisation()
            && Keeping.keeps(viewer, loan.organisation()));
  }

  private static Act told(PersonViewer me, UUID act, Loan loan) {
    String role =
        me.personId() == loan.lender()
            ? RoleCode.of(loan.role())
            : RoleCode.of(Keeping.signature(me));
    Act told =
        Act.of(act, EventKind.LOAN_ENDED, role, Share.only(me.side()))
            .with("loan", loan.id())
            .with("person", loan.person())
            .with("role", RoleCode.of(loan.role()));
    return me.side() == Side.COMPANY ? told.behind(loan.organisation()) : told;
  }
}
