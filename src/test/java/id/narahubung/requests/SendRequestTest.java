package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SendRequestTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);

  @Test
  void sending_numbers_the_request_makes_it_joint_and_starts_every_clock() {
    Company klip = given.company("Klip");
    PersonViewer responder = given.responder(klip);
    GivenRequest.Sent sent = given.request(klip).withItems(3).sent();
    assertThat(sent.number()).isEqualTo("PA-2026-000001");
    TakedownRequest request = given.read(responder, sent.id());
    assertThat(request.stage()).isEqualTo(Stage.SENT);
    assertThat(request.sentAt()).hasValue(clock.instant());
    Instant due = clock.instant().plus(Duration.ofHours(24));
    assertThat(sent.items())
        .allSatisfy(
            item -> {
              assertThat(item.standing()).isEqualTo(Standing.OPEN);
              assertThat(item.dueAt()).hasValue(due);
            });
    assertThat(request.counts()).isEqualTo(new Counts(3, 3, 0, 0, 0, 0, Optional.of(due), 3));
    assertThat(
            db.rows(
                "select kind, side, company_id, body, actor_role from event order by id desc limit 1"))
        .containsExactly("request.sent|both|" + klip.id() + "|{\"items\":3}|supervisor");
    assertThat(
            db.rows(
                "select side, due_before is null, due_after = timestamptz '"
                    + due
                    + "' from event_item"))
        .containsExactly("both|t|t", "both|t|t", "both|t|t");
  }

  @Test
  void an_urgent_category_has_four_hours() {
    GivenRequest.Sent sent = given.request(given.company("Klip")).urgent().sent();
    assertThat(sent.items().getFirst().dueAt()).hasValue(clock.instant().plus(Duration.ofHours(4)));
  }

  @Test
  void the_year_of_a_number_is_jakartas() {
    clock.set("2026-12-31T16:59:59Z");
    assertThat(given.request(given.company("Klip")).sent().number()).isEqualTo("PA-2026-000001");
    clock.set("2026-12-31T17:00:00Z");
    assertThat(given.request(given.company("Video")).sent().number()).isEqualTo("PA-2027-000001");
  }

  @Test
  void nobody_sends_what_they_had_a_hand_in() {
    Company klip = staffed();
    long own = given.request(klip).by(given.supervisor()).submitted();
    Refused.byRule("send.refused.own_draft", () -> send(given.supervisor(), own, 2));
    PersonViewer other = given.person(given.ministry(), Role.DECISION_MAKER);
    assertThat(send(other, own, 2)).isEqualTo("PA-2026-000001");
  }

  @Test
  void the_database_refuses_an_authors_own_approval_too() {
    Company klip = staffed();
    long own = given.request(klip).by(given.supervisor()).submitted();
    Refused.byConstraint(
        "request_four_eyes",
        () ->
            given
                .db()
                .run(
                    given.supervisor(),
                    tx ->
                        tx.sql()
                            .execute(
                                "update request set stage = 'sent', side = 'both', sent_at = ?::timestamptz,"
                                    + " sent_by = ?, number = 'PA-2026-000001' where id = ?",
                                tx.now().toString(),
                                given.supervisor().personId(),
                                own)));
  }

  @Test
  void the_database_refuses_a_sending_without_a_number() {
    Company klip = staffed();
    long id = given.request(klip).submitted();
    // Its item would be refused before: it is filed under nothing.
    db.asOwner("delete from item where request_id = " + id);
    assertThatThrownBy(
            () ->
                given
                    .db()
                    .run(
                        given.supervisor(),
                        tx ->
                            tx.sql()
                                .execute(
                                    "update request set stage = 'sent', side = 'both', sent_at = ?::timestamptz,"
                                        + " sent_by = ? where id = ?",
                                    tx.now().toString(),
                                    given.supervisor().personId(),
                                    id)))
        .rootCause()
        .hasMessageContaining("was sent without a number");
  }

  @Test
  void only_those_who_send_may() {
    Company klip = staffed();
    long id = given.request(klip).submitted();
    Refused.forLackOf(
        Permission.SEND_REQUESTS, () -> send(given.person(given.ministry(), Role.OFFICER), id, 2));
    Refused.forLackOf(
        Permission.SEND_REQUESTS, () -> send(given.person(given.ministry(), Role.AUDITOR), id, 2));
    Refused.asUnknown(() -> send(given.responder(klip), id, 2));
  }

  @Test
  void nothing_is_sent_to_a_company_where_nobody_could_answer() {
    Company klip = given.company("Klip");
    given.person(klip.organisation(), Role.VIEWER);
    long id = given.request(klip).submitted();
    Refused.byRule("send.refused.nobody_there", () -> send(given.supervisor(), id, 2));
    given.person(klip.organisation(), Role.LEAD);
    assertThat(send(given.supervisor(), id, 2)).isEqualTo("PA-2026-000001");
  }

  @Test
  void only_what_awaits_approval_is_sent_and_only_once() {
    Company klip = staffed();
    long id = given.request(klip).drafted();
    Refused.byRule("request.refused.send", () -> send(given.supervisor(), id, 1));
    given.db().run(given.officer(), tx -> given.desk().submit().run(tx, given.act(), id, 1));
    send(given.supervisor(), id, 2);
    Refused.byRule("request.refused.send", () -> send(given.supervisor(), id, 3));
  }

  @Test
  void what_changed_meanwhile_is_not_sent() {
    Company klip = staffed();
    long id = given.request(klip).submitted();
    Refused.asStale(() -> send(given.supervisor(), id, 1));
  }

  @Test
  void a_draft_under_older_rules_must_be_looked_at_again() {
    Company klip = staffed();
    clock.set("2020-11-23T16:00:00Z");
    long id = given.request(klip).submitted();
    clock.set("2020-11-23T17:00:00Z");
    Refused.byRule("send.refused.new_rules", () -> send(given.supervisor(), id, 2));
  }

  @Test
  void a_sending_that_fails_leaves_no_gap() {
    Company klip = staffed();
    given.request(klip).sent();
    long refused = given.request(klip).by(given.supervisor()).submitted();
    Refused.byRule("send.refused.own_draft", () -> send(given.supervisor(), refused, 2));
    long rolledBack = given.request(klip).submitted();
    assertThatThrownBy(
            () ->
                given.as(
                    given.supervisor(),
                    tx -> {
                      given.desk().send().run(tx, given.act(), rolledBack, 2);
                      throw new IllegalStateException("after the number was taken");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(given.request(klip).sent().number()).isEqualTo("PA-2026-000002");
    assertThat(send(given.supervisor(), rolledBack, 2)).isEqualTo("PA-2026-000003");
  }

  @Test
  void many_at_once_get_each_number_once_and_none_is_left_out() throws Exception {
    Company klip = staffed();
    List<Long> waiting = new ArrayList<>();
    for (int n = 0; n < 24; n++) {
      waiting.add(given.request(klip).submitted());
    }
    PersonViewer supervisor = given.supervisor();
    List<UUID> acts = waiting.stream().map(id -> given.act()).toList();
    CountDownLatch ready = new CountDownLatch(4);
    List<Future<List<String>>> workers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int worker = 0; worker < 4; worker++) {
        int from = worker;
        Callable<List<String>> work =
            () -> {
              ready.countDown();
              ready.await();
              List<String> numbers = new ArrayList<>();
              for (int n = from; n < waiting.size(); n += 4) {
                int at = n;
                boolean fails = n % 6 == 5;
                try {
                  numbers.add(
                      given.as(
                          supervisor,
                          tx -> {
                            String number =
                                given.desk().send().run(tx, acts.get(at), waiting.get(at), 2);
                            if (fails) {
                              throw new IllegalStateException(number);
                            }
                            return number;
                          }));
                } catch (IllegalStateException e) {
                  assertThat(fails).isTrue();
                }
              }
              return numbers;
            };
        workers.add(threads.submit(work));
      }
      List<String> numbers = new ArrayList<>();
      for (Future<List<String>> worker : workers) {
        numbers.addAll(worker.get());
      }
      List<String> expected = new ArrayList<>();
      for (int n = 1; n <= 20; n++) {
        expected.add("PA-2026-%06d".formatted(n));
      }
      assertThat(numbers).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private Company staffed() {
    Company klip = given.company("Klip");
    given.responder(klip);
    return klip;
  }

  private String send(PersonViewer viewer, long id, int version) {
    return given.as(viewer, tx -> given.desk().send().run(tx, given.act(), id, version));
  }
}
