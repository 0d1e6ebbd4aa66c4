package id.narahubung.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.sheets.SheetFormat;
import id.narahubung.testing.Downloads;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Accounts in the browser: an administrator keeps all of them, a lead those of the own company. */
final class PersonPagesTest {

  private static final String ACCOUNTS = "/administration/accounts";
  private static final String COLLEAGUES = "/company/colleagues";
  private static final String PASSWORD = "kuda hijau lampu";
  private static final String EVENTS = "select kind, actor_role, side, body from event order by id";

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Http administrator;

  @BeforeEach
  void anAdministrator() {
    klip = given.company("Klip");
    administrator = visitors.signedIn(given.ministry(), Role.ADMINISTRATOR);
  }

  @Test
  void a_new_account_gets_a_link_shown_once_by_which_its_person_comes_in() {
    Page form = administrator.get(ACCOUNTS + "/new");
    Map<String, String> typed =
        Map.of(
            "organisation", "" + given.ministry().id(),
            "name", "Petugas Baru",
            "email", "baru@k.example",
            "role", "officer");
    Page shown = administrator.submit(form, ACCOUNTS, typed);
    assertThat(shown.status()).isEqualTo(200);
    String link = shown.document().select(".address .mono").text();
    assertThat(link).contains("/links/");

    Page again = administrator.submit(form, ACCOUNTS, typed);
    assertThat(again.status()).isEqualTo(303);
    assertThat(administrator.follow(again).text()).contains("sudah ditampilkan");
    assertThat(portal.db().rows("select 1 from person where email = 'baru@k.example'")).hasSize(1);

    Http fresh = portal.visitor();
    String path = link.substring(link.indexOf("/links/"));
    assertThat(fresh.submit(path, path, Map.of("password", PASSWORD)).status()).isEqualTo(303);
    assertThat(fresh.get("/requests").status()).isEqualTo(200);
    assertThat(portal.db().rows(EVENTS).toString())
        .doesNotContain("baru@k.example", "Petugas Baru");
  }

  @Test
  void what_was_typed_stays_where_an_account_is_refused() {
    given.account(given.ministry(), "ada@k.example", Role.OFFICER);
    Map<String, String> good =
        Map.of(
            "organisation", "" + given.ministry().id(),
            "name", "Petugas Baru",
            "email", "baru@k.example",
            "role", "officer");
    for (List<String> wrong :
        List.of(
            List.of("name", " ", "#name"),
            List.of("email", "bukan surel", "#email"),
            List.of("email", "ADA@k.example", "#email"),
            List.of("role", "responder", "#role"),
            List.of("role", "restricted_officer", "#role"),
            List.of("organisation", "", "#organisation"),
            List.of("request", "PA-2026-999999", "#request"),
            List.of("until", "2026-03-02", "#role"),
            List.of("until", "2026-03-01", "#until"))) {
      Map<String, String> typed = new HashMap<>(good);
      typed.put(wrong.get(0), wrong.get(1));
      Page refused = administrator.submit(ACCOUNTS + "/new", ACCOUNTS, typed);
      assertThat(refused.status()).as("%s", wrong).isEqualTo(422);
      assertThat(refused.document().select(".faults a").eachAttr("href"))
          .as("%s", wrong)
          .containsExactly(wrong.get(2));
      assertThat(refused.document().text()).doesNotContain("??");
      assertThat(refused.form(ACCOUNTS).get(wrong.get(0))).as("%s", wrong).isNotNull();
    }
    assertThat(portal.db().rows("select 1 from person where email = 'baru@k.example'")).isEmpty();
  }

  @Test
  void an_auditor_is_given_one_request_until_a_day() {
    String number = given.request(klip).sent().number();
    administrator.submit(
        ACCOUNTS + "/new",
        ACCOUNTS,
        Map.of(
            "organisation", "" + given.ministry().id(),
            "name", "Auditor",
            "email", "a@bpk.example",
            "role", "auditor",
            "request", number,
            "until", "2026-03-31"));
    long auditor = id("a@bpk.example");
    assertThat(administrator.get(ACCOUNTS + "/" + auditor).text())
        .contains("hanya " + number, "sampai dengan 31 Mar 2026");
    assertThat(
            portal
                .db()
                .rows(
                    "select ends_at at time zone 'UTC' from person_role where person_id = "
                        + auditor))
        .containsExactly("2026-03-31 17:00:00");
  }

