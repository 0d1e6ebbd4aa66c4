package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.sheets.SheetFormat;
import id.narahubung.testing.Downloads;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A responder drafts, a lead releases or returns: page by page, and nothing of it over the wall.
 */
final class AnswerDraftPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final String WAITING = "draf menunggu narahubung";

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Http responder;
  private Http lead;
  private Http officer;
  private Sent sent;

  @BeforeEach
  void aCompanyWithALead() {
    klip = given.company("Klip");
    responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    lead = visitors.signedIn(klip.organisation(), Role.LEAD);
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    sent = given.request(klip).withItems(3).sent();
  }

  @Test
  void a_lead_settles_it_and_the_whole_company_sees_it() {
    assertThat(responder.get("/company").text()).contains("langsung disampaikan");
    assertThat(responder.get("/company").document().select("main form")).isEmpty();
    assertThat(visitors.post(responder, "/company/release", Map.of("release", "required")).status())
        .isEqualTo(403);
    Page faulty = visitors.post(lead, "/company/release", Map.of());
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.text()).contains("Pilih salah satu.");

    require("required");

    assertThat(responder.get("/company").text())
        .contains("menunggu sampai narahubung menyampaikannya", "Ditetapkan", "narahubung");
    assertThat(visitors.signedIn(klip.organisation(), Role.VIEWER).get("/company").status())
        .isEqualTo(200);
    assertThat(officer.get("/company").status()).isEqualTo(403);
  }

  @Test
  void what_a_responder_writes_waits_and_is_marked_on_the_companys_side_only() {
    require("required");
    Page form = form(0);
    assertThat(form.text())
        .contains("kementerian tidak melihatnya", "Tenggat terdekat: 3 Mar 2026 08.15")
        .contains("Ajukan ke narahubung untuk 1 item")
        .doesNotContain("Simpan jawaban");

    Page done = responder.follow(responder.submit(form, "/answers", removed()));

    assertThat(done.text()).contains("Draf jawaban untuk 1 item diajukan ke narahubung.");
    String request = "/requests/" + sent.number();
    for (String path : List.of("/", request, request + "/items/1")) {
      assertThat(responder.get(path).text()).as(path).contains(WAITING);
      assertThat(officer.get(path).text()).as(path).doesNotContainIgnoringCase("draf jawaban");
      assertThat(officer.get(path).text()).as(path).doesNotContain(WAITING);
    }
    assertThat(lead.get(request).text()).contains("Menulis draf jawaban untuk 1 item");
    assertThat(officer.get(request).text()).contains("3 belum dijawab");
    assertThat(lead.get("/").document().select(".counters a[href=/answer-drafts] b").text())
        .isEqualTo("1");
    assertThat(officer.get("/answer-drafts").status()).isEqualTo(403);
  }

  @Test
  void a_form_that_said_otherwise_is_not_obeyed_and_keeps_what_was_typed() {
    Page straight = form(0);
    require("required");
    Page refused = responder.submit(straight, "/answers", removed());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("Tidak ada yang disampaikan", "Ajukan ke narahubung");
    assertThat(refused.document().select("[name=rule_line]").val()).isEqualTo("Pedoman 3.2");

    Page waiting = form(0);
    require("free");
    assertThat(responder.submit(waiting, "/answers", removed()).status()).isEqualTo(409);
    assertThat(portal.db().rows("select 1 from answer union all select 1 from answer_draft"))
        .isEmpty();
  }

  @Test
  void a_lead_releases_what_was_chosen_once() {
    require("required");
    drafted(0, 1, 2);
    Page list = lead.get("/answer-drafts");
    assertThat(list.text())
        .contains(sent.number(), "Pedoman 3.2", ": 3 draf", "Yang dihitung hanya jawaban");
    Map<String, List<String>> chosen = list.form("/answer-drafts/releases");
    chosen.put("draft", values(list, "draft").subList(0, 2));

    Page done = lead.follow(lead.post("/answer-drafts/releases", chosen));
    assertThat(done.text()).contains("Jawaban untuk 2 item disampaikan kepada kementerian.");
    assertThat(lead.follow(lead.post("/answer-drafts/releases", chosen)).text())
        .contains("tidak ada yang dilakukan dua kali");
    assertThat(portal.db().rows("select 1 from answer")).hasSize(2);

    String item = "/requests/" + sent.number() + "/items/1";
    assertThat(officer.get(item).text())
        .contains("narahubung")
        .doesNotContain("penanggap")
        .doesNotContainIgnoringCase("draf");
    assertThat(responder.get(item).text())
        .contains("Draf disetujui (hanya perusahaan kami)", "Draf jawaban ditulis");
  }

  @Test
  void the_whole_list_is_released_as_far_as_the_page_had_seen_it() {
    require("required");
    drafted(0, 1);
    Map<String, List<String>> form = lead.get("/answer-drafts").form("/answer-drafts/releases");
    drafted(2);
    form.put("all", List.of("yes"));
    assertThat(lead.follow(lead.post("/answer-drafts/releases", form)).text())
        .contains("Jawaban untuk 2 item disampaikan");
    assertThat(lead.get("/answer-drafts").text()).contains(": 1 draf");
  }

  @Test
  void no_draft_is_out_of_reach_and_none_is_released_unseen() {
    require("required");
    Sent many = given.request(klip).withItems(201).sent();
    acts().answer(given.responder(klip), many.refs(), acts().refused());
    drafted(0);
    Page first = lead.get("/answer-drafts");
    assertThat(values(first, "draft")).hasSize(200);
    assertThat(first.text())
        .contains("sampaikan semua 200 draf di halaman ini", "201 draf", "1 draf");
    String next = first.document().select("a[rel=next]").attr("href");
    Page second = lead.get(next);
    assertThat(values(second, "draft"))
        .hasSize(2)
        .doesNotContainAnyElementsOf(values(first, "draft"));
    assertThat(second.document().select("a[rel=next]")).isEmpty();

    for (SheetFormat format : SheetFormat.values()) {
      assertThat(Downloads.rows(lead, first, format))
          .hasSize(202)
          .anySatisfy(row -> assertThat(row).contains(sent.number() + "/0001"));
    }
    String file = Downloads.href(first, SheetFormat.CSV);
    assertThat(officer.get(file).status()).isEqualTo(403);
    Http stranger = visitors.signedIn(given.company("Video").organisation(), Role.LEAD);
    assertThat(stranger.get(file).text()).doesNotContain(many.number(), sent.number());

    Map<String, List<String>> form = first.form("/answer-drafts/releases");
    form.put("all", List.of("yes"));
    assertThat(lead.follow(lead.post("/answer-drafts/releases", form)).text())
        .contains("Jawaban untuk 200 item disampaikan");
    assertThat(values(lead.get("/answer-drafts"), "draft"))
        .containsExactlyElementsOf(values(second, "draft"));
    assertThat(values(lead.get("/answer-drafts?after=2030-01-01T00:00:00Z_1"), "draft"))
        .as("behind the last page")
        .hasSize(2);
  }

  @Test
  void a_lead_is_asked_before_chosen_drafts_are_dropped() {
    require("required");
    drafted(0, 1);
    Page list = lead.get("/answer-drafts");
    Map<String, List<String>> form = list.form("/answer-drafts/releases");
    assertThat(lead.post("/answer-drafts/removals", form).status())
        .as("none chosen")
        .isEqualTo(409);
    form.put("draft", values(list, "draft").subList(0, 1));
    Page asked = lead.post("/answer-drafts/removals", form);
    assertThat(asked.text()).contains("/0001", "Pedoman 3.2").doesNotContain("/0002");
    assertThat(portal.db().rows("select 1 from answer_draft where state = 'open'")).hasSize(2);
    Page done = lead.follow(lead.submit(asked, "/answer-drafts/removals", Map.of()));
    assertThat(done.text()).contains("1 draf jawaban dihapus.", "/0002").doesNotContain("/0001");
  }

  @Test
  void a_list_narrows_to_one_writer_and_its_addresses_can_be_copied() {
    require("required");
    drafted(0);
    acts().answer(given.responder(klip), List.of(refs().get(1)), acts().refused());
    Page list = lead.get("/answer-drafts");
    assertThat(list.document().select("[data-url^=https://]")).hasSize(2);
    String writer = list.document().select("section a[href*=writer=]").get(0).attr("href");
    assertThat(lead.get(writer).text()).contains("/0001").doesNotContain("/0002");
  }

  @Test
  void what_may_not_be_released_is_told_row_by_row() {
    require("required");
    drafted(0, 1);
    Page list = lead.get("/answer-drafts");
    acts().withdraw(given.supervisor(), List.of(refs().getFirst()), "Salah alamat.");
    Map<String, List<String>> form = list.form("/answer-drafts/releases");
    form.put("draft", values(list, "draft"));

    Page result = lead.post("/answer-drafts/releases", form);

    assertThat(result.status()).isEqualTo(200);
    assertThat(result.text())
        .contains("✓ disampaikan", "✕ tidak berubah", "sudah dicabut kementerian");
    form.put("act", List.of(given.act().toString()));
    assertThat(lead.post("/answer-drafts/releases", form).status()).isEqualTo(409);
  }

  @Test
  void what_was_drafted_of_a_withdrawn_item_is_on_no_list_but_beside_its_item() {
    require("required");
    drafted(0, 1);
    acts().withdraw(given.supervisor(), List.of(refs().getFirst()), "Salah alamat.");
    assertThat(lead.get("/answer-drafts").text()).contains("/0002").doesNotContain("/0001");
    assertThat(lead.get("/").document().select(".counters a[href=/answer-drafts] b").text())
        .isEqualTo("1");
    Page item = lead.get("/requests/" + sent.number() + "/items/1");
    assertThat(item.text())
        .contains("draf tidak jadi disampaikan", "tidak perlu disampaikan lagi")
        .doesNotContain(WAITING, "Lihat untuk disampaikan", "Ubah draf ini");
    Page asked = lead.get(item.document().select("a:containsOwn(Hapus draf ini)").attr("href"));
    assertThat(asked.text()).contains("Item tetap seperti sekarang");
    assertThat(lead.follow(lead.submit(asked, "/answer-drafts/removals", Map.of())).text())
        .contains("1 draf jawaban dihapus.");
  }

  @Test
  void returned_with_a_reason_it_comes_back_to_the_writers_form() {
    require("required");
    drafted(0);
    Page list = lead.get("/answer-drafts");
    Map<String, List<String>> form = list.form("/answer-drafts/releases");
    form.put("draft", values(list, "draft"));
    Page faulty = lead.post("/answer-drafts/returns", form);
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.text()).contains("Tulis apa yang perlu diperbaiki.");
    assertThat(faulty.document().select("input[name=draft][checked]")).as("kept").hasSize(1);

    form.put("reason", List.of("Sebutkan pasal pedoman."));
    assertThat(lead.follow(lead.post("/answer-drafts/returns", form)).text())
        .contains("1 draf dikembalikan kepada penulisnya.");

    assertThat(responder.get("/").document().select(".counters .late b").text()).contains("1");
    assertThat(responder.get("/answer-drafts?show=returned").text())
        .contains("Dikembalikan: Sebutkan pasal pedoman.");
    String change =
        responder
            .get("/requests/" + sent.number() + "/items/1")
            .document()
            .select("a:containsOwn(Ubah draf ini)")
            .attr("href");
    Page prefilled = responder.get(change);
    assertThat(prefilled.document().select("[name=rule_line]").val()).isEqualTo("Pedoman 3.2");
    assertThat(prefilled.document().select("[name=acted_at]").val()).isEqualTo("2026-03-02T08:15");
    responder.submit(prefilled, "/answers", Map.of("rule_line", "Pedoman 4.2, pasal 1"));
    assertThat(lead.get("/answer-drafts").text()).contains("Pedoman 4.2, pasal 1");
    assertThat(officer.get("/requests/" + sent.number() + "/items/1").text())
        .doesNotContain("Sebutkan pasal pedoman.");
  }

  @Test
  void a_writer_is_asked_before_a_draft_is_dropped() {
    require("required");
    drafted(0);
    Page list = responder.get("/answer-drafts");
    assertThat(list.document().select("form[action=/answer-drafts/releases]")).isEmpty();
    Page asked =
        responder.get("/answer-drafts/removals/new?item=" + values(list, "item").getFirst());
    assertThat(asked.text()).contains("Draf ini tidak akan disampaikan.");
    assertThat(portal.db().rows("select state from answer_draft")).containsExactly("open");
    Page done = responder.follow(responder.submit(asked, "/answer-drafts/removals", Map.of()));
    assertThat(done.text()).contains("1 draf jawaban dihapus.", "Tidak ada draf yang menunggu");
    assertThat(responder.get("/requests/" + sent.number() + "/items/1").text())
        .contains("Draf dihapus", "Pedoman 3.2");
  }

  @Test
  void a_responder_neither_releases_nor_returns() {
    require("required");
    drafted(0);
    String draft = portal.db().rows("select id from answer_draft").getFirst();
    for (String path : List.of("/answer-drafts/releases", "/answer-drafts/returns")) {
      assertThat(visitors.post(responder, path, Map.of("draft", draft, "reason", "x")).status())
          .isEqualTo(403);
    }
    assertThat(portal.db().rows("select state from answer_draft")).containsExactly("open");
    Http stranger = visitors.signedIn(given.company("Video").organisation(), Role.LEAD);
    assertThat(visitors.post(stranger, "/answer-drafts/releases", Map.of("draft", draft)).status())
        .isEqualTo(404);
  }

  @Test
  void the_form_promises_to_replace_only_what_the_viewer_may_replace() {
    require("required");
    drafted(0);
    Http colleague = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    String form = "/answers/new?type=D1&item=" + refs().getFirst();
    String taken = "tidak ada yang disimpan untuk item itu";
    assertThat(responder.get(form).text()).contains("menggantikannya").doesNotContain(taken);
    assertThat(lead.get(form).text()).contains("menggantikannya").doesNotContain(taken);
    Page theirs = colleague.get(form);
    assertThat(theirs.text()).contains(taken).doesNotContain("menggantikannya");
    assertThat(colleague.submit(theirs, "/answers", removed()).status()).isEqualTo(409);

    require("free");
    Page straight = colleague.get(form);
    assertThat(straight.text()).contains("jawaban menggantikannya, draf lain tidak dapat");
    assertThat(colleague.submit(straight, "/answers", removed()).status()).isEqualTo(303);
  }

  @Test
  void anybody_may_keep_a_draft_where_answers_go_straight() {
    Page form = form(0);
    Map<String, List<String>> typed = typed(form);
    typed.put("keep", List.of("draft"));
    assertThat(responder.follow(responder.post("/answers", typed)).text())
        .contains("belum ada yang disampaikan");
    assertThat(officer.get("/requests/" + sent.number()).text()).contains("3 belum dijawab");
    String request = "/requests/" + sent.number();
    for (String path : List.of("/", request, request + "/items/1")) {
      assertThat(responder.get(path).text())
          .as(path)
          .contains("draf tersimpan, belum disampaikan")
          .doesNotContain(WAITING);
    }

    Page again = responder.get("/answers/new?draft=yes&item=" + refs().getFirst());
    assertThat(again.text()).contains("Sudah ada draf jawaban");
    responder.submit(again, "/answers", Map.of());
    assertThat(portal.db().rows("select state from answer_draft")).containsExactly("replaced");
    assertThat(officer.get("/requests/" + sent.number()).text()).contains("2 belum dijawab");
  }

  @Test
  void the_rows_of_a_sheet_wait_and_a_second_upload_finds_them_waiting() {
    require("required");
    String sheet =
        "Item (item),Versi (version),Kode (type),Siapa (by_whom)\n%s/0001,%d,N1,uploader\n"
            .formatted(sent.number(), refs().getFirst().version());
    Page preview = upload(sheet);
    assertThat(preview.text())
        .contains("Ajukan 1 jawaban ke narahubung", "hitungan waktu tetap berjalan");
    Page done = responder.follow(responder.submit(preview, preview.path(), Map.of()));
    assertThat(done.text()).contains("menunggu narahubung", "0 jawaban disimpan");
    assertThat(responder.get(done.path() + "/result?format=csv").body())
        .contains("/0001,menunggu narahubung");
    assertThat(upload(sheet).text()).contains("menunggu narahubung", "Tidak ada jawaban baru");
    assertThat(portal.db().rows("select state from answer_draft")).containsExactly("open");

    acts().drop(given.person(klip.organisation(), Role.LEAD), drafts());
    Page waiting = upload(sheet);
    require("free");
    Page refused = responder.submit(waiting, waiting.path(), Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("Tidak ada yang disimpan");
    assertThat(portal.db().rows("select 1 from answer")).isEmpty();
  }

  private Acts acts() {
    return new Acts(given);
  }

  private List<Long> drafts() {
    return portal.db().rows("select id from answer_draft").stream().map(Long::valueOf).toList();
  }

  private Page upload(String sheet) {
    return responder.follow(
        responder.upload(
            "/answer-sheets",
            visitors.form(responder),
            "jawaban.csv",
            sheet.getBytes(StandardCharsets.UTF_8)));
  }

  private void require(String how) {
    assertThat(
            lead.follow(lead.submit("/company", "/company/release", Map.of("release", how))).text())
        .contains("Pengaturan disimpan.");
  }

  private List<ItemRef> refs() {
    return given.refs(given.officer(), sent.id());
  }

  private Page form(int at) {
    return responder.get("/answers/new?type=D1&item=" + refs().get(at));
  }

  private static Map<String, String> removed() {
    return Map.of("rule_line", "Pedoman 3.2", "acted_at", "2026-03-02T08:15");
  }

  private static Map<String, List<String>> typed(Page form) {
    Map<String, List<String>> typed = new LinkedHashMap<>(form.form("/answers"));
    removed().forEach((name, value) -> typed.put(name, List.of(value)));
    return typed;
  }

  private void drafted(int... items) {
    for (int at : items) {
      assertThat(responder.submit(form(at), "/answers", removed()).status()).isEqualTo(303);
    }
  }

  private static List<String> values(Page list, String name) {
    return list.document().select("input[type=checkbox][name=" + name + "]").eachAttr("value");
  }
}
