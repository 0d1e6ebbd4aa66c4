package id.narahubung.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.sheets.SheetFormat;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A table uploaded to a draft, as an officer does it. */
final class UploadPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final String TABLE =
      """
      Tanggal;Tautan;Keterangan;Akun
      02/03/2026;https://klip.example/v/7;Siaran malam;@judi7
      03/03/2026;hxxps://klip[.]example/v/8;;@judi8
      04/03/2026;ftp://klip.example/v/9;Salah alamat;
      05/03/2026;https://klip.example/v/7;Siaran ulang;@judi7
      """;

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Http officer;
  private long id;
  private String draft = "";

  @BeforeEach
  void aDraftWithOneAddress() {
    klip = given.company("Klip");
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    id = given.request(klip).pasting("https://klip.example/v/1").drafted();
    draft = "/drafts/" + id;
  }

  private Page upload(String name, byte[] file) {
    return officer.upload(
        draft + "/uploads", officer.get(draft).form(draft + "/uploads"), name, file);
  }

  private List<String> items() {
    return portal
        .db()
        .rows(
            "select url, note, account, content_time from item where request_id = "
                + id
                + " order by ordinal");
  }

  @Test
  void one_column_goes_into_the_draft_behind_what_it_holds() {
    Page page =
        upload("daftar.csv", "URL\nhttps://klip.example/v/2\nklip.example/v/3".getBytes(UTF_8));
    assertThat(page.location()).isEqualTo(draft);
    assertThat(officer.follow(page).text())
        .contains("Baris dari berkas ditambahkan", "3 item siap");
    assertThat(items())
        .containsExactly(
            "https://klip.example/v/1|||",
            "https://klip.example/v/2|||",
            "https://klip.example/v/3|||");
  }

  @Test
  void of_a_table_the_columns_are_guessed_and_kept() {
    Page mapping = officer.follow(upload("daftar.csv", TABLE.getBytes(UTF_8)));
    assertThat(mapping.text())
        .contains("daftar.csv", "4 baris, 4 kolom", "B: Tautan", "hxxps://klip[.]example/v/7");
    Map<String, List<String>> guessed = mapping.form(mapping.path());
    assertThat(guessed)
        .containsEntry("address", List.of("1"))
        .containsEntry("note", List.of("2"))
        .containsEntry("account", List.of("3"))
        .containsEntry("time", List.of("0"))
        .containsEntry("header", List.of("yes"));

    Page page = officer.follow(officer.submit(mapping, mapping.path(), Map.of()));
    assertThat(page.text())
        .contains(
            "3 item siap, 1 tidak dapat diajukan",
            "Akun: @judi7 · Waktu konten: 02/03/2026; 05/03/2026 · Catatan kementerian: Siaran malam;"
                + " Siaran ulang",
            "Akun: @judi8 · Waktu konten: 03/03/2026",
            "sama dengan baris 2");
    assertThat(officer.get(mapping.path()).status()).as("used up").isEqualTo(404);
  }

  @Test
  void what_an_address_has_stays_with_it_when_the_paste_changes_and_when_it_moves() {
    Page mapping = officer.follow(upload("daftar.csv", TABLE.getBytes(UTF_8)));
    officer.submit(mapping, mapping.path(), Map.of());
    Page saved =
        officer.submit(
            draft + "/edit",
            draft,
            Map.of(
                "urgency", "",
                "pasted", "https://klip.example/v/8\nhttps://klip.example/v/7\nklip.example/baru"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(303);
    assertThat(items())
        .containsExactly(
            "https://klip.example/v/8||@judi8|03/03/2026",
            "https://klip.example/v/7|Siaran malam; Siaran ulang|@judi7|02/03/2026; 05/03/2026",
            "https://klip.example/baru|||");

    Page made =
        officer.follow(
            officer.submit(draft, draft + "/splits", Map.of("row", "2", "category", "03")));
    assertThat(made.text()).contains("Akun: @judi7", "Siaran malam");
  }

  @Test
  void both_sides_read_it_once_it_is_sent() {
    Page mapping = officer.follow(upload("daftar.csv", TABLE.getBytes(UTF_8)));
    officer.submit(mapping, mapping.path(), Map.of());
    given.responder(klip);
    String number = sent();
    Http responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    for (Http reader : List.of(officer, responder)) {
      assertThat(reader.get("/requests/" + number + "/items/2").text())
          .contains("Akun @judi7", "Waktu konten 02/03/2026", "Catatan kementerian Siaran malam");
    }
  }

  private String sent() {
    int version = given.read(given.officer(), id).version();
    given.as(
        given.officer(),
        tx -> {
          given.desk().submit().run(tx, given.act(), id, version);
          return id;
        });
    TakedownRequest waiting = given.read(given.supervisor(), id);
    return given.as(
        given.supervisor(), tx -> given.desk().send().run(tx, given.act(), id, waiting.version()));
  }

  @Test
  void a_workbook_is_read_whatever_it_is_called() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SheetWriter sheet = SheetFormat.XLSX.open(out, "Data")) {
      sheet.row(List.of("Link", "Note"));
      sheet.row(List.of("https://klip.example/v/5", "=1+1"));
    }
    Page mapping = officer.follow(upload("laporan.txt", out.toByteArray()));
    officer.submit(mapping, mapping.path(), Map.of());
    assertThat(items()).contains("https://klip.example/v/5|=1+1||");
  }

  @Test
  void a_wrong_choice_says_so_and_keeps_what_was_chosen() {
    Page mapping = officer.follow(upload("daftar.csv", TABLE.getBytes(UTF_8)));
    Page none = officer.submit(mapping, mapping.path(), Map.of("address", "2", "note", ""));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.text()).contains("Tidak ada satu pun alamat di kolom ini.");
    assertThat(none.form(mapping.path())).containsEntry("address", List.of("2"));
    assertThat(officer.submit(mapping, mapping.path(), Map.of("address", "")).text())
        .contains("Pilih kolom yang berisi alamat.");
    assertThat(officer.submit(mapping, mapping.path(), Map.of("note", "1")).text())
        .contains("Kolom ini sudah dipilih");
    assertThat(items()).containsExactly("https://klip.example/v/1|||");
  }

  @Test
  void a_file_that_cannot_be_read_is_refused_beside_the_field() {
    assertThat(upload("a.xlsx", "PK\3\4 bukan".getBytes(UTF_8)).text())
        .contains("rusak atau terpotong");
    Page none = upload("", new byte[0]);
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.text()).contains("Pilih berkas CSV atau XLSX.");
    Page plain = officer.submit(draft, draft + "/uploads", Map.of());
    assertThat(plain.status()).isEqualTo(422);
    String many = GivenRequest.addresses("klip.example", 10_001);
    assertThat(upload("a.csv", many.getBytes(UTF_8)).text()).contains("paling banyak 10.000 item");
    Page large = upload("a.csv", new byte[26_500_000]);
    assertThat(large.status()).isEqualTo(422);
    assertThat(large.text()).contains("paling besar 10 MB");
    assertThat(upload("a.csv", new byte[42_500_000]).status()).isEqualTo(413);
    assertThat(items()).containsExactly("https://klip.example/v/1|||");
  }

  @Test
  void the_same_upload_twice_and_one_to_a_changed_draft_change_nothing_twice() {
    Map<String, List<String>> form = officer.get(draft).form(draft + "/uploads");
    byte[] file = "https://klip.example/v/2".getBytes(UTF_8);
    assertThat(officer.upload(draft + "/uploads", form, "a.csv", file).status()).isEqualTo(303);
    assertThat(officer.upload(draft + "/uploads", form, "a.csv", file).status()).isEqualTo(303);
    assertThat(items()).hasSize(2);
    form.put("act", List.of(given.act().toString()));
    Page stale =
        officer.upload(
            draft + "/uploads", form, "a.csv", "https://klip.example/v/3".getBytes(UTF_8));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text()).contains("Draf ini diubah oleh");
    assertThat(items()).hasSize(2);
  }

  @Test
  void a_file_needs_the_token_and_a_permission_like_any_form() {
    Map<String, List<String>> form = officer.get(draft).form(draft + "/uploads");
    byte[] file = "https://klip.example/v/2".getBytes(UTF_8);
    form.put("token", List.of("x"));
    assertThat(officer.upload(draft + "/uploads", form, "a.csv", file).status()).isEqualTo(403);
    Http responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    assertThat(
            responder.upload(draft + "/uploads", visitors.form(responder), "a.csv", file).status())
        .isEqualTo(403);
    assertThat(portal.visitor().upload(draft + "/uploads", form, "a.csv", file).status())
        .isEqualTo(303);
    assertThat(officer.upload("/requests", form, "a.csv", file).status()).isIn(404, 405, 415);
    assertThat(officer.upload("/answers", visitors.form(officer), "a.csv", file).status())
        .as("only where a file is wanted")
        .isEqualTo(415);
    assertThat(items()).hasSize(1);
  }
}
