package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The portal notices that it was away, and a supervisor decides whether clocks count that. */
final class OutageTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final UUID FIRST = new UUID(1, 1);
  private static final UUID SECOND = new UUID(1, 2);

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final Acts acts = new Acts(given);
  private final NoticeOutages notice = given.desk().noticeOutages(given::act);
  private Company klip;
  private PersonViewer responder;
  private Sent sent;
  private Instant due;

  @BeforeEach
  void fourOpenItems() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    sent = given.request(klip).withItems(4).sent();
    due = item(1).dueAt().orElseThrow();
  }

  @Test
  void only_a_silence_of_all_instances_for_more_than_five_minutes_is_an_outage() {
    beat(FIRST);
    pass(Duration.ofMinutes(5));
    beat(FIRST);
    pass(Duration.ofMinutes(4));
    beat(SECOND);
    pass(Duration.ofMinutes(4));
    beat(FIRST);
    assertThat(outages()).isEmpty();
    Instant last = clock.instant();
    pass(Duration.ofMinutes(5).plusSeconds(1));
    beat(SECOND);
    beat(FIRST);
    assertThat(outages())
        .extracting(OutageStore.Noticed::outage)
        .containsExactly(new Outage(last, clock.instant()));
    assertThat(db.rows("select side, actor_side, body from event where kind like 'outage%'"))
        .containsExactly("ministry|system|{\"seconds\":301}");
    assertThat(dues()).as("it moves nothing by itself").containsOnly(due);
  }

  @Test
  void a_credit_moves_each_clock_by_as_much_of_the_outage_as_it_ran_in() {
    pass(Duration.ofHours(2));
    acts.answer(responder, now(1), acts.removed());
    acts.answer(responder, now(2), Acts.given("K1", "questions", "Menit ke berapa?"));
    acts.withdraw(given.supervisor(), now(4), "Salah alamat.");
    beat(FIRST);
    pass(Duration.ofMinutes(90));
    beat(FIRST);
    assertThat(decide(true, "Gangguan listrik."))
        .as("answered, paused and withdrawn items lost nothing")
        .isEqualTo(1);
    assertThat(dues()).containsExactly(due, due, due.plus(Duration.ofMinutes(90)), due);
    assertThat(
            db.rows(
                "select e.side, e.body, ei.due_after - ei.due_before from event e join event_item"
                    + " ei on ei.event_id = e.id where e.kind = 'items.credited'"))
        .containsExactly("both|{\"items\":1,\"outage\":1,\"seconds\":5400}|01:30:00");
    assertThat(given.desk().check(given.db(), given::act).run().isGood()).isTrue();
  }

  @Test
  void an_answer_that_came_late_because_of_it_is_on_time() {
    pass(Duration.ofHours(23));
    beat(FIRST);
    pass(Duration.ofHours(2));
    beat(FIRST);
    acts.answer(responder, now(1), acts.removed());
    assertThat(decide(true, "Pusat data mati.")).isEqualTo(4);
    ItemFacts facts = given.facts(responder, item(1).id());
    assertThat(facts.deadlineOf(facts.answers().getFirst()).due())
        .isEqualTo(due.plus(Duration.ofHours(2)))
        .isAfter(facts.answers().getFirst().answeredAt());
  }

  @Test
  void what_was_late_before_stays_as_late_as_it_was() {
    pass(Duration.ofHours(25));
    beat(FIRST);
    pass(Duration.ofHours(2));
    beat(FIRST);
    Refused.byRule("outage.refused.none", () -> decide(true, "Pusat data mati."));
    assertThat(decide(false, "Semua tenggat sudah lewat.")).isZero();
    assertThat(dues()).containsOnly(due);
  }

  @Test
  void it_is_decided_once_with_a_reason_by_one_who_may() {
    beat(FIRST);
    pass(Duration.ofMinutes(10));
    beat(FIRST);
    long outage = outages().getFirst().id();
    Refused.byRule("outage.refused.reason", () -> decide(false, ""));
    for (PersonViewer other : List.of(given.officer(), responder)) {
      Refused.forLackOf(
          Permission.GIVE_TIME,
          () ->
              given.as(
                  other,
                  tx -> given.desk().decideOutage().run(tx, given.act(), outage, true, "Ya.")));
    }
    assertThat(decide(false, "Singkat saja.")).isZero();
    Refused.byRule("outage.refused.decided", () -> decide(true, "Ternyata lama."));
    assertThat(dues()).containsOnly(due);
    assertThat(db.rows("select count(*) from event where kind = 'outage.decided'"))
        .containsExactly("1");
  }

  @Test
  void outages_are_decided_in_their_order_for_the_first_moves_clocks_into_the_second() {
    pass(Duration.ofHours(22).plusMinutes(30));
    beat(FIRST);
    pass(Duration.ofHours(1));
    beat(FIRST);
    given.request(klip).sent();
    for (int n = 0; n < 12; n++) {
      pass(Duration.ofMinutes(5));
      beat(FIRST);
    }
    pass(Duration.ofHours(1));
    beat(FIRST);
    // The items fell due half an hour before the second began: by themselves it cost them nothing.
    Refused.byRule("outage.refused.earlier", () -> decide(true, "Gangguan kedua."));
    Refused.byRule("outage.refused.earlier", () -> decide(false, "Gangguan kedua."));
    assertThat(decide(outages().getLast().id(), true, "Gangguan pertama.")).isEqualTo(4);
    assertThat(decide(true, "Gangguan kedua.")).isEqualTo(5);
    assertThat(dues()).containsOnly(due.plus(Duration.ofHours(2)));
    assertThat(given.desk().check(given.db(), given::act).run().isGood()).isTrue();
  }

  @Test
  void more_time_that_reaches_past_a_decided_outage_is_the_hours_that_were_granted() {
    pass(Duration.ofHours(25));
    beat(FIRST);
    given.request(klip).sent();
    pass(Duration.ofHours(1));
    beat(FIRST);
    assertThat(decide(true, "Gangguan listrik.")).as("but not the four, late before").isEqualTo(1);
    acts.extend(given.supervisor(), now(1), 5, "Pusat data pindah.");
    assertThat(item(1).dueAt()).hasValue(due.plus(Duration.ofHours(5)));
    assertThat(given.desk().check(given.db(), given::act).run().isGood()).isTrue();
  }

  @Test
  void a_company_knows_neither_the_decision_nor_what_others_were_credited() {
    Company video = given.company("Video");
    PersonViewer stranger = given.responder(video);
    beat(FIRST);
    pass(Duration.ofMinutes(10));
    beat(FIRST);
    decide(true, "Gangguan listrik.");
    String credits = "select 1 from item_credit";
    assertThat(count(responder, credits)).isEqualTo(4);
    assertThat(count(stranger, credits)).isZero();
    Refused.byTheWall(
        "the numbers of all", () -> count(responder, "select 1 from outage_decision"));
    Refused.byTheWall("heartbeats", () -> count(given.supervisor(), "select 1 from heartbeat"));
    Refused.byTheWall(
        "an outage of one's own making",
        () ->
            given.as(
                given.supervisor(),
                tx ->
                    tx.sql()
                        .execute(
                            "insert into outage (began_at, ended_at, event_id) select began_at -"
                                + " interval '1 day', ended_at, event_id from outage")));
  }

  private void beat(UUID instance) {
    given.db().run(SystemViewer.HEALTH, tx -> notice.run(tx, instance));
  }

  private void pass(Duration time) {
    clock.advance(time);
  }

  private List<OutageStore.Noticed> outages() {
    return given.as(given.supervisor(), tx -> new OutageStore().list(tx, Optional.empty(), 10));
  }

  /** Decides on the newest outage; gives how many items it was credited to. */
  private int decide(boolean granted, String reason) {
    return decide(outages().getFirst().id(), granted, reason);
  }

  private int decide(long outage, boolean granted, String reason) {
    return given.as(
        given.supervisor(),
        tx -> given.desk().decideOutage().run(tx, given.act(), outage, granted, reason));
  }

  private int count(PersonViewer viewer, String sql) {
    return given.as(viewer, tx -> tx.sql().fetch(sql).size());
  }

  private List<Instant> dues() {
    return given.items(given.officer(), sent.id()).stream()
        .map(each -> each.dueAt().orElseThrow())
        .toList();
  }

  private List<ItemRef> now(int ordinal) {
    return List.of(item(ordinal).ref());
  }

  private Item item(int ordinal) {
    return given.items(given.officer(), sent.id()).get(ordinal - 1);
  }
}
