package id.narahubung.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenEvidence;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Samples;
import id.narahubung.testing.Visitors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class EvidencePagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final GivenEvidence evidence = new GivenEvidence(given);
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Sent sent;
  private Http responder;

  @BeforeEach
  void aRequest() {
    klip = given.company("Klip");
    sent = given.request(klip).withoutScreenshot().withItems(2).sent();
    responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
  }

  @Test
  void a_picture_is_added_to_an_item_and_seen_by_both_sides_without_being_fetched() {
    Http.Page added = upload(sent.number(), "?item=2", Samples.jpeg(300, 200), "foto.jpg");
    assertThat(added.status()).isEqualTo(303);
    assertThat(added.location()).isEqualTo("/requests/" + sent.number() + "/items/2#evidence");

    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    for (Http each : java.util.List.of(responder, officer)) {
      for (String path : java.util.List.of("", "/items/2")) {
        Http.Page page = each.get("/requests/" + sent.number() + path);
        assertThat(page.document().select("#evidence li").text())
            .contains("foto.jpg", "JPEG", sha256());
        assertThat(page.document().select("img")).isEmpty();
      }
    }
    assertThat(officer.get("/requests/" + sent.number()).document().select("#evidence").text())
        .contains("penanggap");
    String name = portal.db().rows("select name from person where side = 'company'").getLast();
    assertThat(officer.get("/requests/" + sent.number()).text()).doesNotContain(name);
  }

  @Test
  void a_picture_comes_when_asked_for_blurred_and_without_what_the_camera_wrote() {
    upload(sent.number(), "", Samples.jpeg(300, 200), "foto.jpg");
    String href = href();
    Http.Page page = responder.get(href);
    assertThat(page.document().select("img")).isEmpty();

    Http.Page shown = responder.get(page.document().select("a[href$=picture=yes]").attr("href"));
    assertThat(shown.document().select(".blurred img").attr("src")).isEqualTo(href + "/picture");
    assertThat(shown.document().select(".blurred input[type=checkbox]").hasAttr("checked"))
        .isFalse();
    assertThat(shown.body()).doesNotContain("style=");

    Http.Page picture = responder.get(href + "/picture");
    assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(picture.header("Content-Security-Policy")).contains("sandbox");
    assertThat(picture.body()).doesNotContain("GPS", "Budi");
  }

  @Test
  void a_file_is_handed_out_as_one_that_cannot_run() {
    byte[] page = Samples.text("<script>alert('halo')</script>");
    upload(sent.number(), "", page, "halaman é.html");
    Http.Page file = responder.get(href() + "/file");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(new String(page, StandardCharsets.UTF_8));
    assertThat(file.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"halaman _.html.txt\";"
                + " filename*=UTF-8''halaman%20%C3%A9.html.txt");
    assertThat(file.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
    assertThat(file.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(responder.get(href() + "/picture").status()).isEqualTo(404);
  }

  @Test
  void what_is_not_taken_is_said_beside_the_field_and_the_note_is_kept() {
    Map<byte[], String> wrong =
        Map.of(
            Samples.text("MZ\0\1"),
            "PDF, PNG, JPEG",
            new byte[0],
            "kosong",
            new byte[26 * 1024 * 1024],
            "25 MB",
            Samples.bomb(24_000, 24_000),
            "50 juta");
    wrong.forEach(
        (bytes, says) -> {
          Http.Page page = upload(sent.number(), "", bytes, "bukti.png");
          assertThat(page.status()).as(says).isEqualTo(422);
          assertThat(page.document().select("#file-error").text()).contains(says);
          assertThat(page.document().select("#note").text()).isEqualTo("Diambil pagi ini.");
        });
    assertThat(portal.db().rows("select 1 from stored_file")).isEmpty();
  }

  @Test
  void without_a_file_the_form_says_so_and_a_plain_form_is_read_too() {
    String form = "/requests/" + sent.number() + "/evidence/";
    Http.Page page =
        responder.submit(
            form + "new", form + "uploads", Map.of("note", "Nanti.", "audience", "own"));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.document().select("#file-error").text()).contains("Pilih berkasnya");
    assertThat(page.document().select("#note").text()).isEqualTo("Nanti.");
  }

  @Test
  void far_too_much_is_refused_before_it_fills_the_disk() {
    Http.Page page = upload(sent.number(), "", new byte[60_000_000], "film.txt");
    assertThat(page.status()).isEqualTo(413);
    assertThat(page.text()).contains("25 MB");
  }

  @Test
  void a_form_with_files_is_only_read_where_files_are_taken() {
    Map<String, List<String>> fields = fields("/requests/" + sent.number() + "/evidence/new");
    assertThat(
            responder
                .upload("/requests/" + sent.number() + "/messages", fields, "a.pdf", Samples.pdf())
                .status())
        .isEqualTo(415);
    fields.put("token", List.of("wrong"));
    assertThat(
            responder
                .upload(
                    "/requests/" + sent.number() + "/evidence/uploads",
                    fields,
                    "a.pdf",
                    Samples.pdf())
                .status())
        .isEqualTo(403);
  }

  @Test
  void sent_twice_it_is_added_once() {
    Map<String, List<String>> fields = fields("/requests/" + sent.number() + "/evidence/new");
    String path = "/requests/" + sent.number() + "/evidence/uploads";
    for (int time = 0; time < 2; time++) {
      assertThat(responder.upload(path, fields, "a.pdf", Samples.pdf()).status()).isEqualTo(303);
    }
    assertThat(portal.db().rows("select name from evidence")).containsExactly("a.pdf");
  }

  @Test
  void taken_back_it_stays_listed_and_is_no_longer_handed_out() {
    upload(sent.number(), "", Samples.png(40, 30), "salah.png");
    String href = href();
    assertThat(responder.submit(href, href + "/removal", Map.of("reason", "")).status())
        .isEqualTo(422);
    assertThat(
            responder.submit(href, href + "/removal", Map.of("reason", "Salah berkas.")).status())
        .isEqualTo(303);
    Http.Page page = responder.get("/requests/" + sent.number());
    assertThat(page.document().select("#evidence .why").text()).contains("Salah berkas.");
    assertThat(page.text()).contains("Menarik bukti");
    for (String part : java.util.List.of("/file", "/picture")) {
      assertThat(responder.get(href + part).status()).isEqualTo(404);
    }
  }

  @Test
  void a_drafts_evidence_is_on_its_page_and_the_companys_nowhere() {
    long draft = given.request(klip).withoutScreenshot().drafted();
    long piece = evidence.onDraft(given.officer(), draft, Samples.pdf(), "awal.pdf", true);
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    assertThat(officer.get("/drafts/" + draft).document().select("#evidence").text())
        .contains("awal.pdf");
    String href = "/drafts/" + draft + "/evidence/" + piece;
    assertThat(officer.get(href + "/file").body()).startsWith("%PDF-");
    for (String path : List.of(href, href + "/file", "/drafts/" + draft + "/evidence/new")) {
      assertThat(responder.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(officer.submit(href, href + "/removal", Map.of()).status()).isEqualTo(303);
    assertThat(officer.get("/drafts/" + draft).document().select("#evidence li")).isEmpty();
  }

  private Http.Page upload(String number, String query, byte[] bytes, String name) {
    String form = "/requests/" + number + "/evidence/";
    return responder.upload(form + "uploads", fields(form + "new" + query), name, bytes);
  }

  private Map<String, List<String>> fields(String form) {
    Map<String, List<String>> fields =
        responder.get(form).form("/requests/" + sent.number() + "/evidence/uploads");
    fields.put("note", List.of("Diambil pagi ini."));
    return fields;
  }

  private String href() {
    return "/requests/"
        + sent.number()
        + "/evidence/"
        + portal.db().rows("select max(id) from evidence").getFirst();
  }

  private static String sha256() {
    return portal.db().rows("select encode(sha256, 'hex') from stored_file").getFirst();
  }
}
