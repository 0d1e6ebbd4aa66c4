package id.narahubung.data;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.requests.WallCase;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An auditor reads what the ministry reads, or one request of it; PostgreSQL lets nothing be
 * changed.
 */
final class AuditorWallTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final List<String> CASEWORK =
      List.of(
          "answer",
          "answer_taken_back",
          "clarification",
          "event_item",
          "evidence",
          "evidence_removal",
          "file_chunk",
          "item",
          "item_check",
          "item_hold",
          "item_round",
          "item_withdrawal",
          "message",
          "objection",
          "objection_decision",
          "request",
          "request_author",
          "request_draft",
          "request_legal_basis",
          "request_override",
          "ruling",
          "stored_file");

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private Sent ours;
  private PersonViewer auditor;
  private PersonViewer limited;

  @BeforeEach
  void twoCompaniesWithCasesOfEveryKind() {
    Company klip = given.company("Klip");
    Company video = given.company("Video");
    WallCase cases = new WallCase(given);
    ours = cases.of(klip, given.responder(klip));
    cases.of(video, given.responder(video));
    given.request(klip).submitted();
    auditor = given.person(given.ministry(), Role.AUDITOR);
    limited =
        new PersonViewer(
            auditor.personId(),
            auditor.organisationId(),
            Side.MINISTRY,
            Set.of(Role.AUDITOR),
            auditor.code(),
            OptionalLong.of(ours.id()));
  }

  @Test
  void an_auditor_sees_what_an_officer_sees() {
    for (String table : CASEWORK) {
      String rows = "select t::text from " + table + " t";
      assertThat(see(auditor, rows))
          .as(table)
          .isNotEmpty()
          .hasSameElementsAs(see(given.officer(), rows));
    }
    assertThat(see(SystemViewer.AUDIT, "select id::text from item"))
        .hasSameElementsAs(see(given.officer(), "select id::text from item"));
  }

  @Test
  void an_auditor_for_one_request_sees_that_one() {
    assertThat(see(limited, "select id::text from request"))
        .containsExactly(Long.toString(ours.id()));
    assertThat(see(limited, "select name from platform")).containsExactly("Klip");
    assertThat(see(limited, "select name from organisation"))
        .containsExactlyInAnyOrder("PT Klip", "Kementerian");
    assertThat(see(limited, "select id::text from person"))
        .containsExactly(Long.toString(auditor.personId()));
    assertThat(see(limited, "select distinct request_id::text from event"))
        .containsExactly(Long.toString(ours.id()));
    for (String table :
        List.of("evidence", "item", "message", "request_legal_basis", "request_author")) {
      assertThat(see(limited, "select distinct request_id::text from " + table))
          .as(table)
          .containsExactly(Long.toString(ours.id()));
    }
    for (String table :
        List.of(
            "answer",
            "clarification",
            "event_item",
            "item_check",
            "item_round",
            "item_withdrawal",
            "ruling")) {
      String requests =
          " distinct i.request_id::text from %s t join item i on i.id = t.item_id".formatted(table);
      assertThat(db.rows("select" + requests)).as(table).hasSize(2);
      assertThat(see(limited, "select count(*)::text from " + table))
          .as(table)
          .isEqualTo(
              db.rows(
                  "select count(*) from %s t join item i on i.id = t.item_id".formatted(table)
                      + " where t.side <> 'company' and i.request_id = "
                      + ours.id()));
    }
  }

  @Test
  void an_auditor_changes_nothing() {
    for (PersonViewer each : List.of(auditor, limited, withoutRole())) {
      for (String table : CASEWORK) {
        Refused.byTheWall(table, () -> write(each, "insert into " + table + " default values"));
        Refused.byTheWall(table, () -> write(each, "delete from " + table));
      }
      for (String change :
          List.of(
              "update request set subject = 'x'",
              "update item set version = version",
              "update person set name = 'x'",
              "update person_role set ends_at = null",
              "delete from event")) {
        Refused.byTheWall(change, () -> write(each, change));
      }
      Refused.byTheWall(
          "an event of casework",
          () ->
              write(
                  each,
                  "insert into event (act_id, at, actor_id, actor_side, actor_role, actor_code, side,"
                      + " kind, body) select gen_random_uuid(), at, %d, 'ministry', 'auditor', 1,"
                          .formatted(each.personId())
                      + " 'ministry', 'request.sent', '{}' from event limit 1"));
      assertThat(write(each, "update person set language = 'en'")).as("the own account").isOne();
    }
  }

  private PersonViewer withoutRole() {
    return new PersonViewer(
        auditor.personId(), auditor.organisationId(), Side.MINISTRY, Set.of(), auditor.code());
  }

  private List<String> see(Viewer viewer, String sql) {
    return given.as(viewer, tx -> tx.sql().fetch(sql).map(row -> row.get(0, String.class)));
  }

  private int write(Viewer viewer, String sql) {
    return given.as(viewer, tx -> tx.sql().execute(sql));
  }
}
