package id.narahubung.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What identifies a restricted item: PostgreSQL shows it to whoever was given the permission. */
final class RestrictedWallTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final List<String> TABLES = List.of("restricted_item", "restricted_draft");

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private Company klip;
  private PersonViewer trusted;
  private long draft;

  @BeforeEach
  void aDraftAndOneThatWasSent() {
    klip = given.company("Klip");
    trusted = given.person(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER);
    draft = restricted("https://klip.example/rahasia/1");
    given.responder(klip);
    send(restricted("https://klip.example/rahasia/2"));
  }

  private void send(long id) {
    given
        .db()
        .run(
            trusted,
            tx -> {
              tx.sql().execute("update item set described = true where request_id = " + id);
              int version = given.desk().requests().fetch(tx, id).version();
              given.desk().submit().run(tx, given.act(), id, version);
            });
    int version = given.read(given.supervisor(), id).version();
    given.db().run(given.supervisor(), tx -> given.desk().send().run(tx, given.act(), id, version));
  }

  private long restricted(String pasted) {
    return given
        .request(klip)
        .by(trusted)
        .with(c -> GivenRequest.withCategory(c, "01", "urgent"))
        .pasting(pasted)
        .drafted();
  }

  @Test
  void only_those_given_the_permission_see_it_and_a_company_only_its_own() {
    String urls = "select url from restricted_item order by 1";
    assertThat(see(trusted, urls))
        .containsExactly("https://klip.example/rahasia/1", "https://klip.example/rahasia/2");
    assertThat(see(trusted, "select pasted from restricted_draft")).hasSize(2);
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD, Role.RESTRICTED_RESPONDER);
    assertThat(see(lead, urls)).containsExactly("https://klip.example/rahasia/2");
    Company video = given.company("Video");
    for (PersonViewer each :
        List.of(
            given.officer(),
            given.supervisor(),
            given.person(given.ministry(), Role.AUDITOR),
            given.responder(klip),
            given.person(klip.organisation(), Role.LEAD),
            given.person(video.organisation(), Role.LEAD, Role.RESTRICTED_RESPONDER))) {
      assertThat(see(each, urls)).as("%s", each).isEmpty();
    }
    for (SystemViewer each : List.of(SystemViewer.SESSION, SystemViewer.CONSOLE)) {
      Refused.byTheWall("restricted_item", () -> see(each, urls));
    }
    for (PersonViewer each : List.of(lead, given.responder(klip))) {
      Refused.byTheWall("restricted_draft", () -> see(each, "select pasted from restricted_draft"));
    }
  }

  @Test
  void the_item_itself_and_the_draft_hold_nothing_of_it() {
    assertThat(
            db.rows(
                "select distinct url || url_given || note || account || content_time || identifiers"
                    + " from item where restricted"))
        .containsExactly("{}");
    assertThat(db.rows("select distinct pasted from request_draft")).containsExactly("");
    assertThat(see(trusted, "select kind from search_as_ministry('rahasia', 'rahasia', 9)"))
        .isEmpty();
    assertThat(see(trusted, "select kind from search_as_ministry('x', 'klip.example', 9)"))
        .isEmpty();
  }

  @Test
  void nobody_changes_what_was_put_away_and_only_the_trusted_write_findings() {
    for (String table : TABLES) {
      Refused.byTheWall(
          table, () -> write(given.person(given.ministry(), Role.AUDITOR), "delete from " + table));
    }
    Refused.byTheWall(
        "restricted_item", () -> write(trusted, "update restricted_item set url = 'x'"));
    assertThat(write(given.officer(), "update restricted_item set what = 'x'")).isZero();
    assertThat(write(given.officer(), "delete from restricted_draft")).isZero();
    assertThat(write(trusted, "update restricted_item set what = 'x'")).isEqualTo(1);
  }

  @Test
  void an_item_is_restricted_as_its_category_is() {
    assertThatThrownBy(
            () ->
                write(
                    given.officer(),
                    "insert into item (request_id, company_id, side, ordinal, url_given, url, url_hash,"
                        + " canonicaliser) select request_id, company_id, side, 9, 'https://x.example/',"
                        + " 'https://x.example/', decode(repeat('00', 32), 'hex'), 1 from item"
                        + " where request_id = "
                        + draft))
        .hasStackTraceContaining("an item is restricted as its category is");
    assertThatThrownBy(
            () -> write(trusted, "update request set category_code = '04' where id = " + draft))
        .hasStackTraceContaining("changed its category");
  }

  private List<String> see(Viewer viewer, String query) {
    return given.as(viewer, tx -> tx.sql().fetch(query).into(String.class));
  }

  private int write(PersonViewer viewer, String statement) {
    return given.as(viewer, tx -> tx.sql().execute(statement));
  }
}
