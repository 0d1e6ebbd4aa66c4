package id.narahubung;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people type by mistake or in bad faith: a page that says what to do, and nothing lost. */
final class BadInputTest {

  private static final String SCRIPT = "<script>alert('x')</script>";

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Http officer;
  private Http supervisor;
  private Http responder;

  @BeforeEach
  void threePeople() {
    klip = given.company("Klip");
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
  }

  @Test
  void missing_fields_are_summed_up_with_links_and_nothing_typed_is_lost() {
    Map<String, String> typed = draft();
    typed.put("platform", "");
    typed.put("subject", "");
    typed.put("category", "");
    Http.Page page = officer.submit("/drafts/new", "/drafts", typed);
    assertThat(page.status()).isEqualTo(422);
    List<Element> links = page.document().select(".faults[role=alert] a");
    assertThat(links).extracting(link -> link.attr("href")).contains("#platform", "#subject");
    assertThat(links)
        .allSatisfy(
            link ->
                assertThat(page.document().getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull());
    Map<String, List<String>> again = page.form("/drafts");
    for (String kept : List.of("analysis", "redress", "letter_number", "letter_date", "basis")) {
      assertThat(again.get(kept)).as(kept).containsExactly(typed.get(kept));
    }
    assertThat(again.get("pasted").getFirst().strip()).isEqualTo(typed.get("pasted"));
  }

  @Test
  void a_script_in_every_text_field_is_text_on_every_page() {
    Map<String, String> typed = draft();
    for (String field :
        List.of(
            "subject",
            "urgency_reason",
            "requester_body",
            "requester_contact",
            "letter_number",
            "analysis",
            "redress",
            "english_summary")) {
      typed.put(field, field + SCRIPT);
    }
    typed.put("pasted", "https://klip.example/v/1?q=" + SCRIPT + "\nftp://x/" + SCRIPT);
    String path = officer.submit("/drafts/new", "/drafts", typed).location();
    harmless(officer.get(path));
    harmless(officer.get(path + "/edit"));
    officer.submit(path, path + "/overrides", Map.of("reason_evidence", "reason" + SCRIPT));
    harmless(officer.get(path));
    assertThat(officer.submit(path, path + "/submission", Map.of()).status()).isEqualTo(303);
    supervisor.submit(path, path + "/return", Map.of("note", "note" + SCRIPT));
    harmless(officer.get(path));
    officer.submit(path, path + "/submission", Map.of());
    String request = supervisor.submit(path, path + "/sending", Map.of()).location();
    assertThat(request).startsWith("/requests/PA-2026-");
    responder.submit(
        request, request + "/messages", Map.of("message", "message" + SCRIPT, "audience", "both"));
    String item = item(request);
    Map<String, String> refusal =
        Map.of("item", item, "type", "T1", "ground", "R6", "reason", "reason" + SCRIPT);
    assertThat(visitors.post(responder, "/answers", refusal).status()).isEqualTo(303);
    Map<String, String> ruling =
        Map.of("item", item(request), "outcome", "upheld", "reason", "ruling" + SCRIPT);
    assertThat(visitors.post(supervisor, "/rulings", ruling).status()).isEqualTo(303);
    for (Http reader : List.of(officer, supervisor, responder)) {
      harmless(reader.get(request));
      harmless(reader.get(request + "/items/1"));
      harmless(reader.get("/requests"));
      harmless(reader.get("/requests?number=" + "%3Cscript%3Ealert('x')%3C/script%3E"));
      harmless(reader.get("/"));
    }
    assertThat(responder.get(request).body()).contains("&lt;script&gt;alert");
    assertThat(responder.get(request + "/items/1").body()).contains("&lt;script&gt;alert");
    harmless(
        visitors.post(
            supervisor, request + "/withdrawal", Map.of("version", "1", "reason", SCRIPT)));
  }

  @Test
  void a_nul_is_dropped() {
    Map<String, String> typed = draft();
    typed.put("subject", "Perjudian\0 daring");
    Http.Page saved = officer.submit("/drafts/new", "/drafts", typed);
    assertThat(saved.status()).isEqualTo(303);
    assertThat(officer.follow(saved).text()).contains("Perjudian daring");
    assertThat(officer.get("/requests?number=PA%00").status()).isEqualTo(200);
  }

  @Test
  void what_is_no_text_is_refused() {
    for (String encoded : List.of("%FF%FE", "%C3%28", "%ED%A0%80", "%zz", "%")) {
      refuseAsNoText(encoded);
    }
  }

  private void refuseAsNoText(String encoded) {
    assertThat(
            officer
                .get("/requests?number=" + encoded.replace("%zz", "%C0%AF").replaceAll("%$", "%80"))
                .status())
        .isEqualTo(400);
    String body = "token=" + visitors.form(officer).get("token").getFirst() + "&subject=" + encoded;
    HttpRequest.Builder post =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    assertThat(officer.send("/drafts", post).status()).isEqualTo(400);
  }

  @Test
  void what_is_not_there_is_not_found() {
    given.request(klip).sent();
    for (String path :
        List.of(
            "/requests/PA-2026-999999",
            "/requests/PA-2026-1",
            "/requests/pa-2026-000001",
            "/requests/PA-2026-000001'--",
            "/requests/x",
            "/requests/PA-2026-000001/items/2",
            "/requests/PA-2026-000001/items/0",
            "/requests/PA-2026-000001/items/x",
            "/requests/PA-2026-000001/items/99999999",
            "/drafts/4711",
            "/drafts/x",
            "/drafts/99999999999999999999",
            "/answers/new?item=4711.1")) {
      lookForNothing(path);
    }
  }

  private void lookForNothing(String path) {
    Http reader = path.startsWith("/answers") ? responder : officer;
    assertThat(reader.get(path).status()).as(path).isEqualTo(404);
  }

  /** No address of ours looks so; whatever it answers, it is no fault of the portal. */
  @Test
  void a_strange_query_is_answered() {
    given.request(klip).sent();
    for (String path :
        List.of(
            "/?after=x",
            "/?after=_",
            "/?after=%2B1000000000-12-31T23:59:59Z_1",
            "/?after=-1000000000-01-01T00:00:00Z_1",
            "/?show=x&after=2026-03-02T01:15:00Z_9223372036854775807",
            "/?show=companies&after=%2B1000000000-12-31T23:59:59Z_1",
            "/requests?after=%2B1000000000-12-31T23:59:59Z_1&sort=due",
            "/requests?after=99999999999999999999",
            "/requests?platform=x",
            "/requests?platform=-1",
            "/requests?state=x&urgency=x&category=x&overdue=x&sort=x",
            "/requests?number=%25_%5C",
            "/requests/PA-2026-000001?after=-1",
            "/requests/PA-2026-000001?after=99999999999",
            "/requests/PA-2026-000001?after=x",
            "/requests/PA-2026-000001?standing=x",
            "/checks/new",
            "/checks/new?item=x",
            "/checks/new?item=1",
            "/checks/new?item=1.99999999999",
            "/drafts/new?from=x",
            "/drafts/new?from=PA-2026-999999")) {
      ask(path);
    }
  }

  private void ask(String path) {
    assertThat(officer.get(path).status()).as(path).isLessThan(500);
  }

  @Test
  void a_strange_date_is_a_fault_of_its_field() {
    for (String date :
        List.of(
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-01-01",
            "2026-02-30",
            "2099-12-31",
            "x",
            "10000-01-01")) {
      typeDate(date);
    }
  }

  @Test
  void a_lapsed_law_says_so_where_it_is_offered() {
    assertThat(
            officer
                .get("/drafts/new")
                .document()
                .select("label:has(input[value=kuhp_303]), label[for=basis-kuhp_303]")
                .text())
        .contains("Tidak berlaku lagi");
  }

  private void typeDate(String date) {
    Map<String, String> typed = draft();
    typed.put("letter_date", date);
    Http.Page page = officer.submit("/drafts/new", "/drafts", typed);
    assertThat(page.status()).as(date).isEqualTo(422);
    assertThat(page.document().select(".faults a[href=#letter_date]")).hasSize(1);
  }

  @Test
  void a_strange_instant_is_a_fault_of_its_field() {
    for (String instant :
        List.of(
            "+999999999-12-31T23:59:59", "-999999999-01-01T00:00", "2026-02-30T00:00", "x", "")) {
      typeInstant(instant);
    }
  }

  private void typeInstant(String instant) {
    Sent sent = given.request(klip).sent();
    Map<String, String> answer =
        Map.of("item", ref(sent, 1), "type", "D1", "rule_line", "3", "acted_at", instant);
    Http.Page page = visitors.post(responder, "/answers", answer);
    assertThat(page.status()).as(instant).isEqualTo(422);
    assertThat(page.document().select(".faults a[href=#acted_at]")).hasSize(1);
  }

  @Test
  void a_draft_sent_twice_by_one_form_is_one_draft() {
    Map<String, List<String>> form = officer.get("/drafts/new").form("/drafts");
    draft().forEach((name, value) -> form.put(name, List.of(value)));
    String first = officer.post("/drafts", form).location();
    assertThat(first).startsWith("/drafts/");
    assertThat(officer.post("/drafts", form).location()).isEqualTo(first);
    assertThat(portal.db().rows("select count(*) from request")).containsExactly("1");
  }

  @Test
  void a_double_click_on_send_sends_once_and_lands_on_the_request() {
    long id = given.request(klip).submitted();
    Map<String, List<String>> form =
        supervisor.get("/drafts/" + id).form("/drafts/" + id + "/sending");
    Http.Page first = supervisor.post("/drafts/" + id + "/sending", form);
    Http.Page second = supervisor.post("/drafts/" + id + "/sending", form);
    assertThat(first.location()).isEqualTo("/requests/PA-2026-000001");
    assertThat(second.status()).isEqualTo(303);
    Http.Page landed = supervisor.follow(second);
    assertThat(landed.status() == 303 ? landed.location() : landed.path())
        .isEqualTo("/requests/PA-2026-000001");
    assertThat(portal.db().rows("select last from number_counter")).containsExactly("1");
  }

  @Test
  void an_act_of_another_company_is_no_fault() {
    Company video = given.company("Video");
    Http stranger = visitors.signedIn(video.organisation(), Role.RESPONDER);
    Sent ours = given.request(klip).sent();
    Sent theirs = given.request(video).sent();
    Map<String, List<String>> form = visitors.form(responder);
    form.put("message", List.of("Halo."));
    form.put("audience", List.of("both"));
    responder.post("/requests/" + ours.number() + "/messages", form);
    Map<String, List<String>> copied = visitors.form(stranger);
    copied.put("act", form.getOrDefault("act", List.of()));
    copied.put("message", List.of("Halo."));
    copied.put("audience", List.of("both"));
    assertThat(stranger.post("/requests/" + theirs.number() + "/messages", copied).status())
        .isEqualTo(400);
  }

  @Test
  void a_stale_draft_says_who_and_when_and_keeps_the_typed_text() {
    long id = given.request(klip).drafted();
    String path = "/drafts/" + id;
    Http.Page mine = officer.get(path + "/edit");
    Http colleague = visitors.signedIn(given.ministry(), Role.OFFICER);
    colleague.submit(path + "/edit", path, Map.of("subject", "Perihal rekan", "urgency", ""));
    Http.Page late = officer.submit(mine, path, Map.of("subject", "Perihal saya", "urgency", ""));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.document().select("[role=alert]").text()).contains("petugas").contains("08.15");
    assertThat(late.form(path).get("subject")).containsExactly("Perihal saya");
    assertThat(officer.submit(late, path, Map.of("urgency", "")).status())
        .as("once more")
        .isEqualTo(303);
    assertThat(officer.get(path).text()).contains("Perihal saya");
  }

