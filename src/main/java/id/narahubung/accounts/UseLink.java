package id.narahubung.accounts;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Sets a person's password by a one-time link, ends the other sessions and signs the person in.
 * Refused when the link was used, is too old or never was, and when the password is too short.
 */
public final class UseLink {

  private final PersonStore persons;
  private final OneTimeLinkStore links;
  private final SessionStore sessions;
  private final Passwords passwords;
  private final SignIn signIn;
  private final Ledger ledger;

  public UseLink(
      PersonStore persons,
      OneTimeLinkStore links,
      SessionStore sessions,
      Passwords passwords,
      SignIn signIn,
      Ledger ledger) {
    this.persons = persons;
    this.links = links;
    this.sessions = sessions;
    this.passwords = passwords;
    this.signIn = signIn;
    this.ledger = ledger;
  }

  /** The account a link is for, without using it: a mail scanner that looks must not spend it. */
  public Account look(Tx tx, String token) {
    return links
        .find(tx, Token.hash(token))
        .map(person -> persons.fetch(tx, person))
        .filter(Account::active)
        .orElseThrow(() -> new RuleBroken("link.spent"));
  }

  /** Outside any transaction, because hashing takes long. */
  public String hash(String password) {
    return passwords.hashNew(password);
  }

  /** The hash is of the new password. */
  public SignIn.Begun run(Tx tx, UUID act, String token, String hash, String agent) {
    Account account = look(tx, token);
    if (links.use(tx, Token.hash(token)).isEmpty()) {
      throw new RuleBroken("link.spent");
    }
    persons.setPassword(tx, account.id(), hash);
    SignIn.Begun begun = signIn.begin(tx, account, agent, "");
    sessions.endOthers(tx, account.id(), Token.hash(begun.token()));
    ledger.add(tx.signedBy(account.viewer()), SignIn.ownAct(account, act, EventKind.LINK_USED));
    return begun;
  }
}
