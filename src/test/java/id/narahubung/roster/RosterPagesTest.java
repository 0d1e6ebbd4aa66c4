package id.narahubung.roster;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The duty roster of both sides, as it is kept and read in the browser. */
final class RosterPagesTest {

  private static final String SHIFTS = "/roster/shifts";
  private static final String NEW = "/roster/shifts/new?week=2026-03-02";

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Http lead;
  private Http supervisor;
  private String leadId;

  @BeforeEach
  void aLeadAndASupervisor() {
    klip = given.company("Klip");
    supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    lead = visitors.signedIn(klip.organisation(), Role.LEAD);
    leadId = portal.db().rows("select max(id) from person").getFirst();
  }

  @Test
  void a_shift_entered_shows_who_is_on_duty_to_both_sides_and_its_gaps_to_the_own() {
    assertThat(lead.get("/roster").text())
        .contains("Belum ada giliran pada minggu ini", "Tidak ada yang piket");
    Page added = lead.submit(NEW, SHIFTS, shift(Map.of()));
    Page page = lead.follow(added);
    assertThat(page.text())
        .contains("1 giliran ditambahkan.", "08.00–20.00", "+62 21 500 100", "sekarang")
        .contains("Tidak ada yang piket Sen 2 Mar 00.00 – Sen 2 Mar 08.00")
        .doesNotContain("??");
    Page theirs = supervisor.get("/roster");
    assertThat(theirs.text())
        .contains("Narahubung 01, sampai 2 Mar 2026 20.00 WIB")
        .doesNotContain("500 100");
    lead.submit("/roster/setting", "/roster/setting", Map.of("shares_phone", "yes"));
    assertThat(supervisor.get("/roster").text()).contains("Narahubung 01, +62 21 500 100");
  }

