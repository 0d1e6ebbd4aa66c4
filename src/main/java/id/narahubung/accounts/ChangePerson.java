package id.narahubung.accounts;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.text.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Changes an account's name, address, language and zone; its code stays, for it signs what was
 * done. Refused when the viewer does not keep the account, the name or address is none, the address
 * is taken, and when somebody changed it meanwhile. To say what stands there already is no act.
 */
public final class ChangePerson {

  private final PersonStore persons;
  private final Ledger ledger;

  public ChangePerson(PersonStore persons, Ledger ledger) {
    this.persons = persons;
    this.ledger = ledger;
  }

  /** What is said of a person. */
  public record Particulars(String name, String email, Language language, ZoneId zone) {

    public Particulars {
      name = name.strip();
      email = email.strip();
    }
  }

  public void run(Tx tx, UUID act, long person, int version, Particulars wanted) {
    Account now = persons.lock(tx, person);
    Keeping.require(tx.viewer(), now);
    MakePerson.checkName(wanted.name(), wanted.email());
    persons
        .find(tx, wanted.email())
        .filter(other -> other.id() != person)
        .ifPresent(
            other -> {
              throw new RuleBroken("person.email_taken", wanted.email());
            });
    List<String> changed = changed(now, wanted);
    if (changed.isEmpty()) {
      return;
    }
    persons.save(tx, person, version, wanted);
    ledger.add(
        tx, Keeping.act(tx.viewer(), act, EventKind.PERSON_CHANGED, now).with("changed", changed));
  }

  /** Which of them, not what: names and addresses stay out of the ledger. */
  private static List<String> changed(Account now, Particulars wanted) {
    List<String> changed = new ArrayList<>();
    if (!now.name().equals(wanted.name())) {
      changed.add("name");
    }
    if (!now.email().equals(wanted.email())) {
      changed.add("email");
    }
    if (now.language() != wanted.language()) {
      changed.add("language");
    }
    if (!now.zone().equals(wanted.zone())) {
      changed.add("zone");
    }
    return changed;
  }
}
