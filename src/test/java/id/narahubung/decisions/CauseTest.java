package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.NotAllowed;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.FindingResult;
import id.narahubung.decisions.Cause.Aside;
import id.narahubung.decisions.Cause.Fact;
import id.narahubung.decisions.Cause.Kind;
import id.narahubung.ledger.By;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.ItemRef;
import id.narahubung.roster.AddShifts;
import id.narahubung.roster.Place;
import id.narahubung.roster.RosterDesk;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From which facts on somebody is to weigh a decision. */
final class CauseTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenDecisions decisions = new GivenDecisions(given);
  private final GivenCommitments commitments = new GivenCommitments(given);

  private static Fact fact(Kind kind, String number, Duration ago) {
    return new Fact(kind, 7, "Klip", number, NOW.minus(ago), NOW.minus(ago));
  }

  private static List<Fact> orders(int count) {
    List<Fact> orders = new ArrayList<>();
    for (int each = 1; each <= count; each++) {
      orders.add(fact(Kind.ORDERS, "PA-2026-00000" + each, Duration.ofDays(each)));
    }
    return orders;
  }

  private static List<Kind> of(List<Fact> facts) {
    return Cause.of(facts, Map.of(), NOW).stream().map(Cause::kind).toList();
  }

  @Test
  void three_urgent_orders_missed_in_thirty_days_are_one_and_two_are_none() {
    assertThat(of(orders(2))).isEmpty();
    Cause three = Cause.of(orders(3), Map.of(), NOW).getFirst();
    assertThat(three.kind()).isEqualTo(Kind.ORDERS);
    assertThat(three.numbers())
        .as("the oldest first")
        .containsExactly("PA-2026-000003", "PA-2026-000002", "PA-2026-000001");
    List<Fact> old = new ArrayList<>(orders(2));
    old.add(fact(Kind.ORDERS, "PA-2026-000009", Duration.ofDays(30)));
    assertThat(of(old)).isEmpty();
    List<Fact> other = new ArrayList<>(orders(2));
    other.add(
        new Fact(
            Kind.ORDERS, 8, "Video", "PA-2026-000009", NOW.minusSeconds(1), NOW.minusSeconds(1)));
    assertThat(of(other)).as("of two platforms").isEmpty();
  }

  @Test
  void who_does_not_answer_for_a_day_cannot_be_reached() {
    Fact yesterday = fact(Kind.CONTACT, "", Duration.ofHours(24));
    Fact later = fact(Kind.CONTACT, "", Duration.ofHours(23));
    assertThat(of(List.of(later))).isEmpty();
    assertThat(of(List.of(later, yesterday))).containsExactly(Kind.CONTACT);
  }

  @Test
  void what_was_known_when_the_last_decision_was_signed_is_in_it() {
    Fact broken = fact(Kind.COMMITMENT, "KM-2026-0001", Duration.ofHours(3));
    Fact failed = fact(Kind.SAMPLE, "VR-2026-0001", Duration.ofHours(1));
    List<Fact> both = List.of(broken, failed);
    assertThat(of(both)).containsExactly(Kind.COMMITMENT, Kind.SAMPLE);
    Cause.InHand signed = new Cause.InHand(NOW.minus(Duration.ofHours(2)), Set.of());
    assertThat(Cause.of(both, Map.of(7L, signed), NOW))
        .extracting(Cause::kind)
        .containsExactly(Kind.SAMPLE);
    assertThat(Cause.of(both, Map.of(8L, signed), NOW)).as("about another platform").hasSize(2);
    Cause.InHand linked = new Cause.InHand(NOW.minus(Duration.ofDays(9)), Set.of("VR-2026-0001"));
    assertThat(Cause.of(both, Map.of(7L, linked), NOW))
        .extracting(Cause::kind)
        .containsExactly(Kind.COMMITMENT);
    Fact ofTheDay =
        new Fact(Kind.SAMPLE, 7, "Klip", "VR-2026-0002", NOW, NOW.minus(Duration.ofHours(3)));
    assertThat(Cause.of(List.of(ofTheDay), Map.of(7L, signed), NOW))
        .as("of that day, and concluded before")
        .isEmpty();
  }

  @Test
  void what_still_is_so_stands_however_long_ago_it_began() {
    List<Fact> old =
        List.of(
            fact(Kind.COMMITMENT, "KM-2026-0001", Duration.ofDays(90)),
            fact(Kind.SAMPLE, "VR-2026-0001", Duration.ofDays(31)),
            fact(Kind.CONTACT, "", Duration.ofDays(31)));
    assertThat(of(old)).containsExactly(Kind.COMMITMENT);
  }

  @Test
  void what_was_put_aside_comes_back_whole_with_the_next_of_its_kind() {
    List<Aside> aside = List.of(aside(7, Duration.ofHours(1)));
    List<Fact> facts = new ArrayList<>(orders(3));
    facts.add(fact(Kind.SAMPLE, "VR-2026-0001", Duration.ofHours(2)));
    List<Cause> all = Cause.of(facts, Map.of(), NOW);
    assertThat(all).extracting(cause -> cause.isCovered(aside)).containsExactly(true, false);
    assertThat(all).noneMatch(cause -> cause.isCovered(List.of(aside(8, Duration.ZERO))));
    facts.add(fact(Kind.ORDERS, "PA-2026-000007", Duration.ofMinutes(59)));
    assertThat(Cause.of(facts, Map.of(), NOW).getFirst().isCovered(aside)).isFalse();
  }

  private static Aside aside(long platform, Duration ago) {
    return new Aside(
        platform,
        Kind.ORDERS,
        "Gangguan.",
        NOW.minus(ago),
        new By("ministry", "officer", 7, Optional.empty(), Optional.empty()));
  }

  @Test
  void what_happens_is_listed_until_somebody_prepares_a_decision() {
    Company klip = given.company("Klip");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    given.request(klip).sent();
    PersonViewer responder = given.responder(klip);
    List<String> urgent =
        Stream.generate(() -> given.request(klip).urgent().sent().number()).limit(3).toList();
    ring(klip, lead);
    String promise = commitments.agreed(lead, klip, commitments.moderators(10));
    clock.advance(Duration.ofHours(3));
    answer(responder, given.refs(responder, Long.parseLong(first("min(id)", "request")) + 3));
    clock.advance(Duration.ofHours(22));
    assertThat(open())
        .as("two missed, of three")
        .extracting(Cause::kind)
        .containsExactly(Kind.CONTACT);
    urgent(klip);
    clock.advance(Duration.ofDays(11));
    commitments.find(given.officer(), promise, FindingResult.FAIL, 90);
    assertThat(open())
        .extracting(Cause::kind)
        .containsExactly(Kind.ORDERS, Kind.CONTACT, Kind.COMMITMENT);
    assertThat(open().getFirst().numbers())
        .containsExactly(urgent.get(0), urgent.get(1), "PA-2026-000005");
    assertThat(open().getLast().numbers()).containsExactly(promise);
    confirm();
    assertThat(open()).extracting(Cause::kind).doesNotContain(Kind.CONTACT);
    assertThat(of(given.company("Video"))).isEmpty();
    assertThat(of(klip)).isEqualTo(open());
    long draft = decisions.prepared(klip, "partial_block");
    assertThat(open()).as("somebody prepares one").isEmpty();
    clock.advance(Duration.ofDays(1));
    for (int order = 0; order < 3; order++) {
      urgent(klip);
    }
    clock.advance(Duration.ofHours(25));
    assertThat(open()).as("after it was prepared").extracting(Cause::kind).contains(Kind.ORDERS);
    decisions.waiveChecks(draft);
    decisions.sign(decisions.signer(), draft, "partial_block");
    assertThat(open()).as("it was decided").isEmpty();
  }

  /** The queue's count starts from what ceased to be open too late, not from all orders. */
  @Test
  void an_answer_after_its_time_was_missed_and_what_was_down_before_it_was_not() {
    Company klip = given.company("Klip");
    PersonViewer responder = given.responder(klip);
    Sent late = given.request(klip).urgent().sent();
    urgent(klip);
    urgent(klip);
    clock.advance(Duration.ofHours(20));
    assertThat(open()).extracting(Cause::kind).containsExactly(Kind.ORDERS);
    answer(responder, given.refs(responder, late.id()));
    assertThat(open().getFirst().numbers()).as("answered late").hasSize(3);
    clock.advance(Duration.ofDays(31));
    assertThat(open()).as("a month ago").isEmpty();
  }

  @Test
  void who_finds_that_nothing_follows_says_why_until_more_happens() {
    Company klip = given.company("Klip");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    PersonViewer officer = given.officer();
    commitments.agreed(lead, klip, commitments.moderators(2));
    clock.advance(Duration.ofDays(64));
    Cause late = open().getFirst();
    String first = late.mark();
    assertThat(late.kind()).as("late for sixty days").isEqualTo(Kind.COMMITMENT);
    refused("decision.refused.cause", () -> aside(officer, klip, Kind.SAMPLE, first, "Tidak."));
    refused("decision.refused.cause.more", () -> aside(officer, klip, late.kind(), "0/", "Tidak."));
    refused("decision.refused.reason", () -> aside(officer, klip, late.kind(), first, ""));
    assertThatThrownBy(
            () ->
                aside(
                    given.person(given.ministry(), Role.AUDITOR),
                    klip,
                    late.kind(),
                    first,
                    "Tidak."))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> aside(lead, klip, late.kind(), first, "Tidak."))
        .isInstanceOf(NotAllowed.class);
    aside(officer, klip, late.kind(), first, "Sudah dibahas dalam rapat.");
    assertThat(open()).isEmpty();
    assertThat(aside(klip)).extracting(Aside::reason).containsExactly("Sudah dibahas dalam rapat.");
    assertThat(db.rows("select body from event where kind = 'decision.cause_put_aside'"))
        .containsExactly("{\"cause\":\"commitment\",\"platform\":" + klip.platform().id() + "}");
    refused("decision.refused.cause", () -> aside(officer, klip, late.kind(), first, "Tidak."));
    Refused.byConstraint(
        "decision_cause_aside_act",
        () ->
            given
                .db()
                .run(
                    officer,
                    tx ->
                        tx.sql()
                            .execute(
                                "insert into decision_cause_aside (platform_id, company_id, side,"
                                    + " event_id, cause, reason, put_at) select platform_id,"
                                    + " company_id, side, event_id, 'orders', reason, put_at from"
                                    + " decision_cause_aside")));
    clock.advance(Duration.ofDays(40));
    assertThat(open()).as("late as before").isEmpty();
    assertThat(aside(klip)).as("and silenced by that word").hasSize(1);
    String second = commitments.agreed(lead, klip, commitments.moderators(1));
    clock.advance(Duration.ofDays(3));
    assertThat(open().getFirst().numbers()).hasSize(2).contains(second);
    assertThat(aside(klip)).as("it came back").isEmpty();
  }

  private List<Aside> aside(Company at) {
    return given.as(
        given.officer(), tx -> decisions.desk().causes().of(tx, at.platform().id()).aside());
  }

  private void aside(PersonViewer who, Company at, Kind kind, String read, String reason) {
    given
        .db()
        .run(
            who,
            tx ->
                decisions
                    .desk()
                    .putAside()
                    .run(tx, given.act(), at.platform().id(), kind, read, reason));
  }

  private static void refused(String key, ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.key()).isEqualTo(key));
  }

  private void answer(PersonViewer responder, List<ItemRef> items) {
    given
        .db()
        .run(
            responder,
            tx ->
                given
                    .desk()
                    .answer()
                    .run(
                        tx,
                        given.act(),
                        items,
                        new AnswerGiven(
                            "D1",
                            Optional.empty(),
                            Map.of("rule_line", "3.2", "acted_at", tx.now().toString()))));
  }

  private void urgent(Company of) {
    given.request(of).urgent().sent();
  }

  private void ring(Company of, PersonViewer lead) {
    RosterDesk roster = new RosterDesk(given.ledger());
    given
        .db()
        .run(
            lead,
            tx ->
                roster
                    .add()
                    .run(
                        tx,
                        given.act(),
                        new AddShifts.NewShifts(
                            lead.personId(),
                            Place.FIRST,
                            List.of(decisions.today()),
                            LocalTime.of(8, 0),
                            LocalTime.of(20, 0),
                            "+62 21 500 100")));
    given.as(given.supervisor(), tx -> roster.ring().run(tx, given.act(), of.organisation().id()));
  }

  /** Another call, which is confirmed in its time. */
  private static void confirm() {
    db.asOwner(
        "insert into test_call (company_id, side, called_side, called_organisation_id, event_id,"
            + " rung_at, first_role, first_code, confirmed_event_id, confirmed_at) select"
            + " company_id, side, called_side, called_organisation_id, event_id, rung_at +"
            + " interval '1 day', first_role, first_code, event_id, rung_at + interval '1 day'"
            + " from test_call");
  }

  private static String first(String what, String of) {
    return db.rows("select " + what + " from " + of).getFirst();
  }

  private List<Cause> open() {
    return given.as(given.officer(), tx -> decisions.desk().causes().open(tx));
  }

  private List<Cause> of(Company company) {
    return given.as(
        given.officer(), tx -> decisions.desk().causes().of(tx, company.platform().id()).open());
  }
}
