package id.narahubung.testing;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.Account;
import id.narahubung.accounts.MakePerson;
import id.narahubung.accounts.PersonStore;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.MakeOrganisation;
import id.narahubung.platforms.MakePlatform;
import id.narahubung.platforms.Organisation;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.RequestDesk;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.text.Language;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a test starts from, built through the commands that people use: who does not matter gets a
 * default, so a test writes only what it is about.
 */
public final class Given {

  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private final Database db;
  private final FakeClock clock;
  private final Ledger ledger = new Ledger();
  private final RequestDesk desk = new RequestDesk(ledger);
  private final PlatformStore platforms = new PlatformStore();
  private final PersonStore persons = new PersonStore();
  private @Nullable Organisation ministry;
  private @Nullable PersonViewer officer;
  private @Nullable PersonViewer supervisor;
  private int serial;

  public Given(Database db, FakeClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** A company with its one platform. */
  public record Company(Organisation organisation, Platform platform) {

    public long id() {
      return organisation.id();
    }
  }

  public Database db() {
    return db;
  }

  public FakeClock clock() {
    return clock;
  }

  /** The commands and stores under test. */
  public RequestDesk desk() {
    return desk;
  }

  public Ledger ledger() {
    return ledger;
  }

  /** A form's one-time id. */
  public UUID act() {
    return new UUID(42, ++serial);
  }

  /** Does something in one transaction of a person. */
  public <T> T as(Viewer viewer, Function<Tx, T> work) {
    return db.as(viewer, work);
  }

  public Organisation ministry() {
    Organisation made = ministry;
    if (made == null) {
      made = organisation(Side.MINISTRY, "Kementerian");
      ministry = made;
    }
    return made;
  }

  public Company company(String name) {
    Organisation organisation = organisation(Side.COMPANY, "PT " + name);
    MakePlatform make = new MakePlatform(platforms, ledger);
    String host = name.toLowerCase(java.util.Locale.ROOT) + ".example";
    Platform platform =
        db.as(
            SystemViewer.CONSOLE,
            tx ->
                make.run(
                    tx,
                    act(),
                    new MakePlatform.NewPlatform(
                        organisation,
                        name,
                        JAKARTA,
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        List.of(host))));
    return new Company(organisation, platform);
  }

  private Organisation organisation(Side side, String name) {
    MakeOrganisation make = new MakeOrganisation(platforms, ledger);
    return db.as(
        SystemViewer.CONSOLE,
        tx ->
            make.run(
                tx, act(), new MakeOrganisation.NewOrganisation(side, name, Optional.empty())));
  }

  /** A new person of an organisation. */
  public PersonViewer person(Organisation organisation, Role... roles) {
    Account account = account(organisation, "person" + (serial + 1) + "@mail.example", roles);
    return new PersonViewer(
        account.id(), account.organisationId(), account.side(), account.roles(), account.code());
  }

  /** A new account under an address of one's own choice, without a password. */
  public Account account(Organisation organisation, String email, Role... roles) {
    Set<Role> all = EnumSet.noneOf(Role.class);
    all.addAll(List.of(roles));
    MakePerson make = new MakePerson(persons, ledger);
    return db.as(
        SystemViewer.CONSOLE,
        tx ->
            make.run(
                tx,
                act(),
                new MakePerson.NewPerson(
                    organisation, "Nama " + serial, email, all, Language.ID, JAKARTA)));
  }

  /** The officer who drafts where nobody else is named: always the same one. */
  public PersonViewer officer() {
    PersonViewer made = officer;
    if (made == null) {
      made = person(ministry(), Role.OFFICER);
      officer = made;
    }
    return made;
  }

  /** The supervisor who sends where nobody else is named: always the same one. */
  public PersonViewer supervisor() {
    PersonViewer made = supervisor;
    if (made == null) {
      made = person(ministry(), Role.SUPERVISOR);
      supervisor = made;
    }
    return made;
  }

  /** A new responder of a company. */
  public PersonViewer responder(Company company) {
    return person(company.organisation(), Role.RESPONDER);
  }

  /** A request to a company, to be said more about and then saved, submitted or sent. */
  public GivenRequest request(Company company) {
    return new GivenRequest(this, company);
  }

  public TakedownRequest read(Viewer viewer, long request) {
    return db.as(viewer, tx -> desk.requests().fetch(tx, request));
  }

  /** Lets a draft go without a screenshot, for a reason, where one is asked for. */
  public void withoutScreenshot(PersonViewer author, long draft) {
    db.run(
        author,
        tx -> {
          TakedownRequest now = desk.requests().fetch(tx, draft);
          if (!now.restriction().restricted()) {
            desk.override()
                .run(tx, act(), draft, now.version(), "evidence", Optional.of("Menyusul."));
          }
        });
  }

  /** A request's items as a viewer sees them, in order. */
  public List<Item> items(Viewer viewer, long request) {
    return db.as(
        viewer, tx -> desk.items().list(tx, request, Optional.empty(), 0, Integer.MAX_VALUE));
  }

  /** What a form would send about these items now. */
  public List<ItemRef> refs(Viewer viewer, long request) {
    return items(viewer, request).stream().map(Item::ref).toList();
  }

  public ItemFacts facts(Viewer viewer, long item) {
    return db.as(viewer, tx -> desk.facts().fetch(tx, List.of(item)).values().iterator().next());
  }
}
