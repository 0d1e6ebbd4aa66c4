package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Items that are no page: filed, found again, shown, searched. */
final class KindPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final String HASH = "ab".repeat(32);
  private static final String PASTED =
      """
      Mohon ditindak:
      akun: @slot.maxwin; id: 70123456789; nama: Slot Maxwin
      siaran langsung: 7312; url: https://klip.example/@slot/live
      komentar: 998; url: https://klip.example/v/1
      kanal: https://klip.example/c/gacor; anggota: 500
      kata kunci: Slot Gacor; produk: pencarian
      iklan: 120987; pengiklan: PT Untung
      aplikasi: com.contoh.slot; toko: Klip Store
      hash: sha256:%s; berkas: x.mp4; url: https://klip.example/f/1
      keyword: slot  gacor; product: Pencarian
      komentar: 999
      """
          .formatted(HASH);

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Http officer;

  @BeforeEach
  void people() {
    klip = given.company("Klip");
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
  }

  @Test
  void each_kind_stands_in_the_draft_by_its_name_and_what_cannot_be_filed_says_why() {
    String text = officer.get("/drafts/" + given.request(klip).pasting(PASTED).drafted()).text();
    assertThat(text)
        .contains(
            "Akun: @slot.maxwin",
            "Nomor di layanan: 70123456789",
            "Siaran langsung: hxxps://klip[.]example/@slot/live#live=7312",
            "Komentar: hxxps://klip[.]example/v/1#comment=998",
            "Grup atau kanal: hxxps://klip[.]example/c/gacor",
            "Kata kunci: slot gacor [pencarian]",
            "Kata sebagaimana ditulis: Slot Gacor",
            "Iklan: 120987",
            "Aplikasi: com.contoh.slot",
            "Berkas: sha256:" + HASH,
            "Alamat: hxxps://klip.example/f/1",
            "Komentar memerlukan alamat unggahannya",
            "sama dengan baris 6")
        .doesNotContain("bukan milik layanan", "https://klip");
  }

  @Test
  void once_sent_both_sides_see_what_is_meant_and_can_copy_it() {
    Sent sent = given.request(klip).pasting(PASTED.replace("komentar: 999\n", "")).sent();
    Http responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    assertThat(responder.get("/").text()).contains("Kata kunci: slot gacor [pencarian]");
    assertThat(responder.get("/requests/" + sent.number()).text())
        .contains("Akun: @slot.maxwin", "Aplikasi: com.contoh.slot");
    Http.Page item = responder.get("/requests/" + sent.number() + "/items/1");
    assertThat(item.text()).contains("Akun: @slot.maxwin", "Nama tampilan Slot Maxwin");
    assertThat(item.document().select("[data-copy]").attr("data-copy")).isEqualTo("@slot.maxwin");
    assertThat(responder.get("/requests/" + sent.number() + "/items/8").text())
        .contains("hxxps://klip.example/f/1", "Nama berkas x.mp4")
        .doesNotContain("https://klip.example/f/1");
  }

  @Test
  void what_was_asked_before_is_found_whatever_the_spelling() {
    Sent sent = given.request(klip).pasting("kata kunci: slot gacor\nakun: @Slot7").sent();
    String draft =
        "/drafts/" + given.request(klip).pasting("keyword: SLOT GACOR\nakun: slot7").drafted();
    assertThat(officer.get(draft).text())
        .contains(sent.number() + "/0001", sent.number() + "/0002");
    assertThat(officer.get("/search?q=slot+gacor").text()).contains(sent.number() + "/0001");
    assertThat(officer.get("/search?q=akun:@slot7").text()).contains(sent.number() + "/0002");
  }

  @Test
  void a_chosen_line_moves_to_another_draft_as_what_it_is() {
    String draft = "/drafts/" + given.request(klip).pasting(PASTED).drafted();
    Http.Page made =
        officer.follow(
            officer.submit(draft, draft + "/splits", Map.of("row", "1", "category", "05")));
    assertThat(made.text()).contains("Akun: @slot.maxwin", "Nomor di layanan: 70123456789");
    assertThat(officer.get(draft).text()).doesNotContain("@slot.maxwin");
  }

  @Test
  void whoever_approves_sees_how_many_of_each_kind() {
    long draft = given.request(klip).pasting("akun: @a\nakun: @b\nkata kunci: c").submitted();
    Http supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    assertThat(supervisor.get("/drafts/" + draft).text())
        .contains("2 item: Akun", "1 item: Kata kunci");
  }

  @Test
  void a_column_of_an_uploaded_table_says_the_kind() {
    String draft = "/drafts/" + given.request(klip).drafted();
    Http.Page shown =
        officer.follow(
            officer.upload(
                draft + "/uploads",
                officer.get(draft).form(draft + "/uploads"),
                "a.csv",
                "Jenis,Pengenal,Catatan\nakun,@slot,a\nvideo,https://klip.example/v/9,b\nhash,%s,c\n"
                    .formatted(HASH)
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    Http.Page added = officer.follow(officer.submit(shown, shown.path(), Map.of()));
    assertThat(added.text())
        .contains("Akun: @slot", "hxxps://klip[.]example/v/9", "Berkas: sha256:" + HASH);
  }
}