  @Test
  void what_was_typed_stays_where_shifts_are_refused() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("phone", "telepon"),
            Map.of("from", ""),
            Map.of("person", "0"),
            Map.of("days", "2026-03-20"))) {
      Page refused = lead.submit(NEW, SHIFTS, shift(wrong));
      String field = wrong.keySet().iterator().next();
      assertThat(refused.status()).as(field).isEqualTo(422);
      assertThat(refused.document().select(".faults a").eachAttr("href"))
          .containsExactly("#" + field);
      assertThat(refused.form(SHIFTS).get("until")).containsExactly("20:00");
    }
    String march = "/roster/shifts/new?week=2026-03-29";
    lead.submit("/roster/setting", "/roster/setting", Map.of("zone", "Europe/Dublin"));
    Page skipped =
        lead.submit(
            march, SHIFTS, shift(Map.of("days", "2026-03-29", "from", "01:30", "until", "02:00")));
    assertThat(skipped.status()).isEqualTo(422);
    assertThat(skipped.text()).contains("Pada Min 29 Mar jam dimajukan");
    assertThat(skipped.form(SHIFTS).get("from")).containsExactly("01:30");
    lead.submit("/roster/setting", "/roster/setting", Map.of("zone", "Asia/Jakarta"));
    lead.submit(NEW, SHIFTS, shift(Map.of()));
    Page taken = lead.submit(NEW, SHIFTS, shift(Map.of()));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.text()).contains("Orang ini sudah piket pada Sen 2 Mar");
    assertThat(portal.db().rows("select 1 from duty_shift")).hasSize(1);
  }

  @Test
  void a_form_sent_twice_adds_and_copies_once() {
    Page form = lead.get(NEW);
    lead.submit(form, SHIFTS, shift(Map.of()));
    assertThat(lead.submit(form, SHIFTS, shift(Map.of())).status()).isEqualTo(303);
    Page week = lead.get("/roster?week=2026-03-05");
    Page copied = lead.submit(week, "/roster/copies", Map.of("weeks", "2"));
    assertThat(lead.follow(copied).text()).contains("2 dari 2 giliran disalin.", "Sen 9 Mar");
    assertThat(lead.submit(week, "/roster/copies", Map.of("weeks", "2")).status()).isEqualTo(303);
    assertThat(portal.db().rows("select 1 from duty_shift")).hasSize(3);
  }

  @Test
  void a_shift_is_removed_after_asking() {
    lead.submit(NEW, SHIFTS, shift(Map.of()));
    String id = portal.db().rows("select id from duty_shift").getFirst();
    String removal = SHIFTS + "/" + id + "/removal";
    assertThat(lead.get(removal).text()).contains("Sen 2 Mar, 08.00–20.00, Pertama, 01 Nama");
    assertThat(supervisor.get(removal).status()).isEqualTo(404);
    assertThat(lead.follow(lead.submit(removal, removal, Map.of())).text())
        .contains("Giliran dihapus.");
    assertThat(lead.get("/roster").text()).contains("Tidak ada yang piket");
  }

  @Test
  void of_two_who_change_the_setting_the_second_sees_what_the_first_saved() {
    Page open = lead.get("/roster/setting");
    lead.submit("/roster/setting", "/roster/setting", Map.of("urgent_minutes", "20"));
    Page stale = lead.submit(open, "/roster/setting", Map.of("urgent_minutes", "25"));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.document().select(".notice.late").text()).contains("(menit): 20");
    assertThat(stale.form("/roster/setting").get("urgent_minutes")).containsExactly("25");
    Page wrong = lead.submit("/roster/setting", "/roster/setting", Map.of("other_minutes", "3"));
    assertThat(wrong.status()).isEqualTo(422);
  }

  @Test
  void a_test_call_is_rung_and_confirmed_and_both_sides_see_when() {
    lead.submit(NEW, SHIFTS, shift(Map.of()));
    Page roster = supervisor.get("/roster");
    assertThat(roster.document().select("form[action=/roster/calls]"))
        .as("only who is there")
        .hasSize(1);
    Page rung = supervisor.submit(roster, "/roster/calls", Map.of());
    assertThat(supervisor.follow(rung).text()).contains("Panggilan uji dikirim", "Menunggu");
    portal.clock().advance(Duration.ofMinutes(20));
    assertThat(supervisor.get("/roster").text()).contains("Belum dijawab, sudah 20 mnt");
    String id = portal.db().rows("select id from test_call").getFirst();
    String confirmation = "/roster/calls/" + id + "/confirmation";
    assertThat(lead.get("/roster").text()).contains("Panggilan uji untuk Anda");
    assertThat(lead.follow(lead.submit("/roster", confirmation, Map.of())).text())
        .contains("Panggilan uji dikonfirmasi.")
        .doesNotContain("Panggilan uji untuk Anda");
    assertThat(supervisor.get("/roster").text())
        .contains("Dikonfirmasi narahubung 01 dalam 20 mnt");
    assertThat(visitors.post(supervisor, confirmation, Map.of()).status()).isEqualTo(409);
  }

  @Test
  void who_is_on_duty_stands_beside_a_case_and_above_the_queue() {
    Sent sent = given.request(klip).sent();
    assertThat(supervisor.get("/requests/" + sent.number()).text())
        .doesNotContain("Piket sekarang");
    lead.submit(NEW, SHIFTS, shift(Map.of()));
    assertThat(supervisor.get("/requests/" + sent.number()).text())
        .contains("Piket sekarang PT Klip Narahubung 01");
    assertThat(lead.get("/").text()).contains("Piket sekarang: PT Klip: Narahubung 01");
    assertThat(supervisor.get("/").text()).doesNotContain("Piket sekarang");
  }

  private Map<String, String> shift(Map<String, String> otherwise) {
    Map<String, String> typed =
        new HashMap<>(
            Map.of(
                "person", leadId,
                "place", "first",
                "days", "2026-03-02",
                "from", "08:00",
                "until", "20:00",
                "phone", "+62 21 500 100"));
    typed.putAll(otherwise);
    return typed;
  }
}
