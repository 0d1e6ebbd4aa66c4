package id.narahubung.accounts;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
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

  /** A new password, hashed, for the account as it stood. */
  public record Change(Account account, String hash) {}

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

  /** Outside any transaction, because hashing takes long: the new hash, if the old one is right. */
  public Change prepare(Account account, String old, String fresh) {
    if (!passwords.matches(old, account.passwordHash())) {
      throw new RuleBroken(WRONG);
    }
    return new Change(account, passwords.hashNew(fresh));
  }

  /** Stale when the password was changed since the old one was found right. */
  public void run(Tx tx, UUID act, String token, Change change) {
    Account account = persons.lock(tx, tx.person().personId());
    if (!account.passwordHash().equals(change.account().passwordHash())) {
      throw new Stale("password");
    }
    persons.setPassword(tx, account.id(), change.hash());
    sessions.endOthers(tx, account.id(), Token.hash(token));
    ledger.add(tx, SignIn.ownAct(account, act, EventKind.PASSWORD_CHANGED));
  }
}
