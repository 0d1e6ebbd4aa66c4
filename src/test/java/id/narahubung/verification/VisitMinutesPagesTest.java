package id.narahubung.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.BadInput;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.MinutesGiven;
import id.narahubung.meetings.WriteMinutes;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Race;
import id.narahubung.testing.Refused;
import id.narahubung.testing.RunningPortal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The minutes of a visit, as both sides meet them on their pages. */
final class VisitMinutesPagesTest extends VerificationWorld {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  VisitMinutesPagesTest() {
    super(portal);
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
    String entry = "Risalah ditandatangani kedua pihak ";
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
}
