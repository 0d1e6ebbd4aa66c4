package id.narahubung.accounts;

import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Gives an account one more role, or an auditor new limits. Refused when the viewer does not keep
 * the account or it is the own one, when the role belongs to the other side or is not the viewer's
 * to give, and when an auditor or administrator would hold another one. A role the account holds
 * already is no act.
 */
public final class GiveRole {

  private final PersonStore persons;
  private final Ledger ledger;

  public GiveRole(PersonStore persons, Ledger ledger) {
    this.persons = persons;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long person, Role role, Limits limits) {
    Account account = persons.lock(tx, person);
    Keeping.require(tx.viewer(), account.organisationId());
    Keeping.requireAnother(tx.viewer(), person);
    if (role.side() != account.side()) {
      throw new RuleBroken("person.role_of_other_side", RoleCode.of(role));
    }
    Keeping.requireGivable(tx.viewer(), role);
    Account.Given wanted = new Account.Given(role, limits, limits.isOverAt(tx.now()));
    if (account.given().contains(wanted)) {
      return;
    }
    Set<Role> roles = EnumSet.of(role);
    roles.addAll(account.roles());
    MakePerson.checkTogether(roles, limits);
    persons.putRole(tx, person, role, limits);
    Act given =
        Keeping.act(tx.viewer(), act, EventKind.ROLE_GIVEN, account)
            .with("role", RoleCode.of(role));
    ledger.add(tx, limits.tellIn(given));
  }
}