  @Test
  void an_edit_of_a_draft_submitted_meanwhile_keeps_the_typed_text() {
    long id = given.request(klip).drafted();
    String path = "/drafts/" + id;
    Http.Page mine = officer.get(path + "/edit");
    visitors.signedIn(given.ministry(), Role.OFFICER).submit(path, path + "/submission", Map.of());
    Http.Page late = officer.submit(mine, path, Map.of("subject", "Perihal saya", "urgency", ""));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Perihal saya");
  }

  @Test
  void a_request_withdrawn_meanwhile_says_who_and_when_and_keeps_the_typed_reason() {
    given.responder(klip);
    String request = "/requests/" + given.request(klip).sent().number();
    Map<String, String> typed = Map.of("reason", "Nomor surat keliru.", "our_error", "yes");
    Http.Page late = supervisor.get(request + "/withdrawal");
    Http colleague = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    assertThat(colleague.submit(request + "/withdrawal", request + "/withdrawal", typed).status())
        .isEqualTo(303);

    Http.Page page = supervisor.submit(late, request + "/withdrawal", typed);

    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("Terakhir diubah oleh penyelia", "2 Mar 2026");
    assertThat(page.form(request + "/withdrawal").get("reason"))
        .containsExactly("Nomor surat keliru.");
  }

