package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.notices.ClockNotices;
import id.narahubung.notices.NoticeStore;
import id.narahubung.requests.ObjectionOutcome;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.Race;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a company says against a decision, and how that ends. */
final class ObjectionTest {

  private static final String OVERTAKEN = "select drop_overtaken_notices(?::timestamptz)";

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenDecisions decisions = new GivenDecisions(given);
  private Company klip;
  private PersonViewer lead;
  private PersonViewer other;
  private String number;
  private long id;

  @BeforeEach
  void aBlock() {
    klip = given.company("Klip");
    lead = given.person(klip.organisation(), Role.LEAD);
    other = given.person(given.ministry(), Role.DECISION_MAKER);
    id = decisions.prepared(klip, "partial_block");
    decisions.waiveChecks(id);
    number = decisions.sign(decisions.signer(), id, "partial_block");
  }

  @Test
  void it_is_filed_once_in_its_time_and_decided_by_somebody_else() {
    Refused.forLackOf(
        Permission.ASK_NORMALISATION, () -> object(given.officer(), number, "Keliru."));
    PersonViewer stranger = given.person(given.company("Video").organisation(), Role.LEAD);
    Refused.asUnknown(() -> object(stranger, number, "Keliru."));
    Refused.byRule("decision.refused.objection.reason", () -> object(lead, number, ""));
    Refused.byRule(
        "decision.refused.objection.none", () -> decide(other, ObjectionOutcome.UPHELD, "Tetap."));
    object(lead, number, "Domain itu bukan milik kami.");
    Objection filed = find(given.officer());
    assertThat(filed.reason()).isEqualTo("Domain itu bukan milik kami.");
    assertThat(filed.dueAt()).isAfter(clock.instant());
    assertThat(filed.isLate(filed.dueAt().plusSeconds(1))).isTrue();
    assertThat(told("decision_objected"))
        .containsExactlyInAnyOrder(
            other.personId(), decisions.signer().personId(), given.officer().personId());
    Refused.byRule("decision.refused.objection.twice", () -> object(lead, number, "Lagi."));
    Refused.byRule(
        "decision.refused.objection.own",
        () -> decide(decisions.signer(), ObjectionOutcome.UPHELD, "Tetap."));
    Refused.forLackOf(
        Permission.SIGN_DECISIONS,
        () -> decide(given.supervisor(), ObjectionOutcome.UPHELD, "Tetap."));
    decide(other, ObjectionOutcome.NARROWED, "Satu domain dikeluarkan.");
    Objection ended = find(lead);
    assertThat(ended.end().map(Objection.End::outcome)).contains(ObjectionOutcome.NARROWED);
    assertThat(told("decision_objection_decided")).contains(lead.personId());
    assertThat(given.<List<Objection>>as(lead, tx -> new ObjectionStore().open(tx))).isEmpty();
    assertThat(toFollow()).containsExactly(id);
    decisions.signed(given.company("Lain"), "full_block");
    assertThat(toFollow()).as("of another platform").containsExactly(id);
    decisions.signed(klip, "partial_block");
    assertThat(toFollow()).isEmpty();
    Refused.byRule(
        "decision.refused.objection.none", () -> decide(other, ObjectionOutcome.UPHELD, "Tetap."));
    Refused.byRule("decision.refused.objection.none", () -> takeBack(lead, "Sudah."));
  }

  @Test
  void it_is_not_filed_after_its_time_and_taken_back_by_the_company_alone() {
    object(lead, number, "Keliru.");
    Refused.forLackOf(Permission.ASK_NORMALISATION, () -> takeBack(other, "Sudah."));
    takeBack(lead, "Sudah jelas.");
    assertThat(find(lead).end().map(Objection.End::outcome)).contains(ObjectionOutcome.WITHDRAWN);
    Refused.byRule("decision.refused.objection.twice", () -> object(lead, number, "Lagi."));
    Company second = given.company("Video");
    PersonViewer theirs = given.person(second.organisation(), Role.LEAD);
    String later = decisions.signed(second, "full_block");
    clock.advance(Duration.ofDays(29));
    ObjectionAct.Case last =
        given.as(
            theirs,
            tx ->
                decisions.desk().contest().read(tx, decisions.desk().decisions().fetch(tx, later)));
    assertThat(ObjectionAct.OBJECT.isOffered(last, theirs))
        .as("the last of 21 working days, with holidays on some")
        .isTrue();
    clock.advance(Duration.between(clock.instant(), last.until().orElseThrow()).plusSeconds(1));
    Refused.byRule("decision.refused.objection.late.shut", () -> object(theirs, later, "Keliru."));
    decisions.signed(second, "full_restore");
    Refused.byRule("decision.refused.objection.late", () -> object(theirs, later, "Keliru."));
  }

  @Test
  void half_and_all_of_its_time_are_told_once_to_whoever_may_say_how_it_ends() {
    object(lead, number, "Keliru.");
    Objection filed = find(lead);
    Duration half = Duration.between(filed.filedAt(), filed.dueAt()).dividedBy(2);
    clock.advance(half.minusSeconds(1));
    tellTheClock();
    assertThat(told("decision_objection_due")).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    tellTheClock();
    tellTheClock();
    assertThat(told("decision_objection_due"))
        .as("another one who may sign, and who prepared it; not who signed it")
        .containsExactlyInAnyOrder(other.personId(), given.officer().personId());
    assertThat(db.rows("select count(*) from notice where kind = 'decision_objection_due'"))
        .containsExactly("2");
    assertThat(
            db.rows(
                "select distinct due_on from decision_facts(array(select id from notice where kind"
                    + " = 'decision_objection_due'))"))
        .containsExactly(LocalDate.ofInstant(filed.dueAt(), Words.WIB).toString());
    clock.advance(half);
    tellTheClock();
    assertThat(told("decision_objection_late")).hasSize(2);
    decide(other, ObjectionOutcome.UPHELD, "Tetap.");
    given.db().run(SystemViewer.MAIL, tx -> tx.sql().execute(OVERTAKEN, tx.now().toString()));
    assertThat(
            db.rows(
                "select count(*) from notice where kind like 'decision_objection_%' and"
                    + " kind in ('decision_objection_due', 'decision_objection_late') and dropped_at is null"))
        .as("waits no more")
        .containsExactly("0");
  }

