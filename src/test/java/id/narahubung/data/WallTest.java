package id.narahubung.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.companies.ReleaseRuleStore;
import id.narahubung.companies.SetReleaseRule;
import id.narahubung.letters.LetterOutcome;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.MinutesGiven;
import id.narahubung.meetings.SignMinutes;
import id.narahubung.meetings.WriteMinutes;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.WallCase;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import id.narahubung.verification.GivenVerifications;
import id.narahubung.verification.VerificationOutcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Queries without a filter, and rows hung on what is not one's own: PostgreSQL holds the wall. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // to make the cases takes longer than a test
final class WallTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  /** Walled tables of casework that a company reads; each has rows of every kind here. */
  private static final List<String> SHARED =
      List.of(
          "access_decision",
          "answer",
          "answer_taken_back",
          "clarification",
          "commitment",
          "commitment_cancel",
          "commitment_cancel_taken_back",
          "commitment_evidence",
          "commitment_finding",
          "commitment_measure",
          "commitment_milestone",
          "commitment_owner",
          "commitment_refusal",
          "commitment_report",
          "commitment_signature",
          "commitment_version",
          "commitment_version_field",
          "commitment_version_row",
          "decision_body",
          "decision_cell",
          "decision_check",
          "decision_dossier",
          "decision_execution",
          "decision_link",
          "decision_target",
          "decision_waiver",
          "decision_waiver_second",
          "decision_watch",
          "event",
          "event_item",
          "evidence",
          "evidence_removal",
          "item",
          "item_check",
          "item_credit",
          "item_extension",
          "item_hold",
          "item_round",
          "item_withdrawal",
          "letter",
          "letter_acknowledgement",
          "letter_commitment",
          "letter_item",
          "letter_objection",
          "letter_objection_decision",
          "letter_payment",
          "letter_payment_reversal",
          "letter_withdrawal",
          "meeting",
          "message",
          "decision_objection",
          "decision_objection_end",
          "normalisation_lack",
          "normalisation_paper",
          "normalisation_request",
          "normalisation_withdrawal",
          "minutes",
          "minutes_signature",
          "objection",
          "objection_decision",
          "request",
          "request_legal_basis",
          "request_override",
          "request_visit",
          "ruling",
          "sample_acceptance",
          "statement",
          "verification_result");

  private static final List<String> ONLY_ADDED =
      List.of(
          "answer",
          "clarification",
          "commitment_cancel",
          "commitment_cancel_taken_back",
          "commitment_evidence",
          "commitment_finding",
          "commitment_measure",
          "commitment_milestone",
          "commitment_owner",
          "commitment_refusal",
          "commitment_report",
          "commitment_signature",
          "commitment_version",
          "commitment_version_field",
          "commitment_version_row",
          "event",
          "event_item",
          "item_check",
          "item_credit",
          "item_extension",
          "item_round",
          "item_withdrawal",
          "letter",
          "letter_acknowledgement",
          "letter_commitment",
          "letter_item",
          "letter_objection",
          "letter_objection_decision",
          "letter_payment",
          "letter_payment_reversal",
          "letter_withdrawal",
          "meeting",
          "minutes",
          "minutes_signature",
          "objection",
          "objection_decision",
          "ruling",
          "sample_acceptance",
          "statement",
          "verification_result");

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private Company klip;
  private Company video;
  private PersonViewer mine;
  private PersonViewer theirs;
  private Sent ours;
  private Sent other;
  private long draft;

  @BeforeAll
  void twoCompaniesWithCasesOfEveryKind() {
    klip = given.company("Klip");
    video = given.company("Video");
    mine = given.responder(klip);
    theirs = given.responder(video);
    WallCase cases = new WallCase(given);
    ours = cases.of(klip, mine);
    other = cases.of(video, theirs);
    clock.advance(Duration.ofHours(25));
    warn(klip, ours);
    warn(video, other);
    verify(klip, ours);
    verify(video, other);
    meet(klip);
    meet(video);
    draft = given.request(klip).submitted();
    GivenCommitments commitments = new GivenCommitments(given);
    commitments.ofEveryKind(klip);
    commitments.ofEveryKind(video);
    GivenDecisions decisions = new GivenDecisions(given);
    decisions.ofEveryKind(klip, ours.number());
    decisions.ofEveryKind(video, other.number());
    db.asOwner(
        "insert into commitment_measure (commitment_id, on_day, version, company_id, side, value,"
            + " numerator, denominator, measured_at) select id, '2026-03-02', 1, company_id, side,"
            + " 90, 9, 10, '2026-03-02T01:15:00Z' from commitment");
  }

  /** A visit from its plan to what both sides read. */
  private void verify(Company company, Sent sent) {
    GivenVerifications steps = new GivenVerifications(given);
    String step = steps.planned(given.officer(), company.platform().id(), sent.number(), "visit");
    steps.record(given.officer(), step);
    steps.conclude(given.supervisor(), step, VerificationOutcome.FAIL);
    Sent answered = given.request(company).sent();
    PersonViewer responder = company.id() == klip.id() ? mine : theirs;
    given.as(
        responder,
        tx ->
            given
                .desk()
                .answer()
                .run(
                    tx,
                    given.act(),
                    answered.refs(),
                    new AnswerGiven(
                        "D1",
                        Optional.empty(),
                        Map.of(
                            "rule_line", "3.2", "acted_at", given.clock().instant().toString()))));
    given.as(
        given.supervisor(),
        tx ->
            given
                .desk()
                .acceptOnSample()
                .run(tx, given.act(), given.refs(given.officer(), answered.id()), step));
  }

  @Test
  void a_company_sees_no_plan_and_writes_no_result() {
    for (String table :
        List.of(
            "verification_step",
            "verification_sample",
            "verification_stratum",
            "verification_entry",
            "verification_field",
            "verification_line",
            "verification_look",
            "verification_check",
            "verification_recorder",
            "verification_follow_aside",
            "verification_file")) {
      Refused.byTheWall(table, () -> see(mine, "select 'x' from " + table));
    }
    Refused.byTheWall(
        "verification_result", () -> write(mine, "insert into verification_result default values"));
    Refused.byConstraint(
        "verification_result_four_eyes",
        () ->
            write(
                given.officer(),
                "insert into verification_result (step_number, company_id, side, event_id,"
                    + " platform_id, rule_set_id, method_code, claim, carried_out_on, place, result,"
                    + " findings, concluded_at) select s.number, s.company_id, 'both', (select"
                    + " max(e.id) from event e where e.actor_id = viewer_person() and e.side ="
                    + " 'both' and e.company_id = s.company_id), s.platform_id, s.rule_set_id,"
                    + " s.method_code, s.claim, s.planned_on, '', 'pass', 'x', '2026-03-04' from"
                    + " verification_step s limit 1"));
  }

  private void meet(Company company) {
    MeetingStore meetings = new MeetingStore();
    given.as(
        given.supervisor(),
        tx -> {
          long meeting =
              new WriteMinutes(new PlatformStore(), meetings, given.ledger())
                  .run(
                      tx,
                      given.act(),
                      company.platform().id(),
                      new MinutesGiven(
                          LocalDate.parse("2026-03-01"),
                          "Jakarta",
                          new Meeting.Text("Agenda", "penyelia", "narahubung", "Isi")));
          new SignMinutes(meetings, given.ledger()).run(tx, given.act(), meeting, 1);
          return meeting;
        });
  }

  /** Letters to which everything has happened once. */
  private void warn(Company company, Sent sent) {
    GivenLetters letters = new GivenLetters(given);
    PersonViewer lead = given.person(company.organisation(), Role.LEAD);
    letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST1", 5));
    clock.advance(Duration.ofHours(25));
    String fined =
        letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST2", 5));
    letters.acknowledge(lead, fined);
    letters.promise(lead, fined);
    letters.tell(lead, fined, letters.paid(1_000_000, "A1B2C3D4E5F6G7H8"));
    letters.record(given.supervisor(), fined, letters.paid(1_000_000, "A1B2C3D4E5F6G7H8"));
    letters.reverse(given.supervisor(), fined);
    letters.object(lead, fined, "Keliru.");
    letters.decide(given.person(given.ministry(), Role.SUPERVISOR), fined, LetterOutcome.UPHELD);
    letters.withdraw(given.supervisor(), fined, "Keliru.");
  }

  @Test
  void a_company_neither_warns_nor_decides_nor_records_what_it_paid() {
    for (String table :
        List.of(
            "letter",
            "letter_item",
            "letter_objection_decision",
            "letter_payment_reversal",
            "letter_withdrawal")) {
      Refused.byTheWall(table, () -> write(mine, "insert into " + table + " default values"));
    }
    String pay =
        "insert into letter_payment (letter_id, company_id, side, event_id, recorded, amount,"
            + " paid_on, reference, told_at) select letter_id, company_id, side, event_id, %s,"
            + " amount, paid_on, 'ABCDEFGHIJKLMNOP', told_at from letter_payment where not recorded";
    Refused.byTheWall("recorded", () -> write(mine, pay.formatted("true")));
    Refused.byTheWall("claimed", () -> write(given.supervisor(), pay.formatted("false")));
    for (String table :
        List.of("letter_acknowledgement", "letter_commitment", "letter_objection")) {
      Refused.byTheWall(
          table, () -> write(given.supervisor(), "insert into " + table + " default values"));
    }
    refuse(
        "another's letter",
        "insert into letter_acknowledgement (letter_id, company_id, side, event_id,"
            + " acknowledged_at) select %d, %d, 'both', max(event_id), max(acknowledged_at)"
            + " from letter_acknowledgement",
        Long.parseLong(
            db.rows("select max(id) from letter where company_id = " + video.id()).getFirst()),
        klip.id());
  }

  @Test
  void neither_side_writes_anothers_part_of_a_commitment_nor_calls_it_kept() {
    for (Viewer who : List.of(mine, given.supervisor())) {
      Refused.byTheWall("kept", () -> write(who, "update commitment set last_result = 'pass'"));
      Refused.byTheWall("agreed", () -> write(who, "update commitment set stage = 'agreed'"));
      Refused.byTheWall(
          "measured", () -> write(who, "insert into commitment_measure default values"));
    }
    Refused.byTheWall("found", () -> write(mine, "insert into commitment_finding default values"));
    for (String table : List.of("commitment_report", "commitment_evidence")) {
      Refused.byTheWall(
          table, () -> write(given.supervisor(), "insert into " + table + " default values"));
    }
    for (String side : List.of("ministry", "company")) {
      Viewer other = side.equals("ministry") ? mine : given.officer();
      Refused.byTheWall(
          side,
          () ->
              write(
                  other,
                  "insert into commitment_cancel (commitment_id, company_id, side, of_side,"
                      + " event_id, reason) select commitment_id, company_id, side, '"
                      + side
                      + "', event_id, reason from commitment_cancel"));
    }
    assertThat(
            write(mine, "update commitment set version = version where company_id = " + video.id()))
        .isZero();
  }

  @Test
  void a_company_decides_nothing_and_the_ministry_asks_for_nothing() {
    for (String table :
        List.of("access_decision", "decision_waiver", "decision_cell", "decision_execution")) {
      Refused.byTheWall(table, () -> write(mine, "insert into " + table + " default values"));
    }
    for (String table :
        List.of("decision_hand", "decision_question", "decision_review", "decision_cause_aside")) {
      Refused.byTheWall(table, () -> see(mine, "select 'x' from " + table));
    }
    Refused.byTheWall(
        "its paper", () -> write(mine, "insert into normalisation_lack default values"));
    for (String table :
        List.of(
            "normalisation_request",
            "normalisation_paper",
            "normalisation_withdrawal",
            "decision_objection")) {
      Refused.byTheWall(
          table, () -> write(given.supervisor(), "insert into " + table + " default values"));
    }
    String end =
        "insert into decision_objection_end select decision_id, company_id, side, event_id, '%s',"
            + " 'Keliru.', filed_at from decision_objection";
    Refused.byTheWall("judged", () -> write(mine, end.formatted("accepted")));
    Refused.byTheWall("taken back", () -> write(given.supervisor(), end.formatted("withdrawn")));
    Refused.byTheWall("clock", () -> write(mine, "update normalisation_request set due_at = null"));
    assertThat(see(mine, "select 'x' from access_decision where stage <> 'signed'")).isEmpty();
  }

  @Test
  void every_walled_table_of_casework_is_looked_at() {
    assertThat(
            db.rows(
                "select c.relname from pg_class c where c.relkind = 'r' and c.relrowsecurity"
                    + " and exists (select from pg_attribute a where a.attrelid = c.oid"
                    + " and a.attname = 'company_id') and exists (select from pg_attribute a"
                    + " where a.attrelid = c.oid and a.attname = 'side') order by 1"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    SHARED.stream(),
                    Stream.of(
                        "answer_draft",
                        "answer_sheet",
                        "block_list",
                        "decision_cause_aside",
                        "decision_hand",
                        "decision_question",
                        "decision_reply",
                        "decision_review",
                        "decision_visit",
                        "decision_withdrawal",
                        "draft_return",
                        "draft_upload",
                        "figure",
                        "hasty_sending",
                        "meeting_visit",
                        "notice",
                        "order_notice",
                        "recheck",
                        "recheck_drawn",
                        "recheck_sample",
                        "reappearance",
                        "release_rule",
                        "request_author",
                        "request_draft",
                        "restricted_draft",
                        "restricted_item",
                        "status_company",
                        "status_remark",
                        "test_call",
                        "verification_check",
                        "verification_entry",
                        "verification_field",
                        "verification_file",
                        "verification_follow_aside",
                        "verification_line",
                        "verification_look",
                        "verification_recorder",
                        "verification_sample",
                        "verification_step",
                        "verification_stratum"))
                .toList());
  }

  @Test
  void a_company_sees_all_that_is_shared_with_it_and_nothing_else() {
    for (String table : SHARED) {
      String own = table.equals("request_visit") ? " and person_id = " + mine.personId() : "";
      assertThat(see(mine, "select company_id || ' ' || side from " + table))
          .as(table)
          .isNotEmpty()
          .hasSameElementsAs(
              db.rows(
                  "select company_id || ' ' || side from "
                      + table
                      + " where company_id = "
                      + klip.id()
                      + " and side in ('both', 'company')"
                      + own))
          .hasSize(
              db.rows(
                      "select 1 from "
                          + table
                          + " where company_id = "
                          + klip.id()
                          + " and side in ('both', 'company')"
                          + own)
                  .size());
    }
  }

  @Test
  void the_ministry_sees_all_but_what_a_company_keeps_to_itself() {
    for (String table : SHARED) {
      assertThat(see(given.officer(), "select side from " + table))
          .as(table)
          .doesNotContain("company");
    }
    assertThat(see(given.officer(), "select distinct company_id::text from request"))
        .containsExactlyInAnyOrder(Long.toString(klip.id()), Long.toString(video.id()));
    assertThat(see(given.officer(), "select text from message where side = 'ministry'"))
        .isNotEmpty();
    assertThat(db.rows("select 1 from message where side = 'company'")).hasSize(2);
  }

  @Test
  void what_a_draft_holds_is_closed_to_companies_for_good() {
    for (String table :
        List.of(
            "block_list",
            "draft_return",
            "draft_upload",
            "request_draft",
            "request_author",
            "number_counter",
            "watched_host")) {
      Refused.byTheWall(table, () -> see(mine, "select 'x' from " + table));
    }
    assertThat(see(mine, "select 'x' from request where id = " + draft)).isEmpty();
    assertThat(see(mine, "select 'x' from item where request_id = " + draft)).isEmpty();
    assertThat(see(mine, "select kind from event where kind like 'request.%'"))
        .contains("request.sent")
        .doesNotContain("request.drafted", "request.submitted", "request.returned");
  }

  @Test
  void an_answer_sheet_is_its_companys_alone() {
    String columns = "(company_id, person_id, name, cells, guessed, uploaded_at)";
    db.asOwner(
        "insert into answer_sheet "
            + columns
            + " values (%d, %d, 'a', '[]', false, '2026-03-02T01:15:00Z')"
                .formatted(klip.id(), mine.personId()));
    assertThat(see(mine, "select name from answer_sheet")).containsExactly("a");
    assertThat(see(theirs, "select name from answer_sheet")).isEmpty();
    Refused.byTheWall("answer_sheet", () -> see(given.officer(), "select 'x' from answer_sheet"));
  }

  @Test
  void what_a_company_drafts_and_settles_for_itself_is_its_own_alone() {
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    SetReleaseRule settle = new SetReleaseRule(new ReleaseRuleStore(), given.ledger());
    given.db().run(lead, tx -> settle.run(tx, given.act(), true));
    for (String table : List.of("answer_draft", "release_rule")) {
      String companies = "select distinct company_id::text from " + table;
      assertThat(see(mine, companies)).as(table).containsExactly(Long.toString(klip.id()));
      for (Viewer outside : List.of(given.officer(), given.supervisor(), SystemViewer.AUDIT)) {
        Refused.byTheWall(table, () -> see(outside, companies));
      }
    }
    assertThat(see(theirs, "select 'x' from release_rule")).isEmpty();
    assertThat(see(theirs, "select distinct company_id::text from answer_draft"))
        .containsExactly(Long.toString(video.id()));
    String ofOnesOwn =
        "select kind from event where kind like 'answers.%' or kind like 'company.%'";
    assertThat(see(mine, ofOnesOwn)).contains("answers.drafted", "company.release_set");
    assertThat(see(theirs, ofOnesOwn)).containsOnly("answers.drafted");
    assertThat(see(given.officer(), ofOnesOwn)).isEmpty();
    assertThat(see(SystemViewer.AUDIT, ofOnesOwn)).isEmpty();
  }

  @Test
  void nobody_drafts_in_anothers_name_nor_tells_the_ministry_of_a_draft() {
    String draft =
        "insert into answer_draft (item_id, company_id, event_id, person_id, item_version,"
            + " rule_set_id, type_code, details, written_at, state) select %d, %d, event_id, %d,"
            + " item_version, rule_set_id, type_code, details, written_at, 'open'"
            + " from answer_draft limit 1";
    long item = ours.items().getFirst().id();
    long elsewhere = other.items().getFirst().id();
    PersonViewer colleague = given.responder(klip);
    refuse("a colleague's name", draft, item, klip.id(), colleague.personId());
    refuse("another's item", draft, elsewhere, klip.id(), mine.personId());
    refuse("another company", draft, elsewhere, video.id(), mine.personId());
    assertThat(write(mine, draft.formatted(item, klip.id(), mine.personId()))).isOne();
    refuse(
        "a drafting for both",
        "insert into event (act_id, at, actor_id, actor_side, actor_role, actor_code, company_id,"
            + " side, request_id, kind, body) values ('6f9619ff-8b86-4011-b42d-00c04fc964fe',"
            + " '2026-03-02', %d, 'company', 'responder', 1, %d, 'both', %d, 'answers.drafted',"
            + " '{}')",
        mine.personId(),
        klip.id(),
        ours.id());
    refuse("its content", "update answer_draft set details = '{}'");
    write(
        mine,
        "update answer_draft set state = 'dropped', end_event_id = event_id, end_side = 'company'");
    refuse(
        "a revival",
        "update answer_draft set state = 'open', end_event_id = null, end_side = null");
  }

  @Test
  void a_company_does_not_know_people_or_platforms_of_others() {
    assertThat(see(mine, "select distinct organisation_id::text from person"))
        .containsExactly(Long.toString(klip.id()));
    assertThat(see(mine, "select name from platform")).containsExactly("Klip");
    assertThat(see(mine, "select name from organisation"))
        .containsExactlyInAnyOrder("PT Klip", "Kementerian");
    assertThat(see(given.officer(), "select distinct side from person"))
        .containsExactly("ministry");
  }

  @Test
  void without_a_viewer_a_side_sees_nothing_even_on_a_connection_used_before() throws SQLException {
    try (Connection connection = TestDatabase.connect(db.serving());
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("set local role side_company");
      sql.execute("select set_config('app.company_id', '" + klip.id() + "', true)");
      assertThat(count(sql, "request")).isPositive();
      connection.commit();
      for (String table : SHARED) {
        sql.execute("set local role side_company");
        assertThat(count(sql, table)).as(table).isZero();
        connection.commit();
      }
    }
  }

  @Test
  void a_company_hangs_nothing_on_anothers_case() {
    long item = other.items().getFirst().id();
    long event = id(theirs, "select max(id) from event where kind = 'items.answered'");
    long mineEvent = id(mine, "select max(id) from event where kind = 'items.answered'");
    for (long company : List.of(klip.id(), video.id())) {
      refuse(
          "answer",
          "insert into answer (item_id, company_id, side, event_id, rule_set_id, type_code, class,"
              + " details, answered_at) select %d, %d, 'both', %d, rule_set_id, 'D1', 'acted',"
              + " '{}', answered_at from answer limit 1",
          item,
          company,
          mineEvent);
      refuse("event", event(company, other.id()));
      refuse(
          "event_item",
          "insert into event_item (event_id, item_id, company_id, side)"
              + " values (%d, %d, %d, 'both')",
          mineEvent,
          item,
          company);
      refuse(
          "message",
          "insert into message (request_id, company_id, side, event_id, text, written_at)"
              + " select %d, %d, 'both', %d, 'x', at from event limit 1",
          other.id(),
          company,
          mineEvent);
      refuse(
          "visit",
          "insert into request_visit (request_id, person_id, company_id, side, seen_at)"
              + " select %d, %d, %d, 'both', at from event limit 1",
          other.id(),
          mine.personId(),
          company);
    }
    refuse(
        "a message signed by another's event",
        "insert into message (request_id, company_id, side, event_id, text, written_at)"
            + " select %d, %d, 'both', %d, 'x', at from event limit 1",
        ours.id(),
        klip.id(),
        event);
    refuse(
        "an item of one's own in another's event",
        "insert into event_item (event_id, item_id, company_id, side)"
            + " values (%d, %d, %d, 'both')",
        event,
        ours.items().getFirst().id(),
        klip.id());
  }

  @Test
  void a_company_hangs_nothing_on_a_draft_meant_for_it() {
    long mineEvent = id(mine, "select max(id) from event where kind = 'items.answered'");
    long item = given.items(given.officer(), draft).getFirst().id();
    refuse("event", event(klip.id(), draft));
    refuse(
        "message",
        "insert into message (request_id, company_id, side, event_id, text, written_at)"
            + " select %d, %d, 'both', %d, 'x', at from event limit 1",
        draft,
        klip.id(),
        mineEvent);
    refuse(
        "answer",
        "insert into answer (item_id, company_id, side, event_id, rule_set_id, type_code, class,"
            + " details, answered_at) select %d, %d, 'both', %d, rule_set_id, 'D1', 'acted',"
            + " '{}', answered_at from answer limit 1",
        item,
        klip.id(),
        mineEvent);
    refuse(
        "visit",
        "insert into request_visit (request_id, person_id, company_id, side, seen_at)"
            + " select %d, %d, %d, 'both', at from event limit 1",
        draft,
        mine.personId(),
        klip.id());
  }

  @Test
  void a_company_writes_no_note_into_the_ministrys_own() {
    long mineEvent = id(mine, "select max(id) from event where kind = 'items.answered'");
    refuse(
        "message",
        "insert into message (request_id, company_id, side, event_id, text, written_at)"
            + " select %d, %d, 'ministry', %d, 'x', at from event limit 1",
        ours.id(),
        klip.id(),
        mineEvent);
  }

  @Test
  void a_company_can_neither_file_check_rule_nor_withdraw() {
    for (String table :
        List.of(
            "request",
            "request_legal_basis",
            "request_override",
            "request_draft",
            "request_author",
            "item",
            "item_round",
            "item_check",
            "ruling",
            "clarification",
            "item_withdrawal",
            "number_counter")) {
      Refused.byTheWall(table, () -> write(mine, "insert into " + table + " default values"));
    }
    for (String table : SHARED) {
      // A hold is a note among colleagues, which they let go of.
      if (!table.equals("item_hold")) {
        Refused.byTheWall(table, () -> write(mine, "delete from " + table));
      }
    }
    assertThat(
            undone(
                mine, "with gone as (delete from item_hold returning side) select side from gone"))
        .as("the ministry's stay")
        .isNotEmpty()
        .containsOnly("company");
  }

  @Test
  void a_company_changes_only_what_follows_from_its_own_answers() {
    for (String change :
        List.of(
            "update request set subject = 'x'",
            "update request set stage = 'withdrawn'",
            "update request set company_id = company_id",
            "update item set url = 'https://x.example/'",
            "update item set company_id = company_id",
            "update answer set details = '{}'",
            "update message set text = 'x'",
            "update platform set name = 'x'",
            "update organisation set name = 'x'",
            "update person set name = 'x'",
            "update person set active = true")) {
      Refused.byTheWall(change, () -> write(mine, change));
    }
    assertThat(
            write(
                mine,
                "update item set version = version where id = " + other.items().getFirst().id()))
        .isZero();
    // Those of the case, and the one that a sample settled.
    assertThat(write(mine, "update item set version = version")).isEqualTo(ours.items().size() + 1);
    assertThat(write(mine, "update request set open_count = open_count where id = " + other.id()))
        .isZero();
  }

  @Test
  void a_person_changes_and_ends_nothing_of_a_colleagues() {
    PersonViewer colleague = given.responder(klip);
    assertThat(write(mine, "update person set language = 'en' where id = " + colleague.personId()))
        .isZero();
    assertThat(write(mine, "update person set language = 'en'")).isOne();
    Refused.byTheWall(
        "visit",
        () ->
            write(
                mine,
                "insert into request_visit (request_id, person_id, company_id, side, seen_at)"
                    + " select %d, %d, %d, 'both', at from event limit 1"
                        .formatted(ours.id(), colleague.personId(), klip.id())));
  }

  @Test
  void accounts_are_kept_by_who_may_and_nobody_raises_oneself() {
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    PersonViewer administrator = given.person(given.ministry(), Role.ADMINISTRATOR);
    String giving =
        "insert into person_role (person_id, side, role) select id, side, '%s' from person where id = %d";
    Refused.byTheWall("colleague", () -> write(mine, giving.formatted("viewer", lead.personId())));
    Refused.byTheWall("oneself", () -> write(mine, giving.formatted("lead", mine.personId())));
    Refused.byTheWall("own role", () -> write(lead, giving.formatted("viewer", lead.personId())));
    Refused.byTheWall(
        "restricted", () -> write(lead, giving.formatted("restricted_responder", mine.personId())));
    assertThatThrownBy(
            () -> write(administrator, giving.formatted("supervisor", administrator.personId())))
        .as("casework for oneself")
        .hasMessageContaining("person_role_administrator_alone");
    Refused.byTheWall(
        "another's account",
        () -> write(lead, "select end_all_of(%d)".formatted(theirs.personId())));
    assertThat(write(lead, giving.formatted("viewer", theirs.personId()))).isZero();
    assertThat(write(lead, "update person set active = true where id = " + theirs.personId()))
        .isZero();
    assertThat(write(lead, "delete from person_role where person_id = " + theirs.personId()))
        .isZero();
    assertThat(write(lead, giving.formatted("viewer", mine.personId()))).isOne();
    for (PersonViewer other : List.of(mine, given.officer(), given.supervisor())) {
      assertThat(write(other, "delete from person_role")).as("%s", other).isZero();
      assertThat(see(other, "select 'x' from one_time_link")).isEmpty();
      assertThat(write(other, "update person set language = 'id'")).as("%s", other).isOne();
    }
    assertThat(see(given.officer(), "select 'x' from person where side = 'company'")).isEmpty();
  }

  @Test
  void the_ministry_answers_for_no_company_and_makes_accounts_only_as_administrator() {
    Refused.byTheWall(
        "answer", () -> write(given.supervisor(), "insert into answer default values"));
    for (String table : List.of("organisation", "platform", "person")) {
      assertThatThrownBy(
              () ->
                  write(
                      given.supervisor(),
                      switch (table) {
                        case "organisation" ->
                            "insert into organisation (side, name, created_at)"
                                + " select 'company', 'X', at from event limit 1";
                        case "platform" ->
                            "insert into platform (company_id, name, time_zone, contact_opens,"
                                + " contact_closes, created_at) select company_id, 'X', 'UTC',"
                                + " '08:00', '09:00', created_at from platform limit 1";
                        default ->
                            "insert into person (organisation_id, side, code, name, email, language,"
                                + " time_zone, created_at) select organisation_id, side, 99, 'X',"
                                + " 'x@x.example', 'id', 'UTC', created_at from person limit 1";
                      }))
          .as(table)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void system_viewers_see_no_request_and_neither_file_answer_nor_check() {
    for (Viewer system : SystemViewer.values()) {
      boolean reads = system == SystemViewer.AUDIT;
      for (String table : SHARED) {
        if (!table.equals("event")) {
          if (!reads) {
            Refused.byTheWall(system + " " + table, () -> see(system, "select 'x' from " + table));
          }
          Refused.byTheWall(
              system + " " + table,
              () -> write(system, "insert into " + table + " default values"));
        }
      }
      if (system == SystemViewer.MAIL) {
        Refused.byTheWall("event", () -> see(system, "select kind from event"));
        Refused.byTheWall("event", () -> write(system, event(klip.id(), ours.id())));
        continue;
      }
      assertThat(see(system, "select kind from event where request_id is not null").isEmpty())
          .isEqualTo(!reads);
      assertThatThrownBy(() -> write(system, event(klip.id(), ours.id())))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void what_people_did_is_never_changed_not_even_by_the_owner() {
    for (String table : ONLY_ADDED) {
      for (String change :
          List.of("update " + table + " set company_id = company_id", "delete from " + table)) {
        assertThatThrownBy(() -> db.asOwner(change))
            .as(change)
            .rootCause()
            .hasMessageContaining("only added, never changed");
      }
    }
  }

  @Test
  void a_verdict_stays_with_an_answer_of_its_own_item() {
    assertThatThrownBy(
            () ->
                write(
                    given.officer(),
                    "insert into item_check (item_id, company_id, side, event_id, answer_id,"
                        + " verdict, observed_at, checked_at, network, country, surface, signed_in)"
                        + " select %d, %d, 'both', event_id, (select max(id) from answer where"
                            .formatted(ours.items().getFirst().id(), klip.id())
                        + " company_id = "
                        + video.id()
                        + "), verdict, observed_at, checked_at, 'x', 'ID', 'web', false"
                        + " from item_check where company_id = "
                        + klip.id()
                        + " limit 1"))
        .isInstanceOf(ConstraintBroken.class);
  }

  /** Refused by a policy, a grant or a key; which of them does not matter. */
  @SuppressWarnings("AnnotateFormatMethod") // its annotation is no library of ours
  private void refuse(String what, String sql, Object... ids) {
    String statement = sql.formatted(ids);
    assertThatThrownBy(() -> write(mine, statement))
        .as(what + ": " + statement)
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isInstanceOf(ConstraintBroken.class),
            thrown ->
                assertThat(thrown)
                    .isInstanceOfSatisfying(
                        DataAccessException.class,
                        e -> assertThat(e.sqlState()).isEqualTo("42501")));
  }

  private String event(long company, long request) {
    return "insert into event (act_id, at, actor_side, actor_role, actor_code, company_id, side,"
        + " request_id, kind, body) values ('6f9619ff-8b86-4011-b42d-00c04fc964ff',"
        + " '2026-03-02', 'company', 'responder', 1, %d, 'both', %d, 'message.written', '{}')"
            .formatted(company, request);
  }

  private List<String> see(Viewer viewer, String query) {
    return given.as(viewer, tx -> tx.sql().fetch(query).getValues(0, String.class));
  }

  /** What a statement gives whose transaction is rolled back, for the tests that follow. */
  private List<String> undone(Viewer viewer, String statement) {
    List<String> seen = new ArrayList<>();
    assertThatThrownBy(
            () ->
                given
                    .db()
                    .run(
                        viewer,
                        tx -> {
                          seen.addAll(tx.sql().fetch(statement).getValues(0, String.class));
                          throw new UndoneAfterwards();
                        }))
        .isInstanceOf(UndoneAfterwards.class);
    return seen;
  }

  private static final class UndoneAfterwards extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private long id(Viewer viewer, String query) {
    return given.as(viewer, tx -> tx.sql().fetchSingle(query).getValue(0, Long.class).longValue());
  }

  private int write(Viewer viewer, String statement) {
    return given.as(viewer, tx -> tx.sql().execute(statement));
  }

  private static int count(Statement sql, String table) throws SQLException {
    try (ResultSet rows = sql.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
