package id.narahubung.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
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
