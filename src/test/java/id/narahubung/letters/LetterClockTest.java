package id.narahubung.letters;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.notices.ClockNotices;
import id.narahubung.notices.NoticeStore;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the clock tells of letters, and what it asks to know it. */
final class LetterClockTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenLetters letters = new GivenLetters(given);
  private Company klip;
  private PersonViewer responder;
  private PersonViewer lead;
  private PersonViewer second;
  private Sent sent;

  @BeforeEach
  void threeItemsPastTheirTime() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    lead = given.person(klip.organisation(), Role.LEAD);
    second = given.person(given.ministry(), Role.SUPERVISOR);
    sent = given.request(klip).withItems(3).sent();
    clock.advance(Duration.ofHours(25));
  }

  @Test
  void half_and_all_of_a_letters_time_are_told_while_it_asks_for_something() {
    String number = send(sent, "ST1", 1, 2, 3);
    Letter letter = letter(number);
    Duration half = Duration.between(letter.sentAt(), letter.dueAt()).dividedBy(2);
    clock.advance(half.minusSeconds(1));
    tellTheClock();
    assertThat(told("letter_half_gone")).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    tellTheClock();
    tellTheClock();
    assertThat(told("letter_half_gone"))
        .containsExactlyInAnyOrder(responder.personId(), lead.personId());
    assertThat(
            db.rows(
                "select distinct letter || ' ' || coalesce(actor_role, 'clock') from"
                    + " notice_facts(array(select id from notice where kind ="
                    + " 'letter_half_gone'))"))
        .containsExactly(number + " clock");
    clock.advance(half);
    tellTheClock();
    assertThat(told("letter_due_passed"))
        .contains(responder.personId(), given.officer().personId(), second.personId());
    clock.advance(Duration.ofSeconds(1));
    letters.withdraw(second, number, "Keliru.");
    given
        .db()
        .run(
            SystemViewer.MAIL,
            tx ->
                tx.sql()
                    .execute("select drop_overtaken_notices(?::timestamptz)", tx.now().toString()));
    assertThat(db.rows("select distinct kind from notice where dropped_at is not null"))
        .contains("letter_half_gone", "letter_due_passed");
    Sent more = given.request(klip).sent();
    clock.advance(Duration.ofHours(25));
    String other = send(more, "ST1", 1);
    letters.withdraw(second, other, "Keliru lagi.");
    clock.advance(half.multipliedBy(2));
    tellTheClock();
    assertThat(
            db.rows(
                "select distinct letter || ' ' || (n.dropped_at = n.told_at) from notice n cross"
                    + " join lateral notice_facts(array[n.id]) f where n.kind ="
                    + " 'letter_due_passed' and n.audience = 'answerers'"))
        .as("of one that was taken back nobody hears, and nobody asks again")
        .containsExactlyInAnyOrder(number + " false", other + " true");
  }

  private static List<Long> told(String kind) {
    return db.rows("select person_id from notice where kind = '" + kind + "'").stream()
        .map(Long::valueOf)
        .toList();
  }

  private void tellTheClock() {
    new ClockNotices(given.db(), new NoticeStore()).run();
  }

  @Test
  void whether_a_fine_is_paid_is_reckoned_of_its_own_order_alone() {
    Sent other = given.request(klip).sent();
    clock.advance(Duration.ofHours(25));
    for (String stage : List.of("ST1", "ST2")) {
      send(sent, stage, 1, 2, 3);
      send(other, stage, 1);
      clock.advance(Duration.ofHours(25));
    }
    assertThat(
            db.rows(
                "with asked as materialized (select letter_runs(max(id)) as runs from letter where"
                    + " fine is not null) select runs, accounts from asked cross join lateral"
                    + " (select coalesce(seq_scan, 0) + coalesce(idx_scan, 0) as accounts from"
                    + " pg_stat_xact_user_tables where relname = 'letter_payment' and runs) sums"))
        .as("how often payments were added up")
        .containsExactly("t|1");
  }

  private Letter letter(String number) {
    return given.as(responder, tx -> letters.desk().letters().fetch(tx, number));
  }

  private String send(Sent of, String stage, int... ordinals) {
    return letters.send(given.supervisor(), of.number(), letters.about(of.id(), stage, ordinals));
  }
}
