package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.commitments.CommitmentSource;
import id.narahubung.commitments.FindingResult;
import id.narahubung.commitments.ProposalGiven;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.MinutesGiven;
import id.narahubung.meetings.SignMinutes;
import id.narahubung.meetings.WriteMinutes;
import id.narahubung.platforms.MakePlatform;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.CheckGiven;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.Surface;
import id.narahubung.requests.Verdict;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Samples;
import id.narahubung.testing.Visitors;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of a platform, as both sides read it, and what it counts. */
final class AccessPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final GivenDecisions decisions = new GivenDecisions(given);
  private final GivenCommitments commitments = new GivenCommitments(given);
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private PersonViewer lead;
  private Http officer;
  private Http company;

  @BeforeEach
  void somebodyOfEachSide() {
    klip = given.company("Klip");
    lead = given.person(klip.organisation(), Role.LEAD);
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    company = visitors.signedIn(klip.organisation(), Role.LEAD);
  }

  /** From the page that has the form. */
  private static Page send(Http who, String path, Map<String, String> typed) {
    return who.submit(path, path, typed);
  }

  @Test
  void a_platform_shows_its_access_over_time_and_takes_a_request_to_open_again() {
    String page = "/platforms/" + klip.platform().id();
    assertThat(company.get(page).text()).contains("akses terbuka");
    assertThat(company.get(page).document().select("#execution")).as("nothing to do").isEmpty();
    long later =
        decisions.prepare(
            given.officer(),
            klip,
            GivenDecisions.timed(
                decisions.content("partial_block"),
                Optional.of(portal.clock().instant().plus(Duration.ofMinutes(20))),
                Optional.empty()));
    decisions.waiveChecks(later);
    String toCome = decisions.sign(decisions.signer(), later, "partial_block");
    decisions.execute(given.officer(), toCome, "Telkom", ExecutionState.ORDERED);
    assertThat(company.get(page).document().select("#execution li").eachText())
        .as("of what is to come, too")
        .hasSize(1)
        .allMatch(line -> line.startsWith("Telkom"));
    String number = decisions.signed(klip, "full_block");
    portal.clock().advance(Duration.ofMinutes(50));
    Page blocked = company.get(page);
    assertThat(blocked.text()).contains("diputus penuh", number, "Akses sudah 1 kali diputus");
    assertThat(blocked.document().select("svg.band rect")).hasSize(2);
    assertThat(blocked.document().select("svg.marks a").eachAttr("href"))
        .as("without what never began")
        .containsExactly("/decisions/" + number);
    assertThat(blocked.text())
        .contains("Yang memutus adalah pejabat berwenang", "1 Apr 2026: Sampel beranda");
    String asking = page + "/normalisation";
    assertThat(send(company, asking, Map.of("statement", "")).status()).isEqualTo(422);
    Page poor =
        send(
            company,
            asking,
            Map.of("statement", "Sudah bersih.", "request_letter", "-", "proof_gone", "Hilang."));
    assertThat(poor.status()).isEqualTo(422);
    assertThat(poor.document().select("#request_letter-error").text())
        .contains("paling sedikit 20 karakter");
    assertThat(poor.document().select("#file_proof_gone-error").text()).contains("pilih berkasnya");
    assertThat(poor.document().select("#proof_gone").text()).isEqualTo("Hilang.");
    Page done =
        company.submit(
            poor,
            asking,
            Map.of("request_letter", "Surat nomor 12 tanggal 9 Juli", "proof_gone", ""));
    assertThat(done.location()).isEqualTo("/normalisations/PN-2026-0001");
    assertThat(officer.get(done.location()).text())
        .contains("Sudah bersih.", "5 dokumen belum ada", "perlu berkasnya", "paling sedikit 20");
    String adding = done.location() + "/papers";
    Map<String, List<String>> typed = company.get(adding).form(adding);
    typed.put("paper", List.of("identity_document"));
    Page unread = company.upload(adding, typed, "file", "ktp.pdf", new byte[] {1, 2, 3});
    assertThat(unread.status()).isEqualTo(422);
    assertThat(unread.document().select("#file-error")).isNotEmpty();
    assertThat(unread.document().select("#text-error")).as("a file came").isEmpty();
    assertThat(company.submit(unread, adding, Map.of()).status()).as("neither").isEqualTo(422);
    Page told = company.submit(unread, adding, Map.of("text", "KTP nomor 3174 sekian"));
    assertThat(told.document().select("#file-error").text())
        .contains("keterangan saja belum cukup");
    assertThat(told.document().select("#text").text()).isEqualTo("KTP nomor 3174 sekian");
    company.upload(adding, typed, "file", "ktp.pdf", Samples.pdf());
    Page shown = officer.get(done.location());
    assertThat(shown.text()).contains("4 dokumen belum ada", "Unduh ktp.pdf");
    String file = shown.document().select("a[href$=/file]").attr("href");
    assertThat(officer.getBytes(file)).isEqualTo(Samples.pdf());
    assertThat(officer.get(file).header("Content-Disposition"))
        .startsWith("attachment; filename=\"ktp.pdf\"");
    for (String paper : GivenDecisions.PAPERS) {
      typed = company.get(adding).form(adding);
      typed.put("paper", List.of(paper));
      company.upload(adding, typed, "file", "surat.pdf", Samples.pdf());
    }
    assertThat(company.get(done.location()).text()).contains("Lengkap; diputus paling lambat");
    portal.db().asOwner("update person set time_zone = 'Asia/Tokyo' where side = 'company'");
    assertThat(company.get(done.location()).document().select(".lede").text())
        .as("in the reader's zone, too")
        .contains(" WIB (", "Tokyo)");
    portal.db().asOwner("update person set time_zone = 'Asia/Jakarta' where side = 'company'");
    String calling = done.location() + "/lacks";
    Page silent = send(officer, calling, Map.of("paper", "identity_document"));
    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.document().select("input[value=identity_document]").hasAttr("checked"))
        .isTrue();
    officer.submit(silent, calling, Map.of("reason", "Tidak terbaca."));
    assertThat(company.get(done.location()).text())
        .contains("hitungan 2 × 24 jam", "tidak memadai Tidak terbaca.", "1 belum ada");
    assertThat(company.get(calling).status()).isEqualTo(403);
    assertThat(company.get("/").text()).contains("PN-2026-0001");
    typed = company.get(adding).form(adding);
    typed.put("paper", List.of("identity_document"));
    company.upload(adding, typed, "file", "paspor.pdf", Samples.pdf());
    assertThat(officer.get(done.location()).text()).contains("Lengkap; diputus paling lambat");
    assertThat(officer.get("/decisions").document().select("#tasks").text())
        .contains("PN-2026-0001");
    assertThat(officer.get("/platforms").text()).contains("Klip", "diputus penuh");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    String plan = "a[href='/verifications/new?commitment=" + promise + "']";
    assertThat(officer.get(page).document().select(plan).text())
        .isEqualTo("Rencanakan verifikasi…");
    assertThat(company.get(page).document().select(plan)).isEmpty();
    commitments.find(given.officer(), promise, FindingResult.FAIL, 90);
    assertThat(officer.get(page).document().select(plan).text()).isEqualTo("Rencanakan lagi…");
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    assertThat(officer.get(page).document().select(plan)).as("it holds").isEmpty();
    assertThat(company.get(page).document().select("svg.marks a.commitment").eachAttr("aria-label"))
        .as("its text and each check of it")
        .allMatch(label -> label.startsWith(promise))
        .anyMatch(label -> label.contains("versi 1 berlaku"))
        .anyMatch(label -> label.contains("gagal"))
        .anyMatch(label -> label.contains("lulus"));
    String answer = decisions.signed(klip, "full_restore");
    assertThat(company.get(done.location()).document().select(".lede").text())
        .isEqualTo("Sudah diputus: " + answer);
    assertThat(officer.get(calling).status()).as("decided").isEqualTo(409);
    decisions.signed(klip, "full_block");
    portal.clock().advance(Duration.ofMinutes(1));
    String again = "/normalisations/" + decisions.ask(lead, klip, List.of());
    assertThat(send(company, again + "/withdrawal", Map.of("reason", "")).status()).isEqualTo(422);
    send(company, again + "/withdrawal", Map.of("reason", "Keliru."));
    Page back = officer.get(again);
    assertThat(back.text()).contains("Ditarik kembali oleh perusahaan", "Keliru.");
    assertThat(back.document().select(".actions a")).as("nothing to do").isEmpty();
    assertThat(officer.get("/decisions").text()).doesNotContain(again.substring(16));
    assertThat(company.get(page).document().select("svg.marks a.normalisation"))
        .hasSizeGreaterThan(2);
    Http stranger = visitors.signedIn(given.company("Video").organisation(), Role.LEAD);
    assertThat(stranger.get(page).status()).isEqualTo(404);
    assertThat(stranger.get(done.location()).status()).isEqualTo(404);
    assertThat(stranger.get(file).status()).isEqualTo(404);
  }

  @Test
  void it_leads_to_the_whole_set_of_its_company_by_platform() {
    String first = commitments.agreed(lead, klip, commitments.moderators(90));
    Platform video =
        given.as(
            SystemViewer.CONSOLE,
            tx ->
                new MakePlatform(new PlatformStore(), given.ledger())
                    .run(
                        tx,
                        given.act(),
                        new MakePlatform.NewPlatform(
                            klip.organisation(),
                            "Video",
                            Words.WIB,
                            LocalTime.of(8, 0),
                            LocalTime.of(17, 0),
                            List.of("video.example"))));
    String other = commitments.propose(lead, video.id(), commitments.moderators(60));
    String whole = "/companies/" + klip.id() + "/commitments";
    assertThat(
            officer
                .get("/platforms/" + klip.platform().id())
                .document()
                .select("a")
                .eachAttr("href"))
        .contains(whole);
    Page set = company.get(whole);
    assertThat(set.document().select("section:has(h3) > h2").eachText())
        .containsExactly("Klip", "Video");
    assertThat(set.document().select("h3 a.number").eachText()).containsExactly(first, other);
    assertThat(company.get("/company").document().select("main a").eachAttr("href"))
        .contains(whole);
    assertThat(company.get("/commitments").document().select(".title a").eachAttr("href"))
        .contains(whole);
    assertThat(
            officer
                .get("/commitments?company=" + klip.id())
                .document()
                .select(".title a")
                .eachAttr("href"))
        .contains(whole);
    assertThat(
            visitors.signedIn(given.company("Lain").organisation(), Role.LEAD).get(whole).status())
        .isEqualTo(404);
  }

  @Test
  void both_sides_read_how_far_the_providers_are_operator_by_operator() {
    String page = "/platforms/" + klip.platform().id();
    decisions.signed(klip, "full_block");
    portal.clock().advance(Duration.ofMinutes(5));
    String opened = decisions.signed(klip, "full_restore");
    decisions.execute(given.officer(), opened, "Telkom", ExecutionState.DONE);
    decisions.execute(given.officer(), opened, "Indosat", ExecutionState.ORDERED);
    decisions.execute(given.officer(), opened, "XL", ExecutionState.FAILED);
    portal.clock().advance(Duration.ofMinutes(5));
    decisions.execute(given.officer(), opened, "Telkom", ExecutionState.CONFIRMED);
    Page shown = company.get(page);
    assertThat(shown.document().select(".title a[href$=#execution]").text())
        .isEqualTo(
            "Pemulihan tampak pada 1 dari 3 penyelenggara internet, 1 di antaranya sudah"
                + " dipastikan; gagal pada 1");
    assertThat(shown.document().select(".title a[href$=#execution]").attr("href"))
        .isEqualTo("/decisions/" + opened + "#execution");
    assertThat(shown.document().select("#execution li").eachText())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("Telkom dipastikan"))
        .anyMatch(line -> line.startsWith("XL gagal"));
    assertThat(officer.get("/decisions/" + opened).document().select("#execution header").text())
        .contains("1 dari 3 penyelenggara sudah melaksanakan");
  }

  @Test
  void meetings_stand_on_the_page_with_who_met_what_was_signed_and_what_was_promised() {
    String page = "/platforms/" + klip.platform().id();
    MeetingStore meetings = new MeetingStore();
    WriteMinutes write = new WriteMinutes(new PlatformStore(), meetings, given.ledger());
    for (int day = 1; day <= 6; day++) {
      LocalDate held = LocalDate.of(2026, 2, day);
      given
          .db()
          .run(
              lead,
              tx ->
                  write.run(
                      tx,
                      given.act(),
                      klip.platform().id(),
                      new MinutesGiven(
                          held,
                          "Jakarta",
                          new Meeting.Text(
                              "Pembersihan", "direktur jenderal", "narahubung", "Selesai."))));
    }
    Page shown = officer.get(page);
    assertThat(shown.document().select("#meetings tbody th a").eachText())
        .as("the last five")
        .containsExactly("6 Feb 2026", "5 Feb 2026", "4 Feb 2026", "3 Feb 2026", "2 Feb 2026");
    assertThat(shown.document().select("#meetings .actions a").eachAttr("href"))
        .containsExactly(
            "/meetings/new?platform=" + klip.platform().id(),
            "/meetings?platform=" + klip.platform().id());
    String last = shown.document().select("#meetings tbody th a").getFirst().attr("href");
    long id = Long.parseLong(last.substring(last.lastIndexOf('/') + 1));
    SignMinutes sign = new SignMinutes(meetings, given.ledger());
    given.db().run(lead, tx -> sign.run(tx, given.act(), id, 1));
    String promise =
        given.as(
            lead,
            tx ->
                commitments
                    .desk()
                    .propose()
                    .run(
                        tx,
                        given.act(),
                        new ProposalGiven(
                            klip.platform().id(),
                            "staffing",
                            CommitmentSource.MEETING,
                            "",
                            Optional.of(id),
                            commitments.moderators(90))));
    String row = company.get(page).document().select("#meetings tbody tr").getFirst().text();
    assertThat(row)
        .contains("Jakarta", "Kementerian: direktur jenderal", "Perusahaan: narahubung")
        .contains("menunggu tanda tangan", "Kementerian: belum menandatangani")
        .contains("Perusahaan: 2 Mar 2026")
        .contains(promise);
    Http auditor = visitors.signedIn(given.ministry(), Role.AUDITOR);
    assertThat(auditor.get(page).document().select("#meetings .actions a").eachAttr("href"))
        .as("reads, and writes none")
        .containsExactly("/meetings?platform=" + klip.platform().id());
  }

  @Test
  void the_weeks_count_what_fell_due_and_what_was_found_of_what_was_answered() {
    PersonViewer responder = given.responder(klip);
    decisions.signed(klip, "partial_block");
    List<ItemRef> items = given.request(klip).withItems(6).sent().refs();
    given.request(given.company("Video")).withItems(2).sent();
    portal.clock().advance(Duration.ofHours(1));
    answer(responder, items.subList(0, 3), removed());
    AnswerGiven question = new AnswerGiven("K1", Optional.empty(), Map.of("questions", "Di mana?"));
    answer(responder, items.subList(3, 4), question);
    given.as(
        given.supervisor(),
        tx ->
            given
                .desk()
                .withdrawItems()
                .run(tx, given.act(), refs().subList(4, 5), true, "Keliru."));
    check(0, Verdict.DOWN);
    check(1, Verdict.STILL_UP);
    check(2, Verdict.UNCHECKED);
    assertThat(lastWeek()).as("nothing fell due yet").isEqualTo(week(0, 0, 2, 1));
    portal.clock().advance(Duration.ofHours(24));
    answer(responder, refs().subList(5, 6), removed());
    assertThat(lastWeek())
        .as("three in time, one of them up still; one asked, one came late; one was withdrawn")
        .isEqualTo(week(5, 3, 2, 1));
    assertThat(fellDue("2026-03-02", "2026-03-09"))
        .as("counted for the band, too, and on its own days alone")
        .isEqualTo(new Weeks.Count(5, 3));
    assertThat(fellDue("2026-03-09", "2026-03-16")).isEqualTo(Weeks.Count.NONE);
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    Page shown = officer.get("/platforms/" + klip.platform().id());
    assertThat(shown.document().select("svg.strip rect")).isNotEmpty();
    assertThat(shown.document().select("svg.strip title").text())
        .contains("5 item jatuh tempo, 3 dijawab tepat waktu");
    assertThat(shown.document().select("main a[href^=/figures]").eachAttr("href"))
        .containsExactly("/figures?weeks=13&company=" + klip.id());
  }

  private Weeks.Count fellDue(String from, String next) {
    return given
        .as(
            given.officer(),
            tx ->
                new WeekStore()
                    .due(tx, klip.platform().id(), LocalDate.parse(from), LocalDate.parse(next)))
        .values()
        .stream()
        .reduce(Weeks.Count.NONE, Weeks.Count::and);
  }

  private Weeks.Week lastWeek() {
    return given
        .as(given.officer(), tx -> new WeekStore().read(tx, klip.platform().id()))
        .rows()
        .getLast();
  }

  private static Weeks.Week week(int due, int inTime, int checked, int gone) {
    return new Weeks.Week(LocalDate.of(2026, 3, 2), due, inTime, checked, gone);
  }

  private List<ItemRef> refs() {
    long request = Long.parseLong(portal.db().rows("select min(id) from request").getFirst());
    return given.refs(given.officer(), request);
  }

  private AnswerGiven removed() {
    return new AnswerGiven(
        "D1",
        Optional.empty(),
        Map.of("rule_line", "3.2", "acted_at", portal.clock().instant().toString()));
  }

  private void answer(PersonViewer who, List<ItemRef> items, AnswerGiven answer) {
    given.db().run(who, tx -> given.desk().answer().run(tx, given.act(), items, answer));
  }

  private void check(int item, Verdict verdict) {
    CheckGiven look =
        new CheckGiven(verdict, portal.clock().instant(), "IndiHome", "ID", Surface.WEB, false, "");
    given.as(
        given.officer(),
        tx -> given.desk().check().run(tx, given.act(), refs().subList(item, item + 1), look));
  }
}
