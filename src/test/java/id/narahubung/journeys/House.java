package id.narahubung.journeys;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.Account;
import id.narahubung.accounts.MakePerson;
import id.narahubung.accounts.MakePerson.NewPerson;
import id.narahubung.accounts.PersonStore;
import id.narahubung.data.Database;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.MakeOrganisation;
import id.narahubung.platforms.MakeOrganisation.NewOrganisation;
import id.narahubung.platforms.MakePlatform;
import id.narahubung.platforms.MakePlatform.NewPlatform;
import id.narahubung.platforms.Organisation;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.testing.Browser;
import id.narahubung.testing.Doors;
import id.narahubung.testing.Given;
import id.narahubung.text.Language;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A ministry and two companies with an account of every role, made by the commands of the console
 * and of the one-time link.
 */
final class House {

  static final String PASSWORD = Doors.PASSWORD;
  static final String PLATFORM = "Klip";
  static final String COMPANY = "PT Klip Nusantara";

  static final String OFFICER = "petugas@kementerian.example";
  static final String SUPERVISOR = "penyelia@kementerian.example";
  static final String SECOND_SUPERVISOR = "penyelia2@kementerian.example";
  static final String DECISION_MAKER = "pejabat@kementerian.example";
  static final String ADMINISTRATOR = "administrator@kementerian.example";
  static final String AUDITOR = "auditor@kementerian.example";
  static final String RESPONDER = "penanggap@klip.example";
  static final String VIEWER = "pengamat@klip.example";
  static final String LEAD = "narahubung@klip.example";
  static final String STRANGER = "penanggap@layar.example";

  private final Database db;
  private final Ledger ledger = new Ledger();
  private final PersonStore persons = new PersonStore();
  private final PlatformStore platforms = new PlatformStore();
  private final Doors doors;
  private final Map<String, String> sessions = new HashMap<>();

  private House(Database db) {
    this.db = db;
    this.doors = new Doors(db);
  }

  /** Everybody reads this language; the company of the case lives an hour east of Jakarta. */
  static House build(Database db, Language language) {
    House house = new House(db);
    Organisation ministry = house.organisation(Side.MINISTRY, "Kementerian Contoh");
    house.person(ministry, OFFICER, Role.OFFICER, language, "Asia/Jakarta");
    house.person(ministry, SUPERVISOR, Role.SUPERVISOR, language, "Asia/Jakarta");
    house.person(ministry, ADMINISTRATOR, Role.ADMINISTRATOR, language, "Asia/Jakarta");
    house.person(ministry, AUDITOR, Role.AUDITOR, language, "Asia/Jakarta");
    Organisation company = house.organisation(Side.COMPANY, COMPANY);
    house.platform(company, PLATFORM, "klip.example");
    house.person(company, RESPONDER, Role.RESPONDER, language, "Asia/Shanghai");
    house.person(company, VIEWER, Role.VIEWER, language, "Asia/Shanghai");
    house.person(company, LEAD, Role.LEAD, language, "Asia/Shanghai");
    Organisation other = house.organisation(Side.COMPANY, "PT Layar Maya");
    house.platform(other, "Layar", "layar.example");
    house.person(other, STRANGER, Role.RESPONDER, language, "Asia/Jakarta");
    return house;
  }

  /** Another supervisor, for what nobody decides of one's own. */
  void second(Language language) {
    Organisation ministry = db.as(SystemViewer.CONSOLE, platforms::ministry).orElseThrow();
    person(ministry, SECOND_SUPERVISOR, Role.SUPERVISOR, language, "Asia/Jakarta");
  }

  /** Somebody who signs decisions about access. */
  PersonViewer decisionMaker(Language language) {
    Organisation ministry = db.as(SystemViewer.CONSOLE, platforms::ministry).orElseThrow();
    person(ministry, DECISION_MAKER, Role.DECISION_MAKER, language, "Asia/Jakarta");
    return viewer(DECISION_MAKER);
  }

  /** The company of the case with its platform. */
  Given.Company company() {
    Platform platform = platform();
    return new Given.Company(
        new Organisation(platform.companyId(), Side.COMPANY, platform.companyName()), platform);
  }

  Account account(String email) {
    return db.as(SystemViewer.CONSOLE, tx -> persons.find(tx, email)).orElseThrow();
  }

  PersonViewer viewer(String email) {
    Account account = account(email);
    return new PersonViewer(
        account.id(), account.organisationId(), account.side(), account.roles(), account.code());
  }

  Platform platform() {
    return db.as(SystemViewer.CONSOLE, tx -> platforms.find(tx, PLATFORM)).orElseThrow();
  }

  /** Somebody at a browser who takes everybody's seat in turn. */
  Visitor visitor(Browser browser, Language language) {
    return new Visitor(browser, language, rules(db), sessions);
  }

  /** The rules in force, whose labels the pages show. */
  static RuleSet rules(Database db) {
    return db.as(SystemViewer.CONSOLE, tx -> new RuleStore().inForce(tx));
  }

  private Organisation organisation(Side side, String name) {
    return db.as(
        SystemViewer.CONSOLE,
        tx ->
            new MakeOrganisation(platforms, ledger)
                .run(tx, UUID.randomUUID(), new NewOrganisation(side, name, Optional.of(name))));
  }

  private void platform(Organisation company, String name, String host) {
    NewPlatform wanted =
        new NewPlatform(
            company,
            name,
            ZoneId.of("Asia/Jakarta"),
            LocalTime.MIN,
            LocalTime.of(23, 59),
            List.of(host));
    db.as(
        SystemViewer.CONSOLE,
        tx -> new MakePlatform(platforms, ledger).run(tx, UUID.randomUUID(), wanted));
  }

  private void person(
      Organisation organisation, String email, Role role, Language language, String zone) {
    String name = email.substring(0, email.indexOf('@'));
    NewPerson wanted =
        new NewPerson(organisation, name, email, Set.of(role), language, ZoneId.of(zone));
    Account made =
        db.as(
            SystemViewer.CONSOLE,
            tx -> new MakePerson(persons, ledger).run(tx, UUID.randomUUID(), wanted));
    sessions.put(email, doors.session(made.id()));
  }

  /** The path of a fresh one-time link for somebody who is there. */
  String link(String email) {
    return doors.link(account(email).id());
  }
}
