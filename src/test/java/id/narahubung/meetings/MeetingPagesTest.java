package id.narahubung.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.meetings.Meeting.Text;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Race;
import id.narahubung.testing.Refused;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Minutes of meetings: written by either side, signed by both, mended as further versions. */
final class MeetingPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final Text SAID =
      new Text(
          "Pembersihan konten", "direktur jenderal", "narahubung", "Selesai dalam tujuh hari.");
  private static final Text MENDED =
      new Text("Pembersihan konten", "direktur jenderal", "narahubung", "Selesai dalam tiga hari.");

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private final MeetingStore meetings = new MeetingStore();
  private final WriteMinutes write =
      new WriteMinutes(new PlatformStore(), meetings, given.ledger());
  private final MendMinutes mend = new MendMinutes(meetings, given.ledger());
  private final SignMinutes sign = new SignMinutes(meetings, given.ledger());
  private Company klip;
  private Company video;
  private PersonViewer officer;
  private PersonViewer supervisor;
  private PersonViewer lead;

  @BeforeEach
  void twoCompanies() {
    klip = given.company("Klip");
    video = given.company("Video");
    officer = given.officer();
    supervisor = given.supervisor();
    lead = given.person(klip.organisation(), Role.LEAD);
  }

  private long written(PersonViewer by, Company with) {
    return given.as(
        by,
        tx ->
            write.run(
                tx,
                given.act(),
                with.platform().id(),
                new MinutesGiven(LocalDate.parse("2026-03-01"), "Jakarta", SAID)));
  }

  private void sign(PersonViewer by, long meeting, int version) {
    given.db().run(by, tx -> sign.run(tx, given.act(), meeting, version));
  }

  private void mend(PersonViewer by, long meeting, int version, Text text, String reason) {
    given.db().run(by, tx -> mend.run(tx, given.act(), meeting, version, text, reason));
  }

  private Meeting fetch(long meeting) {
    return given.as(officer, tx -> meetings.fetch(tx, meeting));
  }

  @Test
  void what_both_sides_signed_stays_in_force_until_both_sign_another_version() {
    long meeting = written(lead, klip);
    sign(supervisor, meeting, 1);
    assertThat(fetch(meeting).inForce()).isEmpty();
    sign(lead, meeting, 1);
    assertThat(fetch(meeting).inForce().map(Meeting.Minutes::number)).contains(1);
    mend(officer, meeting, 1, MENDED, "Tenggatnya keliru.");
    sign(supervisor, meeting, 2);
    assertThat(fetch(meeting).inForce().map(Meeting.Minutes::text)).contains(SAID);
    sign(lead, meeting, 2);
    assertThat(fetch(meeting).inForce().map(Meeting.Minutes::text)).contains(MENDED);
    assertThat(portal.db().rows("select kind from event where kind like 'minutes.%' order by id"))
        .containsExactly(
            "minutes.written",
            "minutes.signed",
            "minutes.signed",
            "minutes.mended",
            "minutes.signed",
            "minutes.signed");
  }

  @Test
  void a_side_signs_once_and_what_it_read() {
    long meeting = written(officer, klip);
    sign(lead, meeting, 1);
    Refused.byRule("meeting.refused.signed", () -> sign(lead, meeting, 1));
    mend(officer, meeting, 1, MENDED, "Tenggatnya keliru.");
    Refused.asStale(() -> sign(supervisor, meeting, 1));
    Refused.asStale(() -> mend(lead, meeting, 1, SAID, "Semula."));
    Refused.byRule("meeting.refused.same", () -> mend(officer, meeting, 2, MENDED, "Sama saja."));
    Refused.byRule("meeting.refused.reason", () -> mend(officer, meeting, 2, SAID, ""));
  }

  @Test
  void two_who_sign_for_one_side_at_once_sign_once() {
    long meeting = written(officer, klip);
    PersonViewer other = given.person(klip.organisation(), Role.LEAD);
    Refused.byConstraint(
        "minutes_signature_pkey",
        () ->
            new Race(portal.db())
                .run(
                    given,
                    new Race.Person(lead, tx -> sign.run(tx, given.act(), meeting, 1)),
                    new Race.Person(other, tx -> sign.run(tx, given.act(), meeting, 1))));
    assertThat(fetch(meeting).latest().signatures()).hasSize(1);
  }

  @Test
  void minutes_are_written_by_those_who_work_on_cases_and_signed_by_those_who_answer_for_them() {
    Refused.forLackOf(
        Permission.WRITE_MINUTES,
        () -> written(given.person(klip.organisation(), Role.VIEWER), klip));
    Refused.forLackOf(
        Permission.WRITE_MINUTES,
        () -> mend(given.person(given.ministry(), Role.AUDITOR), 1, 1, SAID, "Keliru."));
    long meeting = written(officer, klip);
    Refused.forLackOf(Permission.SIGN_MINUTES, () -> sign(officer, meeting, 1));
    Refused.forLackOf(Permission.SIGN_MINUTES, () -> sign(given.responder(klip), meeting, 1));
  }

  @Test
  void another_company_neither_reads_nor_writes_and_what_is_written_stays() {
    long meeting = written(officer, klip);
    PersonViewer stranger = given.person(video.organisation(), Role.LEAD);
    Refused.asUnknown(() -> sign(stranger, meeting, 1));
    Refused.asUnknown(() -> written(stranger, klip));
    List<Meeting> seen =
        given.as(stranger, tx -> meetings.list(tx, Optional.empty(), Optional.empty(), 9));
    assertThat(seen).isEmpty();
    long own = written(lead, klip);
    String visited =
        "insert into meeting (platform_id, company_id, side, event_id, held_on, place, of_visit)"
            + " select platform_id, company_id, side, event_id, held_on, place, %s from meeting"
            + " where id = "
            + own;
    given.db().run(lead, tx -> tx.sql().execute(visited.formatted("false")));
    Refused.byTheWall(
        "calls its own minutes those of a visit",
        () -> given.db().run(lead, tx -> tx.sql().execute(visited.formatted("true"))));
    Refused.byTheWall(
        "signed for the other side",
        () ->
            given
                .db()
                .run(
                    lead,
                    tx ->
                        tx.sql()
                            .execute(
                                "insert into minutes_signature (meeting_id, number, of_side,"
                                    + " company_id, side, event_id, signed_at) select meeting_id,"
                                    + " number, 'ministry', company_id, side, event_id, written_at"
                                    + " from minutes")));
    Refused.byTheWall(
        "changed",
        () ->
            given
                .db()
                .run(supervisor, tx -> tx.sql().execute("update minutes set body = 'Lain.'")));
  }

  @Test
  void what_was_typed_stays_until_it_is_good_and_is_saved_once() {
    Http writer = visitors.signedIn(given.ministry(), Role.OFFICER);
    assertThat(writer.get("/meetings").text()).contains("Belum ada rapat yang dicatat");
    Page form = writer.get("/meetings/new");
    Map<String, String> typed =
        Map.of(
            "platform", Long.toString(klip.platform().id()),
            "held_on", "2026-03-05",
            "place", "Jakarta",
            "agenda", "Penyaringan",
            "ministry_present", "penyelia",
            "company_present", "narahubung",
            "body", "Dibahas.\nDisepakati.");
    Page tooEarly = writer.submit(form, "/meetings", typed);
    assertThat(tooEarly.status()).isEqualTo(422);
    assertThat(tooEarly.text()).contains("Tanggal rapat belum tiba");
    assertThat(tooEarly.form("/meetings"))
        .containsEntry("body", List.of("Dibahas.\nDisepakati."))
        .containsEntry("platform", List.of(Long.toString(klip.platform().id())));
    Page nothing = writer.submit(form, "/meetings", Map.of("platform", "", "held_on", ""));
    assertThat(nothing.text())
        .contains("Pilih layanan yang dibahas.", "Tuliskan tempat rapat.", "Tuliskan isi risalah.");
    Map<String, List<String>> good = tooEarly.form("/meetings");
    good.put("held_on", List.of("2026-03-01"));
    String path = writer.post("/meetings", good).location();
    assertThat(writer.post("/meetings", good).location()).isEqualTo(path);
    assertThat(portal.db().rows("select count(*) from meeting")).containsExactly("1");
    assertThat(writer.get(path).text()).contains("Rapat 1 Mar 2026, Jakarta", "Dibahas.");
    assertThat(writer.get(path).document().select("form[action$=/signatures]")).isEmpty();
  }

  @Test
  void who_mends_what_another_has_mended_is_told_what_stands_and_keeps_what_was_typed() {
    long meeting = written(officer, klip);
    Http signer = visitors.signedIn(klip.organisation(), Role.LEAD);
    String path = "/meetings/" + meeting;
    Page form = signer.get(path + "/minutes/new");
    assertThat(form.form(path + "/minutes")).containsEntry("body", List.of(SAID.body()));
    mend(officer, meeting, 1, MENDED, "Tenggatnya keliru.");
    Map<String, String> typed = Map.of("body", "Selesai besok.", "reason", "Lebih cepat.");
    Page stale = signer.submit(form, path + "/minutes", typed);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text()).contains("Isi risalah: " + MENDED.body());
    assertThat(stale.form(path + "/minutes")).containsEntry("body", List.of("Selesai besok."));
    assertThat(signer.submit(stale, path + "/minutes", Map.of()).status()).isEqualTo(303);
    Page page = signer.get(path);
    assertThat(page.document().select("main section h2").eachText())
        .containsExactly(
            "Risalah versi 3 menunggu tanda tangan",
            "Risalah versi 2 digantikan",
            "Risalah versi 1 digantikan");
    Page unread = signer.submit(page, path + "/signatures", Map.of());
    assertThat(unread.status()).isEqualTo(422);
    assertThat(unread.document().select("[role=alert]").text()).contains("centang pernyataan");
    Map<String, String> read = Map.of("read", "yes");
    assertThat(signer.submit(unread, path + "/signatures", read).status()).isEqualTo(303);
    assertThat(signer.get(path).document().select("form[action$=/signatures]")).isEmpty();
  }
}
