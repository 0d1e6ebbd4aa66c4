package id.narahubung.accounts;

import id.narahubung.access.Role;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.Optional;
import java.util.UUID;

/**
 * Closes an account: its sessions, its links, its loans and what it holds of items end at once;
 * what it did stays signed by it. Refused when the viewer does not keep the account or it is the
 * own one, and when nobody would administer any more. To close what is closed is no act.
 */
public final class CloseAccount {

  private final PersonStore persons;
  private final EndHangingLoans loans;
  private final Ledger ledger;

  public CloseAccount(PersonStore persons, Ledger ledger) {
    this.persons = persons;
    this.loans = new EndHangingLoans(ledger);
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long person) {
    Account account = persons.lock(tx, person);
    Keeping.require(tx.viewer(), account.organisationId());
    Keeping.requireAnother(tx.viewer(), person);
    if (!account.active()) {
      return;
    }
    if (account.roles().contains(Role.ADMINISTRATOR)) {
      persons.requireOtherAdministrators(tx, person);
    }
    loans.run(tx, act, account, Optional.empty());
    persons.setActive(tx, person, false);
    persons.endAllOf(tx, person);
    ledger.add(tx, Keeping.act(tx.viewer(), act, EventKind.CLOSED, account));
  }
}
