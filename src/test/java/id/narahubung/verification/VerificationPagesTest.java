package id.narahubung.verification;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.decisions.DecisionContent;
import id.narahubung.testing.Doors;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Refused;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Steps as officials meet them on their pages, and results as both sides do. */
final class VerificationPagesTest extends VerificationWorld {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  VerificationPagesTest() {
    super(portal);
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
