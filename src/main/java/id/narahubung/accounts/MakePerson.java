package id.narahubung.accounts;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.Organisation;
import id.narahubung.text.Language;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/**
 * Makes an account in an organisation, under its next code, without a password yet. Refused when
 * the viewer keeps no accounts there, the name or address is none, the address is taken, when a
 * role belongs to the other side or is not the viewer's to give, and when an auditor or
 * administrator would hold another role, or somebody the one for restricted content alone.
 */
public final class MakePerson {

  private final PersonStore persons;
  private final Ledger ledger;

  public MakePerson(PersonStore persons, Ledger ledger) {
    this.persons = persons;
    this.ledger = ledger;
  }

  /** Whom to make; the limits are an auditor's. */
  public record NewPerson(
      Organisation organisation,
      String name,
      String email,
      Set<Role> roles,
      Limits limits,
      Language language,
      ZoneId zone) {

    public NewPerson {
      roles = Set.copyOf(roles);
    }

    /** Somebody whose roles have no limits. */
    public NewPerson(
        Organisation organisation,
        String name,
        String email,
        Set<Role> roles,
        Language language,
        ZoneId zone) {
      this(organisation, name, email, roles, Limits.NONE, language, zone);
    }
  }

  public Account run(Tx tx, UUID act, NewPerson person) {
    Keeping.require(tx.viewer(), person.organisation().id());
    String email = person.email().strip();
    checkName(person.name(), email);
    checkRoles(tx, person);
    if (persons.find(tx, email).isPresent()) {
      throw new RuleBroken("person.email_taken", email);
    }
    long id = persons.insert(tx, person, email);
    Account made = persons.fetch(tx, id);
    Act told =
        Keeping.act(tx.viewer(), act, EventKind.PERSON_MADE, made)
            .with("organisation", person.organisation().id())
            .with("code", made.code())
            .with("roles", person.roles().stream().map(RoleCode::of).sorted().toList());
    ledger.add(tx, person.limits().tellIn(told));
    return made;
  }

  static void checkName(String name, String email) {
    if (name.isBlank() || name.length() > 200) {
      throw new RuleBroken("person.name_needed");
    }
    if (email.length() > 254 || !email.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
      throw new RuleBroken("person.email_wrong", email);
    }
  }

  private static void checkRoles(Tx tx, NewPerson person) {
    if (person.roles().isEmpty()) {
      throw new RuleBroken("person.role_needed");
    }
    for (Role role : person.roles()) {
      if (role.side() != person.organisation().side()) {
        throw new RuleBroken("person.role_of_other_side", RoleCode.of(role));
      }
      Keeping.requireGivable(tx.viewer(), role);
    }
    checkTogether(person.roles(), person.limits());
  }

  /**
   * An auditor judges what others did, and so does none of it; only that role has limits. Who keeps
   * the accounts and the rules does no casework either. What is restricted is opened by a role
   * beside another: alone it would let nobody work.
   */
  static void checkTogether(Set<Role> roles, Limits limits) {
    if (roles.contains(Role.ADMINISTRATOR) && roles.size() > 1) {
      throw new RuleBroken("person.administrator_alone");
    }
    if (roles.contains(Role.AUDITOR) && roles.size() > 1) {
      throw new RuleBroken("person.auditor_alone");
    }
    if (isWithoutWork(roles)) {
      throw new RuleBroken("person.restricted_beside");
    }
    if (!roles.contains(Role.AUDITOR) && !limits.equals(Limits.NONE)) {
      throw new RuleBroken("person.limits_for_auditor");
    }
  }

  /** Whether nothing is left but what opens restricted content. */
  static boolean isWithoutWork(Set<Role> roles) {
    return !roles.isEmpty() && roles.stream().allMatch(role -> role.may(Permission.SEE_RESTRICTED));
  }
}
