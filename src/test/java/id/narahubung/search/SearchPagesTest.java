package id.narahubung.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import id.narahubung.verification.GivenVerifications;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SearchPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Http officer;
  private Http responder;

  @BeforeEach
  void people() {
    klip = given.company("Klip");
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
  }

  @Test
  void hits_lead_to_their_pages_with_the_found_words_marked() {
    Sent sent = given.request(klip).about("Pemblokiran situs taruhan").sent();
    String path = "/requests/" + sent.number();
    responder.submit(
        path,
        path + "/messages",
        Map.of("message", "Kapan memblokir yang lain?", "audience", "both"));
    Http.Page page = search(officer, "diblokir");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.document().select(".hits a").eachAttr("href"))
        .containsExactly(path, path + "#thread");
    assertThat(page.document().select("mark").eachText())
        .containsExactly("Pemblokiran", "memblokir");
    assertThat(page.text())
        .contains("2 hasil untuk “diblokir”", "Pemblokiran situs taruhan", "penanggap");
    assertThat(page.document().select("#q").attr("value")).isEqualTo("diblokir");
    assertThat(page.document().select(".notice.info")).isEmpty();
    assertThat(page.document().select("#matters")).isEmpty();
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    Http.Page promised = search(responder, "moderator");
    assertThat(promised.document().select("#matters a").eachAttr("href"))
        .containsExactly("/commitments/" + promise);
    assertThat(promised.document().select("#matters mark").eachText()).contains("moderator");
    assertThat(promised.document().select(".empty")).isEmpty();
  }

  @Test
  void a_content_address_is_shown_and_leads_nowhere() {
    Sent sent = given.request(klip).withItems(2).sent();
    Http.Page page = search(responder, "https://klip.example/v/2");
    assertThat(page.document().select(".hits a").eachAttr("href"))
        .containsExactly("/requests/" + sent.number() + "/items/2");
    assertThat(page.document().select(".hits .mono").text())
        .isEqualTo("hxxps://klip[.]example/v/2");
    assertThat(page.document().select("mark").text()).isEqualTo("klip[.]example/v/2");
    assertThat(
            page.document()
                .select("a[href*=klip.example]:not([href^=/exports/]):not([href^=/views/])"))
        .isEmpty();
  }

  @Test
  void a_draft_leads_to_its_draft_and_is_hidden_from_the_company() {
    long draft = given.request(klip).about("Kasino terapung").drafted();
    assertThat(search(officer, "kasino").document().select(".hits a").eachAttr("href"))
        .containsExactly("/drafts/" + draft);
    assertThat(search(responder, "kasino").text()).contains("0 hasil untuk “kasino”");
  }

  @Test
  void what_is_found_and_what_is_asked_is_text_and_never_markup() {
    given
        .request(klip)
        .about("Kasino <script>alert('x')</script> <b>terapung</b> & \"besar\"")
        .sent();
    Http.Page page = search(officer, "kasino <script>alert('x')</script>");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.document().select("main script, main b")).isEmpty();
    assertThat(page.text()).contains("<script>alert('x')</script>");
    assertThat(page.document().select("mark").eachText()).contains("Kasino");
  }

  @Test
  void a_text_too_short_or_too_long_is_answered_with_what_to_do() {
    assertThat(officer.get("/search").status()).isEqualTo(200);
    assertThat(search(officer, "  ").document().select(".error")).isEmpty();
    Http.Page tooShort = search(officer, "ab");
    assertThat(tooShort.status()).isEqualTo(422);
    assertThat(tooShort.document().select("#q-error").text())
        .contains("paling sedikit 3 huruf atau angka");
    Http.Page tooLong = search(officer, "kata ".repeat(300));
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.text()).contains("paling banyak 200 karakter");
    assertThat(tooLong.document().select("#q").attr("value")).startsWith("kata kata");
  }

  @Test
  void whatever_is_typed_is_answered() {
    given.request(klip).sent();
    for (String typed :
        List.of(
            "PA\0-2026",
            "'''",
            "100%",
            "a_b_c",
            "\\\\\\abc",
            "judi:*",
            "judi & | !",
            "\"judi",
            "((judi))",
            "\u0002judi\u0003",
            "https://",
            "hxxps://[::1]:99999/abc",
            "PA-2026-000001/99999999999",
            "-judi")) {
      assertThat(search(officer, typed).status()).as(typed).isIn(200, 422);
    }
    assertThat(officer.get("/search?q=judi&q=daring").status()).isEqualTo(200);
    assertThat(officer.get("/search?q=judi&page=99").status()).isEqualTo(200);
    assertThat(officer.get("/search?q=judi&page=x").status()).isEqualTo(400);
    assertThat(officer.get("/search?q=judi&page=0").status()).isEqualTo(400);
    assertThat(officer.get("/search?q=%FF%FE").status()).isEqualTo(400);
  }

  @Test
  void beyond_a_thousand_hits_it_asks_to_narrow() {
    Sent sent = given.request(klip).sent();
    portal
        .db()
        .asOwner(
            "insert into item (request_id, company_id, side, ordinal, url_given, url, url_hash,"
                + " canonicaliser, standing, due_at, platform_id, category_code, urgency_code)"
                + " select i.request_id, i.company_id, i.side, n,"
                + " 'x', 'https://klip.example/v/' || n, sha256(n::text::bytea), 1, i.standing,"
                + " i.due_at, i.platform_id, i.category_code, i.urgency_code"
                + " from item i, generate_series(2, 1001) n where i.request_id = "
                + sent.id());
    Http.Page first = search(responder, "klip.example");
    assertThat(first.text()).contains("1.000+ hasil untuk “klip.example”", "Persempit pencarian");
    assertThat(first.document().select(".notice.info").text())
        .startsWith("Hasilnya terlalu banyak");
    assertThat(first.document().select(".hits > li")).hasSize(50);
    assertThat(first.document().select("a[rel=next]").attr("href"))
        .isEqualTo("/search?q=klip.example&page=2");
    Http.Page last = responder.get("/search?q=klip.example&page=20");
    assertThat(last.document().select(".hits > li")).hasSize(50);
    assertThat(last.document().select("a[rel=next]")).isEmpty();
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    for (int each = 0; each < 22; each++) {
      commitments.agreed(lead, klip, commitments.moderators(90));
    }
    assertThat(search(responder, "KM-2026-00").text()).contains("Lebih dari 20 komitmen");
    assertThat(responder.get("/exports/search?q=KM-2026-00&format=csv").body().lines())
        .as("a file holds them all, below its headings")
        .hasSize(23);
    String narrow = "Hasilnya terlalu banyak untuk ditampilkan semua";
    assertThat(responder.get("/exports/search?q=klip.example&format=csv").body().lines())
        .as("a file that does not hold all says so at its end")
        .hasSize(1002)
        .last(InstanceOfAssertFactories.STRING)
        .contains(narrow);
    portal.db().asOwner("delete from item where ordinal = 1001");
    assertThat(search(responder, "klip.example").text())
        .contains("1.000 hasil")
        .doesNotContain("1.000+", "Persempit");
  }

  @Test
  void a_file_holds_more_than_a_thousand_matters() {
    GivenVerifications steps = new GivenVerifications(given);
    PersonViewer who = given.officer();
    steps.planned(who, klip.platform().id(), Optional.empty(), "visit");
    portal
        .db()
        .asOwner(
            "insert into verification_step (company_id, side, platform_id, number, event_id,"
                + " rule_set_id, method_code, claim, planned_on, place, officer_id, stage) select"
                + " company_id, side, platform_id, 'VR-2026-' || (1000 + more), event_id,"
                + " rule_set_id, method_code, claim, planned_on, place, officer_id, stage"
                + " from verification_step cross join generate_series(1, 1000) more");
    assertThat(
            officer
                .get("/exports/search?q=VR-2026-&format=csv")
                .body()
                .lines()
                .filter(line -> line.startsWith("Verifikasi,VR-"))
                .count())
        .isEqualTo(1001);
  }

  @Test
  void every_page_offers_the_search_to_those_who_read_requests() {
    for (Http reader : List.of(officer, responder)) {
      assertThat(reader.get("/requests").document().select("header form[action=/search] label"))
          .hasSize(1);
      assertThat(reader.get("/search").document().select("form[action=/search]")).hasSize(1);
    }
    Http administrator = visitors.signedIn(given.ministry(), Role.ADMINISTRATOR);
    assertThat(administrator.get("/").document().select("form[action=/search]")).isEmpty();
    assertThat(search(administrator, "judi").status()).isEqualTo(403);
  }

  private static Http.Page search(Http reader, String typed) {
    return reader.get("/search?q=" + URLEncoder.encode(typed, UTF_8));
  }
}
