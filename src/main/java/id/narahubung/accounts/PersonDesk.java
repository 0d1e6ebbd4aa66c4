package id.narahubung.accounts;

import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.PlatformStore;
import java.net.URI;
import java.security.SecureRandom;
import java.util.UUID;

/** The commands by which accounts are kept, made once for pages and console. */
public final class PersonDesk {

  private final PersonStore persons = new PersonStore();
  private final PlatformStore platforms = new PlatformStore();
  private final LoanStore loans = new LoanStore();
  private final Ledger ledger;
  private final SecureRandom random;
  private final URI publicUrl;
  private final MakeLink link;

  public PersonDesk(Ledger ledger, SecureRandom random, URI publicUrl) {
    this.ledger = ledger;
    this.random = random;
    this.publicUrl = publicUrl;
    this.link = new MakeLink(persons, new OneTimeLinkStore(), ledger, random);
  }

  PersonStore persons() {
    return persons;
  }

  public LoanStore loans() {
    return loans;
  }

  public LendRole lend() {
    return new LendRole(persons, loans, ledger);
  }

  public EndLoan endLoan() {
    return new EndLoan(loans, ledger);
  }

  PlatformStore platforms() {
    return platforms;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Where a link leads from outside. */
  URI publicUrl() {
    return publicUrl;
  }

  public MakePerson make() {
    return new MakePerson(persons, ledger);
  }

  public MakeLink link() {
    return link;
  }

  public GiveRole give() {
    return new GiveRole(persons, ledger);
  }

  public TakeRole take() {
    return new TakeRole(persons, ledger);
  }

  ChangePerson change() {
    return new ChangePerson(persons, ledger);
  }

  public CloseAccount close() {
    return new CloseAccount(persons, ledger);
  }

  OpenAccount open() {
    return new OpenAccount(persons, ledger);
  }

  /** For a second event of the same form. */
  UUID nextAct() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
