package id.narahubung.accounts;

import id.narahubung.access.Role;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a role from an account; it counts no more from the next page on, and what of it was lent
 * ends. Refused when the viewer does not keep the account or it is the own one, when the role is
 * not the viewer's to take, and when nobody would administer any more. A role the account does not
 * hold is no act.
 */
public final class TakeRole {

  private final PersonStore persons;
  private final EndHangingLoans loans;
  private final Ledger ledger;

  public TakeRole(PersonStore persons, Ledger ledger) {
    this.persons = persons;
    this.loans = new EndHangingLoans(ledger);
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long person, Role role) {
    Account account = persons.lock(tx, person);
    Keeping.require(tx.viewer(), account.organisationId());
    Keeping.requireAnother(tx.viewer(), person);
    Keeping.requireGivable(tx.viewer(), role);
    if (account.given().stream().noneMatch(each -> each.role() == role)) {
      return;
    }
    if (role == Role.ADMINISTRATOR && account.active()) {
      persons.requireOtherAdministrators(tx, person);
    }
    loans.run(tx, act, account, Optional.of(role));
    persons.removeRole(tx, person, role);
    ledger.add(
        tx,
        Keeping.act(tx.viewer(), act, EventKind.ROLE_TAKEN, account)
            .with("role", RoleCode.of(role)));
  }
}
