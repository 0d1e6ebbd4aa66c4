package id.narahubung.accounts;

import id.narahubung.access.Role;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends the loans that hang on a role or an account somebody takes, one event each: left open, they
 * would count again when the role or the account came back.
 */
final class EndHangingLoans {

  private final LoanStore loans = new LoanStore();
  private final Ledger ledger;

  EndHangingLoans(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Without a role, all that the account lent or borrowed. */
  void run(Tx tx, UUID act, Account account, Optional<Role> taken) {
    for (LoanStore.Hanging loan : loans.hangingOn(tx, account.id(), taken)) {
      long event =
          ledger.add(
              tx,
              told(tx, Act.part(act, "loan " + loan.id()), account)
                  .with("loan", loan.id())
                  .with("person", loan.person())
                  .with("role", loan.role()));
      loans.endHanging(tx, loan.id(), event);
    }
  }

  /** Among colleagues a company's loans are its own; what the ministry does to them is both's. */
  private static Act told(Tx tx, UUID id, Account account) {
    Act act = Keeping.act(tx.viewer(), id, EventKind.LOAN_ENDED, account);
    return tx.viewer() instanceof PersonViewer me && me.side() == Side.COMPANY
        ? Act.of(id, act.kind(), act.role(), Share.COMPANY).behind(account.organisationId())
        : act;
  }
}
