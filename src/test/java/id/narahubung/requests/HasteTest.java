package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Refused;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the rules let a second officer send what is urgent, and a supervisor confirm it later. */
final class HasteTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private PersonViewer second;
  private PersonViewer responder;

  @BeforeEach
  void rulesThatAllowIt() {
    allow("1440");
    klip = given.company("Klip");
    responder = given.responder(klip);
    second = given.person(given.ministry(), Role.OFFICER);
  }

  @Test
  void an_officer_sends_and_a_supervisor_confirms_and_both_sides_see_it() {
    long draft = given.request(klip).urgent().submitted();
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    Http supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    Http company = visitors.signedIn(klip.organisation(), Role.LEAD);
    assertThat(supervisor.get("/drafts/" + draft).text()).doesNotContain("Kirim sekarang");

    Page sent = officer.submit("/drafts/" + draft, "/drafts/" + draft + "/hasty-sending", Map.of());
    assertThat(officer.follow(sent).text()).contains("seorang penyelia masih harus");
    assertThat(
            portal
                .db()
                .rows("select actor_role, side, body from event where kind = 'request.sent'"))
        .singleElement()
        .asString()
        .startsWith("officer|both|")
        .contains("\"haste\":true");
    assertThat(company.get(sent.location()).text())
        .contains("karena mendesak, sebelum seorang penyelia menyetujuinya")
        .contains("paling lambat 3 Mar 2026 08.15 WIB")
        .doesNotContain("Konfirmasi pengiriman", "??");
    assertThat(supervisor.get("/").text()).contains("1pengiriman mendesak menunggu konfirmasi");
    assertThat(supervisor.get("/sendings").document().select("tbody a").eachAttr("href"))
        .containsExactly(sent.location());

    Page confirmed =
        supervisor.submit(sent.location(), sent.location() + "/confirmation", Map.of());
    assertThat(supervisor.follow(confirmed).text()).contains("Pengiriman dikonfirmasi.");
    assertThat(company.get(sent.location()).text())
        .contains("Dikonfirmasi 2 Mar 2026 08.15 WIB oleh penyelia");
    assertThat(supervisor.get("/").text()).doesNotContain("menunggu konfirmasi");
    assertThat(supervisor.get("/sendings").text()).contains("Tidak ada yang menunggu konfirmasi");
  }

  @Test
  void a_confirmation_that_is_late_shows_on_both_sides_and_stays_late() {
    String number = sent();
    portal.clock().advance(Duration.ofHours(25));
    Http supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    Http company = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    assertThat(company.get("/requests/" + number).document().select(".notice.late").text())
        .contains("Konfirmasi penyelia terlambat");
    assertThat(supervisor.get("/").document().select(".counters .late").text())
        .contains("menunggu konfirmasi");
    confirm(given.supervisor(), number);
    assertThat(company.get("/requests/" + number).document().select(".notice.late").text())
        .contains("setelah batasnya 3 Mar 2026 08.15 WIB");
    assertThat(lastEvent()).startsWith("request.sending_confirmed|both|").contains("\"late\":true");
  }

  @Test
  void a_supervisor_is_told_that_there_is_something_to_confirm() {
    PersonViewer supervisor = given.supervisor();
    sent();
    assertThat(portal.db().rows("select person_id from notice where kind = 'confirmation_wanted'"))
        .containsExactly(Long.toString(supervisor.personId()));
  }

  @Test
  void no_officer_sends_what_is_not_urgent_ones_own_or_where_the_rules_know_nothing_of_it() {
    long urgent = given.request(klip).urgent().submitted();
    long other = given.request(klip).submitted();
    Refused.byRule("send.refused.own_draft", () -> send(given.officer(), urgent));
    Refused.byRule("haste.refused.not_urgent", () -> send(second, other));
    Refused.forLackOf(Permission.SEND_IN_HASTE, () -> send(given.supervisor(), urgent));
    Refused.asUnknown(() -> send(responder, urgent));
    allow("null");
    int version = version(second, urgent);
    SendInHaste elsewhere = new Given(given.db(), portal.clock()).desk().sendInHaste();
    Refused.byRule(
        "haste.refused.off",
        () -> given.db().run(second, tx -> elsewhere.run(tx, given.act(), urgent, version)));
    assertThat(portal.db().rows("select 1 from event where kind = 'request.sent'")).isEmpty();
  }

  @Test
  void nobody_confirms_what_one_wrote_what_a_supervisor_sent_or_what_is_confirmed() {
    PersonViewer writes = given.person(given.ministry(), Role.SUPERVISOR);
    long draft = given.request(klip).by(writes).urgent().submitted();
    String number = send(second, draft);
    Refused.byRule("haste.refused.own", () -> confirm(writes, number));
    Refused.forLackOf(Permission.SEND_REQUESTS, () -> confirm(second, number));
    String ordinary = given.request(klip).urgent().sent().number();
    Refused.byRule("haste.refused.none", () -> confirm(given.supervisor(), ordinary));
    confirm(given.supervisor(), number);
    Refused.byRule("haste.refused.confirmed", () -> confirm(given.supervisor(), number));
  }

  @Test
  void the_database_holds_the_wall_and_the_four_eyes() {
    sent();
    assertThatThrownBy(
            () ->
                portal
                    .db()
                    .asOwner(
                        "update hasty_sending set confirmed_event_id = event_id,"
                            + " confirmed_at = '2026-03-02'"))
        .hasMessageContaining("may not be confirmed by one who wrote or sent it");
    assertThatThrownBy(
            () ->
                portal
                    .db()
                    .asOwner(
                        "create temp table born as select * from hasty_sending;"
                            + "delete from hasty_sending; insert into hasty_sending select"
                            + " request_id, company_id, side, event_id, confirm_by, event_id,"
                            + " '2026-03-02' from born"))
        .hasMessageContaining("may not be confirmed by one who wrote or sent it");
    assertThat(see(responder)).hasSize(1);
    assertThat(see(given.responder(given.company("Video")))).isEmpty();
    Refused.byTheWall(
        "a company's confirmation",
        () ->
            given.as(
                responder, tx -> tx.sql().execute("update hasty_sending set confirmed_at = null")));
  }

  private String sent() {
    given.supervisor();
    return send(second, given.request(klip).urgent().submitted());
  }

  private String send(PersonViewer officer, long draft) {
    int version = version(given.officer(), draft);
    return given.as(officer, tx -> given.desk().sendInHaste().run(tx, given.act(), draft, version));
  }

  private int version(PersonViewer viewer, long draft) {
    return given.read(viewer, draft).version();
  }

  private void confirm(PersonViewer supervisor, String number) {
    given.db().run(supervisor, tx -> given.desk().confirmSending().run(tx, given.act(), number));
  }

  private static void allow(String minutes) {
    portal
        .db()
        .asOwner(
            "alter table rule_set disable trigger user;"
                + "update rule_set set confirm_sending_minutes = "
                + minutes);
  }

  private static String lastEvent() {
    return portal
        .db()
        .rows("select kind, side, body from event order by id desc limit 1")
        .getFirst();
  }

  private List<String> see(Viewer viewer) {
    return given.as(
        viewer,
        tx ->
            tx.sql()
                .fetch("select request_id::text from hasty_sending")
                .getValues(0, String.class));
  }
}
