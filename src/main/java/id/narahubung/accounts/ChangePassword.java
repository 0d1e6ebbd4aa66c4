package id.narahubung.accounts;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Changes one's own password and ends one's other sessions. Refused when the old password is wrong
 * or the new one too short.
 */
public final class ChangePassword {

  static final String WRONG = "account.old_password_wrong";

  private final PersonStore persons;
  private final SessionStore sessions;
  private final Passwords passwords;
  private final Ledger ledger;

  public ChangePassword(
      PersonStore persons, SessionStore sessions, Passwords passwords, Ledger ledger) {
    this.persons = persons;
    this.sessions = sessions;
    this.passwords = passwords;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, String token, String old, String fresh) {
    Account account = persons.fetch(tx, tx.person().personId());
    if (!passwords.matches(old, account.passwordHash())) {
      throw new RuleBroken(WRONG);
    }
    persons.setPassword(tx, account.id(), passwords.hashNew(fresh));
    sessions.endOthers(tx, account.id(), Token.hash(token));
    ledger.add(tx, SignIn.ownAct(account, act, EventKind.PASSWORD_CHANGED));
  }
}
