package id.narahubung.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.People;
import id.narahubung.testing.RunningPortal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final People people = new People(portal);

  @Test
  void health_is_up_while_the_schema_is_current() {
    Page health = portal.visitor().get("/health");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"up\"}");
  }

  @Test
  void health_is_down_when_the_schema_is_older_than_the_program() {
    portal.db().asOwner("update flyway_schema_history set version = '0' || version");
    portal.db().asOwner("update flyway_schema_history set success = false");
    try {
      Page health = portal.visitor().get("/health");

      assertThat(health.status()).isEqualTo(503);
      assertThat(health.body()).isEqualTo("{\"status\":\"down\"}");
    } finally {
      portal.db().asOwner("update flyway_schema_history set success = true");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/nowhere", "/health", "/sign-in?x=%ff", "/%ff"})
  void every_answer_carries_the_security_headers(String path) {
    Page page = portal.visitor().get(path);

    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none';")
        .doesNotContain("unsafe");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Server")).isEmpty();
  }

  @Test
  void an_unknown_page_is_a_whole_page_that_says_so() {
    Page page = portal.visitor().get("/nowhere");

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.document().select("h1").text()).isEqualTo("Halaman tidak ditemukan");
    assertThat(page.document().select("main .code").text())
        .as("by which the log is searched")
        .isNotEmpty()
        .isEqualTo(page.header("X-Request-Id"));
    assertThat(page.document().select("header.bar, footer")).hasSize(2);
  }

  @Test
  void a_guest_reads_the_language_the_browser_likes_best() {
    Page page =
        portal
            .visitor()
            .send("/nowhere", HttpRequest.newBuilder().header("Accept-Language", "fr, en;q=0.8"));

    assertThat(page.document().select("h1").text()).isEqualTo("Page not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%ff", "/a%00b", "/..%2fb", "/a%5cb", "/sign-in?back=%ff", "/?x=%c3"})
  void a_broken_address_gets_a_page_and_no_more(String path) {
    Page page = portal.visitor().get(path);

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.document().select("h1").text()).isEqualTo("Permintaan tidak dapat dibaca");
    assertThat(page.body()).doesNotContain("jetty").doesNotContain("Exception");
  }

  @Test
  void a_method_the_address_does_not_take_is_405_with_those_it_takes() {
    Page page = portal.visitor().post("/account", Map.of());

    assertThat(page.status()).isEqualTo(405);
    assertThat(page.header("Allow")).contains("GET");
    assertThat(page.document().select("h1").text()).isEqualTo("Tindakan tidak tersedia");
  }

  @Test
  void head_is_asked_the_same_questions_as_get() {
    HttpRequest.Builder head = HttpRequest.newBuilder().method("HEAD", BodyPublishers.noBody());

    assertThat(portal.visitor().send("/account", head).location())
        .isEqualTo("/sign-in?back=%2Faccount");
    Page page = portal.visitor().send("/sign-in", head);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).isEmpty();
    assertThat(portal.visitor().send("/nowhere", head).status()).isEqualTo(404);
  }

  @Test
  void the_method_cannot_be_overridden() {
    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));

    Page page =
        officer.send(
            "/sign-out", HttpRequest.newBuilder().header("X-HTTP-Method-Override", "POST"));

    assertThat(page.status()).isEqualTo(400);
    assertThat(officer.get("/account").status()).isEqualTo(200);
  }

  @Test
  void a_form_of_another_site_is_refused() {
    assertThat(fromSite("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(fromSite("Sec-Fetch-Site", "same-site")).isEqualTo(403);
    assertThat(fromSite("Origin", "https://evil.example")).isEqualTo(403);
    assertThat(fromSite("Origin", "null")).isEqualTo(403);
    assertThat(fromSite("X-Nothing", "said")).isEqualTo(403);
    assertThat(fromSite("Sec-Fetch-Site", "same-origin")).isEqualTo(422);
    assertThat(fromSite("Origin", portal.address().toString())).isEqualTo(422);
  }

  @Test
  void a_form_without_the_token_of_the_session_is_refused() {
    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));
    Map<String, List<String>> form = officer.get("/account").form("/account/reading");
    form.put("language", List.of("en"));

    form.put("token", List.of("guessed"));
    Page refused = officer.post("/account/reading", form);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.document().select("h1").text()).isEqualTo("Formulir tidak diterima");
    form.remove("token");
    assertThat(officer.post("/account/reading", form).status()).isEqualTo(403);
    assertThat(officer.get("/account").document().select("html").attr("lang")).isEqualTo("id");
  }

  @Test
  void a_body_over_the_limit_is_413() {
    Page bytes = portal.visitor().post("/sign-in", Map.of("email", List.of("a".repeat(8_000_001))));
    Page fields =
        portal.visitor().post("/sign-in", Map.of("email", Collections.nCopies(5_001, "a")));

    assertThat(List.of(bytes.status(), fields.status())).containsOnly(413);
    assertThat(fields.document().select("h1").text()).isEqualTo("Kiriman terlalu besar");
  }

  @Test
  void only_forms_in_utf_8_are_read() {
    assertThat(sent("application/json", "{}").status()).isEqualTo(415);
    assertThat(sent("multipart/form-data; boundary=x", "--x--").status()).isEqualTo(415);
    assertThat(sent("application/x-www-form-urlencoded; charset=latin1", "a=b").status())
        .isEqualTo(415);
    assertThat(sent("application/x-www-form-urlencoded", "email=%ff").status()).isEqualTo(400);
  }

  @Test
  void a_nul_and_a_script_in_a_field_are_only_text() {
    Page page =
        portal.visitor().post("/sign-in", Map.of("email", List.of("\0<script>alert(1)</script>")));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.document().select("#email").val()).isEqualTo("<script>alert(1)</script>");
    assertThat(page.document().select("script:not([src])")).isEmpty();
  }

  @Test
  void static_files_are_kept_by_the_browser_under_an_address_of_this_build() {
    Http visitor = portal.visitor();
    String style = visitor.get("/sign-in").document().select("link[rel=stylesheet]").attr("href");
    Page file = visitor.get(style);

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(style).matches("/static/[0-9a-f]{12}/css/.*");
    assertThat(visitor.get("/static/000000000000/css/portal.css").status()).isEqualTo(404);
  }

  @Test
  void a_fault_of_ours_is_a_page_with_a_number_and_without_a_trace() {
    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));
    portal.db().asOwner("alter table person rename to lost");
    try {
      Page page = officer.get("/account");

      assertThat(page.status()).isEqualTo(500);
      assertThat(page.document().select(".code").text())
          .matches("[0-9a-f]{16}")
          .isEqualTo(page.header("X-Request-Id"));
      assertThat(page.body()).doesNotContain("Exception").doesNotContain("person");
    } finally {
      portal.db().asOwner("alter table lost rename to person");
    }
  }

  @Test
  void who_may_not_is_told_who_may() {
    Http responder = people.signedIn(people.company("r@klip.example", Role.RESPONDER));

    Page page = responder.get("/drafts/new");

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.document().select("h1").text()).isEqualTo("Outside your role");
    assertThat(page.document().select("main li").eachText())
        .containsExactly("Officer", "Supervisor", "Decision maker");
  }

  private static int fromSite(String header, String value) {
    return portal
        .visitor()
        .send(
            "/sign-in",
            HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(BodyPublishers.ofString("email=a")))
        .status();
  }

  private static Page sent(String type, String body) {
    return portal
        .visitor()
        .send(
            "/sign-in",
            HttpRequest.newBuilder()
                .header("Content-Type", type)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body)));
  }
}