  @Test
  void a_stale_item_keeps_the_typed_text() {
    Sent sent = given.request(klip).sent();
    Map<String, String> answer =
        Map.of("item", ref(sent, 1), "type", "T1", "ground", "R6", "reason", "Alasan pertama");
    assertThat(visitors.post(responder, "/answers", answer).status()).isEqualTo(303);
    Http.Page late = visitors.post(responder, "/answers", answer);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.document().select("[role=alert]").text()).isNotBlank();
    assertThat(late.form("/answers").get("reason").getFirst().strip()).isEqualTo("Alasan pertama");
    assertThat(responder.submit(late, "/answers", Map.of()).status())
        .as("once more")
        .isEqualTo(303);
  }

  @Test
  void a_bulk_act_answers_row_by_row() {
    Sent sent = given.request(klip).withItems(2).sent();
    Map<String, String> withdrawal =
        Map.of("item", ref(sent, 2), "reason", "Keliru.", "our_error", "yes");
    visitors.post(supervisor, "/withdrawals", withdrawal);
    Map<String, List<String>> form = visitors.form(responder);
    form.put("item", List.of(ref(sent, 1), ref(sent, 2).replaceAll("\\..*", ".3")));
    form.put("type", List.of("T1"));
    form.put("ground", List.of("R6"));
    form.put("reason", List.of("Alasan."));
    Http.Page page = responder.post("/answers", form);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains(sent.number() + "/0001").contains(sent.number() + "/0002");
    assertThat(portal.db().rows("select item_id from answer")).hasSize(1);
  }

  @Test
  void a_bulk_act_gives_back_what_was_typed_for_the_rows_that_had_changed() {
    Sent sent = given.request(klip).withItems(2).sent();
    Map<String, List<String>> form = visitors.form(responder);
    form.put("item", List.of(ref(sent, 1), ref(sent, 2)));
    form.put("type", List.of("T1"));
    form.put("ground", List.of("R6"));
    form.put("reason", List.of("Karya jurnalistik."));
    Http colleague = visitors.signedIn(klip.organisation(), Role.LEAD);
    visitors.post(
        colleague,
        "/answers",
        Map.of("item", ref(sent, 2), "type", "P1", "promised_at", "2026-03-02T10:00"));

    Http.Page result = responder.post("/answers", form);
    assertThat(result.text()).contains("1 disimpan", "Terakhir diubah oleh narahubung");
    Http.Page again = responder.submit(result, "/answers", Map.of());
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.form("/answers").get("reason")).containsExactly("Karya jurnalistik.");
    assertThat(again.text()).contains(sent.number() + "/0002").doesNotContain("/0001");
    assertThat(responder.submit(again, "/answers", Map.of()).status()).isEqualTo(303);
    assertThat(portal.db().rows("select 1 from answer where type_code = 'T1'")).hasSize(2);
  }

  @Test
  void texts_that_are_too_long_are_refused_and_kept() {
    Map<String, String> typed = draft();
    typed.put("subject", "x".repeat(301));
    Http.Page draft = officer.submit("/drafts/new", "/drafts", typed);
    assertThat(draft.status()).isEqualTo(422);
    assertThat(draft.form("/drafts").get("subject")).containsExactly("x".repeat(301));
    Sent sent = given.request(klip).sent();
    String path = "/requests/" + sent.number();
    Http.Page message =
        responder.submit(
            path, path + "/messages", Map.of("message", "y".repeat(10_001), "audience", "both"));
    assertThat(message.status()).isEqualTo(422);
    assertThat(message.body()).contains("y".repeat(10_001));
    Map<String, String> answer =
        Map.of("item", ref(sent, 1), "type", "T1", "ground", "R6", "reason", "z".repeat(5001));
    assertThat(visitors.post(responder, "/answers", answer).status()).isEqualTo(422);
    Map<String, String> withdrawal =
        Map.of("version", "3", "our_error", "no", "reason", "w".repeat(4001));
    assertThat(visitors.post(supervisor, path + "/withdrawal", withdrawal).status()).isEqualTo(422);
    long waiting = given.request(klip).submitted();
    Map<String, String> note = Map.of("version", "2", "note", "n".repeat(10_001));
    assertThat(visitors.post(supervisor, "/drafts/" + waiting + "/return", note).status())
        .isEqualTo(422);
  }

  @Test
  void a_form_without_its_token_or_act_is_refused() {
    Map<String, List<String>> form = visitors.form(officer);
    form.remove("token");
    assertThat(officer.post("/drafts", form).status()).isEqualTo(403);
    Map<String, List<String>> actless = officer.get("/drafts/new").form("/drafts");
    draft().forEach((name, value) -> actless.put(name, List.of(value)));
    actless.put("act", List.of("x"));
    assertThat(officer.post("/drafts", actless).status()).isEqualTo(400);
  }

  private void harmless(Http.Page page) {
    assertThat(page.status()).as(page.path()).isLessThan(500);
    assertThat(page.body()).as(page.path()).doesNotContain("<script>alert");
    assertThat(page.document().select("script:not([src])")).as(page.path()).isEmpty();
  }

  private Map<String, String> draft() {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("platform", Long.toString(klip.platform().id()));
    typed.put("subject", "Perjudian daring");
    typed.put("category", "04");
    typed.put("urgency", "");
    typed.put("requester_body", "Direktorat");
    typed.put("requester_contact", "direktorat@kementerian.example");
    typed.put("letter_number", "B-1/2026");
    typed.put("letter_date", "2026-03-01");
    typed.put("basis", "ite_27_2");
    typed.put("analysis", "Menawarkan perjudian.");
    typed.put("redress", "Tulis kepada direktorat.");
    typed.put("pasted", "https://klip.example/v/1");
    return typed;
  }

  /** The first item of a request in its present version. */
  private String item(String request) {
    String number = request.substring(request.lastIndexOf('/') + 1);
    return portal
        .db()
        .rows(
            "select i.id || '.' || i.version from item i join request r on r.id = i.request_id"
                + " where r.number = '"
                + number
                + "' order by i.ordinal limit 1")
        .getFirst();
  }

  private static String ref(Sent sent, int ordinal) {
    return sent.ref(ordinal).getFirst().toString();
  }
}
