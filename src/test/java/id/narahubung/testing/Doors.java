package id.narahubung.testing;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.KeptFormStore;
import id.narahubung.accounts.KeptForms;
import id.narahubung.accounts.MakeLink;
import id.narahubung.accounts.OneTimeLinkStore;
import id.narahubung.accounts.Passwords;
import id.narahubung.accounts.PersonStore;
import id.narahubung.accounts.SessionStore;
import id.narahubung.accounts.Sessions;
import id.narahubung.accounts.SignIn;
import id.narahubung.accounts.SignInFailureStore;
import id.narahubung.accounts.UseLink;
import id.narahubung.data.Database;
import id.narahubung.ledger.Ledger;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Lets people in by one-time links, without a page. All have one password, hashed once: a strong
 * hash takes long, and half of a short test was spent on it.
 */
public final class Doors {

  public static final String PASSWORD = "kata sandi yang panjang";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Passwords PASSWORDS = new Passwords(RANDOM);
  private static final String HASH = PASSWORDS.hashNew(PASSWORD);

  private final Database db;
  private final MakeLink makeLink;
  private final UseLink useLink;

  public Doors(Database db) {
    this.db = db;
    Ledger ledger = new Ledger();
    PersonStore persons = new PersonStore();
    SessionStore sessions = new SessionStore();
    OneTimeLinkStore links = new OneTimeLinkStore();
    this.makeLink = new MakeLink(persons, links, ledger, RANDOM);
    SignIn signIn =
        new SignIn(
            persons,
            new SignInFailureStore(),
            new Sessions(sessions, RANDOM),
            new KeptForms(new KeptFormStore()),
            PASSWORDS,
            ledger,
            UUID::randomUUID);
    this.useLink = new UseLink(persons, links, sessions, PASSWORDS, signIn, ledger);
  }

  /** The path of a fresh one-time link. */
  public String link(long person) {
    return db.as(SystemViewer.CONSOLE, tx -> makeLink.run(tx, UUID.randomUUID(), person));
  }

  /** The token of a session, begun by a link; the password is set from then on. */
  public String session(long person) {
    String path = link(person);
    String token = path.substring(path.lastIndexOf('/') + 1);
    return db.as(
            SystemViewer.SIGN_IN, tx -> useLink.run(tx, UUID.randomUUID(), token, HASH, "test"))
        .token();
  }
}
