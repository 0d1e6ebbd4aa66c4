package id.narahubung.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.LendRole.Wanted;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.Event;
import id.narahubung.ledger.EventKind;
import id.narahubung.letters.LetterOutcome;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A role lent for a time: who may, what it allows, what is signed, and how it ends. */
final class LoanTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final PersonStore persons = new PersonStore();
  private final LoanStore loans = new LoanStore();
  private final LendRole lend = new LendRole(persons, loans, given.ledger());
  private final EndLoan end = new EndLoan(loans, given.ledger());
  private final TellLoans tell = new TellLoans(given.db(), loans, given.ledger(), given::act);
  private Company klip;
  private PersonViewer supervisor;
  private PersonViewer officer;

  @BeforeEach
  void aSupervisorAndAnOfficer() {
    klip = given.company("Klip");
    given.responder(klip);
    supervisor = given.supervisor();
    officer = given.officer();
  }

  @Test
  void while_it_runs_the_borrower_may_and_before_and_after_not() {
    lend(supervisor, officer, Role.SUPERVISOR, hours(1), hours(3));
    assertThat(now(officer).may(Permission.SEND_REQUESTS)).isFalse();
    clock.advance(Duration.ofHours(1));
    PersonViewer lent = now(officer);
    assertThat(lent.may(Permission.SEND_REQUESTS)).isTrue();
    assertThat(lent.holds(Permission.SEND_REQUESTS)).isFalse();
    assertThat(lent.may(Permission.LEND_ROLES)).as("not lent on").isFalse();
    clock.advance(Duration.ofHours(2));
    assertThat(now(officer).may(Permission.SEND_REQUESTS)).isFalse();
  }

  @Test
  void an_act_under_it_says_for_whom_and_others_do_not() {
    long draft = given.request(klip).submitted();
    PersonViewer other = given.person(given.ministry(), Role.OFFICER);
    lend(supervisor, other, Role.SUPERVISOR, hours(0), hours(3));

    send(now(other), draft);
    clock.advance(Duration.ofMinutes(5));

    Event sent = last(given.responder(klip), draft);
    assertThat(sent.kind()).isEqualTo("request.sent");
    assertThat(sent.by().told(words())).isEqualTo("petugas\u00a003 a.n.\u00a0penyelia\u00a001");
    assertThat(last(officer, draft).by().told(words())).endsWith(" a.n.\u00a0penyelia\u00a001");
    assertThat(
            db.rows(
                "select actor_role, actor_for, loan_id is not null from event"
                    + " where kind in ('request.submitted', 'request.sent') order by id"))
        .containsExactly("officer||f", "officer|supervisor|t");
  }

  @Test
  void who_drafted_cannot_send_under_a_lent_role_either() {
    long draft = given.request(klip).submitted();
    lend(supervisor, officer, Role.SUPERVISOR, hours(0), hours(3));
    Refused.byRule("send.refused.own_draft", () -> send(now(officer), draft));
  }

  @Test
  void who_is_lent_the_role_of_a_drafts_author_cannot_send_it_either() {
    long draft = given.request(klip).by(supervisor).submitted();
    lend(supervisor, officer, Role.SUPERVISOR, hours(0), hours(3));
    Refused.byRule("send.refused.lenders_draft", () -> send(now(officer), draft));
  }

  @Test
  void under_a_lent_role_nobody_decides_on_an_objection_to_what_its_lender_sent() {
    GivenLetters letters = new GivenLetters(given);
    Sent sent = given.request(klip).withItems(1).sent();
    clock.advance(Duration.ofHours(25));
    PersonViewer other = given.person(given.ministry(), Role.OFFICER);
    lend(supervisor, other, Role.SUPERVISOR, hours(0), hours(30));
    String letter = letters.send(supervisor, sent.number(), letters.about(sent.id(), "ST1", 1));
    letters.object(given.person(klip.organisation(), Role.LEAD), letter, "Keliru.");
    Refused.byRule(
        "letter.refused.own", () -> letters.decide(now(other), letter, LetterOutcome.UPHELD));
  }

  @Test
  void who_borrows_the_role_hears_of_a_draft_that_waits_unless_the_lender_wrote_it() {
    PersonViewer other = given.person(given.ministry(), Role.OFFICER);
    lend(supervisor, other, Role.SUPERVISOR, hours(0), hours(3));
    given.request(klip).submitted();
    assertThat(toldOfDrafts(other)).hasSize(1);
    given.request(klip).by(supervisor).submitted();
    clock.advance(Duration.ofHours(3));
    given.request(klip).submitted();
    assertThat(toldOfDrafts(other)).hasSize(1);
  }

  private static List<String> toldOfDrafts(PersonViewer who) {
    return db.rows(
        "select 1 from notice where kind = 'approval_wanted' and person_id = " + who.personId());
  }

  @Test
  void a_role_is_lent_only_by_who_holds_it_to_a_colleague_who_does_casework() {
    PersonViewer responder = given.responder(klip);
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    Refused.forLackOf(
        Permission.LEND_ROLES, () -> lend(officer, supervisor, Role.OFFICER, hours(0), hours(1)));
    refused("not_held", supervisor, officer, Role.DECISION_MAKER);
    refused("person", supervisor, supervisor, Role.SUPERVISOR);
    refused("person", supervisor, given.person(given.ministry(), Role.AUDITOR), Role.SUPERVISOR);
    refused(
        "person", supervisor, given.person(given.ministry(), Role.ADMINISTRATOR), Role.SUPERVISOR);
    refused("person", lead, given.person(klip.organisation(), Role.VIEWER), Role.LEAD);
    Refused.asUnknown(() -> lend(supervisor, responder, Role.SUPERVISOR, hours(0), hours(1)));
    Refused.asUnknown(
        () -> lend(lead, given.responder(given.company("Layar")), Role.LEAD, hours(0), hours(1)));
    lend(supervisor, officer, Role.SUPERVISOR, hours(0), hours(1));
    refused("twice", supervisor, officer, Role.SUPERVISOR);
  }

  @Test
  void it_needs_a_reason_and_an_end_that_comes_and_is_not_far() {
    Refused.byRule(
        "loan.refused.reason",
        () -> run(supervisor, officer, Role.SUPERVISOR, hours(0), hours(1), " "));
    for (long until : List.of(-1L, 0L)) {
      Refused.byRule(
          "loan.refused.until",
          () -> lend(supervisor, officer, Role.SUPERVISOR, hours(-2), hours(until)));
    }
    Refused.byRule(
        "loan.refused.long",
        () -> lend(supervisor, officer, Role.SUPERVISOR, hours(0), hours(92 * 24 + 1)));
  }

  @Test
  void the_lender_ends_it_early_and_nobody_else_and_that_is_one_event() {
    long loan = lend(supervisor, officer, Role.SUPERVISOR, hours(0), hours(3));
    Refused.forLackOf(Permission.LEND_ROLES, () -> end(now(officer), loan));
    end(supervisor, loan);
    end(supervisor, loan);
    assertThat(now(officer).may(Permission.SEND_REQUESTS)).isFalse();
    clock.advance(Duration.ofHours(4));
    tell.run();
    assertThat(db.rows("select kind, actor_role from event where kind like 'person.%loan%'"))
        .containsExactly("person.loan_ended|supervisor");
  }

  @Test
  void what_begins_and_ends_by_itself_is_told_once_each_with_its_instant() {
    lend(supervisor, officer, Role.SUPERVISOR, hours(1), hours(3));
    tell.run();
    clock.advance(Duration.ofHours(2));
    tell.run();
    clock.advance(Duration.ofHours(2));
    tell.run();
    tell.run();
    assertThat(
            db.rows(
                "select kind, actor_side, body::jsonb ->> 'at' from event"
                    + " where kind like 'person.loan%' order by id"))
        .containsExactly(
            "person.loan_begun|system|2026-03-02T02:15:00Z",
            "person.loan_ended|system|2026-03-02T04:15:00Z");
  }

  @Test
  void it_ends_with_the_lenders_own_role_or_account() {
    lend(supervisor, officer, Role.SUPERVISOR, hours(0), hours(3));
    TakeRole take = new TakeRole(persons, given.ledger());
    given
        .db()
        .run(
            SystemViewer.CONSOLE,
            tx -> take.run(tx, given.act(), supervisor.personId(), Role.SUPERVISOR));
    assertThat(now(officer).may(Permission.SEND_REQUESTS)).isFalse();
    GiveRole give = new GiveRole(persons, given.ledger());
    given
        .db()
        .run(
            SystemViewer.CONSOLE,
            tx -> give.run(tx, given.act(), supervisor.personId(), Role.SUPERVISOR, Limits.NONE));
    assertThat(now(officer).may(Permission.SEND_REQUESTS)).as("not again").isFalse();
    clock.advance(Duration.ofHours(4));
    tell.run();
    assertThat(db.rows("select actor_role from event where kind = 'person.loan_ended'"))
        .containsExactly("administrator");
  }

  @Test
  void an_administrator_reads_no_companys_loan_and_ends_it_only_with_the_account_as_both_see() {
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    PersonViewer responder = given.responder(klip);
    long loan = lend(lead, responder, Role.LEAD, hours(0), hours(3));
    PersonViewer administrator = given.person(given.ministry(), Role.ADMINISTRATOR);
    assertThat(see(administrator, "select reason from role_loan")).isEmpty();
    Refused.asUnknown(() -> end(administrator, loan));
    Refused.asUnknown(() -> end(given.responder(given.company("Layar")), loan));

    CloseAccount close = new CloseAccount(persons, given.ledger());
    given.db().run(administrator, tx -> close.run(tx, given.act(), lead.personId()));

    assertThat(now(responder).may(Permission.RELEASE_ANSWERS)).isFalse();
    assertThat(see(responder, "select kind from event where kind = 'person.loan_ended'"))
        .hasSize(1);
    assertThat(db.rows("select ended_at is not null, ended_event_id is not null from role_loan"))
        .containsExactly("t|t");
  }

  @Test
  void one_ended_before_it_began_never_did() {
    long loan = lend(supervisor, officer, Role.SUPERVISOR, hours(1), hours(3));
    end(supervisor, loan);
    clock.advance(Duration.ofHours(4));
    tell.run();
    assertThat(given.as(SystemViewer.LOANS, loans::untoldBeginnings)).isEmpty();
    assertThat(db.rows("select kind from event where kind like 'person.loan%'"))
        .containsExactly("person.loan_ended");
  }

  @Test
  void a_lead_on_loan_keeps_no_accounts_and_an_event_carries_no_loan_of_anothers() {
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    PersonViewer responder = given.responder(klip);
    long loan = lend(lead, responder, Role.LEAD, hours(0), hours(3));
    assertThat(now(responder).may(Permission.RELEASE_ANSWERS)).isTrue();
    assertThat(now(responder).may(Permission.KEEP_COLLEAGUES)).isFalse();

    PersonViewer other = given.responder(klip);
    PersonViewer forged =
        new PersonViewer(
            other.personId(),
            other.organisationId(),
            other.side(),
            other.roles(),
            other.code(),
            other.onlyRequest(),
            List.of(new PersonViewer.Lent(Role.LEAD, loan, lead.code())));
    Refused.byConstraint(
        "event_loan",
        () ->
            given
                .db()
                .run(
                    forged,
                    tx ->
                        given
                            .ledger()
                            .add(
                                tx,
                                Act.of(given.act(), EventKind.RELEASE_SET, Role.LEAD, other.side())
                                    .behind(klip.id()))));
    assertThat(see(given.officer(), "select 'x' from role_loan")).isEmpty();
    assertThat(see(given.responder(given.company("Layar")), "select 'x' from role_loan")).isEmpty();
    assertThat(see(other, "select role from role_loan")).containsExactly("lead");
  }

  private void refused(String why, PersonViewer lender, PersonViewer borrower, Role role) {
    Refused.byRule("loan.refused." + why, () -> lend(lender, borrower, role, hours(0), hours(1)));
  }

  private long lend(
      PersonViewer lender, PersonViewer borrower, Role role, Instant from, Instant until) {
    return run(lender, borrower, role, from, until, "Cuti tahunan");
  }

  private long run(
      PersonViewer lender,
      PersonViewer borrower,
      Role role,
      Instant from,
      Instant until,
      String reason) {
    Wanted wanted = new Wanted(borrower.personId(), role, from, until, reason);
    return given.as(lender, tx -> lend.run(tx, given.act(), wanted));
  }

  private void end(PersonViewer who, long loan) {
    given.db().run(who, tx -> end.run(tx, given.act(), loan));
  }

  private void send(PersonViewer who, long draft) {
    int version = given.read(who, draft).version();
    given.db().run(who, tx -> given.desk().send().run(tx, given.act(), draft, version));
  }

  /** As the next page would find this person. */
  private PersonViewer now(PersonViewer who) {
    return given.as(SystemViewer.SESSION, tx -> persons.fetch(tx, who.personId()).viewer());
  }

  private Instant hours(long hours) {
    return clock.instant().plus(Duration.ofHours(hours));
  }

  private Event last(Viewer reader, long request) {
    return given.as(reader, tx -> given.ledger().of(tx, request)).getLast();
  }

  private List<String> see(Viewer viewer, String query) {
    return given.as(viewer, tx -> tx.sql().fetch(query).getValues(0, String.class));
  }

  private static Words words() {
    return new Words(new Messages(), Language.ID, Words.WIB);
  }
}