  private void tellTheClock() {
    new ClockNotices(given.db(), new NoticeStore()).run();
  }

  @Test
  void of_two_who_end_it_at_once_one_does() {
    object(lead, number, "Keliru.");
    PersonViewer third = given.person(given.ministry(), Role.DECISION_MAKER);
    ContestDecision contest = decisions.desk().contest();
    Race.Person first =
        new Race.Person(
            other,
            tx -> contest.decide(tx, given.act(), number, ObjectionOutcome.ACCEPTED, "Memang."));
    Race.Person second =
        new Race.Person(
            third,
            tx -> contest.decide(tx, given.act(), number, ObjectionOutcome.UPHELD, "Tetap."));
    Refused.byRule("decision.refused.objection.none", () -> new Race(db).run(given, first, second));
    assertThat(db.rows("select count(*) from decision_objection_end")).containsExactly("1");
  }

  @Test
  void nobody_judges_an_objection_to_what_they_decided_or_let_be_by_postgresql_neither() {
    PersonViewer waiver = given.person(given.ministry(), Role.DECISION_MAKER);
    Company video = given.company("Video");
    PersonViewer theirs = given.person(video.organisation(), Role.LEAD);
    long draft = decisions.prepared(video, "full_block");
    CellKey cell = decisions.open(draft).getFirst();
    decisions.propose(waiver, draft, cell);
    decisions.second(decisions.second(), draft, waivers(draft).getLast().id());
    decisions.waiveChecks(draft);
    String block = decisions.sign(decisions.signer(), draft, "full_block");
    object(theirs, block, "Keliru.");
    ContestDecision contest = decisions.desk().contest();
    Refused.byRule(
        "decision.refused.objection.own",
        () ->
            given
                .db()
                .run(
                    waiver,
                    tx ->
                        contest.decide(tx, given.act(), block, ObjectionOutcome.UPHELD, "Tetap.")));
    Refused.byConstraint(
        "decision_objection_four_eyes",
        () -> end(waiver, draft, "min(event_id) from decision_waiver w where w.decision_id"));
    Refused.byConstraint(
        "decision_objection_four_eyes",
        () -> end(decisions.signer(), draft, "signed_event_id from access_decision w where w.id"));
    Refused.byConstraint(
        "decision_objection_end_act",
        () -> end(other, draft, "event_id from decision_objection w where w.decision_id"));
  }

  private List<Decision.Waiver> waivers(long decision) {
    return decisions.read(decisions.signer(), decision).waivers();
  }

  /** Past the command, with an act of before. */
  private void end(PersonViewer who, long decision, String act) {
    long event = Long.parseLong(db.rows("select " + act + " = " + decision).getFirst());
    given
        .db()
        .run(
            who,
            tx ->
                new ObjectionStore()
                    .end(
                        tx,
                        event,
                        decisions.desk().decisions().fetch(tx, decision),
                        ObjectionOutcome.UPHELD,
                        "Tetap."));
  }

  @Test
  void postgresql_takes_an_objection_by_an_act_of_its_own_and_for_a_time_that_is_usual() {
    Refused.byConstraint("decision_objection_due_within", () -> file(Duration.ofDays(61)));
    Refused.byConstraint("decision_objection_due", () -> file(Duration.ZERO));
    Refused.byConstraint("decision_objection_act", () -> file(Duration.ofDays(10)));
  }

  private void file(Duration within) {
    long event =
        Long.parseLong(
            db.rows("select signed_event_id from access_decision where id = " + id).getFirst());
    given
        .db()
        .run(
            lead,
            tx ->
                new ObjectionStore()
                    .file(
                        tx,
                        event,
                        decisions.desk().decisions().fetch(tx, id),
                        "Keliru.",
                        tx.now().plus(within)));
  }

  private void object(PersonViewer who, String of, String reason) {
    given.db().run(who, tx -> decisions.desk().contest().run(tx, given.act(), of, reason));
  }

  private void decide(PersonViewer who, ObjectionOutcome outcome, String reason) {
    given
        .db()
        .run(
            who, tx -> decisions.desk().contest().decide(tx, given.act(), number, outcome, reason));
  }

  private void takeBack(PersonViewer who, String reason) {
    given.db().run(who, tx -> decisions.desk().contest().takeBack(tx, given.act(), number, reason));
  }

  private List<Long> toFollow() {
    return given.as(
        given.officer(),
        tx -> new ObjectionStore().toFollow(tx).stream().map(Objection::decisionId).toList());
  }

  private Objection find(PersonViewer who) {
    return given.as(who, tx -> new ObjectionStore().find(tx, id).orElseThrow());
  }

  private static List<Long> told(String kind) {
    return db.rows("select distinct person_id from notice where kind = '" + kind + "'").stream()
        .map(Long::valueOf)
        .toList();
  }
}
