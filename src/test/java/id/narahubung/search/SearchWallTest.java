package id.narahubung.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.requests.WallCase;
import id.narahubung.search.SearchStore.Hit;
import id.narahubung.search.SearchStore.Kind;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The search reads as the owner, past every policy: here is that it holds the wall itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // to make the cases takes longer than a test
final class SearchWallTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final List<String> FUNCTIONS =
      List.of("search_as_ministry", "search_as_company", "search_as_auditor");

  /** Words, addresses and numbers, so that each way to be found is gone on both cases. */
  private static final List<String> QUERIES =
      List.of(
          "perjudian",
          "perusahaan",
          "kementerian",
          "pihak",
          "rancangan",
          "jurnalistik",
          "menit",
          "dihapus",
          "demikian",
          "alamat",
          "dimaksud",
          "jaringan",
          "pindah",
          "penipu",
          ".example/v",
          "klip.example",
          "video.example",
          "PA-2026-",
          "PA-2026-000001/0001",
          "PA-2026-000002/1",
          "B-12/2026");

  private final SearchStore search = new SearchStore();
  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private PersonViewer mine;
  private PersonViewer theirs;
  private PersonViewer auditor;
  private PersonViewer limited;
  private Company klip;
  private Sent ours;
  private Sent other;

  @BeforeAll
  void twoCompaniesWithCasesOfEveryKind() {
    klip = given.company("Klip");
    Company video = given.company("Video");
    mine = given.responder(klip);
    theirs = given.responder(video);
    WallCase cases = new WallCase(given);
    ours = cases.of(klip, mine);
    other = cases.of(video, theirs);
    given.request(klip).about("Rancangan yang belum dikirim").submitted();
    db.asOwner("update item set note = 'Akun penipu' where ordinal = 1");
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
  void a_company_finds_nothing_of_another() {
    for (String query : QUERIES) {
      assertThat(find(mine, query)).as(query).allMatch(hit -> hit.requestId() == ours.id());
      assertThat(find(theirs, query)).as(query).allMatch(hit -> hit.requestId() == other.id());
    }
    assertThat(find(mine, "perjudian")).hasSize(1);
    assertThat(find(mine, "klip.example")).hasSize(5);
    assertThat(find(mine, "video.example")).isEmpty();
    assertThat(find(mine, other.number())).isEmpty();
    assertThat(find(mine, other.number() + "/0001")).isEmpty();
    assertThat(find(theirs, other.number() + "/0001")).hasSize(1);
  }

  @Test
  void notes_are_found_by_their_own_side_alone() {
    assertThat(find(mine, "pihak")).hasSize(1);
    assertThat(find(given.officer(), "pihak")).hasSize(2);
    assertThat(find(mine, "perusahaan")).hasSize(1);
    assertThat(db.rows("select 1 from message where text like '%perusahaan%'")).hasSize(2);
    assertThat(find(given.officer(), "perusahaan")).isEmpty();
    assertThat(find(auditor, "perusahaan")).isEmpty();
    assertThat(find(given.officer(), "kementerian")).hasSize(2);
    assertThat(find(mine, "kementerian")).isEmpty();
  }

  @Test
  void what_is_said_of_items_is_found_by_both_sides_of_the_case_alone() {
    for (String word :
        List.of(
            "jurnalistik",
            "ke berapa",
            "dihapus",
            "demikian",
            "salah",
            "dimaksud",
            "jaringan",
            "pindah")) {
      assertThat(find(given.officer(), word))
          .as(word)
          .extracting(Hit::kind, Hit::requestId)
          .containsExactlyInAnyOrder(
              tuple(Kind.STATEMENT, ours.id()), tuple(Kind.STATEMENT, other.id()));
      assertThat(find(mine, word)).as(word).extracting(Hit::requestId).containsExactly(ours.id());
      assertThat(find(limited, word)).extracting(Hit::requestId).containsExactly(ours.id());
    }
  }

  @Test
  void what_is_noted_on_an_item_is_found_where_the_item_is_seen() {
    assertThat(find(mine, "penipu")).extracting(Hit::requestId).containsExactly(ours.id());
    assertThat(find(theirs, "penipu")).extracting(Hit::requestId).containsExactly(other.id());
    assertThat(find(limited, "penipu")).extracting(Hit::requestId).containsExactly(ours.id());
    assertThat(find(given.officer(), "penipu"))
        .as("the draft's, too")
        .hasSize(3)
        .extracting(Hit::kind)
        .containsOnly(Kind.ITEM);
  }

  @Test
  void nobody_writes_what_can_be_found_but_by_saying_it() {
    for (PersonViewer viewer : List.of(mine, given.officer(), auditor)) {
      Refused.byTheWall(
          "statement",
          () ->
              given.as(
                  viewer,
                  tx ->
                      tx.sql()
                          .execute(
                              "insert into statement (event_id, company_id, side, request_id,"
                                  + " item_id, kind, text) select event_id, company_id, side,"
                                  + " request_id, item_id, kind, 'lain' from statement")));
    }
  }

  @Test
  void a_draft_is_found_by_the_ministry_alone() {
    assertThat(find(given.officer(), "rancangan")).hasSize(1);
    assertThat(find(mine, "rancangan")).isEmpty();
    assertThat(find(given.officer(), "klip.example")).hasSize(6);
  }

  @Test
  void an_auditor_finds_what_an_officer_finds_or_one_request_of_it() {
    for (String query : QUERIES) {
      List<Hit> all = find(given.officer(), query);
      assertThat(find(auditor, query)).as(query).isEqualTo(all);
      assertThat(find(limited, query))
          .as(query)
          .isEqualTo(all.stream().filter(hit -> hit.requestId() == ours.id()).toList());
    }
    assertThat(find(limited, "perjudian")).isNotEmpty();
  }

  @Test
  void whatever_is_found_can_be_read_through_the_walled_tables() {
    for (PersonViewer viewer : List.of(mine, theirs, given.officer(), auditor, limited)) {
      for (String query : QUERIES) {
        for (Hit hit : find(viewer, query)) {
          String table = hit.kind().name().toLowerCase(java.util.Locale.ROOT);
          assertThat(see(viewer, "select id from " + table + " where id = " + hit.id()))
              .as("%s finds %s", viewer, hit)
              .hasSize(1);
        }
      }
    }
  }

  @Test
  void another_sides_search_is_refused() {
    for (Viewer viewer : List.of(mine, given.officer(), auditor, limited)) {
      String own =
          viewer.equals(mine)
              ? "search_as_company"
              : viewer.equals(given.officer()) ? "search_as_ministry" : "search_as_auditor";
      assertThat(call(viewer, own)).isNotEmpty();
      for (String function : FUNCTIONS) {
        if (!function.equals(own)) {
          Refused.byTheWall(function, () -> call(viewer, function));
        }
      }
      Refused.byTheWall("search_rows", () -> callInner(viewer));
    }
    for (Viewer system : List.of(SystemViewer.SIGN_IN, SystemViewer.CONSOLE)) {
      for (String function : FUNCTIONS) {
        Refused.byTheWall(function, () -> call(system, function));
      }
      Refused.byTheWall("search_rows", () -> callInner(system));
    }
  }

  /** The settings end with the transaction and are empty then, not null. */
  @Test
  void without_a_viewer_a_company_finds_nothing() throws SQLException {
    try (Connection connection = TestDatabase.connect(db.serving());
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("set local role side_company");
      assertThat(count(sql)).isZero();
      sql.execute("select set_config('app.company_id', '" + klip.id() + "', true)");
      assertThat(count(sql)).isOne();
      connection.commit();
      sql.execute("set local role side_company");
      assertThat(count(sql)).isZero();
      connection.commit();
    }
  }

  private List<Hit> find(PersonViewer viewer, String query) {
    return given.as(viewer, tx -> search.find(tx, SearchText.of(query), 1_001));
  }

  private List<Long> call(Viewer viewer, String function) {
    return see(viewer, "select request_id from " + function + "('perjudian', 'perjudian', 10)");
  }

  private List<Long> callInner(Viewer viewer) {
    return see(
        viewer,
        "select request_id from search_rows('perjudian', 'perjudian', 10,"
            + " array['both', 'ministry', 'company'], null, null)");
  }

  private List<Long> see(Viewer viewer, String query) {
    return given.as(viewer, tx -> tx.sql().fetch(query).getValues(0, Long.class));
  }

  private static int count(Statement sql) throws SQLException {
    try (ResultSet rows =
        sql.executeQuery("select count(*) from search_as_company('perjudian', 'perjudian', 10)")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