  @Test
  void the_list_is_written_whole_as_it_is_narrowed() {
    for (int n = 0; n < 101; n++) {
      given.account(klip.organisation(), "p" + n + "@klip.example", Role.VIEWER);
    }
    given.account(klip.organisation(), "lead@klip.example", Role.LEAD, Role.RESPONDER);
    Page narrowed = administrator.get(ACCOUNTS + "?role=viewer&state=open");
    for (SheetFormat format : SheetFormat.values()) {
      assertThat(Downloads.rows(administrator, narrowed, format))
          .as("more than a page")
          .hasSize(101)
          .extracting(row -> row.subList(1, 6))
          .startsWith(List.of("PT Klip", "01", "p0@klip.example", "Pengamat", "aktif"))
          .endsWith(List.of("PT Klip", "101", "p100@klip.example", "Pengamat", "aktif"));
    }
    Http lead = visitors.signedIn(klip.organisation(), Role.LEAD);
    given.account(given.company("Video").organisation(), "v@video.example", Role.LEAD);
    List<List<String>> own = Downloads.rows(lead, lead.get(COLLEAGUES), SheetFormat.CSV);
    assertThat(own)
        .extracting(row -> row.get(2))
        .contains("lead@klip.example")
        .doesNotContain("v@video.example");
    assertThat(lead.get("/exports/accounts?format=csv").status()).isEqualTo(403);
    assertThat(administrator.get("/exports/colleagues?format=csv").status()).isEqualTo(403);
  }

  @Test
  void the_list_is_narrowed_by_organisation_role_and_state() {
    given.account(klip.organisation(), "r@klip.example", Role.RESPONDER);
    long closed = given.account(klip.organisation(), "tutup@klip.example", Role.VIEWER).id();
    post(administrator, closed, "closing", Map.of());

    assertThat(administrator.get(ACCOUNTS).text()).contains("r@klip.example", "tutup@klip.example");
    assertThat(administrator.get(ACCOUNTS + "?state=closed").text())
        .contains("tutup@klip.example")
        .doesNotContain("r@klip.example");
    assertThat(administrator.get(ACCOUNTS + "?role=responder").text())
        .contains("r@klip.example")
        .doesNotContain("tutup@klip.example");
    assertThat(administrator.get(ACCOUNTS + "?organisation=" + given.ministry().id()).text())
        .doesNotContain("klip.example");
  }

  @Test
  void roles_are_given_and_taken_and_the_history_tells() {
    Http person = visitors.signedIn(given.ministry(), Role.OFFICER);
    long id = latest();
    assertThat(person.get("/drafts/new").status()).isEqualTo(200);

    post(administrator, id, "roles", Map.of("role", "supervisor"));
    post(administrator, id, "roles/removal", Map.of("taken", "officer"));

    Page page = administrator.get(ACCOUNTS + "/" + id);
    assertThat(page.text()).contains("Peran diberikan: Penyelia", "Peran dicabut: Petugas");
    assertThat(portal.db().rows("select role from person_role where person_id = " + id))
        .containsExactly("supervisor");
    post(administrator, id, "roles/removal", Map.of("taken", "supervisor"));
    assertThat(person.get("/drafts/new").status()).as("at once").isEqualTo(403);
    Page refused = post(administrator, id, "roles", Map.of());
    assertThat(refused.document().select(".faults a").eachAttr("href")).containsExactly("#role");
  }

  @Test
  void nobody_changes_the_own_roles_and_the_last_administrator_stays() {
    long self = latest();
    for (List<String> act :
        List.of(
            List.of("roles", "role", "supervisor"),
            List.of("roles/removal", "taken", "administrator"),
            List.of("closing", "x", ""))) {
      Page refused = post(administrator, self, act.get(0), Map.of(act.get(1), act.get(2)));
      assertThat(refused.status()).as("%s", act).isEqualTo(422);
      assertThat(refused.text()).contains("diatur orang lain");
    }
    assertThat(portal.db().rows("select role from person_role where person_id = " + self))
        .containsExactly("administrator");
    assertThat(administrator.get(ACCOUNTS).status()).isEqualTo(200);
  }

