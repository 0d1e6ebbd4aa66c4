package id.narahubung.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whom the database hangs notices on, in the transaction of the act, and who may read them. */
final class NoticeTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private Company klip;
  private PersonViewer responder;
  private PersonViewer lead;

  @BeforeEach
  void aCompanyWithATeam() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    lead = given.person(klip.organisation(), Role.LEAD);
    given.person(klip.organisation(), Role.VIEWER);
    given.responder(given.company("Video"));
  }

  @Test
  void a_draft_submitted_is_told_to_all_who_may_approve_it_and_not_to_its_authors() {
    PersonViewer writes = given.person(given.ministry(), Role.SUPERVISOR);
    PersonViewer decides = given.person(given.ministry(), Role.DECISION_MAKER);
    given.person(given.ministry(), Role.AUDITOR);
    given.supervisor();
    given.request(klip).by(writes).submitted();
    assertThat(told("approval_wanted"))
        .containsExactlyInAnyOrder(told(given.supervisor(), "at_once"), told(decides, "at_once"));
  }

  @Test
  void an_order_is_told_to_who_can_answer_it_and_an_urgent_one_alone() {
    given.request(klip).sent();
    assertThat(told("order_sent"))
        .containsExactlyInAnyOrder(told(responder, "at_once"), told(lead, "at_once"));
    db.asOwner("delete from notice");
    given.request(klip).urgent().sent();
    assertThat(told("order_sent"))
        .containsExactlyInAnyOrder(told(responder, "alone"), told(lead, "alone"));
  }

  @Test
  void who_does_not_work_here_any_more_is_told_nothing() {
    db.asOwner("update person set active = false where id = " + lead.personId());
    given.request(klip).sent();
    assertThat(told("order_sent")).containsExactly(told(responder, "at_once"));
  }

  @Test
  void a_question_is_told_to_the_officials_of_the_case_alone() {
    given.person(given.ministry(), Role.OFFICER);
    Sent sent = given.request(klip).withItems(3).sent();
    answer(sent, "K1", Map.of("questions", "Yang mana?"), false);
    assertThat(told("clarification_asked"))
        .containsExactlyInAnyOrder(
            told(given.officer(), "at_once"), told(given.supervisor(), "at_once"));
    assertThat(db.rows("select distinct items from notice where kind = 'clarification_asked'"))
        .containsExactly("3");
  }

  @Test
  void what_a_company_drafts_is_told_to_its_leads_and_no_administrator_reads_of_it() {
    Sent sent = given.request(klip).sent();
    answer(sent, "D1", Map.of("rule_line", "3", "acted_at", "2026-03-02T01:15:00Z"), true);
    assertThat(told("release_wanted")).containsExactly(told(lead, "at_once"));
    PersonViewer administrator = given.person(given.ministry(), Role.ADMINISTRATOR);
    assertThat(see(administrator, "select kind from notice"))
        .contains("order_sent")
        .doesNotContain("release_wanted");
  }

  @Test
  void a_note_for_ones_own_side_stays_with_it() {
    Sent sent = given.request(klip).sent();
    given.db().run(lead, tx -> write(tx, sent, false));
    assertThat(told("message_written")).containsExactly(told(responder, "later"));
    db.asOwner("delete from notice");
    given.db().run(given.officer(), tx -> write(tx, sent, false));
    assertThat(told("message_written")).containsExactly(told(given.supervisor(), "later"));
    db.asOwner("delete from notice");
    given.db().run(given.officer(), tx -> write(tx, sent, true));
    assertThat(told("message_written"))
        .containsExactlyInAnyOrder(told(responder, "later"), told(lead, "later"));
  }

  @Test
  void what_was_not_done_is_not_told() {
    Sent sent = given.request(klip).sent();
    db.asOwner("delete from notice");
    assertThatThrownBy(
            () ->
                given
                    .db()
                    .run(
                        given.officer(),
                        tx -> {
                          write(tx, sent, true);
                          throw new RuleBroken("request.refused.write");
                        }))
        .isInstanceOf(RuleBroken.class);
    assertThat(db.rows("select 1 from notice")).isEmpty();
  }

  @Test
  void nobody_hangs_notices_on_an_act_of_another_transaction_or_reads_them() {
    given.request(klip).sent();
    String event = db.rows("select max(id) from event where kind = 'request.sent'").getFirst();
    String hang =
        "select hang_notices("
            + event
            + ", array['order_sent'], array['leads'], array['at_once'], array[true])::text";
    for (PersonViewer viewer : List.of(responder, given.supervisor())) {
      assertThatThrownBy(() -> see(viewer, hang)).isInstanceOf(DataAccessException.class);
    }
    Refused.byTheWall("notice", () -> see(responder, "select kind from notice"));
    Refused.byTheWall("notice", () -> see(SystemViewer.AUDIT, "select kind from notice"));
    assertThat(see(given.supervisor(), "select kind from notice")).isEmpty();
    for (String table : List.of("item", "answer", "message", "request", "event")) {
      Refused.byTheWall(table, () -> see(SystemViewer.MAIL, "select 'x' from " + table));
    }
  }

  private void write(id.narahubung.data.Tx tx, Sent sent, boolean shared) {
    given.desk().write().run(tx, given.act(), sent.number(), shared, "Pesan.");
  }

  private void answer(Sent sent, String type, Map<String, String> details, boolean draft) {
    AnswerGiven says = new AnswerGiven(type, Optional.empty(), details);
    given
        .db()
        .run(
            responder,
            tx -> {
              if (draft) {
                given
                    .desk()
                    .answer()
                    .draft(tx, given.act(), given.refs(responder, sent.id()), says);
              } else {
                given.desk().answer().run(tx, given.act(), given.refs(responder, sent.id()), says);
              }
            });
  }

  private static List<String> told(String kind) {
    return db.rows("select person_id, tempo from notice where kind = '" + kind + "'");
  }

  private static String told(PersonViewer person, String tempo) {
    return person.personId() + "|" + tempo;
  }

  private List<String> see(id.narahubung.access.Viewer viewer, String query) {
    return given.as(viewer, tx -> tx.sql().fetch(query).getValues(0, String.class));
  }
}
