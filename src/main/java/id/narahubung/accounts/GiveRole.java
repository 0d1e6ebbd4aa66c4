package id.narahubung.accounts;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Gives an account one more role. Refused when the viewer does not administer, or the role belongs
 * to the other side. A role the account holds already is no act.
 */
public final class GiveRole {

  private final PersonStore persons;
  private final Ledger ledger;

  public GiveRole(PersonStore persons, Ledger ledger) {
    this.persons = persons;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long person, Role role) {
    Account account = persons.fetch(tx, person);
    tx.viewer().require(Permission.ADMINISTER);
    if (role.side() != account.side()) {
      throw new RuleBroken("person.role_of_other_side", RoleCode.of(role));
    }
    if (account.roles().contains(role)) {
      return;
    }
    persons.addRole(tx, person, role);
    ledger.add(
        tx,
        Act.of(act, EventKind.ROLE_GIVEN, "administrator", Share.MINISTRY)
            .with("person", person)
            .with("role", RoleCode.of(role)));
  }
}
