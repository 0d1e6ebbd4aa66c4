package id.narahubung.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.BadInput;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.decisions.DecisionContent;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.MinutesGiven;
import id.narahubung.meetings.WriteMinutes;
import id.narahubung.notices.ClockNotices;
import id.narahubung.notices.NoticeStore;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.testing.Doors;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Race;
import id.narahubung.testing.Refused;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Samples;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Steps as officials meet them on their pages, and results as both sides do. */
final class VerificationPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final String STEP = "/verifications/VR-2026-0001";

  private static final Map<String, String> VISITED =
      Map.of(
          "met", "Kepala kantor\nPengelola konten",
          "check_address", "good",
          "check_people", "good",
          "check_headcount", "not_applicable",
          "check_photos", "good");

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private final GivenVerifications steps = new GivenVerifications(given);
  private Company klip;
  private PersonViewer who;
  private Http officer;
  private Http supervisor;
  private Http lead;

  @BeforeEach
  void signIn() {
    klip = given.company("Klip");
    who = given.person(given.ministry(), Role.SUPERVISOR);
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    supervisor = portal.visitor();
    supervisor.carry("session", new Doors(given.db()).session(who.personId()));
    lead = visitors.signedIn(klip.organisation(), Role.LEAD);
  }

  private Page plan(Http by, String method, String day) {
    return by.submit(
        "/verifications/new",
        "/verifications",
        Map.of(
            "platform",
            Long.toString(klip.platform().id()),
            "method",
            method,
            "claim",
            "220 moderator sampai 31 Desember",
            "day",
            day,
            "time",
            "09:00",
            "place",
            "Kantor perwakilan"));
  }

  @Test
  void a_visit_is_planned_recorded_and_concluded_by_a_second_person_and_the_company_reads_it() {
    Page past = plan(supervisor, "visit", "2026-03-01");
    assertThat(past.status()).isEqualTo(422);
    assertThat(past.text()).contains("Pilih hari ini atau hari berikutnya");
    assertThat(past.document().select("textarea[name=claim]").text()).startsWith("220 moderator");
    assertThat(plan(supervisor, "visit", "2026-03-02").location()).isEqualTo(STEP);
    assertThat(supervisor.get("/verifications").document().select("tbody th").text())
        .isEqualTo("VR-2026-0001");
    assertThat(officer.get("/verifications").text()).contains("Tidak ada tugas minggu ini");
    assertThat(officer.get("/verifications?show=open").text()).contains("VR-2026-0001");
    assertThat(officer.get("/verifications/calendar").document().select("td.today li").text())
        .contains("VR-2026-0001 09.00 Kunjungan lapangan, Klip");
    assertThat(lead.get("/verifications").text()).contains("Belum ada hasil").doesNotContain("VR-");
    assertThat(lead.get(STEP).status()).isEqualTo(404);
    assertThat(lead.get("/verifications/calendar").status()).isEqualTo(403);
    assertThat(supervisor.get(STEP + "/conclusion").status()).isEqualTo(409);

    Page form = supervisor.get(STEP + "/record");
    assertThat(form.text()).contains("Alamat sesuai dengan yang dinyatakan");
    Map<String, String> seen =
        Map.of(
            "met", "Kepala kantor\nPengelola konten",
            "headcount", "Moderator; pagi; 40\nModerator; malam; dua puluh",
            "check_address", "good",
            "note_people", "Hanya dua orang");
    Page refused = supervisor.submit(form, STEP + "/record", seen);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("Baris 2: tulis peran; giliran; jumlah", "catatan saja belum cukup");
    assertThat(refused.document().select("textarea[name=headcount]").text()).contains("dua puluh");
    Page future =
        supervisor.submit(
            refused,
            STEP + "/record",
            Map.of(
                "headcount", "Moderator; pagi; 40\nModerator; malam; 20",
                "check_people", "bad",
                "carried_out_on", "2026-03-03"));
    assertThat(future.status()).isEqualTo(422);
    assertThat(future.text()).contains("Tanggal pelaksanaan belum tiba");
    assertThat(
            supervisor
                .submit(future, STEP + "/record", Map.of("carried_out_on", "2026-03-02"))
                .location())
        .isEqualTo(STEP);
    assertThat(supervisor.get(STEP).text())
        .contains(
            "Moderator, malam: 20 orang",
            "Pengelola konten",
            "Hanya dua orang",
            "dicatat, menunggu kesimpulan",
            "disimpulkan oleh orang kedua");
    assertThat(supervisor.get(STEP + "/conclusion").status()).isEqualTo(409);
    assertThat(officer.get(STEP + "/conclusion").status()).isEqualTo(403);

    Http second = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    Page conclude = second.get(STEP + "/conclusion");
    assertThat(conclude.document().select("#value").val()).isEqualTo("60");
    Map<String, String> partly = Map.of("outcome", "partly", "findings", "60 dari 220 orang.");
    Page open = second.submit(conclude, STEP + "/conclusion", partly);
    assertThat(open.status()).isEqualTo(422);
    assertThat(open.text()).contains("Pilih tindak lanjutnya");
    Page nothing = second.submit(open, STEP + "/conclusion", Map.of("follow_up", "none"));
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.document().select("#nothing_because-error").text())
        .contains("Tulis alasan mengapa hasil ini tidak ditindaklanjuti");
    assertThat(nothing.document().select("#findings").text()).isEqualTo("60 dari 220 orang.");
    Map<String, String> both = Map.of("follow_up", "new_due", "nothing_because", "Cukup.");
    Page twofold = second.submit(nothing, STEP + "/conclusion", both);
    assertThat(twofold.document().select("#nothing_because-error").text())
        .contains("hanya untuk ”Tidak ada tindak lanjut”");
    assertThat(twofold.document().select("#nothing_because").text()).isEqualTo("Cukup.");
    Page dayless = second.submit(twofold, STEP + "/conclusion", Map.of("nothing_because", ""));
    assertThat(dayless.text()).contains("Isi tenggat baru yang belum lewat");
    assertThat(
            second
                .submit(dayless, STEP + "/conclusion", Map.of("new_due_on", "2026-04-30"))
                .location())
        .isEqualTo(STEP);
    for (Http side : List.of(second, lead)) {
      assertThat(side.get(STEP).text())
          .contains("terverifikasi sebagian", "60 dari 220 orang.", "Tenggat baru: 30 Apr 2026");
    }
    assertThat(lead.get(STEP).text()).doesNotContain("Pengelola konten", "Daftar periksa");
    assertThat(lead.get("/verifications").text())
        .contains("VR-2026-0001", "terverifikasi sebagian");
    Http other = visitors.signedIn(given.company("Video").organisation(), Role.LEAD);
    assertThat(other.get(STEP).status()).isEqualTo(404);
    assertThat(other.get("/verifications").text()).doesNotContain("VR-");
    assertThat(second.get(STEP + "/record").status()).isEqualTo(409);
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

  @Test
  void more_steps_than_fit_are_paged_and_of_a_month_the_others_counted() {
    plan(supervisor, "visit", "2026-03-02");
    portal
        .db()
        .asOwner(
            "insert into verification_step (company_id, side, platform_id, number, event_id,"
                + " rule_set_id, method_code, claim, planned_on, place, officer_id, stage) select"
                + " company_id, side, platform_id, 'VR-2026-' || (1000 + more), event_id,"
                + " rule_set_id, method_code, claim, planned_on, place, officer_id, stage"
                + " from verification_step cross join generate_series(1, 501) more");
    Page first = officer.get("/verifications?show=open");
    assertThat(first.document().select("tbody th")).hasSize(100);
    Page second = officer.get(first.document().select("a[rel=next]").attr("href"));
    assertThat(second.document().select("tbody th").eachText())
        .hasSize(100)
        .doesNotContainAnyElementsOf(first.document().select("tbody th").eachText());
    Page last = second;
    for (int more = 0; more < 4; more++) {
      last = officer.get(last.document().select("a[rel=next]").attr("href"));
    }
    assertThat(last.document().select("tbody th")).hasSize(2);
    assertThat(last.document().select("a[rel=next]")).isEmpty();
    assertThat(officer.get("/verifications/calendar").text())
        .contains("500 verifikasi pertama bulan ini; 2 lagi ada di daftar");
  }

  /** Time passes, and the session is a new one. */
  private void clock(Duration passes) {
    portal.clock().advance(passes);
    supervisor.carry("session", new Doors(given.db()).session(who.personId()));
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
  void a_step_is_moved_called_off_and_what_was_typed_survives_another_s_change() {
    plan(officer, "document", "2026-03-02");
    Page old = officer.get(STEP + "/record");
    Page move = officer.get(STEP + "/plan");
    assertThat(officer.submit(move, STEP + "/plan", Map.of("day", "2026-03-01")).status())
        .isEqualTo(422);
    assertThat(officer.submit(move, STEP + "/plan", Map.of("day", "2026-03-05")).location())
        .isEqualTo(STEP);
    assertThat(officer.get("/verifications/calendar?month=2026-03").text())
        .contains("VR-2026-0001");
    assertThat(officer.get("/verifications/calendar?month=2026-05").text()).doesNotContain("VR-");
    supervisor.submit(STEP + "/plan", STEP + "/plan", Map.of("day", "2026-03-06"));
    Page stale = officer.submit(old, STEP + "/record", Map.of("document", "Surat penunjukan"));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text()).contains("Seseorang mengubah verifikasi ini");
    assertThat(stale.document().select("#document").val()).isEqualTo("Surat penunjukan");
    portal.db().asOwner("update verification_step set planned_on = '2026-02-20'");
    assertThat(officer.get(STEP + "/plan").document().select("#day").val())
        .as("no day that has passed")
        .isEqualTo("2026-03-02");
    assertThat(officer.submit(stale, STEP + "/record", Map.of()).location()).isEqualTo(STEP);
    Page off = supervisor.get(STEP + "/calling-off");
    assertThat(supervisor.submit(off, STEP + "/calling-off", Map.of()).status()).isEqualTo(422);
    assertThat(
            supervisor
                .submit(off, STEP + "/calling-off", Map.of("reason", "Surat ditarik."))
                .location())
        .isEqualTo(STEP);
    assertThat(officer.get(STEP).text()).contains("dibatalkan", "Surat ditarik.");
    assertThat(
            portal
                .db()
                .rows(
                    "select n.kind from notice n join verification_step s on"
                        + " s.officer_id = n.person_id where n.kind like 'verification%'"
                        + " order by n.id"))
        .as("what somebody else did to what was planned for them")
        .containsExactly("verification_moved", "verification_called_off");
    assertThat(officer.get(STEP + "/record").status()).isEqualTo(409);
    assertThat(officer.get("/verifications?show=over").text()).contains("VR-2026-0001");
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

  @Test
  void photos_are_kept_with_a_step_and_stay_the_ministry_s() {
    plan(officer, "visit", "2026-03-02");
    Map<String, List<String>> fields = officer.get(STEP + "/record").form(STEP + "/record");
    for (Map.Entry<String, String> told : VISITED.entrySet()) {
      fields.put(told.getKey(), List.of(told.getValue()));
    }
    fields.put("met", List.of("Kepala kantor"));
    byte[] fake = Samples.text("MZ\0\1");
    Page refused = officer.upload(STEP + "/record", fields, "files", "kantor.jpg", fake);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().select("#files-error").text()).contains("PDF, PNG, JPEG");
    assertThat(refused.document().select("#met").text()).isEqualTo("Kepala kantor");
    assertThat(portal.db().rows("select 1 from verification_line")).isEmpty();
    byte[] photo = Samples.jpeg(300, 200);
    assertThat(officer.upload(STEP + "/record", fields, "files", "kantor.jpg", photo).location())
        .isEqualTo(STEP);
    String form = STEP + "/files/new";
    assertThat(supervisor.submit(form, STEP + "/files", Map.of("file_note", "Denah.")).text())
        .contains("Pilih berkasnya", "Denah.");
    fields = supervisor.get(form).form(STEP + "/files");
    fields.put("file_note", List.of("Denah."));
    for (int time = 0; time < 2; time++) {
      assertThat(
              supervisor
                  .upload(STEP + "/files", fields, "files", "denah.pdf", Samples.pdf())
                  .location())
          .isEqualTo(STEP + "#evidence");
    }
    Page page = officer.get(STEP);
    assertThat(page.document().select("#evidence li").eachText())
        .satisfiesExactly(
            first -> assertThat(first).contains("kantor.jpg", "JPEG", sha256("jpeg")),
            second -> assertThat(second).contains("denah.pdf", "Denah."));
    assertThat(page.document().select("img")).isEmpty();
    String href = page.document().select("#evidence li a").getFirst().attr("href");
    assertThat(officer.get(href).document().select("img")).isEmpty();
    assertThat(officer.get(href + "?picture=yes").document().select(".blurred img").attr("src"))
        .isEqualTo(href + "/picture");
    assertThat(officer.get(href + "/picture").body()).doesNotContain("GPS", "Budi");
    assertThat(officer.getBytes(href + "/file")).isEqualTo(photo);
    assertThat(supervisor.get(STEP + "/conclusion").status())
        .as("who added a file recorded, too")
        .isEqualTo(409);

    steps.conclude(given.supervisor(), "VR-2026-0001", VerificationOutcome.FAIL);
    for (Http side : List.of(officer, lead)) {
      assertThat(side.get(STEP).text()).contains("Tidak ada tindak lanjut: Cukup dicatat.");
    }
    Http auditor = visitors.signedIn(given.ministry(), Role.AUDITOR);
    assertThat(auditor.get(href + "/file").status()).isEqualTo(200);
    assertThat(auditor.get(STEP).document().select("#evidence a[href$=new]")).isEmpty();
    assertThat(lead.get(STEP).document().select("#evidence")).isEmpty();
    for (String part : List.of("", "/file", "/picture")) {
      assertThat(lead.get(href + part).status()).isEqualTo(404);
    }
    assertThat(officer.get(form).status()).isEqualTo(409);
    fields.put("act", List.of(given.act().toString()));
    assertThat(
            supervisor.upload(STEP + "/files", fields, "files", "lagi.pdf", Samples.pdf()).status())
        .isEqualTo(409);
    Refused.byConstraint(
        "verification_file_open",
        () ->
            given
                .db()
                .run(
                    who,
                    tx ->
                        tx.sql()
                            .execute(
                                "insert into verification_file (step_id, company_id, side,"
                                    + " event_id, file_id, name, note, added_at) select step_id,"
                                    + " company_id, side, event_id, file_id, name, note, added_at"
                                    + " from verification_file where name = 'denah.pdf'")));
  }

  @Test
  void no_picture_is_kept_of_a_check_of_what_nobody_should_look_at() {
    Sent sent = given.request(klip).sent();
    steps.planned(who, klip.platform().id(), sent.number(), "link");
    Map<String, List<String>> fields = supervisor.get(STEP + "/files/new").form(STEP + "/files");
    supervisor.upload(STEP + "/files", fields, "files", "sebelumnya.png", Samples.png(40, 30));
    portal
        .db()
        .asOwner(
            "update item set restricted = true, url = '', url_given = '', identifiers = '{}',"
                + " note = '', account = '', content_time = ''");
    fields = supervisor.get(STEP + "/files/new").form(STEP + "/files");
    Page refused =
        supervisor.upload(STEP + "/files", fields, "files", "layar.png", Samples.png(40, 30));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("Tulislah temuannya");
    Refused.byConstraint(
        "verification_file_without_pictures",
        () ->
            given
                .db()
                .run(
                    who,
                    tx ->
                        tx.sql()
                            .execute(
                                "insert into verification_file (step_id, company_id, side,"
                                    + " event_id, file_id, name, note, added_at) select step_id,"
                                    + " company_id, side, event_id, file_id, name, note, added_at"
                                    + " from verification_file")));
    assertThat(
            supervisor
                .upload(STEP + "/files", fields, "files", "temuan.txt", Samples.text("Gone."))
                .location())
        .isEqualTo(STEP + "#evidence");
    assertThat(supervisor.get(STEP).document().select("#evidence li a").eachAttr("href"))
        .hasSize(2)
        .allSatisfy(href -> assertThat(supervisor.get(href + "/file").status()).isEqualTo(403));
  }

  @Test
  void a_visit_s_minutes_are_signed_by_both_sides_and_lead_to_what_it_came_to() {
    plan(supervisor, "visit", "2026-03-02");
    supervisor.submit(STEP + "/record", STEP + "/record", VISITED);
    assertThat(supervisor.get(STEP + "/record").document().select("[name=check_minutes]"))
        .as("nobody ticks what the portal answers")
        .isEmpty();
    assertThatThrownBy(() -> given.db().run(who, this::tickMinutes)).isInstanceOf(BadInput.class);
    assertThat(minutesTold(supervisor)).isEqualTo("risalah belum ditulis");
    Http second = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    Map<String, String> passes =
        Map.of("outcome", "pass", "findings", "Sesuai.", "check_minutes", "good");
    Page early = second.submit(STEP + "/conclusion", STEP + "/conclusion", passes);
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.document().select("#outcome-error").text())
        .contains("belum ditandatangani kedua pihak");
    assertThat(early.document().select("#findings").text()).isEqualTo("Sesuai.");
    String offered = supervisor.get(STEP).document().select("a[href^=/meetings/new]").attr("href");
    assertThat(offered).isEqualTo("/meetings/new?visit=VR-2026-0001");
    Page form = supervisor.get(offered);
    assertThat(form.form("/meetings"))
        .containsEntry("visit", List.of("VR-2026-0001"))
        .containsEntry("held_on", List.of("2026-03-02"))
        .containsEntry("place", List.of("Kantor perwakilan"))
        .containsEntry("company_present", List.of("Kepala kantor, Pengelola konten"))
        .as("the claim is in the ministry's own words")
        .containsEntry("agenda", List.of(""));
    assertThat(lead.get(offered).document().select("#place").val()).isEmpty();
    long elsewhere = given.company("Video").platform().id();
    assertThat(form.document().select("#platform option").eachText()).hasSize(2);
    Page other =
        supervisor.submit(
            form,
            "/meetings",
            Map.of(
                "platform",
                Long.toString(elsewhere),
                "agenda",
                "Moderasi",
                "body",
                "Alamatnya benar."));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.document().select("#platform-error").text()).contains("ke layanan lain");
    String meeting =
        supervisor
            .submit(other, "/meetings", Map.of("platform", Long.toString(klip.platform().id())))
            .location();
    assertThat(supervisor.get(STEP).document().select("a[href^=/meetings/new]")).isEmpty();
    assertThat(supervisor.get(STEP).document().select("a[href=" + meeting + "]").text())
        .contains("menunggu tanda tangan");
    assertThat(lead.get("/").document().select(".counters a[href^=/meetings]").text())
        .isEqualTo("1risalah menunggu tanda tangan");
    assertThat(portal.db().rows("select kind, audience from notice where kind like 'minutes%'"))
        .contains("minutes_wanted|leads");
    Page theirs = lead.get("/meetings?unsigned=yes");
    assertThat(theirs.document().select("tbody a").attr("href")).isEqualTo(meeting);
    assertThat(lead.get(meeting).text())
        .contains("Kunjungan 2 Mar 2026, Kantor perwakilan")
        .doesNotContain("VR-2026-0001");
    PersonViewer reading = given.person(klip.organisation(), Role.LEAD);
    assertThat(see(reading, "select visit from meeting_visit")).isEmpty();
    for (Http side : List.of(supervisor, lead)) {
      assertThat(minutesTold(supervisor)).isEqualTo("menunggu tanda tangan");
      Refused.byRule(
          "verification.refused.minutes",
          () -> steps.conclude(given.supervisor(), "VR-2026-0001", VerificationOutcome.PASS));
      Refused.byConstraint("verification_result_minutes", this::passPastTheCommand);
      assertThat(side.submit(meeting, meeting + "/signatures", Map.of("read", "yes")).status())
          .isEqualTo(303);
    }
    assertThat(minutesTold(supervisor)).isEqualTo("ditandatangani kedua pihak");
    assertThat(lead.get("/").document().select(".counters a[href^=/meetings]")).isEmpty();
    steps.conclude(given.supervisor(), "VR-2026-0001", VerificationOutcome.PASS);
    assertThat(lead.get(meeting).document().select("a[href=" + STEP + "]")).hasSize(1);
    assertThat(see(reading, "select visit from meeting_visit")).containsExactly("VR-2026-0001");
    assertThat(
            see(
                given.person(given.company("Lain").organisation(), Role.LEAD),
                "select visit from meeting_visit"))
        .isEmpty();
    assertThat(lead.get(STEP).document().select("a[href=" + meeting + "]").text())
        .contains("ditandatangani kedua pihak");
    assertThat(
            portal.db().rows("select kind, audience from notice where kind like 'verification%'"))
        .contains("verification_concluded|answerers");
    Page twice =
        supervisor.submit(
            form,
            "/meetings",
            Map.of("act", given.act().toString(), "agenda", "Moderasi", "body", "Lagi."));
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.text()).contains("sudah ditulis");
    supervisor.submit(
        meeting + "/minutes/new",
        meeting + "/minutes",
        Map.of("body", "Alamatnya benar, lantai 3.", "reason", "Lantai terlewat."));
    assertThat(minutesTold(supervisor))
        .as("what both signed stays in force")
        .isEqualTo("ditandatangani kedua pihak");
  }

  /** How the page answers the entry about the minutes of the visit. */
  private static String minutesTold(Http by) {
    String entry = "Berita acara ditandatangani kedua pihak ";
    return by.get(STEP)
        .document()
        .select("li:contains(" + entry.strip() + ")")
        .text()
        .replace(entry, "")
        .replace("Dijawab portal dari risalah kunjungan.", "")
        .strip();
  }

  private void tickMinutes(Tx tx) {
    Recorded ticked =
        new Recorded(
            LocalDate.parse("2026-03-02"),
            "",
            "",
            "",
            Map.of(),
            List.of(),
            List.of(new Recorded.Checked("minutes", Recorded.Answer.GOOD, "")));
    int version = steps.step(who, "VR-2026-0001").version();
    steps.desk().record().run(tx, given.act(), "VR-2026-0001", version, ticked);
  }

  private void passPastTheCommand() {
    given.as(
        given.supervisor(),
        tx ->
            tx.sql()
                .execute(
                    "insert into verification_result (step_number, company_id, side, event_id,"
                        + " platform_id, rule_set_id, method_code, claim, carried_out_on, place,"
                        + " findings, concluded_at, result) select number, company_id, 'both',"
                        + " (select max(id) from event where actor_id = viewer_person()),"
                        + " platform_id, rule_set_id, method_code, claim, planned_on,"
                        + " '', 'x', '2026-03-04', 'pass' from verification_step"));
  }

  private List<String> see(PersonViewer who, String sql) {
    return given.as(who, tx -> tx.sql().fetch(sql).map(row -> row.get(0, String.class)));
  }

  @Test
  void two_who_write_a_visit_s_minutes_at_once_write_them_once() {
    plan(supervisor, "visit", "2026-03-02");
    supervisor.submit(STEP + "/record", STEP + "/record", VISITED);
    Page form = officer.get("/meetings/new?visit=VR-2026-0001");
    Map<String, String> typed = Map.of("agenda", "Moderasi", "body", "Alamatnya benar.");
    Page[] late = new Page[1];
    Future<?>[] second = new Future<?>[1];
    WriteMinutes write = new WriteMinutes(new PlatformStore(), new MeetingStore(), given.ledger());
    given
        .db()
        .run(
            who,
            tx -> {
              write.run(
                  tx,
                  given.act(),
                  klip.platform().id(),
                  new MinutesGiven(
                      LocalDate.parse("2026-03-02"),
                      "Jakarta",
                      new Meeting.Text("Moderasi", "penyelia", "narahubung", "Benar.")),
                  Optional.of("VR-2026-0001"));
              second[0] =
                  new Race(portal.db())
                      .startSecond(() -> late[0] = officer.submit(form, "/meetings", typed));
            });
    Race.end(second[0]);
    assertThat(late[0].status()).isEqualTo(422);
    assertThat(late[0].document().select("#body-error").text()).contains("sudah ditulis");
    assertThat(late[0].document().select("#body").text()).isEqualTo("Alamatnya benar.");
  }

  @Test
  void what_is_no_visit_has_no_minutes() {
    plan(officer, "document", "2026-03-02");
    officer.submit(STEP + "/record", STEP + "/record", Map.of());
    assertThat(officer.get(STEP).document().select("a[href^=/meetings/new]")).isEmpty();
    Page form = officer.get("/meetings/new?visit=VR-2026-0001");
    assertThat(form.document().select("#held_on").val()).isEmpty();
    Page refused =
        officer.submit(
            form,
            "/meetings",
            Map.of(
                "platform", Long.toString(klip.platform().id()),
                "held_on", "2026-03-02",
                "place", "Jakarta",
                "agenda", "Dokumen",
                "ministry_present", "petugas",
                "company_present", "narahubung",
                "body", "Dibaca."));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(portal.db().rows("select 1 from meeting")).isEmpty();
  }

  @Test
  void a_check_is_planned_from_a_decision_and_told_to_whoever_goes() {
    GivenDecisions decisions = new GivenDecisions(given);
    long decision = decisions.prepare(who, klip, decisions.content("partial_block"));
    PersonViewer goes = given.officer();
    Page form = supervisor.get("/verifications/new?decision=" + decision);
    assertThat(form.document().select("textarea[name=claim]").text())
        .contains("Keputusan " + decision);
    assertThat(
            supervisor
                .submit(
                    form,
                    "/verifications",
                    Map.of("method", "link", "officer", Long.toString(goes.personId())))
                .location())
        .isEqualTo(STEP);
    assertThat(supervisor.get(STEP).document().select("a[href=/decisions/" + decision + "]"))
        .hasSize(1);
    Page decided = supervisor.get("/decisions/" + decision);
    assertThat(decided.document().select("a[href=" + STEP + "]")).hasSize(1);
    assertThat(decided.document().select("a[href='/verifications/new?decision=" + decision + "']"))
        .hasSize(1);
    assertThat(
            portal.db().rows("select kind, person_id from notice where kind like 'verification%'"))
        .containsExactly("verification_planned|" + goes.personId());
    PersonViewer instead = given.person(given.ministry(), Role.OFFICER);
    supervisor.submit(
        STEP + "/plan", STEP + "/plan", Map.of("officer", Long.toString(instead.personId())));
    assertThat(
            portal.db().rows("select kind, person_id from notice where kind like 'verification%'"))
        .as("who goes instead, and who was to go")
        .containsExactlyInAnyOrder(
            "verification_planned|" + goes.personId(),
            "verification_planned|" + instead.personId(),
            "verification_moved|" + goes.personId());
    steps.record(who, "VR-2026-0001");
    steps.conclude(given.supervisor(), "VR-2026-0001", VerificationOutcome.PASS);
    String linked = "a[href^=/decisions/]";
    PersonViewer reading = given.person(klip.organisation(), Role.LEAD);
    String known = "select decision_of_check('VR-2026-0001')";
    assertThat(lead.get(STEP).document().select(linked)).isEmpty();
    assertThat(see(reading, known)).as("while nobody has signed").containsOnlyNulls();
    decisions.waiveChecks(decision);
    String signed = decisions.sign(decisions.signer(), decision, "partial_block");
    assertThat(lead.get(STEP).document().select(linked).eachAttr("href"))
        .containsExactly("/decisions/" + signed);
    assertThat(lead.get("/decisions/" + signed).document().select("a[href=" + STEP + "]"))
        .hasSize(1);
    assertThat(see(given.person(given.company("Video").organisation(), Role.LEAD), known))
        .as("another company")
        .containsOnlyNulls();
    assertThat(supervisor.get(STEP).document().select("a[href=/decisions/" + signed + "]"))
        .hasSize(1);
    assertThat(supervisor.get("/verifications/new?decision=999").status()).isEqualTo(404);
    assertThat(plan(supervisor, "recheck", "2026-03-02").text())
        .contains("mengulang verifikasi lain");
  }

  private static String sha256(String kind) {
    return portal
        .db()
        .rows("select encode(sha256, 'hex') from stored_file where kind = '" + kind + "'")
        .getFirst();
  }

  @Test
  void what_follows_from_a_check_is_counted_until_it_is_done_or_put_aside() {
    GivenVerifications steps = new GivenVerifications(given);
    PersonViewer who = given.officer();
    PersonViewer concludes = given.person(given.ministry(), Role.SUPERVISOR);
    GivenDecisions decisions = new GivenDecisions(given);
    String request = given.request(klip).sent().number();
    String first = steps.failed(who, concludes, of(Optional.of(request)), FollowUp.DECISION);
    String second = steps.failed(who, concludes, of(Optional.empty()), FollowUp.LETTER);
    Http mine = portal.visitor();
    mine.carry("session", new Doors(given.db()).session(concludes.personId()));
    assertThat(officer.get("/").text()).contains("2tindak lanjut verifikasi terbuka");
    Page list = mine.get("/verifications?show=follow_mine");
    assertThat(list.document().select("main ul.rows .number").eachText())
        .containsExactly(second, first);
    assertThat(list.text()).contains("dalam satu tahun terakhir");
    assertThat(list.document().select("main ul.rows .under a").eachAttr("href"))
        .contains(
            "/requests?platform=" + klip.platform().id(),
            "/verifications/" + second + "/follow-up");
    assertThat(officer.get("/verifications?show=follow_mine").text())
        .as("somebody else's")
        .contains("Tidak ada tindak lanjut Anda yang terbuka");
    DecisionContent content = decisions.content("partial_block");
    decisions.prepare(who, klip, content);
    assertThat(mine.get("/verifications/" + first).text())
        .as("it rests on something else")
        .contains("Belum dilaksanakan");
    assertThat(officer.get("/verifications/" + first).text())
        .as("who may not is told who may")
        .contains("yang dapat mengesampingkannya penyelia atau pejabat berwenang");
    decisions.prepare(who, klip, linking(content, request));
    assertThat(mine.get("/verifications/" + first).text()).contains("Sudah dilaksanakan");
    assertThat(mine.get("/verifications/" + first + "/follow-up").status()).isEqualTo(409);
    String aside = "/verifications/" + second + "/follow-up";
    assertThat(officer.get(aside).status()).isEqualTo(403);
    Page form = mine.get(aside);
    assertThat(mine.submit(form, aside, Map.of("reason", "")).status()).isEqualTo(422);
    Page done = mine.follow(mine.submit(form, aside, Map.of("reason", "Sudah dibahas.")));
    assertThat(done.text()).contains("Dikesampingkan 2 Mar 2026 oleh", "Sudah dibahas.");
    assertThat(mine.submit(form, aside, Map.of("reason", "Sudah dibahas.")).status())
        .as("once only")
        .isEqualTo(303);
    assertThat(officer.get("/").text()).doesNotContain("tindak lanjut verifikasi");
    assertThat(lead.get("/verifications/" + second).text()).doesNotContain("Sudah dibahas.");
    String third = steps.failed(who, concludes, of(Optional.empty()), FollowUp.LETTER);
    portal.clock().advance(Duration.ofHours(25));
    GivenLetters letters = new GivenLetters(given);
    long id = Long.parseLong(portal.db().rows("select min(id) from request").getFirst());
    letters.send(concludes, request, letters.about(id, "ST1", 1));
    Http later = portal.visitor();
    later.carry("session", new Doors(given.db()).session(concludes.personId()));
    assertThat(later.get("/verifications/" + third).text()).contains("Sudah dilaksanakan");
  }

  private PlanGiven.From of(Optional<String> request) {
    return new PlanGiven.From(klip.platform().id(), Optional.empty(), request, Optional.empty());
  }

  private static DecisionContent linking(DecisionContent of, String number) {
    return new DecisionContent(
        of.kindCode(),
        of.recommendation(),
        of.basis(),
        of.grounds(),
        of.reasons(),
        of.statement(),
        of.scope(),
        of.startsAt(),
        of.endsAt(),
        of.targets(),
        of.bodies(),
        List.of(number),
        of.watch(),
        of.checks());
  }
}
