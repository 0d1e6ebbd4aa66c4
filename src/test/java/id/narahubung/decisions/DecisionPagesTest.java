package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.FindingResult;
import id.narahubung.testing.Doors;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Printing;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Decisions as both sides meet them on their pages. */
final class DecisionPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final GivenDecisions decisions = new GivenDecisions(given);
  private final GivenCommitments commitments = new GivenCommitments(given);
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private PersonViewer lead;
  private Http officer;
  private Http maker;
  private Http company;

  @BeforeEach
  void somebodyOfEachSide() {
    klip = given.company("Klip");
    lead = given.person(klip.organisation(), Role.LEAD);
    somebodyToday();
  }

  private void somebodyToday() {
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    maker = visitors.signedIn(given.ministry(), Role.DECISION_MAKER);
    company = visitors.signedIn(klip.organisation(), Role.LEAD);
  }

  /** From the page that has the form. */
  private static Page send(Http who, String path, Map<String, String> typed) {
    return who.submit(path, path, typed);
  }

  private Map<String, String> typed() {
    return Map.of(
        "platform",
        Long.toString(klip.platform().id()),
        "kind",
        "partial_block",
        "recommendation",
        "Sebaiknya diputus sebagian.",
        "basis",
        "PM 5/2020",
        "grounds",
        "Konten masih ada.",
        "reasons",
        "Perusahaan menyanggah.",
        "domain",
        "klip",
        "bodies",
        "KPAI: setuju (surat 12)\nBNPT");
  }

  @Test
  void a_decision_is_prepared_and_nothing_typed_is_lost() {
    Page form = officer.get("/decisions/new?platform=" + klip.platform().id());
    Page wrong = officer.submit(form, "/decisions", typed());
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("“klip” bukan nama domain.");
    assertThat(wrong.document().select("textarea[name=grounds]").text())
        .isEqualTo("Konten masih ada.");
    Map<String, List<String>> good = wrong.form("/decisions");
    good.put("domain", List.of("klip.example"));
    good.put("links", List.of("PA-2026-000777"));
    Page unlinked = officer.post("/decisions", good);
    assertThat(unlinked.status()).isEqualTo(422);
    assertThat(unlinked.text()).contains("PA-2026-000777 tidak ada pada layanan ini");
    good.put("links", List.of(""));
    Page done = officer.post("/decisions", good);
    assertThat(done.status()).isEqualTo(303);
    assertThat(officer.post("/decisions", good).location()).isEqualTo(done.location());
    assertThat(portal.db().rows("select count(*) from access_decision")).containsExactly("1");
    Page page = officer.follow(done);
    assertThat(page.text())
        .contains("Sebaiknya diputus sebagian.", "klip[.]example", "BNPT: pendapatnya ditunggu")
        .contains("Belum dapat ditandatangani.");
    assertThat(page.document().select("form[action$=/signature]")).isEmpty();
    assertThat(company.get(done.location()).status()).isEqualTo(404);
    assertThat(company.get("/decisions").text()).doesNotContain("Sebaiknya");
    assertThat(officer.get("/decisions").document().select("#tasks a").text())
        .isEqualTo("Pemutusan akses sebagian");
  }

  @Test
  void a_signer_is_told_what_is_missing_and_signs_with_the_password() {
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    long id = decisions.prepare(given.officer(), klip, decisions.content("full_restore"));
    decisions.waiveChecks(id);
    String path = "/decisions/" + id;
    assertThat(maker.get("/").document().select(".counters").text())
        .contains("keputusan menunggu tanda tangan");
    assertThat(officer.get("/").document().select(".counters").text())
        .doesNotContain("keputusan menunggu tanda tangan");
    Page page = maker.get(path);
    assertThat(page.document().select("#unsigned").text()).contains("tetap", "diputus penuh");
    assertThat(page.document().select("#why a").eachText())
        .containsExactly(
            "Moderator belum dicek",
            "Setiap komitmen yang menjadi syarat akses terverifikasi, atau dikecualikan dengan nama"
                + " dan alasan belum terpenuhi");
    assertThat(page.document().select("tr.waived")).isNotEmpty();
    assertThat(page.document().select("tr.waived .mark a")).as("what is fine").isEmpty();
    assertThat(page.document().select("#cell-" + promise + " .mark a").eachAttr("href"))
        .containsExactly("/verifications/new?commitment=" + promise);
    Page asking =
        maker.get(page.document().select("#cell-conditions_verified .mark a").attr("href"));
    assertThat(asking.status()).isEqualTo(200);
    assertThat(asking.document().select("input[name=condition]").val()).isEqualTo("yes");
    Map<String, String> typed = Map.of("note", "Dibuka.", "password", Doors.PASSWORD);
    Page refused = maker.submit(page, path + "/signature", typed);
    assertThat(refused.status()).as(refused.document().select(".error").text()).isEqualTo(409);
    assertThat(refused.text()).contains(promise);
    assertThat(refused.document().select("textarea[name=note]").text()).isEqualTo("Dibuka.");
    decisions.waive(id, CellKey.commitment(promise));
    assertThat(next(maker.get(path))).anyMatch(line -> line.contains(promise));
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    Page again = maker.get(path);
    assertThat(next(again)).as("let be, and met since").noneMatch(line -> line.contains(promise));
    assertThat(again.text()).contains("Berubah sejak Anda melihatnya").contains(promise);
    assertThat(again.document().select("#why")).isEmpty();
    Page wrong = maker.submit(again, path + "/signature", Map.of("password", "keliru sekali"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("Kata sandi salah.");
    assertThat(wrong.document().select("input[name=password]").val()).isEmpty();
    Page endless =
        maker.submit(
            again,
            path + "/signature",
            Map.of("kind", "temporary_restore", "password", Doors.PASSWORD));
    assertThat(endless.status()).isEqualTo(422);
    assertThat(endless.document().select(".error").text()).contains("memerlukan waktu berakhir");
    commitments.find(given.officer(), promise, FindingResult.PASS, 221);
    Page unseen = maker.submit(again, path + "/signature", typed);
    assertThat(unseen.status()).as("another pass than was shown").isEqualTo(409);
    assertThat(unseen.document().select("#changed li").text()).contains(promise);
    assertThat(unseen.document().select("textarea[name=note]").text()).isEqualTo("Dibuka.");
    Page done = maker.submit(unseen, path + "/signature", typed);
    assertThat(done.location()).isEqualTo("/decisions/KA-2026-0002");
    Page theirs = company.get("/decisions/KA-2026-0002");
    assertThat(theirs.text())
        .contains("sebagaimana dilihat penanda tangan", "221 orang", "Dibuka.", "Sedang ditinjau.")
        .contains("Berkas yang dibekukan");
    assertThat(theirs.document().select(".actions a").eachText())
        .as("nothing to do but to object")
        .containsExactly(
            "Keputusan (PDF)",
            "Berkas keputusan (PDF)",
            "Sanggah paling lambat 8 Apr 2026 23.59 WIB…");
  }

  private static List<String> next(Page page) {
    return page.document()
        .select("section:has(h2:containsOwn(Yang terjadi selanjutnya)) li")
        .eachText();
  }

  @Test
  void a_decision_and_what_its_signer_saw_are_printed_and_anybody_can_check_them() {
    String number = decisions.signed(klip, "partial_block");
    String path = "/decisions/" + number;
    byte[] signed = maker.getBytes(path + "/decision.pdf");
    assertThat(company.getBytes(path + "/decision.pdf")).isEqualTo(signed);
    assertThat(Printing.text(signed))
        .contains("Pemutusan akses sebagian " + number, "Partial", "Klip – PT Klip")
        .contains("klip[.]example", "Konten negatif masih dapat diakses.", "KPAI: setuju")
        .contains("Sedang ditinjau. Penanggung jawab Ketua tim", "belum ada catatan pelaksanaan")
        .doesNotContain("Nama ");
    decisions.execute(given.officer(), number, "Telkom", ExecutionState.DONE);
    assertThat(Printing.text(company.getBytes(path + "/decision.pdf")))
        .contains(number + "/1", "Telkom", "dilaksanakan, 2 Mar 2026");
    String dossier = Printing.text(company.getBytes(path + "/dossier.pdf"));
    String hash = portal.db().rows("select encode(sha256, 'hex') from decision_dossier").getFirst();
    assertThat(dossier)
        .contains(number + "/B", "Perintah sudah diterima", "dikecualikan", "Sebaiknya demikian.")
        .contains("Akses belum pernah diputus", hash.substring(0, 20));
    for (String paper : List.of(number, number + "/1", number + "/B")) {
      String code =
          portal.db().rows("select code from paper where number = '" + paper + "'").getFirst();
      assertThat(portal.visitor().get("/verify/" + code).document().select("main dd").eachText())
          .startsWith(paper, "2 Mar 2026 08.15 WIB", "Klip – PT Klip");
    }
    long id = decisions.prepare(given.officer(), klip, decisions.content("full_restore"));
    assertThat(maker.get("/decisions/" + id + "/decision.pdf").status()).isEqualTo(404);
    given.request(klip).withItems(2).sent();
    portal.clock().advance(Duration.ofHours(25));
    somebodyToday();
    String draft = "/decisions/" + id + "/dossier.pdf";
    assertThat(maker.get("/decisions/" + id).document().select(".actions a").eachAttr("href"))
        .contains(draft);
    assertThat(Printing.text(maker.getBytes(draft)))
        .contains("Belum ditandatangani, keadaan per 3 Mar 2026 09.15 WIB", "Normalisasi penuh")
        .contains("Akses sudah 1 kali diputus", number)
        .as("what would be signed")
        .contains("klip[.]example", "PM Kominfo 5/2020 Pasal 16", "Sampel beranda")
        .as("the weeks, drawn and in numbers")
        .contains("gone 0 % 15 Des 2025", "2 Mar 2026 2 0 (0 %) 0 –")
        .doesNotContain("Kode pemeriksaan", "verify");
    assertThat(portal.db().rows("select count(*) from paper")).as("not kept").containsExactly("3");
    assertThat(company.get(draft).status()).isEqualTo(404);
    long gone = decisions.prepare(given.officer(), klip, decisions.content("partial_block"));
    decisions.waiveChecks(gone);
    decisions.sign(decisions.signer(), gone, "partial_block");
    assertThat(maker.get("/decisions/" + gone + "/dossier.pdf").status())
        .as("signed: its own has a number")
        .isEqualTo(404);
    Http stranger = visitors.signedIn(given.company("Video").organisation(), Role.LEAD);
    assertThat(stranger.get(path + "/dossier.pdf").status()).isEqualTo(404);
  }

  @Test
  void what_a_signer_typed_outlives_the_session_and_the_form() {
    long id = decisions.prepare(given.officer(), klip, decisions.content("partial_block"));
    String path = "/decisions/" + id + "/signature";
    Map<String, String> typed = Map.of("note", "Sesuai Pasal 16.", "password", Doors.PASSWORD);
    Page before = maker.get("/decisions/" + id);
    given
        .db()
        .run(
            given.officer(),
            tx -> decisions.desk().withdraw().run(tx, given.act(), id, 1, "Sudah dipenuhi."));
    Page gone = maker.submit(before, path, typed);
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.document().select("#typed-note .quoted").text()).isEqualTo("Sesuai Pasal 16.");
    long other = decisions.prepare(given.officer(), klip, decisions.content("full_block"));
    String there = "/decisions/" + other + "/signature";
    new Doors(given.db())
        .session(given.account(given.ministry(), "maker@mail.example", Role.DECISION_MAKER).id());
    Map<String, String> at = Map.of("email", "maker@mail.example", "password", Doors.PASSWORD);
    Http signer = portal.visitor();
    signer.submit("/sign-in", "/sign-in", at);
    Page open = signer.get("/decisions/" + other);
    portal.clock().advance(Duration.ofMinutes(61));
    Page asked = signer.follow(signer.submit(open, there, typed));
    assertThat(portal.db().rows("select body from kept_form").getFirst())
        .contains("Sesuai+Pasal+16.", "seen=")
        .doesNotContain("password");
    Page landed = signer.submit(asked, "/sign-in", at);
    assertThat(landed.location()).isEqualTo("/kept-form");
    Page back = signer.submit(signer.follow(landed), there, Map.of());
    assertThat(back.status()).isEqualTo(422);
    assertThat(back.document().select("textarea[name=note]").text()).isEqualTo("Sesuai Pasal 16.");
    assertThat(back.document().select("#password-error")).as("typed anew").isNotEmpty();
  }

  @Test
  void a_signer_hears_of_other_decisions_about_the_platform() {
    long one = decisions.prepare(given.officer(), klip, decisions.content("partial_block"));
    long other = decisions.prepare(given.officer(), klip, decisions.content("full_block"));
    assertThat(maker.get("/decisions/" + one).document().select("#beside a").eachAttr("href"))
        .containsExactly("/decisions/" + other);
    assertThat(maker.get("/decisions/" + other).document().select("#beside a").text())
        .isEqualTo(
            "Pemutusan akses sebagian, belum ditandatangani, disiapkan 2 Mar 2026 08.15 WIB");
  }

  @Test
  void what_was_typed_stays_beside_what_somebody_else_saved_meanwhile() {
    long id = decisions.prepare(given.officer(), klip, decisions.content("partial_block"));
    String path = "/decisions/" + id;
    Page mine = officer.get(path + "/edit");
    Http colleague = visitors.signedIn(given.ministry(), Role.OFFICER);
    send(colleague, path + "/edit", Map.of("scope", "Jawa dan Bali"));
    Page late = officer.submit(mine, path + "/edit", Map.of("grounds", "Sampel gagal lagi."));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.document().select("textarea[name=grounds]").text())
        .isEqualTo("Sampel gagal lagi.");
    assertThat(late.document().select(".notice.late li").eachText())
        .containsExactly(
            "Pertimbangan: Konten negatif masih dapat diakses.", "Cakupan: Jawa dan Bali");
    Page done = officer.submit(late, path + "/edit", Map.of());
    assertThat(done.status()).isEqualTo(303);
    assertThat(officer.follow(done).text()).contains("Sampel gagal lagi.");
  }

  @Test
  void guessing_at_the_signature_is_slowed_down_as_at_the_door() {
    long id = decisions.prepare(given.officer(), klip, decisions.content("partial_block"));
    Page page = maker.get("/decisions/" + id);
    String path = "/decisions/" + id + "/signature";
    Page last = page;
    for (int time = 0; time < 7; time++) {
      last = maker.submit(page, path, Map.of("password", "keliru sekali"));
    }
    assertThat(last.text()).contains("Terlalu banyak percobaan.");
    assertThat(maker.submit(page, path, Map.of("password", Doors.PASSWORD)).text())
        .contains("Terlalu banyak percobaan.");
  }

  @Test
  void questions_waivers_and_execution_have_their_forms() {
    long id = decisions.prepare(given.officer(), klip, decisions.content("partial_block"));
    String path = "/decisions/" + id;
    assertThat(send(maker, path + "/question", Map.of("question", "")).status()).isEqualTo(422);
    send(maker, path + "/question", Map.of("question", "Mana sampelnya?"));
    assertThat(officer.get(path).text()).contains("Mana sampelnya?", "menunggu jawaban penyusun");
    assertThat(officer.get(path + "/reply").text()).contains("Mana sampelnya?");
    send(officer, path + "/reply", Map.of("reply", "Terlampir."));
    Page waiver =
        send(
            maker,
            path + "/waivers",
            Map.of(
                "cell",
                "check:order_received",
                "reason",
                "Darurat.",
                "owner",
                "",
                "until",
                "2026-03-20"));
    assertThat(waiver.status()).isEqualTo(422);
    assertThat(waiver.document().select("textarea[name=reason]").text()).isEqualTo("Darurat.");
    maker.submit(waiver, path + "/waivers", Map.of("owner", "Ketua tim"));
    Page own = maker.get(path);
    assertThat(own.text()).contains("Menunggu orang kedua");
    assertThat(own.document().select("form[action$=/second]")).as("one's own").isEmpty();
    Http supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    decisions.propose(decisions.signer(), id, CellKey.check("order_received"));
    assertThat(seconding(supervisor.get(path))).hasSize(2);
    assertThat(officer.get("/decisions").document().select("#tasks").text())
        .contains("menunggu orang kedua");
    String second = seconding(supervisor.get(path)).getFirst();
    Page unsure = supervisor.submit(path, second, Map.of("password", "keliru sekali"));
    assertThat(unsure.status()).isEqualTo(422);
    assertThat(unsure.text()).contains("Kata sandi salah.");
    Map<String, String> sure = Map.of("password", Doors.PASSWORD);
    assertThat(supervisor.submit(path, second, sure).status()).isEqualTo(303);
    assertThat(seconding(supervisor.get(path))).as("the other is of no use now").isEmpty();
    assertThat(officer.get("/decisions").document().select("#tasks").text())
        .doesNotContain("menunggu orang kedua");
    assertThat(officer.get(path).document().select("#cell-order_received").text())
        .contains("dikecualikan");
    decisions.waiveChecks(id);
    String number = decisions.sign(decisions.signer(), id, "partial_block");
    String signed = "/decisions/" + number;
    Page record = officer.get(signed + "/executions");
    officer.submit(record, signed + "/executions", Map.of("provider", "Telkom", "state", "done"));
    assertThat(company.get(signed).document().select("#execution").text())
        .contains("1 dari 1 penyelenggara", "Telkom", "dilaksanakan");
    assertThat(officer.get(path + "/withdrawal").status()).isEqualTo(409);
    assertThat(officer.getBytes("/exports/decisions?format=csv")).asString().contains(number);
  }

  private static List<String> seconding(Page page) {
    return page.document().select("form[action$=/second]").eachAttr("action");
  }

  @Test
  void a_company_contests_a_decision_and_reads_how_that_ends() {
    String path = "/decisions/" + decisions.signed(klip, "partial_block");
    Page page = company.get(path);
    assertThat(page.document().select(".actions a[href$=/objection]").text())
        .startsWith("Sanggah paling lambat ");
    assertThat(send(company, path + "/objection", Map.of("reason", "")).status()).isEqualTo(422);
    Map<String, String> reason = Map.of("reason", "Domain itu bukan milik kami.");
    assertThat(send(company, path + "/objection", reason).location())
        .isEqualTo(path + "#objection");
    assertThat(company.get(path + "/objection").status()).as("once").isEqualTo(409);
    assertThat(officer.get("/decisions").document().select("#tasks").text())
        .contains("disanggah", "Diputus paling lambat");
    assertThat(maker.get("/").text()).contains("sanggahan menunggu putusan");
    String deciding = maker.get(path).document().select("#objection a").attr("href");
    Page form = maker.get(deciding);
    assertThat(form.text()).contains("Domain itu bukan milik kami.");
    Page none = maker.submit(form, deciding, Map.of("reason", "Satu keliru."));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.document().select("textarea[name=reason]").text()).isEqualTo("Satu keliru.");
    maker.submit(none, deciding, Map.of("outcome", "narrowed"));
    assertThat(company.get(path).document().select("#objection").text())
        .contains("Diterima sebagian", "Satu keliru.");
    long later = decisions.prepare(given.officer(), klip, decisions.content("full_restore"));
    assertThat(maker.get("/decisions/" + later).text())
        .as("what a later signer reads")
        .contains("Domain itu bukan milik kami.");
    assertThat(officer.get("/decisions").document().select("#tasks").text())
        .contains("menunggu keputusan lanjutan");
    assertThat(officer.get("/").text()).contains("sanggahan menunggu keputusan lanjutan");
    String following = officer.get(path).document().select("#objection a").attr("href");
    assertThat(following)
        .as("no reasons in an address")
        .endsWith("&decision=" + path.substring(11));
    Page next = officer.get(following);
    assertThat(next.document().select("textarea[name=grounds]").text()).contains("Satu keliru.");
    assertThat(next.document().select("textarea[name=reasons]").text())
        .isEqualTo("Domain itu bukan milik kami.");
  }

  @Test
  void what_may_lead_to_a_decision_opens_one_with_its_facts_and_decides_nothing() {
    String late = commitments.agreed(lead, klip, commitments.moderators(2));
    portal.clock().advance(Duration.ofDays(4));
    somebodyToday();
    Page page = officer.get("/platforms/" + klip.platform().id());
    assertThat(page.document().select("#causes a").eachText())
        .containsExactly(late + ", 5 Mar 2026", "Siapkan keputusan…", "Kesampingkan…");
    Page form = officer.get(page.document().select("#causes a").eachAttr("href").get(1));
    assertThat(form.document().select("textarea[name=grounds]").text())
        .contains("1 komitmen yang menjadi syarat akses", late);
    assertThat(form.document().select("input[name=link][checked]").eachAttr("value"))
        .containsExactly(late);
    assertThat(form.document().select("textarea[name=links]").text()).isEmpty();
    assertThat(officer.get("/decisions").document().select("#tasks").text())
        .contains("Dapat menjadi dasar keputusan · Klip");
    assertThat(officer.get("/").text()).contains("dapat menjadi dasar keputusan");
    assertThat(company.get("/platforms/" + klip.platform().id()).text())
        .doesNotContain("menjadi dasar keputusan");
    Map<String, String> good = new HashMap<>(typed());
    good.put("domain", "klip.example");
    Page draft = officer.follow(officer.submit(form, "/decisions", good));
    assertThat(draft.document().select("main a[href='/commitments/" + late + "']")).isNotEmpty();
    String editing = draft.document().select("a[href$=/edit]").attr("href");
    assertThat(officer.get(editing).document().select("input[name=link][checked]")).hasSize(1);
    commitments.find(given.officer(), late, FindingResult.PASS, 220);
    Page kept = officer.get(editing);
    assertThat(kept.document().select("input[name=link][checked]").eachAttr("value"))
        .as("kept meanwhile, and still what it rests on")
        .containsExactly(late);
    good.put("link", late);
    Page saved = officer.follow(officer.submit(kept, editing, good));
    assertThat(saved.document().select("main a[href='/commitments/" + late + "']")).isNotEmpty();
    assertThat(
            officer
                .submit(kept, editing, Map.of("recommendation", "", "link", "PA-2026-000777"))
                .document()
                .select("textarea[name=links]")
                .text())
        .as("ticked, and nowhere to be found")
        .isEqualTo("PA-2026-000777");
    assertThat(form.document().select("input[name=kind][checked]")).isEmpty();
  }

  @Test
  void a_cause_is_put_aside_with_a_reason_that_stands_on_the_page() {
    commitments.agreed(lead, klip, commitments.moderators(2));
    portal.clock().advance(Duration.ofDays(4));
    somebodyToday();
    String platform = "/platforms/" + klip.platform().id();
    String path = platform + "/causes/commitment";
    Page form = officer.get(path);
    assertThat(form.text()).contains("KM-2026-0001, 5 Mar 2026");
    Page empty = officer.submit(form, path, Map.of("reason", ""));
    assertThat(empty.status()).isEqualTo(422);
    Page stale = officer.submit(form, path, Map.of("reason", "Tunggu.", "version", "0/"));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.document().select("textarea[name=reason]").text()).isEqualTo("Tunggu.");
    Page done = officer.follow(officer.submit(form, path, Map.of("reason", "Tunggu rapat.")));
    assertThat(done.document().select("#causes").text())
        .contains("dikesampingkan 6 Mar 2026", "Tunggu rapat.", "Tidak ada yang perlu ditimbang");
    assertThat(officer.submit(form, path, Map.of("reason", "Tunggu rapat.")).status())
        .as("once only")
        .isEqualTo(303);
    assertThat(officer.get(path).status()).isEqualTo(409);
    assertThat(officer.get(platform + "/causes/weather").status()).isEqualTo(404);
    assertThat(company.get(platform).text()).doesNotContain("Tunggu rapat.");
  }
}
