package id.narahubung.demo;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.KeptFormStore;
import id.narahubung.accounts.KeptForms;
import id.narahubung.accounts.LendRole;
import id.narahubung.accounts.LoanStore;
import id.narahubung.accounts.MakeLink;
import id.narahubung.accounts.MakePerson;
import id.narahubung.accounts.MakePerson.NewPerson;
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
import id.narahubung.platforms.Organisation;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes accounts as the console does, and sets their passwords by one-time links as people do. */
final class Accounts {

  /** What the sign-in page's list of sessions would call the browser. */
  private static final String AGENT = "bin/run";

  private final PersonStore persons = new PersonStore();
  private final LendRole lend;
  private final MakePerson makePerson;
  private final MakeLink makeLink;
  private final UseLink useLink;
  private final Supplier<UUID> acts;

  Accounts(SecureRandom random, Ledger ledger, Supplier<UUID> acts) {
    this.acts = acts;
    OneTimeLinkStore links = new OneTimeLinkStore();
    SessionStore sessions = new SessionStore();
    Passwords passwords = new Passwords(random);
    SignIn signIn =
        new SignIn(
            persons,
            new SignInFailureStore(),
            new Sessions(sessions, random),
            new KeptForms(new KeptFormStore()),
            passwords,
            ledger,
            acts);
    this.lend = new LendRole(persons, new LoanStore(), ledger);
    this.makePerson = new MakePerson(persons, ledger);
    this.makeLink = new MakeLink(persons, links, ledger, random);
    this.useLink = new UseLink(persons, links, sessions, passwords, signIn, ledger);
  }

  /** By which one account lends another a role. */
  LendRole lend() {
    return lend;
  }

  PersonViewer make(Database db, Organisation organisation, Part part, String name) {
    NewPerson wanted =
        new NewPerson(
            organisation,
            name,
            part.email(),
            part.roles(),
            part.body().language(),
            part.body().zone());
    return db.as(SystemViewer.CONSOLE, tx -> makePerson.run(tx, acts.get(), wanted)).viewer();
  }

  /** Sets a password: the console makes the link, its owner uses it. */
  void setPassword(Database db, Part part, String password, UUID act) {
    String path =
        db.as(
            SystemViewer.CONSOLE,
            tx -> makeLink.run(tx, acts.get(), persons.find(tx, part.email()).orElseThrow().id()));
    String token = path.substring(path.lastIndexOf('/') + 1);
    String hash = useLink.hash(password);
    db.run(SystemViewer.SIGN_IN, tx -> useLink.run(tx, act, token, hash, AGENT));
  }
}
