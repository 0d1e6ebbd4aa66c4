package id.narahubung.accounts;

import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Opens an account that was closed, with the roles and the password it had. Refused when the viewer
 * does not keep the account, or could not give the roles it holds. To open what is open is no act.
 */
public final class OpenAccount {

  private final PersonStore persons;
  private final Ledger ledger;

  public OpenAccount(PersonStore persons, Ledger ledger) {
    this.persons = persons;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long person) {
    Account account = persons.lock(tx, person);
    Keeping.require(tx.viewer(), account);
    if (account.active()) {
      return;
    }
    persons.setActive(tx, person, true);
    ledger.add(tx, Keeping.act(tx.viewer(), act, EventKind.OPENED, account));
  }
}
