package id.narahubung.verification;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.notices.ClockNotices;
import id.narahubung.notices.NoticeStore;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks of what was promised as officials meet them: what is found, and when it comes back. */
final class PromiseCheckPagesTest extends VerificationWorld {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  PromiseCheckPagesTest() {
    super(portal);
  }

  @Test
  void a_promise_is_checked_from_its_page_and_found_kept_as_long_as_its_proof_holds() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise = commitments.agreed(promising, klip, commitments.moderators(90));
    String offered = "/verifications/new?commitment=" + promise;
    Page page = supervisor.get("/commitments/" + promise);
    assertThat(page.document().select("a[href='" + offered + "']")).hasSize(1);
    assertThat(lead.get("/commitments/" + promise).document().select("a[href='" + offered + "']"))
        .isEmpty();
    supervisor.submit(offered, "/verifications", Map.of());
    commitments.report(promising, promise, 95, false);
    supervisor.submit(STEP + "/record", STEP + "/record", Map.of());
    Http second = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    Map<String, String> pass = Map.of("outcome", "pass", "findings", "Dihitung.", "value", "219");
    Page blank = second.submit(STEP + "/conclusion", STEP + "/conclusion", pass);
    assertThat(blank.status()).isEqualTo(422);
    assertThat(blank.document().select("#outcome-error").text())
        .contains("belum dijawab semua: Alamat sesuai", "; Foto tempat kerja");
    Map<String, String> nobody = new HashMap<>(VISITED);
    nobody.put("met", "");
    supervisor.submit(STEP + "/record", STEP + "/record", nobody);
    assertThat(second.submit(STEP + "/conclusion", STEP + "/conclusion", pass).text())
        .contains("tidak menyebut orang yang ditemui", "Laporan terakhir perusahaan: 95 per 2 Mar");
    supervisor.submit(STEP + "/record", STEP + "/record", VISITED);
    steps.signMinutes(who, promising, "VR-2026-0001");
    Page uncounted = second.submit(STEP + "/conclusion", STEP + "/conclusion", pass);
    assertThat(uncounted.document().select("#outcome-error").text())
        .contains("tidak memuat jumlah orang");
    Map<String, String> counted = new HashMap<>(VISITED);
    counted.put("headcount", "Moderator; siang; 210\nModerator; malam; 10");
    supervisor.submit(STEP + "/record", STEP + "/record", counted);
    Page above =
        second.submit(
            STEP + "/conclusion",
            STEP + "/conclusion",
            Map.of("outcome", "pass", "findings", "Dihitung.", "value", "221"));
    assertThat(above.status()).isEqualTo(422);
    assertThat(above.text()).contains("Nilai terverifikasi (dihitung pada kunjungan: 220 orang)");
    assertThat(above.document().select("#value-error").text())
        .contains("220 orang dihitung; nilainya tidak boleh lebih tinggi");
    assertThat(above.document().select("#value").val()).isEqualTo("221");
    Page tooFew = second.submit(STEP + "/conclusion", STEP + "/conclusion", pass);
    assertThat(tooFew.status()).isEqualTo(422);
    assertThat(tooFew.document().select("#value").val()).isEqualTo("219");
    Page tooLong =
        second.submit(
            tooFew, STEP + "/conclusion", Map.of("value", "220", "valid_until", "9999-12-31"));
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.document().select("#valid_until-error").text())
        .contains("jenis komitmen ini berlaku paling lama 60 hari");
    Page failed =
        second.submit(
            tooLong,
            STEP + "/conclusion",
            Map.of("outcome", "fail", "follow_up", "letter", "valid_until", "2026-03-09"));
    assertThat(failed.document().select("#valid_until-error").text())
        .contains("Hanya hasil ”terverifikasi” yang mempunyai masa berlaku");
    assertThat(
            second
                .submit(
                    tooLong,
                    STEP + "/conclusion",
                    Map.of("claim", "220 moderator", "place", "Jakarta", "valid_until", ""))
                .location())
        .isEqualTo(STEP);
    assertThat(second.get(STEP).text()).contains("nilai 220 lebih baik daripada laporan terakhir");
    assertThat(lead.get(STEP).text())
        .contains("220 moderator", "Jakarta")
        .doesNotContain("orang Indonesia");
    assertThat(lead.get("/commitments/" + promise).text()).contains("VR-2026-0001", "220 orang");
    assertThat(
            portal
                .db()
                .rows(
                    "select r.valid_until, f.valid_until, c.last_result from verification_result r,"
                        + " commitment_finding f, commitment c"))
        .containsExactly("2026-05-01|2026-05-01|pass");

    clock(Duration.ofDays(15));
    assertThat(supervisor.get("/verifications").text()).doesNotContain("giliran pemeriksaan");
    assertThat(dueAgain()).isEmpty();
    clock(Duration.ofDays(1));
    assertThat(supervisor.get("/verifications?show=due").text())
        .as("staffing is checked every 30 days, long before a pass lapses")
        .contains("giliran pemeriksaan berikutnya 1 Apr 2026");
    List<String> told = dueAgain();
    assertThat(told).contains(who.personId() + "|holder").anyMatch(each -> each.endsWith("visors"));
    assertThat(dueAgain()).as("told once").isEqualTo(told);
  }

  @Test
  void a_share_is_what_was_counted_and_nothing_is_typed_or_passed_where_nothing_was() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise = commitments.proposeCleanUp(promising, klip, "https://klip.example/a");
    commitments.sign(promising, promise, 1);
    commitments.sign(given.supervisor(), promise, 1);
    Map<String, String> blind = Map.of("method", "blind");
    supervisor.submit("/verifications/new?commitment=" + promise, "/verifications", blind);
    steps.record(who, "VR-2026-0001");
    Http second = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    Page form = second.get(STEP + "/conclusion");
    assertThat(form.text()).contains("belum ada hitungannya");
    assertThat(form.document().select("#value")).as("it is counted, not typed").isEmpty();
    Page passed =
        second.submit(
            form,
            STEP + "/conclusion",
            Map.of("outcome", "pass", "findings", "Semua tertangkap.", "follow_up", "none"));
    assertThat(passed.status()).isEqualTo(422);
    assertThat(passed.document().select("#outcome-error").text())
        .contains("berapa yang diunggah dan berapa yang tertangkap");
    assertThat(passed.document().select("#findings").text()).isEqualTo("Semua tertangkap.");
    Map<String, List<String>> typed = passed.form(STEP + "/conclusion");
    typed.put("outcome", List.of("partly"));
    typed.put("nothing_because", List.of("Cukup."));
    typed.put("value", List.of("100"));
    assertThat(second.post(STEP + "/conclusion", typed).status()).isEqualTo(422);
    Map<String, String> counts = Map.of("uploaded", "100", "caught", "99");
    supervisor.submit(STEP + "/record", STEP + "/record", counts);
    Page tooFew =
        second.submit(
            STEP + "/conclusion",
            STEP + "/conclusion",
            Map.of("outcome", "pass", "findings", "Satu lolos."));
    assertThat(tooFew.text()).contains("Ditemukan 99%, dan itu membuktikan 94,5%");
    supervisor.submit(STEP + "/record", STEP + "/record", Map.of("caught", "100"));
    assertThat(
            second
                .submit(
                    STEP + "/conclusion",
                    STEP + "/conclusion",
                    Map.of("outcome", "pass", "findings", "Semua tertangkap."))
                .location())
        .isEqualTo(STEP);
    assertThat(portal.db().rows("select value from commitment_finding"))
        .containsExactly("100.0000");
    for (String page : List.of(STEP, "/commitments/" + promise)) {
      assertThat(lead.get(page).text())
          .as("how sure that is, to both sides")
          .contains("100 dari 100 tertangkap: paling sedikit 96,3% dari unggahan seperti itu");
    }
  }

  @Test
  void a_filter_that_learns_later_than_promised_does_not_pass_however_much_it_catches() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise = filtering(commitments, promising);
    supervisor.submit(
        "/verifications/new?commitment=" + promise, "/verifications", Map.of("method", "blind"));
    steps.record(who, "VR-2026-0001");
    Map<String, String> counts = Map.of("uploaded", "200", "caught", "200");
    supervisor.submit(STEP + "/record", STEP + "/record", counts);
    Map<String, String> pass = Map.of();
    assertThat(conclude("VR-2026-0001", pass).document().select("#outcome-error").text())
        .contains("setelah berapa jam daftar hash termuat", "paling lama 4 jam");
    assertThat(
            supervisor
                .submit(STEP + "/record", STEP + "/record", Map.of("loaded_hours", "empat"))
                .status())
        .isEqualTo(422);
    supervisor.submit(STEP + "/record", STEP + "/record", Map.of("loaded_hours", "4,2"));
    assertThat(conclude("VR-2026-0001", pass).document().select("#outcome-error").text())
        .contains("termuat setelah 4,2 jam", "paling lama 4 jam");
    supervisor.submit(STEP + "/record", STEP + "/record", Map.of("loaded_hours", "4"));
    Http second = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    assertThat(second.get(STEP + "/conclusion").text()).contains("termuat setelah 4 jam");
    assertThat(conclude("VR-2026-0001", pass).status()).isEqualTo(303);
    assertThat(supervisor.get(STEP).text()).contains("100 persen");
  }

  private String filtering(GivenCommitments commitments, PersonViewer promising) {
    return commitments.agreed(
        promising,
        klip,
        "filtering",
        95,
        Map.of("what", "Video", "means", "Hash", "hours_to_load", "4"));
  }

  @Test
  void how_much_is_caught_no_other_way_of_checking_sets() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise = filtering(commitments, promising);
    for (String method : List.of("document", "link")) {
      supervisor.submit(
          "/verifications/new?commitment=" + promise, "/verifications", Map.of("method", method));
    }
    steps.record(who, "VR-2026-0001");
    steps.record(who, "VR-2026-0002");
    Http second = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    for (String number : List.of("VR-2026-0001", "VR-2026-0002")) {
      String conclusion = "/verifications/" + number + "/conclusion";
      Page form = second.get(conclusion);
      assertThat(form.document().select("#value")).isEmpty();
      assertThat(form.text()).contains("cara pemeriksaan ini tidak menetapkan nilai");
      Map<String, List<String>> typed = form.form(conclusion);
      typed.put("outcome", List.of("partly"));
      typed.put("findings", List.of("Laporan menyebut 97%."));
      typed.put("follow_up", List.of("none"));
      typed.put("nothing_because", List.of("Cukup."));
      typed.put("value", List.of("97"));
      Page refused = second.post(conclusion, typed);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.document().select("#outcome-error").text())
          .contains("dihitung oleh uji unggah", "rencanakan uji unggah");
      assertThat(refused.document().select("#findings").text()).isEqualTo("Laporan menyebut 97%.");
      assertThat(second.submit(refused, conclusion, Map.of()).location())
          .isEqualTo("/verifications/" + number);
    }
    assertThat(portal.db().rows("select value from commitment_finding")).containsExactly("", "");
  }

  @Test
  void a_recheck_of_a_visit_asks_what_the_visit_asks() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise = commitments.agreed(promising, klip, commitments.moderators(90));
    supervisor.submit("/verifications/new?commitment=" + promise, "/verifications", Map.of());
    count(promising, "VR-2026-0001", Map.of());
    String again = "VR-2026-0002";
    Map<String, String> recheck = Map.of("method", "recheck");
    supervisor.submit("/verifications/new?again=VR-2026-0001", "/verifications", recheck);
    String record = "/verifications/" + again + "/record";
    Map<String, String> seen =
        Map.of("seen_now", "Masih ada.", "check_same", "good", "check_when", "good");
    Page form = supervisor.get(record);
    assertThat(form.document().select("#met, #headcount")).hasSize(2);
    assertThat(form.text()).contains("ditandatangani kedua pihak");
    Map<String, String> met = new HashMap<>(seen);
    met.putAll(Map.of("check_again", "good", "met", "Kepala kantor"));
    supervisor.submit(form, record, met);
    Map<String, String> partly =
        Map.of(
            "outcome", "partly",
            "value", "200",
            "follow_up", "none",
            "nothing_because", "Cukup.");
    assertThat(conclude(again, partly).document().select("#outcome-error").text())
        .contains("tidak memuat jumlah orang");
    supervisor.submit(record, record, Map.of("headcount", "Moderator; siang; 220"));
    Map<String, String> pass = Map.of("value", "220");
    assertThat(conclude(again, pass).document().select("#outcome-error").text())
        .contains("belum ditandatangani kedua pihak");
    assertThat(
            supervisor.get("/verifications/" + again).document().select("a[href$=" + again + "]"))
        .anyMatch(link -> link.attr("href").equals("/meetings/new?visit=" + again));
    steps.signMinutes(who, promising, again);
    assertThat(conclude(again, pass).status()).isEqualTo(303);
  }

  @Test
  void who_is_met_and_not_counted_is_a_value_of_its_own() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise =
        commitments.agreed(
            promising,
            klip,
            "contact_person",
            1,
            Map.of("domicile", "Jakarta", "roster", "Setiap hari"));
    Map<String, String> visit = Map.of("method", "visit");
    supervisor.submit("/verifications/new?commitment=" + promise, "/verifications", visit);
    supervisor.submit(STEP + "/record", STEP + "/record", VISITED);
    steps.signMinutes(who, promising, "VR-2026-0001");
    assertThat(conclude("VR-2026-0001", Map.of("value", "1")).status()).isEqualTo(303);
  }

  @Test
  void a_check_of_what_was_cancelled_meanwhile_holds_for_no_longer_than_any_other() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise = commitments.agreed(promising, klip, commitments.moderators(90));
    supervisor.submit("/verifications/new?commitment=" + promise, "/verifications", Map.of());
    steps.record(who, "VR-2026-0001");
    commitments.cancel(promising, promise, "Layanan ditutup.");
    commitments.cancel(given.supervisor(), promise, "Layanan ditutup.");
    Http second = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    Page failed =
        second.submit(
            STEP + "/conclusion",
            STEP + "/conclusion",
            Map.of(
                "outcome", "fail",
                "findings", "Kosong.",
                "follow_up", "letter",
                "valid_until", "2026-03-09"));
    assertThat(failed.status()).isEqualTo(422);
    assertThat(failed.document().select("#valid_until-error").text()).contains("Hanya hasil");
    assertThat(second.submit(failed, STEP + "/conclusion", Map.of("valid_until", "")).location())
        .isEqualTo(STEP);
  }

  @Test
  void what_follows_from_a_check_opens_the_act_that_it_is() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise = commitments.agreed(promising, klip, commitments.moderators(90));
    supervisor.submit("/verifications/new?commitment=" + promise, "/verifications", Map.of());
    steps.record(who, "VR-2026-0001");
    Http second = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    second.submit(
        STEP + "/conclusion",
        STEP + "/conclusion",
        Map.of(
            "outcome", "partly",
            "findings", "60 dari 220 orang.",
            "value", "60",
            "follow_up", "new_due",
            "new_due_on", "2026-12-30"));
    String revision = second.get(STEP).document().select(".actions a").attr("href");
    assertThat(lead.get(STEP).document().select(".actions a").attr("href")).isEqualTo(revision);
    Page late = second.get(revision.replace("2026-12-30", "2026-02-27"));
    assertThat(late.document().select("input[name=due_on]").val()).as("passed").isEmpty();
    Page revised = second.get(revision);
    assertThat(revised.document().select("input[name=due_on]").val()).isEqualTo("2026-12-30");
    assertThat(revised.document().select("textarea[name=reason]").text())
        .contains("VR-2026-0001", "terverifikasi sebagian");
  }

  private List<String> dueAgain() {
    new ClockNotices(given.db(), new NoticeStore()).run();
    return portal
        .db()
        .rows("select person_id, audience from notice where kind = 'verification_due_again'");
  }

  @Test
  void evidence_that_lapses_comes_back_until_somebody_has_looked() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise = commitments.agreed(promising, klip, commitments.moderators(90));
    commitments.prove(promising, promise, 60);
    String lapses = "bukti komitmen berlaku sampai 1 Apr 2026";
    clock(Duration.ofDays(15));
    assertThat(supervisor.get("/verifications?show=due").text()).doesNotContain(lapses);
    clock(Duration.ofDays(1));
    for (VerificationOutcome outcome :
        List.of(VerificationOutcome.UNCHECKED, VerificationOutcome.PARTLY)) {
      assertThat(supervisor.get("/verifications?show=due").text()).contains(lapses);
      String step =
          supervisor
              .submit("/verifications/new?commitment=" + promise, "/verifications", Map.of())
              .location()
              .substring("/verifications/".length());
      assertThat(supervisor.get("/verifications?show=due").text()).doesNotContain(lapses);
      steps.record(who, step);
      steps.conclude(given.supervisor(), step, outcome);
    }
    assertThat(supervisor.get("/verifications?show=due").text()).doesNotContain(lapses);
    clock(Duration.ofDays(20));
    assertThat(supervisor.get("/verifications?show=due").text()).doesNotContain(lapses);
    commitments.prove(promising, promise, 60);
    clock(Duration.ofDays(20));
    assertThat(supervisor.get("/verifications?show=due").text())
        .contains("bukti komitmen berlaku sampai 7 Mei 2026");
  }

  @Test
  void a_pass_ends_with_its_evidence_and_newer_evidence_asks_for_a_check() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise = commitments.agreed(promising, klip, commitments.moderators(90));
    String page = "/commitments/" + promise;
    commitments.prove(promising, promise, 220);
    supervisor.submit("/verifications/new?commitment=" + promise, "/verifications", Map.of());
    Page longer = count(promising, "VR-2026-0001", Map.of("valid_until", "2026-04-02"));
    assertThat(longer.document().select("#valid_until-error").text())
        .contains("Bukti yang ada pada hari pemeriksaan berlaku sampai 1 Apr 2026");
    assertThat(conclude("VR-2026-0001", Map.of("valid_until", "")).status()).isEqualTo(303);
    assertThat(portal.db().rows("select valid_until from verification_result"))
        .containsExactly("2026-04-01");
    String due = "berlaku sampai 1 Apr 2026";
    clock(Duration.ofDays(1));
    assertThat(supervisor.get("/verifications?show=due").text()).doesNotContain(due);
    underOtherRules(29);
    assertThat(supervisor.get("/verifications?show=due").text())
        .as("its own rules say how soon")
        .containsOnlyOnce(due);
    assertThat(dueAgain()).isNotEmpty();
    clock(Duration.ofDays(30));
    assertThat(
            supervisor
                .get("/verifications?show=due")
                .document()
                .select(".counters a[aria-current] b")
                .text())
        .as("a pass whose evidence lapsed is due once")
        .isEqualTo("1");
    commitments.prove(promising, promise, 219);
    Page lapsed = supervisor.get(page);
    assertThat(lapsed.text())
        .contains("verifikasi kedaluwarsa", "bukti baru saja tidak memperpanjangnya");
    assertThat(lapsed.document().select(".actions a[href^=/verifications/new]").text())
        .isEqualTo("Rencanakan ulang");
    supervisor.submit("/verifications/new?commitment=" + promise, "/verifications", Map.of());
    assertThat(count(promising, "VR-2026-0002", Map.of()).status()).isEqualTo(303);
    assertThat(supervisor.get(page).document().select(".status").text()).contains("terverifikasi");
    assertThat(supervisor.get(page).text()).contains("2 Mei 2026");
  }

  /** Persons are counted at a visit whose minutes both sides sign, and somebody else concludes. */
  private Page count(PersonViewer promising, String step, Map<String, String> typed) {
    Map<String, String> counted = new HashMap<>(VISITED);
    counted.put("headcount", "Moderator; siang; 220");
    String record = "/verifications/" + step + "/record";
    supervisor.submit(record, record, counted);
    steps.signMinutes(who, promising, step);
    return conclude(step, typed);
  }

  private Page conclude(String step, Map<String, String> typed) {
    Map<String, String> pass = new HashMap<>(typed);
    pass.putIfAbsent("outcome", "pass");
    pass.put("findings", "Dihitung.");
    String conclusion = "/verifications/" + step + "/conclusion";
    return visitors
        .signedIn(given.ministry(), Role.SUPERVISOR)
        .submit(conclusion, conclusion, pass);
  }

  /** What was concluded goes by a set of rules that is not in force, which look ahead so far. */
  private static void underOtherRules(int days) {
    portal
        .db()
        .asOwner(
            "alter table rule_set disable trigger user; alter table verification_result disable"
                + " trigger user; update rule_set set commitment_soon_days = "
                + days
                + " where id not in (select rule_set_id from verification_step); update"
                + " verification_result set rule_set_id = (select max(id) from rule_set where"
                + " commitment_soon_days = "
                + days
                + "); alter table verification_result enable trigger user; alter table rule_set"
                + " enable trigger user");
  }

  @Test
  void a_pass_that_lapses_comes_back_until_it_is_planned_again() {
    plan(supervisor, "call", "2026-03-02");
    supervisor.submit(
        STEP + "/record",
        STEP + "/record",
        Map.of(
            "call", "02.10; 02.14; petugas piket", "check_rung", "good", "check_answered", "good"));
    Page tooLong =
        supervisor.submit(
            STEP + "/conclusion",
            STEP + "/conclusion",
            Map.of(
                "outcome", "pass",
                "findings", "Dijawab dalam 4 menit.",
                "valid_until", "2026-04-17"));
    assertThat(tooLong.document().select("#valid_until-error").text()).contains("lama 45 hari");
    assertThat(
            supervisor
                .submit(tooLong, STEP + "/conclusion", Map.of("valid_until", "2026-04-16"))
                .location())
        .isEqualTo(STEP);
    assertThat(supervisor.get("/verifications").document().select("main section.card h2"))
        .isEmpty();
    clock(Duration.ofDays(40));
    assertThat(supervisor.get("/").document().select(".counters a[href*=show=due]").text())
        .isEqualTo("1perlu diverifikasi lagi");
    assertThat(supervisor.get("/verifications?show=due").text())
        .contains("Perlu diperiksa lagi", "berlaku sampai 16 Apr 2026");
    Page again = supervisor.get("/verifications/new?again=VR-2026-0001");
    assertThat(again.document().select("textarea[name=claim]").text()).startsWith("220 moderator");
    assertThat(supervisor.submit(again, "/verifications", Map.of()).location())
        .isEqualTo("/verifications/VR-2026-0002");
    Page planned = supervisor.get("/verifications");
    assertThat(planned.document().select("main section.card h2")).isEmpty();
    assertThat(planned.text()).contains("VR-2026-0002");
    steps.record(who, "VR-2026-0002");
    steps.conclude(given.supervisor(), "VR-2026-0002", VerificationOutcome.UNCHECKED);
    assertThat(supervisor.get("/verifications?show=due").text())
        .as("what could not be checked was not found")
        .contains("berlaku sampai 16 Apr 2026");
  }
}
