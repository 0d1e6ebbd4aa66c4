package id.narahubung.rules;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules as both sides read them, and as an administrator and a supervisor change them. */
final class RulePagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Http administrator;
  private Http supervisor;
  private Http company;

  @BeforeEach
  void people() {
    administrator = visitors.signedIn(given.ministry(), Role.ADMINISTRATOR);
    supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    company = visitors.signedIn(given.company("Klip").organisation(), Role.RESPONDER);
  }

  /** Rule sets outlive a test's emptied tables; a draft must not. */
  @AfterEach
  void discard() {
    for (String draft : portal.db().rows("select id from rule_set where in_force_from is null")) {
      administrator.submit("/rules/" + draft, "/rules/" + draft + "/removal", Map.of());
    }
  }

  @Test
  void both_sides_read_every_section_of_what_is_in_force() {
    for (Http reader : List.of(administrator, supervisor, company)) {
      Page list = reader.get("/rules");
      assertThat(list.text()).contains("2020-11", "berlaku", "2018-01", "tidak berlaku lagi");
      String inForce = list.document().select("a.number").getFirst().attr("href");
      Page version = reader.get(inForce);
      assertThat(version.document().select("dl.summary a")).hasSize(Section.values().length);
      for (Section section : Section.values()) {
        Page sheet = reader.get(inForce + "/" + section.code());
        assertThat(sheet.status()).as("%s", section).isEqualTo(200);
        assertThat(sheet.text()).as("%s", section).doesNotContain("??");
        assertThat(sheet.document().select("main a[href$=/new]")).as("nobody edits it").isEmpty();
      }
      assertThat(reader.get(inForce + "/categories").text())
          .contains("Perjudian (judi online)", "Biasa (24 jam)");
    }
    assertThat(company.get("/rules/4711").status()).isEqualTo(404);
    assertThat(company.get("/rules/x").status()).isEqualTo(404);
    assertThat(company.get("/rules/1/nothing").status()).isEqualTo(404);
  }

  @Test
  void many_rows_are_pasted_looked_at_and_saved_once() {
    String sheet = draft("2029-01").location() + "/holidays";
    String path = sheet + "/new/rows";
    assertThat(administrator.get(sheet).document().select("a[href$=/new/rows]")).hasSize(1);
    assertThat(supervisor.get(path).status()).isEqualTo(403);
    Page form = administrator.get(path);
    assertThat(form.text()).contains("Tanggal · Nama dalam bahasa Indonesia");
    assertThat(administrator.submit(form, path, Map.of("lines", " ")).status()).isEqualTo(422);
    String lines = "1/1/2029, Tahun Baru\nbesok, Libur";
    Page faults = administrator.submit(form, path, Map.of("lines", lines, "save", "yes"));
    assertThat(faults.status()).isEqualTo(422);
    assertThat(faults.text())
        .contains("Perbaiki atau keluarkan 1 baris", "baris 2", "1 Jan 2029: Tahun Baru");
    assertThat(faults.form(path)).containsEntry("lines", List.of(lines));
    assertThat(faults.document().select("button[name=save]")).isEmpty();
    assertThat(administrator.get(sheet).text()).doesNotContain("1 Jan 2029");

    String mended = "1/1/2029, Tahun Baru\n2/1/2029, Cuti bersama Tahun Baru";
    Page looked = administrator.submit(faults, path, Map.of("lines", mended));
    assertThat(looked.status()).isEqualTo(200);
    assertThat(looked.document().select("button[name=save]").text())
        .isEqualTo("Simpan 2 baris ke draf");
    Page saved = administrator.submit(looked, path, Map.of("save", "yes"));
    assertThat(saved.location()).isEqualTo(sheet);
    assertThat(administrator.submit(looked, path, Map.of("save", "yes")).location())
        .as("once")
        .isEqualTo(sheet);
    assertThat(administrator.get(sheet).text())
        .contains("1 Jan 2029: Tahun Baru", "2 Jan 2029: Cuti bersama Tahun Baru");
    assertThat(
            portal
                .db()
                .rows("select body from event where kind = 'rules.edited' and body like '%rows%'"))
        .singleElement()
        .asString()
        .contains("\"rows\":2", "\"section\":\"holidays\"");
    assertThat(administrator.get(sheet.replace("holidays", "standards") + "/new/rows").status())
        .isEqualTo(404);
  }

  @Test
  void an_administrator_drafts_changes_and_a_supervisor_releases_what_the_company_then_reads() {
    assertThat(draft("2027 01").status()).isEqualTo(422);
    assertThat(draft("2020-11").status()).as("taken").isEqualTo(409);
    String version = draft("2027-01").location();
    assertThat(draft2().status()).as("one at a time").isEqualTo(409);
    assertThat(company.get(version).status()).isEqualTo(404);

    String gambling = version + "/categories/04";
    Page form = administrator.get(gambling);
    Page wrong =
        administrator.submit(
            form, gambling, Map.of("label_en", "", "fine_percent", "banyak", "place", "0"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text())
        .contains(
            "Isi ‘Nama dalam bahasa Inggris’.",
            "Tulis angka bulat dari 1 sampai 10.000, tanpa pecahan.");
    assertThat(wrong.form(gambling)).containsEntry("fine_percent", List.of("banyak"));
    Page fraction =
        administrator.submit(wrong, gambling, Map.of("fine_percent", "12,5", "place", "1"));
    assertThat(fraction.status()).as("not 125").isEqualTo(422);
    assertThat(fraction.form(gambling)).containsEntry("fine_percent", List.of("12,5"));
    Page saved =
        administrator.submit(
            wrong,
            gambling,
            Map.of(
                "label_en",
                "Gambling",
                "fine_percent",
                "150",
                "place",
                "1",
                "urgency_code",
                "urgent"));
    assertThat(saved.status()).isEqualTo(303);
    assertThat(administrator.follow(saved).text()).contains("Tersimpan di draf: Perjudian");
    String visit = version + "/methods/visit";
    Page elsewhere = administrator.submit(visit, visit, Map.of("form", "document"));
    assertThat(elsewhere.status()).as("its checklist asks for minutes").isEqualTo(422);
    assertThat(elsewhere.document().select("#form-error").text()).contains("hapus butir itu dulu");
    Page stale = administrator.submit(form, gambling, Map.of("label_en", "Betting"));
    assertThat(stale.status()).as("as it was read before").isEqualTo(409);
    assertThat(stale.form(gambling)).containsEntry("label_en", List.of("Betting"));
    Page again =
        administrator.submit(
            wrong, gambling, Map.of("label_en", "Betting", "fine_percent", "150", "place", "1"));
    assertThat(again.status()).as("the same act lands on the first").isEqualTo(303);
    assertThat(administrator.get(gambling).form(gambling))
        .containsEntry("label_en", List.of("Gambling"));

    Page added =
        administrator.submit(
            version + "/grounds/new",
            version + "/grounds",
            Map.of("code", "R15", "label_id", "Arsip sejarah", "label_en", "Historical archive"));
    assertThat(added.status()).isEqualTo(303);
    Page taken =
        administrator.submit(
            version + "/grounds/new",
            version + "/grounds",
            Map.of("code", "R15", "label_id", "Lagi", "label_en", "Again"));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(
            administrator
                .submit(version + "/grounds/R15", version + "/grounds/R15/removal", Map.of())
                .status())
        .isEqualTo(303);
    assertThat(administrator.get(version + "/urgencies/urgent").text())
        .contains("Belum dapat dihapus", "Perjudian (judi online)");

    Page unsaved = administrator.get(gambling);
    Page waiting = supervisor.get(version);
    assertThat(waiting.text())
        .contains("Perjudian (judi online) Sifat: Biasa (24 jam) → Mendesak (4 jam)");
    assertThat(supervisor.submit(waiting, version + "/release", Map.of("from", "")).status())
        .isEqualTo(422);
    Page past = supervisor.submit(waiting, version + "/release", Map.of("from", "2026-03-02"));
    assertThat(past.status()).isEqualTo(409);
    assertThat(past.text()).contains("aturan tidak berlaku surut");
    assertThat(supervisor.submit(past, version + "/release", Map.of("from", "2027-01-01")).status())
        .isEqualTo(303);
    assertThat(company.get(version).text())
        .contains("berikutnya mulai 1 Jan 2027 00.00 WIB", "Biasa (24 jam) → Mendesak (4 jam)");
    assertThat(administrator.get(gambling).status()).isEqualTo(409);
    Page late = administrator.submit(unsaved, gambling, Map.of("label_en", "Typed too late"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("sudah disahkan atau dibuang sementara Anda mengisinya");
    assertThat(late.form(gambling)).containsEntry("label_en", List.of("Typed too late"));
  }

  private Page draft(String name) {
    return administrator.submit("/rules", "/rules", Map.of("version", name));
  }

  /** By somebody whose page still offered it. */
  private Page draft2() {
    return visitors.post(administrator, "/rules", Map.of("version", "2027-02"));
  }
}
