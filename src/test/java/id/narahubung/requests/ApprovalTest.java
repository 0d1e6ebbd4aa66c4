package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.requests.StrikeRows.Strike;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Refused;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A draft as a supervisor sees it, and what a supervisor strikes from it. */
final class ApprovalTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private long draft;
  private Http supervisor;

  @BeforeEach
  void aDraftOfManyThingsAwaitsApproval() {
    klip = given.company("Klip");
    given.responder(klip);
    draft =
        given
            .request(klip)
            .pasting(
                GivenRequest.addresses("klip.example", 30)
                    + "\nhttps://klip.example/v/1\nhttps://m.klip.example/\nhttps://data.go.id/x")
            .submitted();
    supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
  }

  @Test
  void it_shows_hosts_warnings_and_who_let_them_pass_and_twenty_rows_by_lot() {
    Page page = supervisor.get("/drafts/" + draft);
    assertThat(page.text())
        .contains(
            "30 item di klip.example",
            "1 item di data.go.id",
            "2 baris perlu dilihat sekali lagi",
            "Diajukan dengan catatan itu oleh petugas",
            "1 baris mengulang alamat",
            "20 baris, diambil acak");
    List<String> sample = sample(page);
    assertThat(sample).hasSize(20).doesNotHaveDuplicates();
    assertThat(sample(supervisor.get("/drafts/" + draft))).isEqualTo(sample);
    assertThat(sample)
        .as("not simply the first")
        .isNotEqualTo(IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
  }

  @Test
  void it_says_what_the_order_would_go_without_and_who_left_it_out() {
    long bare = given.request(klip).withoutItsLetter().submitted();
    Page page = supervisor.get("/drafts/" + bare);
    assertThat(page.document().select("section.card:contains(Sekilas) li").eachText())
        .contains("1 item: Alamat")
        .anyMatch(
            line ->
                line.matches(
                    "Dikirim tanpa Nomor surat, dicatat oleh petugas .+ 2026 08.15 WIB: Menyusul."));
    assertThat(page.document().select(".notice").text()).doesNotContain("Dikirim tanpa");
  }

  @Test
  void the_ministrys_own_time_stands_beside_what_awaits_approval() {
    assertThat(supervisor.get("/?show=approve").document().select("tbody .left .word").eachText())
        .containsExactly("4 jam lagi");
    assertThat(supervisor.get("/drafts/" + draft).text())
        .contains("Disetujui atau dikembalikan paling lambat 2 Mar 2026 12.15 WIB");
    portal.clock().advance(Duration.ofHours(5));
    supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    assertThat(supervisor.get("/?show=approve").document().select("tbody .left.late .word").text())
        .isEqualTo("terlambat 1 jam");
    assertThat(supervisor.get("/drafts/" + draft).text())
        .contains("Persetujuan atau pengembalian sudah lewat waktunya sejak 2 Mar 2026 12.15 WIB");
    assertThat(supervisor.get("/?show=drafts").document().select("tbody .left")).isEmpty();
  }

  @Test
  void a_short_draft_shows_its_rows_once() {
    long draft = given.request(given.company("Pendek")).withItems(20).submitted();
    Page page = supervisor.get("/drafts/" + draft);
    assertThat(sample(page)).isEmpty();
    assertThat(page.document().select("input[name=row]")).hasSize(20);
  }

  private static List<String> sample(Page page) {
    return page.document().select("section.card ol.rows input[name=row]").eachAttr("value");
  }

  @Test
  void it_says_what_changed_since_it_was_returned() {
    supervisor.submit(
        "/drafts/" + draft, "/drafts/" + draft + "/return", Map.of("note", "Perbaiki."));
    TakedownRequest returned = given.read(given.officer(), draft);
    change(returned.content());
    assertThat(supervisor.get("/drafts/" + draft).text())
        .contains("Tidak ada yang berubah sejak dikembalikan.");

    supervisor.submit("/drafts/" + draft, "/drafts/" + draft + "/return", Map.of("note", "Lagi."));
    change(GivenRequest.withAnalysis(returned.content(), "Menawarkan judi bola."));
    assertThat(supervisor.get("/drafts/" + draft).text())
        .contains(
            "Sejak dikembalikan berubah: Analisis hukum; alamat: 0 ditambahkan, 0 dikeluarkan.");

    supervisor.submit("/drafts/" + draft, "/drafts/" + draft + "/return", Map.of("note", "Lagi."));
    change(returned.content(), GivenRequest.addresses("klip.example", 32));
    assertThat(supervisor.get("/drafts/" + draft).text())
        .contains("Analisis hukum; alamat: 2 ditambahkan, 2 dikeluarkan.");
  }

  private void change(RequestContent content) {
    change(content, given.as(given.officer(), tx -> given.desk().drafts().pasted(tx, draft)));
  }

  private void change(RequestContent content, String pasted) {
    int version = given.read(given.officer(), draft).version();
    given
        .db()
        .run(
            given.officer(),
            tx -> {
              SaveDraft.Target target = SaveDraft.Target.change(draft, version);
              given.desk().save().run(tx, given.act(), target, content, pasted);
              given.desk().submit().run(tx, given.act(), draft, version + 1);
            });
  }

  @Test
  void the_button_for_all_rows_sends_none_that_is_chosen_to_be_struck() {
    String page = "/drafts/" + draft;
    Page ticked =
        supervisor.submit(
            page, page + "/sending", Map.of("whole", "yes", "row", "2", "reason", "Keliru."));
    assertThat(ticked.status()).isEqualTo(422);
    assertThat(ticked.text()).contains("1 baris dipilih untuk dicoret");
    assertThat(ticked.document().select("input[name=row][checked]").eachAttr("value"))
        .as("the choice is kept")
        .contains("2")
        .containsOnly("2");
    assertThat(ticked.document().select("textarea[name=reason]").text()).isEqualTo("Keliru.");
    Page none = supervisor.submit(page, page + "/sending", Map.of("strike", "yes", "reason", "X"));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.text()).contains("Belum ada baris yang dipilih.");
    assertThat(given.read(given.officer(), draft).stage()).isEqualTo(Stage.AWAITING_APPROVAL);
  }

  @Test
  void what_needs_a_second_look_stands_together() {
    assertThat(
            supervisor
                .get("/drafts/" + draft)
                .document()
                .select("[aria-label='Perlu dilihat sekali lagi'] .mono")
                .eachText())
        .contains("hxxps://data[.]go[.]id/x");
  }

  @Test
  void struck_rows_stay_behind_with_the_reason_and_the_rest_is_sent() {
    String page = "/drafts/" + draft;
    Page refused = supervisor.submit(page, page + "/sending", Map.of("row", "2"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Tulis mengapa baris itu dicoret.");

    Page sent =
        supervisor.follow(
            supervisor.submit(
                page, page + "/sending", Map.of("row", "32", "reason", "Situs pemerintah.")));
    assertThat(sent.path()).startsWith("/requests/PA-2026-");
    List<Item> delivered = given.items(given.officer(), draft);
    assertThat(delivered).hasSize(31).extracting(Item::url).doesNotContain("https://data.go.id/x");
    assertThat(delivered)
        .extracting(Item::ordinal)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 31).boxed().toList());
    assertThat(given.read(given.officer(), draft).counts().open()).isEqualTo(31);
    assertThat(sent.text()).contains("1 baris dicoret saat persetujuan");

    long behind = linked();
    assertThat(given.items(given.officer(), behind))
        .extracting(Item::url)
        .containsExactly("https://data.go.id/x");
    assertThat(supervisor.get("/drafts/" + behind).text()).contains("Situs pemerintah.");
    assertThat(visitors.signedIn(klip.organisation(), Role.RESPONDER).get(sent.path()).text())
        .doesNotContain("dicoret");
  }

  private long linked() {
    return given
        .as(given.officer(), tx -> given.desk().requests().linked(tx, draft))
        .getFirst()
        .id();
  }

  @Test
  void all_rows_cannot_be_struck_and_nothing_is_struck_for_the_stale() {
    Set<Integer> all = IntStream.rangeClosed(1, 32).boxed().collect(Collectors.toSet());
    Refused.byRule("send.refused.all_struck", () -> send(2, new Strike(all, "Semua.")));
    Refused.asStale(() -> send(1, new Strike(Set.of(1), "Satu.")));
    assertThat(given.items(given.officer(), draft)).hasSize(32);
  }

  private void send(int version, Strike strike) {
    given
        .db()
        .run(
            given.supervisor(),
            tx -> given.desk().send().run(tx, given.act(), draft, version, strike));
  }
}
