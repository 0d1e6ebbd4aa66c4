package id.narahubung.accounts;

import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes a role from an account; it counts no more from the next page on, and what of it was lent
 * ends. Refused when the viewer does not keep the account or it is the own one, when the role is
 * not the viewer's to take, when nobody would administer any more, and when the one for restricted
 * content alone would be left. A role the account does not hold is no act.
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
    Set<Role> left =
        account.given().stream()
            .map(Account.Given::role)
            .filter(each -> each != role)
            .collect(Collectors.toSet());
    if (MakePerson.isWithoutWork(left)) {
      throw new RuleBroken("person.restricted_left");
    }
    loans.run(tx, act, account, Optional.of(role));
    persons.removeRole(tx, person, role);
    ledger.add(
        tx,
        Keeping.act(tx.viewer(), act, EventKind.ROLE_TAKEN, account)
            .with("role", RoleCode.of(role)));
  }
}
