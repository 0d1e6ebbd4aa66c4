package id.narahubung.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Event;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Race;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import id.narahubung.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands on accounts: who keeps them, and what is refused. */
final class KeepAccountsTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final PersonStore persons = new PersonStore();
  private final GiveRole give = new GiveRole(persons, given.ledger());
  private final TakeRole take = new TakeRole(persons, given.ledger());
  private final CloseAccount close = new CloseAccount(persons, given.ledger());
  private final OpenAccount open = new OpenAccount(persons, given.ledger());
  private Company klip;
  private PersonViewer administrator;
  private PersonViewer lead;

  @BeforeEach
  void whoKeeps() {
    klip = given.company("Klip");
    administrator = given.person(given.ministry(), Role.ADMINISTRATOR);
    lead = given.person(klip.organisation(), Role.LEAD);
  }

  @Test
  void the_last_administrator_stays_even_against_the_console() {
    long only = administrator.personId();
    Refused.byRule(
        "person.last_administrator", () -> take(SystemViewer.CONSOLE, only, Role.ADMINISTRATOR));
    PersonViewer second = given.person(given.ministry(), Role.ADMINISTRATOR);
    close(administrator, second.personId());
    Refused.byRule(
        "person.last_administrator", () -> take(SystemViewer.CONSOLE, only, Role.ADMINISTRATOR));
    given.db().run(administrator, tx -> open.run(tx, given.act(), second.personId()));
    take(SystemViewer.CONSOLE, only, Role.ADMINISTRATOR);
    assertThat(roles(only)).isEmpty();
  }

  @Test
  void nobody_gives_or_takes_ones_own_roles() {
    for (PersonViewer who : List.of(administrator, lead)) {
      Role role = who.side() == administrator.side() ? Role.SUPERVISOR : Role.VIEWER;
      Refused.byRule("person.not_ones_own", () -> give(who, who.personId(), role));
      Refused.byRule(
          "person.not_ones_own", () -> take(who, who.personId(), who.roles().iterator().next()));
      Refused.byRule("person.not_ones_own", () -> close(who, who.personId()));
    }
  }

  @Test
  void who_keeps_no_accounts_is_refused() {
    long colleague = given.responder(klip).personId();
    for (PersonViewer who :
        List.of(given.responder(klip), given.person(klip.organisation(), Role.VIEWER))) {
      Refused.forLackOf(Permission.ADMINISTER, () -> give(who, colleague, Role.VIEWER));
      Refused.forLackOf(Permission.ADMINISTER, () -> take(who, colleague, Role.RESPONDER));
      Refused.forLackOf(Permission.ADMINISTER, () -> close(who, colleague));
    }
    Refused.forLackOf(
        Permission.ADMINISTER, () -> close(given.supervisor(), given.officer().personId()));
    Refused.asUnknown(() -> close(lead, given.officer().personId()));
    Refused.byRule(
        "person.role_by_administrator", () -> give(lead, colleague, Role.RESTRICTED_RESPONDER));
    Refused.byRule("person.role_of_other_side", () -> give(administrator, colleague, Role.OFFICER));
  }

  @Test
  void what_opens_restricted_content_stands_beside_a_role_of_work() {
    Refused.byRule(
        "person.restricted_beside",
        () -> make(administrator, "baru@mail.example", Role.RESTRICTED_OFFICER));
    long officer = given.person(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER).personId();
    Refused.byRule("person.restricted_left", () -> take(administrator, officer, Role.OFFICER));
    take(administrator, officer, Role.RESTRICTED_OFFICER);
    take(administrator, officer, Role.OFFICER);
    assertThat(roles(officer)).isEmpty();
  }

  @Test
  void closing_lets_go_of_what_was_held_and_is_one_event_however_often() {
    PersonViewer responder = given.responder(klip);
    var sent = given.request(klip).withItems(2).sent();
    given
        .db()
        .run(
            responder,
            tx ->
                given
                    .desk()
                    .hold()
                    .run(
                        tx,
                        sent.refs(),
                        Optional.of(responder.personId()),
                        tx.now().plusSeconds(3600)));
    assertThat(db.rows("select 1 from item_hold")).isNotEmpty();

    close(lead, responder.personId());
    close(lead, responder.personId());

    assertThat(db.rows("select 1 from item_hold")).isEmpty();
    assertThat(db.rows("select actor_role, side from event where kind = 'person.closed'"))
        .containsExactly("lead|both");
  }

  @Test
  void what_a_role_is_given_for_again_or_taken_for_again_is_no_act() {
    long colleague = given.responder(klip).personId();
    give(lead, colleague, Role.RESPONDER);
    take(lead, colleague, Role.VIEWER);
    assertThat(db.rows("select 1 from event where kind like 'person.role_%'")).isEmpty();
  }

  @Test
  void what_an_administrator_does_to_a_companys_account_the_company_reads_and_hears() {
    PersonViewer colleague = given.responder(klip);
    given.responder(given.company("Layar"));

    give(administrator, colleague.personId(), Role.LEAD);
    link(administrator, lead.personId());

    assertThat(
            given.as(lead, tx -> given.ledger().ofAccount(tx, colleague.personId())).stream()
                .map(Event::kind))
        .containsExactly("person.made", "person.role_given");
    assertThat(db.rows("select distinct side, company_id from event where kind = 'link.made'"))
        .containsExactly("both|" + klip.id());
    assertThat(told("account_role_given")).containsExactly(lead.personId(), colleague.personId());
    assertThat(told("account_link_made")).containsExactly(lead.personId(), colleague.personId());
  }

  @Test
  void nobody_is_raised_at_the_ministry_unseen() {
    PersonViewer supervisor = given.supervisor();
    PersonViewer officer = given.officer();

    give(administrator, officer.personId(), Role.DECISION_MAKER);
    link(administrator, supervisor.personId());
    make(administrator, "kedua@k.example", Role.SUPERVISOR);
    make(administrator, "petugas@k.example", Role.OFFICER);

    assertThat(told("account_role_given"))
        .containsExactlyInAnyOrder(supervisor.personId(), officer.personId());
    // The officer decides, too, by now.
    assertThat(told("account_link_made")).contains(supervisor.personId(), officer.personId());
    assertThat(
            db.rows(
                "select count(distinct event_id) from notice where kind = 'account_made'"
                    + " and person_id = "
                    + supervisor.personId()))
        .containsExactly("1");
    assertThat(told("account_made")).doesNotContain(administrator.personId());
  }

  @Test
  void who_keeps_the_portal_does_no_casework() {
    PersonViewer officer = given.officer();
    Refused.byRule(
        "person.administrator_alone",
        () -> give(administrator, officer.personId(), Role.ADMINISTRATOR));
    PersonViewer second = given.person(given.ministry(), Role.ADMINISTRATOR);
    Refused.byRule(
        "person.administrator_alone",
        () -> give(administrator, second.personId(), Role.SUPERVISOR));
    Refused.byRule(
        "person.administrator_alone",
        () -> given.person(given.ministry(), Role.ADMINISTRATOR, Role.OFFICER));
    Refused.byConstraint(
        "person_role_administrator_alone",
        () ->
            given
                .db()
                .run(
                    administrator,
                    tx -> persons.putRole(tx, second.personId(), Role.OFFICER, Limits.NONE)));
  }

  @Test
  void of_two_who_take_a_role_at_once_one_did() {
    long colleague = given.responder(klip).personId();
    PersonViewer other = given.person(klip.organisation(), Role.LEAD);
    Consumer<Tx> taking = tx -> take.run(tx, given.act(), colleague, Role.RESPONDER);
    new Race(db).run(given, new Race.Person(lead, taking), new Race.Person(other, taking));
    assertThat(db.rows("select 1 from event where kind = 'person.role_taken'")).hasSize(1);
  }

  private void link(Viewer who, long person) {
    MakeLink link =
        new MakeLink(persons, new OneTimeLinkStore(), given.ledger(), new SplittableRandom(1));
    given.db().run(who, tx -> link.run(tx, given.act(), person));
  }

  private void make(Viewer who, String email, Role role) {
    MakePerson make = new MakePerson(persons, given.ledger());
    given
        .db()
        .run(
            who,
            tx ->
                make.run(
                    tx,
                    given.act(),
                    new MakePerson.NewPerson(
                        given.ministry(), "Nama", email, Set.of(role), Language.ID, Words.WIB)));
  }

  private static List<Long> told(String kind) {
    return db
        .rows("select distinct person_id from notice where kind = '%s' order by 1".formatted(kind))
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  private void give(Viewer who, long person, Role role) {
    given.db().run(who, tx -> give.run(tx, given.act(), person, role, Limits.NONE));
  }

  private void take(Viewer who, long person, Role role) {
    given.db().run(who, tx -> take.run(tx, given.act(), person, role));
  }

  private void close(Viewer who, long person) {
    given.db().run(who, tx -> close.run(tx, given.act(), person));
  }

  private List<String> roles(long person) {
    return db.rows("select role from person_role where person_id = " + person);
  }
}
