package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.ledger.Event;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Seeing, acknowledging, writing about and withdrawing a request as a whole. */
final class RequestCommandsTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private Company klip;
  private PersonViewer responder;
  private Sent sent;

  @BeforeEach
  void aRequestWasSent() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    sent = given.request(klip).withItems(2).sent();
  }

  @Test
  void an_acknowledgement_moves_no_clock_and_is_given_once() {
    clock.advance(Duration.ofMinutes(30));
    acknowledge(responder);
    clock.advance(Duration.ofMinutes(30));
    acknowledge(given.person(klip.organisation(), Role.LEAD));
    TakedownRequest request = given.read(given.officer(), sent.id());
    assertThat(request.acknowledgedAt()).hasValue(Instant.parse("2026-03-02T01:45:00Z"));
    assertThat(request.counts().nextDue()).isEqualTo(sent.items().getFirst().dueAt());
    assertThat(events("request.acknowledged"))
        .containsExactly("both|" + klip.id() + "|responder|{}");
  }

  @Test
  void an_acknowledgement_is_the_companys_alone() {
    Refused.forLackOf(Permission.ACKNOWLEDGE_REQUESTS, () -> acknowledge(given.officer()));
    Refused.forLackOf(
        Permission.ACKNOWLEDGE_REQUESTS,
        () -> acknowledge(given.person(klip.organisation(), Role.VIEWER)));
    Refused.asUnknown(() -> acknowledge(given.responder(given.company("Video"))));
  }

  @Test
  void the_first_opening_by_one_who_answers_is_seen_once() {
    see(given.person(klip.organisation(), Role.VIEWER));
    see(given.officer());
    assertThat(events("request.seen")).isEmpty();
    see(responder);
    see(given.person(klip.organisation(), Role.LEAD));
    assertThat(events("request.seen")).containsExactly("both|" + klip.id() + "|responder|{}");
  }

  @Test
  void a_visit_remembers_the_one_before_it() {
    assertThat(see(responder)).isEmpty();
    clock.advance(Duration.ofMinutes(10));
    assertThat(see(responder)).as("the same visit").isEmpty();
    clock.advance(Duration.ofHours(2));
    assertThat(see(responder)).hasValue(Instant.parse("2026-03-02T01:25:00Z"));
    assertThat(see(given.officer())).as("another person").isEmpty();
  }

  @Test
  void a_message_goes_to_both_sides_or_stays_with_ones_own() {
    write(responder, true, "Sedang diproses.");
    write(responder, false, "Tanya bagian hukum.");
    write(given.officer(), false, "Mereka lambat.");
    assertThat(read(responder)).containsExactly("Sedang diproses.", "Tanya bagian hukum.");
    assertThat(read(given.officer())).containsExactly("Sedang diproses.", "Mereka lambat.");
    assertThat(events("message.written"))
        .containsExactly(
            "both|" + klip.id() + "|responder|{}",
            "company|" + klip.id() + "|responder|{}",
            "ministry|" + klip.id() + "|officer|{}");
  }

  @Test
  void writing_takes_its_permission() {
    Refused.forLackOf(
        Permission.WRITE_MESSAGES,
        () -> write(given.person(klip.organisation(), Role.VIEWER), true, "x"));
    Refused.forLackOf(
        Permission.WRITE_MESSAGES,
        () -> write(given.person(given.ministry(), Role.AUDITOR), true, "x"));
    Refused.asUnknown(() -> write(given.responder(given.company("Video")), true, "x"));
  }

  @Test
  void withdrawing_a_request_settles_every_item() {
    withdraw(given.supervisor(), version(), "Salah perusahaan.");
    TakedownRequest request = given.read(responder, sent.id());
    assertThat(request.stage()).isEqualTo(Stage.WITHDRAWN);
    assertThat(request.withdrawnAt()).hasValue(clock.instant());
    assertThat(given.items(responder, sent.id()))
        .extracting(Item::standing)
        .containsOnly(Standing.WITHDRAWN);
    assertThat(request.counts().settled()).isEqualTo(2);
    assertThat(request.counts().nextDue()).isEmpty();
    assertThat(events("request.withdrawn"))
        .containsExactly("both|" + klip.id() + "|supervisor|{\"items\":2,\"our_error\":false}");
    Refused.byRule(
        "request.refused.withdraw", () -> withdraw(given.supervisor(), version(), "Lagi."));
  }

  @Test
  void an_item_withdrawn_before_keeps_its_own_reason() {
    new Acts(given).withdraw(given.supervisor(), sent.ref(1), "Ganda.");
    withdraw(given.supervisor(), version(), "Semua keliru.");
    assertThat(db.rows("select reason from item_withdrawal order by item_id"))
        .containsExactly("Ganda.", "Semua keliru.");
  }

  @Test
  void withdrawing_needs_permission_a_reason_and_what_one_saw() {
    Refused.forLackOf(
        Permission.WITHDRAW_REQUESTS, () -> withdraw(given.officer(), version(), "x"));
    Refused.forLackOf(Permission.WITHDRAW_REQUESTS, () -> withdraw(responder, version(), "x"));
    Refused.byRule("withdrawal.refused.reason", () -> withdraw(given.supervisor(), version(), ""));
    Refused.asStale(() -> withdraw(given.supervisor(), version() - 1, "x"));
    assertThat(given.read(responder, sent.id()).stage()).isEqualTo(Stage.SENT);
  }

  @Test
  void a_withdrawn_request_can_still_be_written_about_and_not_acknowledged() {
    withdraw(given.supervisor(), version(), "Keliru.");
    write(responder, true, "Baik.");
    Refused.byRule("request.refused.acknowledge", () -> acknowledge(responder));
  }

  /** What was the ministry's own while it was a draft stays so; the rest turns joint. */
  @Test
  void a_company_sees_nothing_before_and_everything_shared_after() {
    long id = given.request(klip).withItems(2).submitted();
    Refused.asUnknown(() -> given.read(responder, id));
    assertThat(given.items(responder, id)).isEmpty();
    given
        .db()
        .run(
            given.supervisor(),
            tx -> given.desk().giveBack().run(tx, given.act(), id, 2, "Lengkapi dahulu."));
    given.db().run(given.officer(), tx -> given.desk().submit().run(tx, given.act(), id, 3));
    given.as(given.supervisor(), tx -> given.desk().send().run(tx, given.act(), id, 4));

    assertThat(given.read(responder, id).content().basisCodes()).hasSize(2);
    assertThat(given.items(responder, id)).hasSize(2);
    assertThat(timeline(responder, id)).containsExactly("request.sent");
    assertThat(timeline(given.officer(), id))
        .containsExactly(
            "request.drafted",
            "evidence.added",
            "request.submitted",
            "request.returned",
            "request.submitted",
            "request.sent");
    assertThat(read(responder, id)).isEmpty();
    assertThat(read(given.officer(), id)).containsExactly("Lengkapi dahulu.");
  }

  private void acknowledge(PersonViewer viewer) {
    given.db().run(viewer, tx -> given.desk().acknowledge().run(tx, given.act(), sent.number()));
  }

  private Optional<Instant> see(PersonViewer viewer) {
    SeeRequest see = new SeeRequest(new VisitStore(), given.ledger());
    return given.as(viewer, tx -> see.run(tx, given.desk().requests().fetch(tx, sent.id())));
  }

  private void write(PersonViewer viewer, boolean shared, String text) {
    given
        .db()
        .run(viewer, tx -> given.desk().write().run(tx, given.act(), sent.number(), shared, text));
  }

  private List<String> timeline(PersonViewer viewer, long request) {
    return given.as(viewer, tx -> given.ledger().of(tx, request)).stream()
        .map(Event::kind)
        .toList();
  }

  private List<String> read(PersonViewer viewer) {
    return read(viewer, sent.id());
  }

  private List<String> read(PersonViewer viewer, long request) {
    return given.as(viewer, tx -> new MessageStore().list(tx, request)).stream()
        .map(MessageStore.Message::text)
        .toList();
  }

  private void withdraw(PersonViewer viewer, int version, String reason) {
    given
        .db()
        .run(
            viewer,
            tx ->
                given
                    .desk()
                    .withdrawRequest()
                    .run(tx, given.act(), sent.number(), version, false, reason));
  }

  private int version() {
    return given.read(given.supervisor(), sent.id()).version();
  }

  private static List<String> events(String kind) {
    return db.rows(
        "select side, company_id, actor_role, body from event where kind = '"
            + kind
            + "' order by id");
  }
}
