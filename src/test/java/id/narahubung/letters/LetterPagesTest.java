package id.narahubung.letters;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.sheets.SheetFormat;
import id.narahubung.testing.Doors;
import id.narahubung.testing.Downloads;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Printing;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letters as both sides meet them on their pages. */
final class LetterPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final GivenLetters letters = new GivenLetters(given);
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Sent sent;
  private Http supervisor;
  private Http lead;

  @BeforeEach
  void twoItemsPastTheirTime() {
    klip = given.company("Klip");
    sent = given.request(klip).withItems(2).sent();
    portal.clock().advance(Duration.ofHours(25));
    signIn();
  }

  /** Again after a day: the sessions of the day before have ended. */
  private void signIn() {
    supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    lead = visitors.signedIn(klip.organisation(), Role.LEAD);
  }

  @Test
  void a_proposal_is_told_to_supervisors_alone_and_the_queue_leads_to_it() {
    Page queue = supervisor.get("/");
    assertThat(queue.document().select("a[href=/letters#wanted] b").text()).isEqualTo("1");
    Page register = supervisor.get("/letters");
    assertThat(register.document().select("#wanted a").text()).isEqualTo(sent.number());
    assertThat(register.document().select("#wanted .under").text())
        .startsWith("Surat teguran pertama: 2 item, diusulkan sejak");
    assertThat(supervisor.get("/requests/" + sent.number()).text())
        .contains("Surat teguran pertama diusulkan: 2 item melewati tenggat");
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    for (Http other : List.of(lead, officer)) {
      assertThat(other.get("/requests/" + sent.number()).text()).doesNotContain("diusulkan");
      assertThat(other.get("/letters").text()).doesNotContain("diusulkan sejak");
      assertThat(other.get("/").document().select("a[href=/letters#wanted]")).isEmpty();
    }
  }

  @Test
  void a_letter_is_looked_at_corrected_and_sent_once() {
    String path = "/requests/" + sent.number() + "/letters";
    Page form = supervisor.get(path + "/new?stage=ST1");
    assertThat(form.document().select("input[name=item][checked]")).hasSize(2);
    Map<String, List<String>> typed = form.form(path);
    List<String> items = typed.getOrDefault("item", List.of());
    String left = items.getLast();
    typed.put("item", List.of(items.getFirst()));
    typed.put("note", List.of("Segera putuskan."));
    Page refused = supervisor.post(path, typed);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Tulis alasan mengeluarkan item.");
    assertThat(refused.document().select("textarea[name=note]").text())
        .isEqualTo("Segera putuskan.");
    assertThat(refused.document().select("input[name=item][value=" + left + "]").hasAttr("checked"))
        .isFalse();
    typed.put("left_out_reason", List.of("Server perusahaan mati."));
    Page done = supervisor.post(path, typed);
    assertThat(done.status()).isEqualTo(303);
    assertThat(done.location()).isEqualTo("/letters/ST-2026-000001");
    assertThat(supervisor.post(path, typed).location()).isEqualTo("/letters/ST-2026-000001");
    assertThat(portal.db().rows("select count(*) from letter")).containsExactly("1");
    assertThat(lead.get("/letters/ST-2026-000001").text())
        .contains("Surat teguran pertama", "Segera putuskan.", "Server perusahaan mati.");
    typed.put("act", List.of(given.act().toString()));
    assertThat(supervisor.post(path, typed).status()).isEqualTo(409);
    assertThat(supervisor.get(path + "/new?stage=ST1").status()).isEqualTo(409);
  }

  @Test
  void a_fine_is_promised_paid_and_recorded() {
    String letter = fined();
    String path = "/letters/" + letter;
    assertThat(lead.get("/").document().select("a[href='/letters?asks=pay'] b").text())
        .isEqualTo("1");
    assertThat(lead.get("/letters?asks=pay").document().select("tbody th").eachText())
        .containsExactly(letter);
    Page page = lead.get(path);
    assertThat(page.text()).contains("Rp5.000.000", "Rp10.000.000", "Belum dibayar");
    assertThat(lead.submit(page, path + "/acknowledgement", Map.of()).status()).isEqualTo(303);
    Page commit = lead.get(path + "/commitment");
    Page empty = lead.submit(commit, path + "/commitment", Map.of("pay_by", ""));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.text()).contains("Isi tanggal");
    assertThat(lead.submit(commit, path + "/commitment", Map.of("pay_by", "2026-03-20")).status())
        .isEqualTo(303);
    assertThat(supervisor.get(path).text()).contains("Dibayar paling lambat 20 Mar 2026");
    Page record = supervisor.get(path + "/payments");
    Page wrong =
        supervisor.submit(
            record,
            path + "/payments",
            Map.of("amount", "lima juta", "paid_on", "2026-03-04", "reference", "12"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.document().select("#amount").val()).isEqualTo("lima juta");
    assertThat(
            supervisor
                .submit(
                    record,
                    path + "/payments",
                    Map.of(
                        "amount",
                        "Rp 10.000.000",
                        "paid_on",
                        "2026-03-04",
                        "reference",
                        "a1b2c3d4e5f6g7h8"))
                .status())
        .isEqualTo(303);
    assertThat(lead.get(path).text()).contains("denda lunas", "A1B2C3D4E5F6G7H8");
    Page undo = supervisor.get(path + "/payment-reversals");
    Page unsaid = supervisor.submit(undo, path + "/payment-reversals", Map.of("reason", "Keliru."));
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.text()).contains("Pilih pembayaran yang keliru dicatat.");
    assertThat(unsaid.document().select("textarea[name=reason]").text()).isEqualTo("Keliru.");
    String payment = undo.document().select("input[name=payment]").val();
    assertThat(
            supervisor
                .submit(unsaid, path + "/payment-reversals", Map.of("payment", payment))
                .status())
        .isEqualTo(303);
    assertThat(lead.get(path).text())
        .contains("Pencatatan dibatalkan", "Keliru.", "Belum dibayar Rp10.000.000");
  }

  @Test
  void an_objection_is_filed_and_decided_by_somebody_else() {
    String path = "/letters/" + fined();
    Page form = lead.get(path + "/objection");
    assertThat(lead.submit(form, path + "/objection", Map.of("reason", "")).status())
        .isEqualTo(422);
    assertThat(lead.submit(form, path + "/objection", Map.of("reason", "Keliru.")).status())
        .isEqualTo(303);
    Page again =
        lead.submit(
            form, path + "/objection", Map.of("reason", "Lagi.", "act", given.act().toString()));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).contains("Surat ini sudah pernah disanggah.");
    assertThat(again.document().select("textarea[name=reason]").text()).isEqualTo("Lagi.");
    assertThat(lead.get(path + "/objection").status()).isEqualTo(409);
    Http sender = portal.visitor();
    sender.carry("session", new Doors(given.db()).session(given.supervisor().personId()));
    Page own = sender.get(path + "/objection-decision");
    assertThat(own.status()).isEqualTo(409);
    assertThat(own.text()).contains("sanggahannya diputus penyelia lain");
    Page decide = supervisor.get(path + "/objection-decision");
    assertThat(decide.document().select("blockquote").text()).isEqualTo("Keliru.");
    assertThat(
            supervisor
                .submit(
                    decide,
                    path + "/objection-decision",
                    Map.of("outcome", "accepted", "reason", "Benar keliru."))
                .status())
        .isEqualTo(303);
    assertThat(lead.get(path).text())
        .contains("Sanggahan diterima, surat dicabut", "Benar keliru.");
  }

  @Test
  void a_supervisor_withdraws_it_and_both_sides_and_anybody_with_the_paper_read_so() {
    String letter = fined();
    String path = "/letters/" + letter;
    lead.getBytes(path + "/letter.pdf");
    String code = portal.db().rows("select code from paper").getFirst();
    assertThat(lead.get(path).document().select("a[href$=/withdrawal]")).isEmpty();
    assertThat(lead.get(path + "/withdrawal").status()).isEqualTo(403);
    Page form = supervisor.get(path + "/withdrawal");
    assertThat(form.text()).contains("Rp10.000.000");
    Page refused = supervisor.submit(form, path + "/withdrawal", Map.of("reason", "Salah alamat."));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Pilih apakah surat lain menyusul.");
    assertThat(refused.document().select("textarea[name=reason]").text())
        .isEqualTo("Salah alamat.");
    assertThat(supervisor.submit(refused, path + "/withdrawal", Map.of("again", "no")).location())
        .isEqualTo(path);
    for (Http side : List.of(supervisor, lead)) {
      assertThat(side.get(path).text())
          .contains(
              "dicabut",
              "Dicabut kementerian",
              "Salah alamat.",
              "Tidak ada surat yang menyusul",
              "tidak ada yang terutang")
          .doesNotContain("Belum dibayar", "Cabut surat ini", "Sanggah surat ini");
      assertThat(side.get("/requests/" + sent.number()).text())
          .contains("Mencabut surat " + letter);
    }
    assertThat(portal.visitor().get("/verify/" + code).text()).contains("Surat ini sudah dicabut");
  }

  @Test
  void what_was_paid_for_a_withdrawn_letter_counts_for_no_other() {
    String wrong = fined();
    letters.record(given.supervisor(), wrong, letters.paid(4_000_000, "A1B2C3D4E5F6G7H8"));
    given
        .db()
        .run(
            given.supervisor(),
            tx -> letters.desk().withdraw().run(tx, given.act(), wrong, "Salah jumlah.", true));
    letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST2", 1, 2));
    assertThat(lead.get("/requests/" + sent.number()).text())
        .contains("Denda seluruhnya Rp10.000.000, sudah dibayar Rp0");
  }

  @Test
  void both_sides_find_it_in_the_register_in_files_on_the_item_and_in_the_timeline() {
    String letter = fined();
    for (Http side : List.of(supervisor, lead)) {
      assertThat(side.get("/letters").document().select("tbody a.number").eachText())
          .contains(letter, "ST-2026-000001");
      assertThat(side.get("/letters?stage=2&state=open").document().select("tbody th").eachText())
          .containsExactly(letter);
      assertThat(side.get("/letters?state=withdrawn").text())
          .contains("Tidak ada surat yang cocok");
      for (SheetFormat format : SheetFormat.values()) {
        assertThat(Downloads.rows(side, side.get("/letters?stage=2&state=open"), format))
            .singleElement()
            .satisfies(
                row ->
                    assertThat(row)
                        .startsWith(letter, "Surat teguran kedua", sent.number(), "Klip", "2")
                        .contains("10000000"));
        assertThat(Downloads.rows(side, side.get("/letters"), format)).hasSize(2);
      }
      assertThat(side.get("/requests/" + sent.number() + "/items/1").text())
          .contains("Surat teguran kedua " + letter + ": belum selesai");
      assertThat(side.get("/requests/" + sent.number()).text())
          .contains(
              "Mengirim Surat teguran kedua " + letter + ", 2 item",
              "Denda seluruhnya Rp10.000.000");
    }
  }

  @Test
  void the_letter_is_printed_once_and_anybody_can_check_it() {
    String letter = fined();
    byte[] pdf = lead.getBytes("/letters/" + letter + "/letter.pdf");
    assertThat(supervisor.getBytes("/letters/" + letter + "/letter.pdf")).isEqualTo(pdf);
    assertThat(Printing.text(pdf))
        .contains(
            letter,
            "Surat teguran kedua",
            "Second letter of warning",
            sent.number(),
            "Klip – PT Klip",
            "Rp10.000.000",
            "Rp10,000,000",
            "surat komitmen pembayaran",
            "hxxps://klip[.]example/v/2")
        .doesNotContain("https://klip.example", "Nama ");
    String code = portal.db().rows("select code from paper").getFirst();
    assertThat(portal.visitor().get("/verify/" + code).text())
        .contains("Surat teguran dengan kode ini asli", letter, "Klip – PT Klip")
        .doesNotContain("Perjudian");
    letters.object(given.person(klip.organisation(), Role.LEAD), letter, "Keliru.");
    letters.decide(given.person(given.ministry(), Role.SUPERVISOR), letter, LetterOutcome.ACCEPTED);
    assertThat(portal.visitor().get("/verify/" + code).text()).contains("Surat ini sudah dicabut");
  }

  @Test
  void a_fine_is_reckoned_from_the_size_that_is_chosen_from_the_form_to_the_paper() {
    Duration back =
        Duration.between(portal.clock().instant(), Instant.parse("2018-07-02T03:00:00Z"));
    portal.clock().advance(back);
    Sent old = given.request(klip).withItems(2).sent();
    portal.clock().advance(Duration.ofHours(25));
    letters.send(given.supervisor(), old.number(), letters.about(old.id(), "ST1", 1, 2));
    portal.clock().advance(Duration.ofHours(25));
    signIn();
    String path = "/requests/" + old.number() + "/letters";
    Page form = supervisor.get(path + "/new?stage=ST2");
    assertThat(form.text()).contains("Perusahaan besar", "Rp20.000.000 per item", "Rp40.000.000");
    Page unsaid = supervisor.submit(form, path, Map.of());
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.text()).contains("Pilih ukuran perusahaan.");
    String letter = supervisor.submit(unsaid, path, Map.of("scale", "large")).location();
    assertThat(lead.get(letter).text())
        .contains("Pengali ukuran: Perusahaan besar", "× 200 %", "Rp40.000.000");
    assertThat(Printing.text(lead.getBytes(letter + "/letter.pdf")))
        .contains("Perusahaan besar", "Large company", "Rp40.000.000", "Rp40,000,000");
  }

  @Test
  void a_stranger_finds_nothing() {
    String letter = fined();
    Http stranger = visitors.signedIn(given.company("Video").organisation(), Role.LEAD);
    for (String path :
        List.of(
            "/letters/" + letter,
            "/letters/" + letter + "/letter.pdf",
            "/letters/" + letter + "/objection",
            "/letters/x")) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(stranger.get("/letters").text()).contains("Belum ada surat teguran");
  }

  private String fined() {
    letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST1", 1, 2));
    portal.clock().advance(Duration.ofHours(25));
    signIn();
    return letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST2", 1, 2));
  }
}
