package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Samples;
import id.narahubung.testing.Visitors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A category that nobody should look at without need, from both sides. */
final class RestrictedPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final String SECRET = "rahasia/7";
  private static final String PASTED = "https://klip.example/" + SECRET + "\nakun: @rahasia7";

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private PersonViewer author;

  @BeforeEach
  void people() {
    klip = given.company("Klip");
    author = given.person(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER);
  }

  private GivenRequest request() {
    return given
        .request(klip)
        .by(author)
        .with(c -> GivenRequest.withCategory(c, "01", "urgent"))
        .pasting(PASTED);
  }

  /** A draft whose items all have their finding. */
  private long described() {
    long id = request().drafted();
    given
        .db()
        .run(
            author,
            tx ->
                given
                    .desk()
                    .describe()
                    .run(
                        tx,
                        given.act(),
                        id,
                        Set.of(1, 2),
                        new WrittenFinding(
                            "Gambar anak", "gambar kedua", "petugas 07", "", "LP/7/2026")));
    return id;
  }

  private Sent sent() {
    given.responder(klip);
    long id = described();
    int version = given.read(author, id).version();
    given.db().run(author, tx -> given.desk().submit().run(tx, given.act(), id, version));
    int waiting = given.read(given.supervisor(), id).version();
    String number =
        given.as(given.supervisor(), tx -> given.desk().send().run(tx, given.act(), id, waiting));
    return new Sent(id, number, given.items(given.supervisor(), id));
  }

  @Test
  void no_page_shows_the_address_to_anybody_who_only_looks() {
    Sent sent = sent();
    String request = "/requests/" + sent.number();
    long open = request().drafted();
    for (Http each :
        List.of(
            visitors.signedIn(given.ministry(), Role.OFFICER),
            visitors.signedIn(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER),
            visitors.signedIn(given.ministry(), Role.SUPERVISOR),
            visitors.signedIn(given.ministry(), Role.AUDITOR),
            visitors.signedIn(klip.organisation(), Role.LEAD),
            visitors.signedIn(klip.organisation(), Role.LEAD, Role.RESTRICTED_RESPONDER))) {
      for (String path :
          List.of(
              "/",
              "/?show=companies",
              "/?show=open",
              "/requests",
              request,
              request + "/items/1",
              request + "/items/2",
              "/answers/new?item=" + sent.refs().getFirst(),
              "/drafts/" + open,
              "/drafts/" + open + "/edit",
              "/drafts/" + open + "/findings",
              "/search?q=rahasia",
              "/search?q=klip.example/rahasia/7",
              "/search?q=" + sent.number())) {
        Page page = each.get(path);
        // A search shows what was typed as well.
        assertThat(page.document().select(path.startsWith("/search") ? ".hits" : "main").html())
            .as(path)
            .doesNotContain("klip[.]example/rahasia", "klip.example/rahasia/7\"", "@rahasia7");
      }
      assertThat(each.get(request).text()).contains("Terbatas: tidak ditampilkan di sini");
      assertThat(each.get("/search?q=klip.example/rahasia/7").text()).doesNotContain(sent.number());
    }
  }

  @Test
  void who_was_given_the_permission_is_shown_it_once_and_the_ledger_tells() {
    Sent sent = sent();
    String request = "/requests/" + sent.number();
    Http lead = visitors.signedIn(klip.organisation(), Role.LEAD, Role.RESTRICTED_RESPONDER);
    Page item = lead.get(request + "/items/1");
    Map<String, List<String>> form = item.form(request + "/showings");
    Page shown = lead.post(request + "/showings", form);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
    assertThat(shown.text())
        .contains("hxxps://klip[.]example/rahasia/7", "Gambar anak", "LP/7/2026")
        .doesNotContain("@rahasia7");
    assertThat(lead.post(request + "/showings", form).status()).isEqualTo(303);
    Page all = lead.submit(request, request + "/showings", Map.of());
    assertThat(all.text()).contains("hxxps://klip[.]example/rahasia/7", "Akun: @rahasia7");
    assertThat(
            portal
                .db()
                .rows(
                    "select e.side, e.actor_role, count(i.item_id) from event e join event_item i"
                        + " on i.event_id = e.id where kind = 'items.shown' group by e.id, 1, 2"
                        + " order by e.id"))
        .containsExactly("both|restricted_responder|1", "both|restricted_responder|2");
    Http auditor = visitors.signedIn(given.ministry(), Role.AUDITOR);
    assertThat(auditor.get(request).text())
        .contains("Alamat atau temuan 2 item terbatas ditampilkan");
    assertThat(portal.db().rows("select body from event where body like '%rahasia%'")).isEmpty();
  }

  @Test
  void the_ministrys_showings_stay_with_it_and_a_draft_is_shown_too() {
    Sent sent = sent();
    String request = "/requests/" + sent.number();
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER);
    assertThat(officer.submit(request, request + "/showings", Map.of()).text())
        .contains("rahasia/7");
    Http lead = visitors.signedIn(klip.organisation(), Role.LEAD);
    assertThat(lead.get(request).text()).doesNotContain("item terbatas ditampilkan");
    String draft = "/drafts/" + request().drafted();
    assertThat(officer.submit(draft, draft + "/showings", Map.of()).text()).contains("rahasia/7");
  }

  @Test
  void nobody_else_is_shown_it() {
    Sent sent = sent();
    String request = "/requests/" + sent.number();
    for (Http each :
        List.of(
            visitors.signedIn(given.ministry(), Role.SUPERVISOR),
            visitors.signedIn(given.ministry(), Role.AUDITOR),
            visitors.signedIn(klip.organisation(), Role.LEAD))) {
      Page page = each.get(request);
      assertThat(page.document().select("form[action$=/showings]")).isEmpty();
      assertThat(page.text()).contains("hanya ditampilkan kepada: P");
      assertThat(visitors.post(each, request + "/showings", Map.of()).status()).isEqualTo(403);
    }
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    String draft = "/drafts/" + request().drafted();
    for (String path : List.of("/edit", "/findings")) {
      assertThat(officer.get(draft + path).status()).as(path).isEqualTo(403);
    }
    assertThat(visitors.post(officer, draft + "/submission", Map.of("version", "1")).status())
        .isEqualTo(403);
    assertThat(
            visitors
                .post(
                    officer,
                    draft + "/splits",
                    Map.of("version", "1", "row", "1", "category", "04"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void rows_split_off_as_such_vanish_from_the_sight_of_who_split_them() {
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    String draft = "/drafts/" + given.request(klip).withoutScreenshot().pasting(PASTED).drafted();
    Page made =
        officer.follow(
            officer.submit(draft, draft + "/splits", Map.of("row", "1", "category", "01")));
    assertThat(made.text()).contains("Terbatas: tidak ditampilkan di sini", "Konten terbatas");
    assertThat(made.body()).doesNotContain("rahasia/7");
    assertThat(officer.get(draft).text()).contains("@rahasia7").doesNotContain("rahasia/7");
    assertThat(portal.db().rows("select url || url_given from item where restricted"))
        .containsExactly("");
  }

  @Test
  void an_order_is_not_sent_before_each_item_has_its_finding() {
    long id = request().drafted();
    String draft = "/drafts/" + id;
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER);
    assertThat(officer.get(draft).text()).contains("Temuan tertulis untuk setiap item");
    assertThat(officer.submit(draft, draft + "/submission", Map.of()).status()).isEqualTo(409);
    Page bad =
        officer.submit(
            draft + "/findings", draft + "/findings", Map.of("what", "x", "hash", "bukan hash"));
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.text())
        .contains("Tulis nomor perkaranya.", "Hash terdiri atas", "Tulis di bagian mana.");
    Page saved =
        officer.follow(
            officer.submit(
                draft + "/findings",
                draft + "/findings",
                Map.of(
                    "what", "Gambar anak",
                    "place", "gambar kedua",
                    "found_by", "petugas 07",
                    "hash", "AB".repeat(32),
                    "case_number", "LP/7")));
    assertThat(saved.text()).contains("Temuan disimpan.").doesNotContain("Temuan tertulis untuk");
    assertThat(portal.db().rows("select content_hash from restricted_item group by 1"))
        .containsExactly("sha256:" + "ab".repeat(32));
    assertThat(officer.submit(draft, draft + "/submission", Map.of()).status()).isEqualTo(303);
  }

  @Test
  void a_finding_stays_with_its_item_when_the_draft_is_written_on_and_more_is_only_added() {
    String draft = "/drafts/" + described();
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER);
    Page form = officer.get(draft + "/edit");
    assertThat(form.document().select("textarea[name=pasted]").text()).isEmpty();
    Page answer =
        officer.submit(
            form,
            draft,
            Map.of("urgency", "", "pasted", "https://klip.example/rahasia/8\nftp://x"));
    assertThat(answer.document().select(".faults").text()).isEmpty();
    Page saved = officer.follow(answer);
    assertThat(saved.body()).doesNotContain("rahasia/", "ftp://");
    assertThat(portal.db().rows("select ordinal, described from item order by 1"))
        .containsExactly("1|t", "2|t", "3|f");
  }

  @Test
  void no_picture_is_taken_and_a_draft_with_one_does_not_become_such() {
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER);
    String draft = "/drafts/" + request().drafted();
    Map<String, List<String>> fields =
        officer.get(draft + "/evidence/new").form(draft + "/evidence/uploads");
    Page refused = officer.upload(draft + "/evidence/uploads", fields, "a.png", Samples.png(9, 9));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("Gambar kategori ini tidak disimpan");
    assertThat(
            officer
                .upload(draft + "/evidence/uploads", fields, "a.txt", Samples.text("x"))
                .status())
        .isEqualTo(303);

    long other = given.request(klip).by(author).drafted();
    new id.narahubung.testing.GivenEvidence(given)
        .onDraft(author, other, Samples.png(9, 9), "a.png", true);
    Page edit = officer.get("/drafts/" + other + "/edit");
    Page kept = officer.submit(edit, "/drafts/" + other, Map.of("urgency", "", "category", "01"));
    assertThat(kept.status()).isEqualTo(409);
    assertThat(kept.text()).contains("Tarik dahulu");
  }

  @Test
  void a_file_of_such_a_case_is_handed_out_with_an_event() {
    Sent sent = sent();
    PersonViewer responder = given.responder(klip);
    long piece =
        new id.narahubung.testing.GivenEvidence(given)
            .onRequest(responder, sent.number(), Samples.text("rahasia"), "a.txt");
    String file = "/requests/" + sent.number() + "/evidence/" + piece + "/file";
    Http plain = visitors.signedIn(klip.organisation(), Role.LEAD);
    assertThat(plain.get(file).status()).isEqualTo(403);
    assertThat(shown()).isEmpty();
    Http lead = visitors.signedIn(klip.organisation(), Role.LEAD, Role.RESTRICTED_RESPONDER);
    assertThat(lead.get(file).body()).isEqualTo("rahasia");
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER);
    assertThat(officer.get(file).body()).isEqualTo("rahasia");
    assertThat(shown())
        .containsExactly(
            "both|restricted_responder|" + piece, "ministry|restricted_officer|" + piece);
    Http auditor = visitors.signedIn(given.ministry(), Role.AUDITOR);
    assertThat(auditor.get("/requests/" + sent.number()).text())
        .contains("Bukti kasus terbatas diunduh", "penanggap konten terbatas")
        .doesNotContain("??");
  }

  private static List<String> shown() {
    return portal
        .db()
        .rows(
            "select side, actor_role, body::jsonb ->> 'evidence' from event"
                + " where kind = 'items.shown' order by id");
  }

  @Test
  void the_block_list_of_such_a_draft_is_handed_out_with_an_event() {
    long id =
        given
            .request(klip)
            .by(author)
            .with(c -> GivenRequest.withCategory(c, "01", "urgent"))
            .pasting(PASTED + "\nhttps://judi.example/7")
            .drafted();
    String draft = "/drafts/" + id;
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER);
    assertThat(officer.get(draft).text()).contains("Keluarkan 1 domain…").doesNotContain("judi[.]");
    Page page = officer.follow(officer.submit(draft, draft + "/block-lists", Map.of()));
    String file = page.document().select("a[href*=/block-lists/]").attr("href");
    assertThat(visitors.signedIn(given.ministry(), Role.OFFICER).get(file).status()).isEqualTo(403);
    assertThat(shown()).isEmpty();
    assertThat(officer.get(file).body()).isEqualTo("judi.example\n");
    assertThat(
            portal
                .db()
                .rows(
                    "select side, request_id, body::jsonb ->> 'items' from event"
                        + " where kind = 'items.shown'"))
        .containsExactly("ministry|" + id + "|1");
  }

  @Test
  void nobody_learns_by_pasting_an_address_that_it_was_filed_as_such() {
    Sent sent = sent();
    String draft = "/drafts/" + given.request(klip).withoutScreenshot().pasting(PASTED).drafted();
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    assertThat(officer.get(draft).text()).doesNotContain(sent.number());
    Http trusted = visitors.signedIn(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER);
    assertThat(trusted.get(draft).text()).contains(sent.number());
  }

  @Test
  void what_is_restricted_is_answered_and_checked_like_the_rest() {
    Sent sent = sent();
    PersonViewer responder = given.responder(klip);
    Acts acts = new Acts(given);
    acts.answer(responder, sent.ref(1), acts.removed());
    assertThat(given.read(responder, sent.id()).counts().claimed()).isEqualTo(1);
    assertThat(Optional.of(given.read(responder, sent.id()).restriction().restricted()))
        .contains(true);
  }
}
