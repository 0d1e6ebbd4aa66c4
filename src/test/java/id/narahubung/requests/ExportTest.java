package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.table;

import id.narahubung.access.Role;
import id.narahubung.requests.QueueStore.Slice;
import id.narahubung.sheets.SheetFormat;
import id.narahubung.testing.Downloads;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists as files, by the links of their pages and read back. */
final class ExportTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final String FORMULA = "=HYPERLINK(\"https://evil.example\")";

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Sent first;
  private Sent second;
  private Http responder;
  private Http officer;

  @BeforeEach
  void twoOrdersToOneCompanyAndOneToAnother() {
    klip = given.company("Klip");
    first = given.request(klip).about(FORMULA).withItems(58).sent();
    portal.clock().advance(Duration.ofHours(1));
    second = given.request(klip).urgent().withItems(2).sent();
    given.request(given.company("Video")).withItems(3).sent();
    responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    portal.clock().advance(Duration.ofMinutes(5));
    officer = visitors.signedIn(given.ministry(), Role.OFFICER, Role.SUPERVISOR);
  }

  /** The links to requests and items that the page and those after it show, in their order. */
  private static List<String> shown(Http who, String path) {
    List<String> numbers = new ArrayList<>();
    Page page = who.get(path);
    while (true) {
      numbers.addAll(page.document().select("tbody a.number").eachText());
      String next = page.document().select("nav.pager a[rel=next]").attr("href");
      if (next.isEmpty()) {
        return numbers;
      }
      page = who.get(next);
    }
  }

  @Test
  void the_queue_is_written_whole_and_in_its_order() {
    for (String show : List.of("open", "soon")) {
      for (SheetFormat format : SheetFormat.values()) {
        List<List<String>> rows =
            Downloads.rows(responder, responder.get("/?show=" + show), format);
        assertThat(rows).extracting(List::getFirst).isEqualTo(shown(responder, "/?show=" + show));
      }
    }
    assertThat(Downloads.rows(responder, responder.get("/?show=open"), SheetFormat.CSV))
        .hasSize(60)
        .startsWith(
            List.of(
                second.number() + "/0001",
                "Klip",
                "Perjudian daring",
                "Terorisme dan radikalisme",
                "Mendesak",
                "Hapus konten",
                "https://klip.example/v/1",
                "belum dijawab",
                "2026-03-02T13:15:00+07:00"))
        .endsWith(
            List.of(
                first.number() + "/0058",
                "Klip",
                FORMULA,
                "Perjudian (judi online)",
                "Biasa",
                "Hapus konten",
                "https://klip.example/v/58",
                "belum dijawab",
                "2026-03-03T08:15:00+07:00"));
  }

  @Test
  void a_requests_items_are_written_as_its_page_is_narrowed() {
    String page = "/requests/" + first.number();
    for (SheetFormat format : SheetFormat.values()) {
      assertThat(Downloads.rows(responder, responder.get(page), format))
          .extracting(List::getFirst)
          .hasSize(58)
          .startsWith(first.number() + "/0001");
    }
    Acts acts = new Acts(given);
    acts.answer(given.responder(klip), first.ref(1), Acts.given("K1", "questions", "Mana?"));
    portal.clock().advance(Duration.ofMinutes(10));
    acts.reply(given.officer(), given.refs(given.officer(), first.id()).subList(0, 1), "Menit 2.");
    assertThat(Downloads.rows(responder, responder.get(page), SheetFormat.CSV))
        .as("the first falls due last now")
        .extracting(List::getFirst)
        .startsWith(first.number() + "/0001", first.number() + "/0002");
    assertThat(Downloads.rows(responder, responder.get(page), SheetFormat.CSV).getFirst())
        .as("with what was said of it")
        .contains("Minta klarifikasi", "2026-03-02T09:20:00+07:00");
    assertThat(responder.get(page + "?standing=claimed").document().select("a[href*=format]"))
        .extracting(link -> link.attr("href"))
        .contains("/exports/requests/" + first.number() + "/items?standing=claimed&format=csv");
    String others = portal.db().rows("select max(number) from request").getFirst();
    assertThat(responder.get("/exports/requests/" + others + "/items?format=csv").status())
        .as("another company's")
        .isEqualTo(404);
  }

  @Test
  void the_rows_of_a_draft_are_written_as_its_page_is_narrowed() {
    String draft =
        "/drafts/"
            + given
                .request(klip)
                .pasting("https://klip.example/v/9\nhttps://klip.example/\nftp://klip.example/x\n")
                .drafted();
    for (SheetFormat format : SheetFormat.values()) {
      assertThat(Downloads.rows(officer, officer.get(draft), format))
          .extracting(row -> row.get(2))
          .containsExactly(
              "https://klip.example/v/9", "https://klip.example/", "ftp://klip.example/x");
    }
    assertThat(Downloads.rows(officer, officer.get(draft + "?look=warned"), SheetFormat.CSV))
        .containsExactly(
            List.of(
                "2",
                "Alamat",
                "https://klip.example/",
                "",
                "",
                "",
                "Seluruh situs atau halaman depannya, bukan satu konten"));
    assertThat(responder.get("/exports" + draft + "/rows?format=csv").status()).isEqualTo(404);
    assertThat(officer.get("/exports" + draft + "/rows?format=csv&look=odd").status())
        .isEqualTo(400);
  }

  @Test
  void the_queue_is_written_as_it_is_narrowed() {
    Page page = responder.get("/?show=open&urgency=urgent&holder=none");
    assertThat(Downloads.rows(responder, page, SheetFormat.CSV))
        .extracting(List::getFirst)
        .containsExactly(second.number() + "/0001", second.number() + "/0002");
  }

  @Test
  void the_ministrys_queue_holds_every_companys_items_and_its_drafts() {
    assertThat(Downloads.rows(officer, officer.get("/?show=companies"), SheetFormat.XLSX))
        .hasSize(63)
        .extracting(row -> row.get(1))
        .contains("Klip", "Video");
    given.request(klip).about("Menunggu").submitted();
    given.request(klip).about("Baru mulai").drafted();
    assertThat(Downloads.rows(officer, officer.get("/?show=approve"), SheetFormat.CSV))
        .singleElement()
        .satisfies(row -> assertThat(row).contains("draf", "Menunggu", "menunggu persetujuan"));
  }

  @Test
  void the_list_of_requests_is_written_as_it_is_filtered_and_sorted() {
    for (String query :
        List.of("", "?sort=due", "?urgency=urgent", "?state=waiting_for_company&sort=due")) {
      for (SheetFormat format : SheetFormat.values()) {
        List<List<String>> rows = Downloads.rows(officer, officer.get("/requests" + query), format);
        assertThat(rows)
            .as(query)
            .extracting(List::getFirst)
            .isEqualTo(shown(officer, "/requests" + query));
      }
    }
    assertThat(Downloads.rows(responder, responder.get("/requests"), SheetFormat.XLSX))
        .extracting(row -> row.get(0), row -> row.get(2), row -> row.get(6))
        .containsExactly(
            tuple(second.number(), "Perjudian daring", "2"), tuple(first.number(), FORMULA, "58"));
  }

  @Test
  void what_was_found_is_written_with_addresses_as_they_are() {
    Page found = responder.get("/search?q=klip.example/v/58");
    for (SheetFormat format : SheetFormat.values()) {
      assertThat(Downloads.rows(responder, found, format))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsExactly(
                          "Item",
                          first.number() + "/0058",
                          FORMULA,
                          "https://klip.example/v/58",
                          "Klip",
                          "belum dijawab"));
    }
    assertThat(Downloads.rows(responder, responder.get("/search?q=klip.example"), SheetFormat.CSV))
        .as("more than a page")
        .hasSize(60);
    assertThat(responder.get("/exports/search?q=ab&format=csv").location())
        .isEqualTo("/search?q=ab");
  }

  @Test
  void a_companys_files_hold_nothing_of_another() {
    for (String path :
        List.of(
            "/exports/queue?show=open&format=csv",
            "/exports/queue?show=companies&format=csv",
            "/exports/queue?show=drafts&format=csv",
            "/exports/requests?format=csv",
            "/exports/requests?state=draft&format=csv",
            "/exports/answer-drafts?format=csv",
            "/exports/search?q=example&format=csv")) {
      given.request(klip).about("Rahasia kementerian").drafted();
      assertThat(responder.get(path).text()).as(path).doesNotContain("Video", "Rahasia");
    }
    assertThat(officer.get("/exports/search?q=video.example&format=csv").text()).contains("Video");
  }

  @Test
  void no_cell_of_a_file_is_a_formula() {
    assertThat(responder.get("/exports/requests?format=csv").text()).contains(",\"'=HYPERLINK(");
  }

  @Test
  void a_list_without_rows_offers_no_file() {
    assertThat(officer.get("/requests?number=PA-1999").document().select("a[href^=/exports/]"))
        .isEmpty();
    assertThat(officer.get("/?show=clarify").document().select("a[href^=/exports/]")).isEmpty();
  }

  /** While the first row is written, PostgreSQL still holds the others back. */
  @Test
  void rows_are_fetched_while_they_are_written() {
    given.request(klip).withItems(600).sent();
    Set<Integer> open = new HashSet<>();
    List<String> seen = new ArrayList<>();
    given
        .db()
        .run(
            given.responder(klip),
            tx ->
                new QueueStore()
                    .each(
                        tx,
                        Slice.of(Standing.OPEN),
                        QueueFilter.none(),
                        Optional.empty(),
                        Integer.MAX_VALUE,
                        row -> {
                          if (seen.isEmpty()) {
                            open.add(
                                tx.sql()
                                    .fetchCount(
                                        table("pg_cursors"),
                                        condition(
                                            "statement like '%url_given%'"
                                                + " and statement not like '%pg_cursors%'")));
                          }
                          seen.add(row.fullNumber());
                        }));
    assertThat(open).as("a cursor, not a list").containsExactly(1);
    assertThat(seen).hasSize(660).doesNotHaveDuplicates();
  }
}
