package id.narahubung.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenEvidence;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.Samples;
import id.narahubung.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files and what hangs them on a case, asked for without a filter: PostgreSQL holds the wall. */
final class EvidenceWallTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenEvidence evidence = new GivenEvidence(given);
  private PersonViewer mine;
  private Sent ours;
  private Sent other;
  private Company klip;
  private long draft;

  /** Each name tells whose it is and who reads it. */
  @BeforeEach
  void filesOfEverybody() {
    klip = given.company("Klip");
    Company video = given.company("Video");
    mine = given.responder(klip);
    PersonViewer theirs = given.responder(video);
    ours = given.request(klip).withoutScreenshot().sent();
    other = given.request(video).withoutScreenshot().sent();
    draft = given.request(klip).withoutScreenshot().drafted();
    evidence.onRequest(mine, ours.number(), text("klip joint"), "klip joint");
    evidence.forOneself(mine, ours.number(), text("klip private"), "klip private");
    evidence.onRequest(theirs, other.number(), text("video joint"), "video joint");
    evidence.forOneself(theirs, other.number(), text("video private"), "video private");
    evidence.onRequest(given.officer(), ours.number(), text("order"), "ministry joint");
    evidence.forOneself(given.officer(), ours.number(), text("note"), "ministry private");
    evidence.onDraft(given.officer(), draft, text("draft"), "ministry draft", true);
  }

  @Test
  void each_side_sees_its_own_and_what_is_shared() {
    assertThat(see(mine, "select name from evidence"))
        .containsExactlyInAnyOrder("klip joint", "klip private", "ministry joint");
    assertThat(see(given.officer(), "select name from evidence"))
        .containsExactlyInAnyOrder(
            "klip joint", "video joint", "ministry joint", "ministry private", "ministry draft");
  }

  @Test
  void a_file_is_read_only_through_evidence_that_one_sees() {
    assertThat(see(mine, "select convert_from(bytes, 'UTF8') from file_chunk"))
        .containsExactlyInAnyOrder("klip joint", "klip private", "order");
    assertThat(see(mine, "select id::text from stored_file")).hasSize(3);
    assertThat(see(given.officer(), "select convert_from(bytes, 'UTF8') from file_chunk"))
        .containsExactlyInAnyOrder("klip joint", "video joint", "order", "note", "draft");
  }

  @Test
  void nobody_shows_anothers_file_as_the_own() {
    long file = id("select file_id from evidence where name = 'video private'");
    long own = id("select file_id from evidence where name = 'klip joint'");
    String video = "" + id("select id from organisation where name = 'PT Video'");
    Refused.byConstraint(
        "evidence_of_the_company", () -> write(mine, hang(ours.id(), "both", video, file)));
    Refused.byConstraint(
        "evidence_file", () -> write(mine, hang(ours.id(), "both", "" + klip.id(), file)));
    assertThat(write(mine, hang(ours.id(), "both", "" + klip.id(), own))).isEqualTo(1);
  }

  @Test
  void a_company_hangs_nothing_on_anothers_case_or_a_draft() {
    long file = id("select file_id from evidence where name = 'klip joint'");
    for (long request : List.of(other.id(), draft)) {
      for (String side : List.of("both", "ministry")) {
        Refused.byTheWall(
            request + " " + side, () -> write(mine, hang(request, side, "" + klip.id(), file)));
      }
    }
    assertThat(write(mine, hang(ours.id(), "both", "" + klip.id(), file))).isEqualTo(1);
  }

  /** Evidence as the company would add it, signed as its own event is. */
  private String hang(long request, String side, String organisation, long file) {
    long event = id("select event_id from evidence where name = 'klip joint'");
    return ("insert into evidence (request_id, company_id, request_side, organisation_id, owner_side,"
            + " private, file_id, event_id, actor_role, actor_code, name, added_at)"
            + " select %d, %d, '%s', %s, 'company', false, %d, id, actor_role, actor_code, 'x', at"
            + " from event where id = %d")
        .formatted(request, klip.id(), side, organisation, file, event);
  }

  @Test
  void nothing_is_written_behind_the_end_of_a_file_or_into_anothers() {
    long own = id("select file_id from evidence where name = 'klip joint'");
    long order = id("select file_id from evidence where name = 'ministry joint'");
    Refused.byConstraint("file_chunk_number", () -> write(mine, chunk(own, 1)));
    Refused.byConstraint("file_chunk_file", () -> write(mine, chunk(own, 2)));
    for (int chunks : List.of(1, 2)) {
      Refused.byTheWall("another's file", () -> write(mine, chunk(order, chunks)));
    }
  }

  private static String chunk(long file, int chunks) {
    return "insert into file_chunk (file_id, chunks, number, bytes) values (%d, %d, 1, 'x')"
        .formatted(file, chunks);
  }

  @Test
  void nobody_changes_or_deletes_what_was_added() {
    for (PersonViewer each : List.of(mine, given.officer())) {
      for (String table : List.of("stored_file", "file_chunk", "evidence", "evidence_removal")) {
        String change =
            switch (table) {
              case "stored_file" -> "size = size";
              case "file_chunk" -> "bytes = bytes";
              case "evidence" -> "name = name";
              default -> "reason = reason";
            };
        Refused.byTheWall(table, () -> write(each, "update " + table + " set " + change));
      }
      for (String table : List.of("stored_file", "file_chunk", "evidence_removal")) {
        Refused.byTheWall(table, () -> write(each, "delete from " + table));
      }
    }
    Refused.byTheWall("evidence", () -> write(mine, "delete from evidence"));
    Refused.byConstraint(
        "evidence_only_added",
        () -> write(given.officer(), "delete from evidence where name = 'ministry joint'"));
    for (String change :
        List.of(
            "update evidence set name = 'x' where name = 'klip joint'",
            "update evidence set private = false where name = 'klip private'",
            "update stored_file set size = size",
            "delete from file_chunk")) {
      assertThatThrownBy(() -> db.asOwner(change))
          .as(change)
          .rootCause()
          .hasMessageContaining("only added, never changed");
    }
  }

  @Test
  void a_side_takes_back_only_its_own() {
    evidence.onRequest(mine, ours.number(), text("klip second"), "klip second");
    long order = id("select id from evidence where name = 'ministry joint'");
    long second = id("select id from evidence where name = 'klip second'");
    Refused.byTheWall("the ministry's", () -> write(mine, takeBack(order)));
    assertThat(write(mine, takeBack(second))).isEqualTo(1);
    long joint = id("select id from evidence where name = 'klip joint'");
    evidence.takeBack(mine, ours.number(), joint, "Salah.");
    assertThat(see(given.officer(), "select reason from evidence_removal"))
        .containsExactlyInAnyOrder("x", "Salah.");
    assertThat(see(given.responder(klip), "select reason from evidence_removal")).hasSize(2);
  }

  private String takeBack(long piece) {
    return ("insert into evidence_removal (evidence_id, company_id, side, event_id, reason,"
            + " removed_at) select %d, %d, 'both', event_id, 'x', added_at from evidence"
            + " where name = 'klip joint'")
        .formatted(piece, klip.id());
  }

  private static byte[] text(String text) {
    return Samples.text(text);
  }

  private long id(String sql) {
    return Long.parseLong(db.rows(sql).getFirst());
  }

  private List<String> see(Viewer viewer, String query) {
    return given.as(viewer, tx -> tx.sql().fetch(query).getValues(0, String.class));
  }

  private int write(Viewer viewer, String statement) {
    return given.as(viewer, tx -> tx.sql().execute(statement));
  }
}