  @Test
  void a_closed_account_is_out_at_once_and_comes_back_without_its_sessions() {
    Http person = visitors.signedIn(given.ministry(), Role.OFFICER);
    long id = latest();

    post(administrator, id, "closing", Map.of());
    assertThat(person.get("/requests").location()).startsWith("/sign-in");
    assertThat(portal.db().rows("select 1 from session where person_id = " + id)).isEmpty();
    assertThat(post(administrator, id, "links", Map.of()).status()).isEqualTo(422);
    post(administrator, id, "opening", Map.of());
    assertThat(person.get("/requests").location()).startsWith("/sign-in");
    assertThat(post(administrator, id, "links", Map.of()).text()).contains("/links/");
  }

  @Test
  void of_two_who_change_an_account_the_second_sees_what_the_first_saved() {
    long id = given.account(klip.organisation(), "r@klip.example", Role.RESPONDER).id();
    String at = ACCOUNTS + "/" + id;
    Page open = administrator.get(at + "/edit");
    assertThat(administrator.submit(at + "/edit", at, Map.of("email", "s@klip.example")).status())
        .isEqualTo(303);
    Page stale = administrator.submit(open, at, Map.of("name", "Lain"));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.document().select(".notice.late").text()).contains("s@klip.example");
    assertThat(stale.form(at).get("name")).containsExactly("Lain");
  }

  @Test
  void a_lead_invites_colleagues_and_closes_their_accounts_but_gives_nothing_restricted() {
    Http lead = visitors.signedIn(klip.organisation(), Role.LEAD);
    Page form = lead.get(COLLEAGUES + "/new");
    assertThat(form.document().select("input[name=role]").eachAttr("value"))
        .containsExactly("responder", "lead", "viewer");
    Map<String, String> typed =
        Map.of("name", "Rekan", "email", "rekan@klip.example", "role", "viewer");
    assertThat(lead.submit(form, COLLEAGUES, typed).text()).contains("/links/");
    long colleague = id("rekan@klip.example");
    assertThat(portal.db().rows("select organisation_id from person where id = " + colleague))
        .containsExactly("" + klip.id());
    assertThat(portal.db().rows(EVENTS).getLast()).startsWith("link.made|lead|both|");

    String at = COLLEAGUES + "/" + colleague;
    assertThat(visitors.post(lead, at + "/roles", Map.of("role", "responder")).status())
        .isEqualTo(303);
    for (String role : List.of("restricted_responder", "officer")) {
      assertThat(visitors.post(lead, at + "/roles", Map.of("role", role)).status())
          .as(role)
          .isEqualTo(422);
    }
    assertThat(visitors.post(lead, at + "/closing", Map.of()).status()).isEqualTo(303);
    assertThat(lead.get(COLLEAGUES).text()).contains("rekan@klip.example", "ditutup");
  }

  @Test
  void a_lead_reaches_no_account_elsewhere_and_none_that_holds_more() {
    Http lead = visitors.signedIn(klip.organisation(), Role.LEAD);
    Company layar = given.company("Layar");
    long theirs = given.account(layar.organisation(), "r@layar.example", Role.RESPONDER).id();
    long more =
        given
            .account(
                klip.organisation(), "m@klip.example", Role.RESPONDER, Role.RESTRICTED_RESPONDER)
            .id();
    for (String act : List.of("closing", "links", "opening", "roles")) {
      assertThat(visitors.post(lead, COLLEAGUES + "/" + theirs + "/" + act, Map.of()).status())
          .as(act)
          .isEqualTo(404);
    }
    assertThat(visitors.post(lead, COLLEAGUES + "/" + more + "/links", Map.of()).status())
        .isEqualTo(422);
    Page taken =
        lead.submit(
            COLLEAGUES + "/new",
            COLLEAGUES,
            Map.of("name", "X", "email", "r@layar.example", "role", "viewer"));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.text())
        .contains("tidak dapat dipakai di sini")
        .doesNotContain("sudah dipakai akun lain");
    Http responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    assertThat(responder.get(COLLEAGUES).status()).isEqualTo(200);
    assertThat(responder.get(COLLEAGUES + "/new").status()).isEqualTo(403);
  }

  private Page post(Http who, long person, String act, Map<String, String> typed) {
    return visitors.post(who, ACCOUNTS + "/" + person + "/" + act, typed);
  }

  private static long id(String email) {
    return Long.parseLong(
        portal.db().rows("select id from person where email = '" + email + "'").getFirst());
  }

  /** Who was made last. */
  private static long latest() {
    return Long.parseLong(portal.db().rows("select max(id) from person").getFirst());
  }
}
