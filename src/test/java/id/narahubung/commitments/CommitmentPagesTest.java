package id.narahubung.commitments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.MinutesGiven;
import id.narahubung.meetings.WriteMinutes;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Samples;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commitments as both sides meet them on their pages. */
final class CommitmentPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final GivenCommitments commitments = new GivenCommitments(given);
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private PersonViewer theirLead;
  private Http supervisor;
  private Http lead;

  @BeforeEach
  void aCompanyAndItsLead() {
    klip = given.company("Klip");
    theirLead = given.person(klip.organisation(), Role.LEAD);
    supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    lead = visitors.signedIn(klip.organisation(), Role.LEAD);
  }

  @Test
  void a_proposal_says_whose_signature_it_waits_for() {
    String number = commitments.propose(theirLead, klip, commitments.moderators(30));
    String path = "/commitments/" + number;
    assertThat(lead.get(path).text()).contains("Berikutnya: kedua pihak menandatangani");
    commitments.sign(theirLead, number, 1);
    assertThat(lead.get(path).text()).contains("Berikutnya: kementerian menandatangani");
  }

  @Test
  void a_proposal_is_corrected_sent_once_and_signed_by_both() {
    assertThat(lead.get("/commitments").text()).contains("Belum ada komitmen");
    Page unchosen = lead.get("/commitments/new?kind=staffing&platform=0");
    assertThat(unchosen.status()).isEqualTo(422);
    assertThat(unchosen.text()).contains("Pilih layanan.");
    String path = "/commitments";
    Page form = lead.get("/commitments/new?kind=staffing&platform=" + klip.platform().id());
    Map<String, List<String>> typed = form.form(path);
    typed.put("text", List.of("220 moderator."));
    String rows = "Moderator; Indonesia; siang; banyak; 120\n\nModerator; Indonesia; malam; 0";
    typed.put("rows", List.of(rows));
    typed.put("due_on", List.of(commitments.today().plusDays(60).toString()));
    typed.put("milestones", List.of("besok 100"));
    typed.put("source", List.of("meeting:99"));
    Page refused = lead.post(path, typed);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains(
            "Baris tahapan ini tidak terbaca: besok 100",
            "Baris 1, 3 tidak terbaca. Tulis setiap baris: Peran; Bahasa; Giliran kerja; Keadaan awal;");
    assertThat(refused.document().select("#rows").val()).isEqualTo(rows);
    assertThat(refused.document().select("#milestones").text()).isEqualTo("besok 100");
    typed.put("milestones", List.of(""));
    typed.put("rows", List.of("Moderator;Indonesia;siang;20;120\nModerator;Indonesia;siang;0;1"));
    assertThat(lead.post(path, typed).text())
        .contains("Baris ‘Moderator; Indonesia; siang’ sama dengan salah satu baris di atasnya");
    typed.put("rows", List.of("Moderator; senior\tIndonesia\tsiang\t20\t120"));
    assertThat(lead.post(path, typed).text()).contains("Baris 1 tidak terbaca");
    String good = "Moderator\tIndonesia\tsiang\t20\t120\nModerator\tIndonesia\tmalam\t0\t100";
    typed.put("rows", List.of(good));
    typed.put("kind", List.of("gone"));
    Page gone = lead.post(path, typed);
    assertThat(gone.status()).isEqualTo(422);
    assertThat(gone.document().select("#text").text()).isEqualTo("220 moderator.");
    assertThat(gone.document().select("input[type=hidden][name=rows]").val()).isEqualTo(good);
    typed.put("kind", List.of("staffing"));
    Page unknown = lead.post(path, typed);
    assertThat(unknown.status()).isEqualTo(409);
    assertThat(unknown.text()).contains("Pilih rapat, surat, atau keputusan layanan ini");
    typed.put("source", List.of("letter"));
    Page wordless = lead.post(path, typed);
    assertThat(wordless.status()).isEqualTo(422);
    assertThat(wordless.document().select("#source_text-error").text()).contains("nomor, tanggal");
    assertThat(wordless.document().select("#source option[selected]").val()).isEqualTo("letter");
    long meeting = met();
    Page offered = lead.get("/commitments/new?kind=staffing&platform=" + klip.platform().id());
    assertThat(offered.document().select("#source option[value='meeting:" + meeting + "']"))
        .hasSize(1);
    typed.put("source", List.of("meeting:" + meeting));
    assertThat(lead.post(path, typed).location()).isEqualTo("/commitments/KM-2026-0001");
    assertThat(lead.post(path, typed).location()).isEqualTo("/commitments/KM-2026-0001");
    assertThat(portal.db().rows("select count(*) from commitment")).containsExactly("1");
    String one = "/commitments/KM-2026-0001";
    assertThat(supervisor.get("/commitments?to_sign=yes").text()).contains("KM-2026-0001");
    assertThat(supervisor.get("/").text()).contains("1komitmen untuk ditandatangani");
    assertThat(supervisor.get(one).document().select("a[href='/meetings/" + meeting + "']").text())
        .startsWith("Rapat 2 Mar 2026");
    Page page = lead.get(one);
    assertThat(page.document().select("#open table tbody tr").eachText())
        .containsExactly(
            "Moderator Indonesia siang 20 120", "Moderator Indonesia malam 0 100", "Jumlah 20 220");
    assertThat(portal.db().rows("select baseline, target from commitment_version"))
        .containsExactly("20.0000|220.0000");
    Page unread = lead.submit(page, one + "/signatures", Map.of());
    assertThat(unread.status()).isEqualTo(422);
    assertThat(unread.document().select("[role=alert]").text()).contains("centang pernyataan");
    assertThat(unread.document().select("#open label").text())
        .isEqualTo("Saya sudah membaca teks ini dan menandatanganinya atas nama Perusahaan.");
    assertThat(portal.db().rows("select 1 from commitment_signature")).isEmpty();
    Map<String, String> tick = Map.of("read", "yes");
    assertThat(lead.submit(unread, one + "/signatures", tick).status()).isEqualTo(303);
    Page twice = visitors.post(lead, one + "/signatures", Map.of("version", "1", "read", "yes"));
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.text()).contains("sudah ditandatangani untuk pihak Anda", "220 moderator.");
    supervisor.submit(supervisor.get(one), one + "/signatures", tick);
    assertThat(supervisor.get(one).text()).contains("disepakati", "Yang berlaku: versi 1");
    assertThat(supervisor.get("/commitments?to_sign=yes").text())
        .contains("Tidak ada komitmen yang cocok");
    typed.put("source", List.of("letter"));
    typed.put("source_text", List.of("B-12/2026, 1 Maret 2026, dari perusahaan"));
    typed.put("act", List.of(given.act().toString()));
    assertThat(lead.get(lead.post(path, typed).location()).text())
        .as("of a letter on paper")
        .contains("B-12/2026, 1 Maret 2026, dari perusahaan");
  }

  private long met() {
    MinutesGiven minutes =
        new MinutesGiven(
            commitments.today(),
            "Kantor kementerian",
            new Meeting.Text("Agenda", "penyelia", "narahubung", "Isi"));
    return given.as(
        given.supervisor(),
        tx ->
            new WriteMinutes(new PlatformStore(), new MeetingStore(), given.ledger())
                .run(tx, given.act(), klip.platform().id(), minutes));
  }

  @Test
  void what_they_come_from_lists_what_was_made_there() {
    Sent sent = given.request(klip).withItems(1).sent();
    portal.clock().advance(Duration.ofHours(25));
    GivenLetters letters = new GivenLetters(given);
    GivenDecisions decisions = new GivenDecisions(given);
    String letter =
        letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST1", 1));
    long letterId = given.as(theirLead, tx -> letters.desk().letters().fetch(tx, letter)).id();
    String decision = decisions.signed(klip, "partial_block");
    long decisionId =
        given.as(theirLead, tx -> decisions.desk().decisions().fetch(tx, decision)).id();
    long meeting = met();
    String untold = commitments.propose(theirLead, klip, commitments.moderators(30));
    String atMeeting = proposed(CommitmentSource.MEETING, meeting);
    String afterLetter = proposed(CommitmentSource.LETTER, letterId);
    String afterDecision = proposed(CommitmentSource.DECISION, decisionId);
    Http reader = visitors.signedIn(klip.organisation(), Role.LEAD);
    Map<String, String> made =
        Map.of(
            "/meetings/" + meeting, atMeeting,
            "/letters/" + letter, afterLetter,
            "/decisions/" + decision, afterDecision);
    made.forEach(
        (path, number) -> {
          Page page = reader.get(path);
          assertThat(page.document().select("#commitments li a").eachAttr("href"))
              .as(path)
              .containsExactly("/commitments/" + number);
          assertThat(page.document().select("#commitments li").text())
              .contains("diusulkan", "tenggat", "220 moderator untuk Indonesia.");
          assertThat(reader.get("/commitments/" + number).document().select("p.eyebrow a"))
              .as("and back")
              .hasSize(3);
        });
    assertThat(reader.get("/commitments/" + untold).document().select("p.eyebrow a")).hasSize(2);
  }

  @Test
  void a_number_out_of_bounds_is_named_and_kept() {
    Page form = lead.get("/commitments/new?kind=age_limit&platform=" + klip.platform().id());
    Map<String, List<String>> typed = form.form("/commitments");
    typed.put("text", List.of("Usia paling rendah 16 tahun."));
    typed.put("target", List.of("16"));
    typed.put("due_on", List.of(commitments.today().plusDays(60).toString()));
    typed.put("source", List.of("own"));
    typed.put("field_age_from", List.of("16"));
    typed.put("field_age_to", List.of("13"));
    typed.put("field_gate", List.of("tanggal lahir"));
    Page turned = lead.post("/commitments", typed);
    assertThat(turned.status()).isEqualTo(422);
    assertThat(turned.text())
        .contains("Isi angka yang sama dengan atau lebih besar daripada: Dari usia (tahun).");
    typed.put("field_age_to", List.of("950"));
    Page beyond = lead.post("/commitments", typed);
    assertThat(beyond.status()).isEqualTo(422);
    assertThat(beyond.text()).contains("Isi angka dari 0 sampai 120.");
    assertThat(beyond.document().select("#field_age_to").val()).isEqualTo("950");
    typed.put("field_age_to", List.of("17"));
    assertThat(lead.post("/commitments", typed).status()).isEqualTo(303);
    Page share = lead.get("/commitments/new?kind=clean_up&platform=" + klip.platform().id());
    Page most = lead.submit(share, "/commitments", Map.of("target", "950"));
    assertThat(most.text()).contains("Isi angka dari 0 sampai 100.");
  }

  @Test
  void a_lead_names_who_minds_it_and_sees_when_they_left() {
    PersonViewer responder = given.person(klip.organisation(), Role.RESPONDER);
    PersonViewer viewer = given.person(klip.organisation(), Role.VIEWER);
    String number = commitments.agreed(theirLead, klip, commitments.moderators(60));
    String one = "/commitments/" + number;
    Page page = lead.get(one);
    assertThat(page.document().select("#person option").eachAttr("value"))
        .contains(Long.toString(responder.personId()))
        .doesNotContain(
            Long.toString(viewer.personId()), Long.toString(given.officer().personId()));
    Map<String, List<String>> typed = page.form(one + "/owners");
    typed.put("person", List.of(Long.toString(responder.personId())));
    assertThat(lead.post(one + "/owners", typed).status()).isEqualTo(303);
    assertThat(lead.post(one + "/owners", typed).status()).as("sent once").isEqualTo(303);
    assertThat(portal.db().rows("select count(*) from commitment_owner")).containsExactly("1");
    assertThat(
            portal.db().rows("select person_id from notice where kind = 'commitment_owner_named'"))
        .containsExactly(Long.toString(responder.personId()));
    assertThat(commitments.history(theirLead, number).ownerOf(Side.COMPANY).orElseThrow())
        .extracting(Commitment.Owner::personId, Commitment.Owner::named)
        .containsExactly(responder.personId(), true);
    assertThat(supervisor.get(one).text()).contains("Menunjuk penanggung jawab: penanggap");
    for (long refused :
        List.of(
            responder.personId(), viewer.personId(), given.officer().personId(), 999_999_999L)) {
      Page no = visitors.post(lead, one + "/owners", Map.of("person", Long.toString(refused)));
      assertThat(no.status()).as("person %s", refused).isEqualTo(409);
    }
    Http other = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    assertThat(other.get(one).document().select("#minders")).isEmpty();
    assertThat(
            visitors
                .post(other, one + "/owners", Map.of("person", Long.toString(theirLead.personId())))
                .status())
        .isEqualTo(403);
    portal.db().asOwner("update person set active = false where id = " + responder.personId());
    assertThat(lead.get(one).text()).contains("(akun ditutup)");
    assertThat(lead.get(one).document().select("#person option").eachAttr("value"))
        .doesNotContain(Long.toString(responder.personId()));
  }

  private String proposed(CommitmentSource source, long id) {
    ProposalGiven proposal =
        new ProposalGiven(
            klip.platform().id(),
            "staffing",
            source,
            "",
            Optional.of(id),
            commitments.moderators(30));
    return given.as(theirLead, tx -> commitments.desk().propose().run(tx, given.act(), proposal));
  }

  @Test
  void versions_stand_side_by_side_with_what_changed_in_words() {
    String number = commitments.agreed(theirLead, klip, commitments.moderators(60));
    String one = "/commitments/" + number;
    Page form = lead.get(one + "/versions/new");
    assertThat(form.document().select("#rows").val())
        .isEqualTo("Moderator; Indonesia; siang; 20; 210\nModerator; Indonesia; malam; 0; 10");
    String fewer = PromisedLines.typed(GivenCommitments.rows(200));
    assertThat(form.document().select("#milestones").text()).endsWith("120");
    Page silent = lead.submit(form, one + "/versions", Map.of("rows", fewer));
    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.document().select("#rows").val()).isEqualTo(fewer);
    commitments.takeOn(theirLead, number);
    assertThat(
            lead.submit(silent, one + "/versions", Map.of("rows", fewer, "reason", "x")).status())
        .as("an error on the form does not make up for what was not read")
        .isEqualTo(409);
    Page stale = lead.submit(form, one + "/versions", Map.of("rows", fewer, "reason", "x"));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text())
        .contains("Sementara itu ada yang berubah", "Moderator; Indonesia; siang; 20; 210");
    assertThat(stale.document().select("#rows").val()).isEqualTo(fewer);
    String later = commitments.today().plusDays(90).toString();
    Page done =
        lead.submit(
            lead.get(one + "/versions/new"),
            one + "/versions",
            Map.of("rows", fewer, "due_on", later, "reason", "Perekrutan lambat."));
    assertThat(done.status()).isEqualTo(303);
    Page page = supervisor.get(one);
    assertThat(page.text())
        .contains(
            "Versi 2 menunggu tanda tangan",
            "Target: dari 220 orang menjadi 200 orang.",
            "Moderator · Indonesia · siang: dari 20 → 210 menjadi 20 → 190.",
            "Tenggat mundur 30 hari",
            "Perekrutan lambat.",
            "Yang berlaku: versi 1");
    assertThat(page.document().select("#versions thead th")).hasSize(3);
    assertThat(page.document().select("#versions mark").eachText())
        .contains("200 orang", "20 → 190");
    assertThat(
            supervisor
                .get("/platforms/" + klip.platform().id() + "/commitments")
                .document()
                .select("main table tbody tr")
                .eachText())
        .as("on the page that is printed")
        .contains("Moderator Indonesia siang 20 210", "Jumlah 20 220");
    Page why = supervisor.get(one + "/refusal");
    assertThat(supervisor.submit(why, one + "/refusal", Map.of()).status()).isEqualTo(422);
    assertThat(why.text()).as("what it is about").contains("220 moderator");
    supervisor.submit(why, one + "/refusal", Map.of("reason", "Tetap 220."));
    assertThat(lead.get(one).text()).contains("Menolak versi 2: Tetap 220.", "ditolak");
    assertThat(supervisor.get(one + "/refusal").status()).isEqualTo(409);
    supervisor.submit(
        supervisor.get(one + "/cancellation"), one + "/cancellation", Map.of("reason", "Tutup."));
    assertThat(supervisor.get(one + "/cancellation").status()).isEqualTo(409);
    assertThat(lead.get(one).text())
        .contains("Menyatakan pembatalan: Tutup.", "menunggu penyelia kedua");
    String back = one + "/cancellation/withdrawal";
    supervisor.submit(supervisor.get(one), back, Map.of());
    assertThat(lead.get(one).text()).contains("Menarik kembali pernyataan pembatalan");
    assertThat(visitors.post(supervisor, back, Map.of()).status()).isEqualTo(409);
  }

  @Test
  void ten_thousand_reports_and_files_are_paged_and_held_by_no_act() {
    String number = commitments.agreed(theirLead, klip, commitments.moderators(60));
    commitments.prove(theirLead, number, 60);
    portal
        .db()
        .asOwner(
            "insert into commitment_report (commitment_id, version, company_id, side, event_id,"
                + " value, as_of, note, claims_met) select r.commitment_id, r.version,"
                + " r.company_id, r.side, r.event_id, 20 + n / 200, r.as_of - n % 500, '', false"
                + " from commitment_report r, generate_series(1, 9999) n");
    portal
        .db()
        .asOwner(
            "insert into commitment_evidence (report_id, commitment_id, company_id, side, file_id,"
                + " name) select r.id, r.commitment_id, r.company_id, r.side, e.file_id, e.name"
                + " from commitment_report r, commitment_evidence e where r.id <> e.report_id");
    Page page = supervisor.get("/commitments/" + number);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.document().select("#reports li.theirs")).hasSize(50);
    assertThat(page.text()).contains("50 dari 10.000 laporan", "10.000 berkas");
    assertThat(page.document().select("svg.plot circle.reported")).hasSize(120);
    String older = page.document().select("#reports a[href*=before]").attr("href");
    List<String> first = page.document().select("#reports li.theirs header").eachText();
    List<String> behind =
        supervisor.get(older).document().select("#reports li.theirs header").eachText();
    assertThat(behind).hasSize(50).doesNotContainAnyElementsOf(first);
    commitments.report(theirLead, number, 148, false);
    assertThat(commitments.history(theirLead, number).versions()).hasSize(1);
    assertThat(lead.get("/platforms/" + klip.platform().id() + "/commitments").text())
        .contains("148 orang per");
  }

  @Test
  void progress_is_reported_with_files_that_the_ministry_reads_and_plotted() {
    String number = commitments.agreed(theirLead, klip, commitments.moderators(60));
    String one = "/commitments/" + number;
    Page form = lead.get(one + "/reports/new");
    Map<String, List<String>> typed = form.form(one + "/reports");
    typed.put("value", List.of("148"));
    typed.put("note", List.of("Daftar piket terlampir."));
    byte[] roster = "daftar piket".getBytes(UTF_8);
    Page undated = lead.upload(one + "/reports", typed, "files", "piket.txt", roster);
    assertThat(undated.status()).isEqualTo(422);
    assertThat(undated.text()).contains("Isi tanggal bukti");
    assertThat(undated.document().select("#note").text()).isEqualTo("Daftar piket terlampir.");
    typed.put("evidence_on", List.of(commitments.today().toString()));
    typed.put("claims_met", List.of("yes"));
    Page early = lead.upload(one + "/reports", typed, "files", "piket.txt", roster);
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.text()).contains("belum mencapai target");
    typed.put("claims_met", List.of("no"));
    Page done = lead.upload(one + "/reports", typed, "files", "piket.txt", roster);
    assertThat(done.status()).isEqualTo(303);
    Page page = supervisor.get(one);
    assertThat(page.text()).contains("berjalan", "148 orang", "piket.txt");
    assertThat(page.document().select("svg.plot").attr("aria-label"))
        .contains("dijanjikan 220 orang", "terakhir dilaporkan 148 orang");
    assertThat(page.document().select("svg.plot polyline.promised:not(.level)")).hasSize(1);
    assertThat(page.document().select("svg.plot circle.reported")).hasSize(1);
    String level = commitments.proposeCleanUp(theirLead, klip, "https://klip.example/v/1");
    commitments.sign(theirLead, level, 1);
    commitments.sign(given.supervisor(), level, 1);
    Page target = supervisor.get("/commitments/" + level);
    assertThat(target.document().select("polyline.promised.level"))
        .as("drawn where nothing is said of the way to the target, too, and otherwise")
        .hasSize(1);
    assertThat(target.document().select("svg.plot .words").text())
        .contains("target 95 pada tenggat");
    String file = page.document().select("#reports a").attr("href");
    assertThat(supervisor.get(file).text()).isEqualTo("daftar piket");
    assertThat(supervisor.get(file.replace("/file", "/picture")).status()).isEqualTo(404);
    typed.put("act", List.of(given.act().toString()));
    typed.put("value", List.of("220"));
    typed.put("claims_met", List.of("yes"));
    visitors.post(lead, one + "/owners", Map.of());
    assertThat(lead.get("/commitments?mine=yes").text()).contains(number);
    assertThat(supervisor.get("/commitments?mine=yes").text()).doesNotContain(number);
    assertThat(lead.get("/commitments?due=90").text()).contains(number);
    assertThat(lead.get("/commitments?due=30").text()).doesNotContain(number);
    String companies = "/commitments?company=";
    assertThat(supervisor.get(companies + klip.id()).text()).contains(number);
    assertThat(supervisor.get(companies + (klip.id() + 1)).text()).doesNotContain(number);
    lead.upload(one + "/reports", typed, "files", "foto.png", Samples.png(8, 8));
    String picture =
        supervisor.get(one).document().select("#reports a[href$=/picture]").attr("href");
    Page seen = supervisor.get(picture);
    assertThat(seen.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(seen.header("Content-Security-Policy")).contains("sandbox");
    Http stranger = visitors.signedIn(given.company("Video").organisation(), Role.LEAD);
    assertThat(stranger.get(file).status()).isEqualTo(404);
    assertThat(stranger.get(one).status()).isEqualTo(404);
    Page set = lead.get("/platforms/" + klip.platform().id() + "/commitments");
    assertThat(set.text()).contains("Semua komitmen Klip", number, "220 orang per");
    assertThat(stranger.get("/platforms/" + klip.platform().id() + "/commitments").status())
        .isEqualTo(404);
    String csv = supervisor.get("/exports/commitments?format=csv").text();
    assertThat(csv).contains(number, "dinyatakan tercapai", "220");
    assertThat(supervisor.get("/exports/commitments?format=csv&mark=late").text())
        .doesNotContain(number);
    assertThat(
            supervisor
                .get("/commitments?word=claimed")
                .document()
                .select(".counters a[aria-current] b")
                .text())
        .isEqualTo("1");
  }
}
