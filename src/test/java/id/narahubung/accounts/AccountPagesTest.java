package id.narahubung.accounts;

import static id.narahubung.testing.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.People;
import id.narahubung.testing.RunningPortal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AccountPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final People people = new People(portal);

  @Test
  void it_shows_who_one_is_and_how_the_other_side_sees_one() {
    Http lead = people.signedIn(people.company("l@klip.example", Role.LEAD));

    String text = lead.get("/account").text();

    assertThat(text).contains("l@klip.example", "Compliance lead 01", "this session");
    assertThat(text).doesNotContain("??");
  }

  @Test
  void language_and_zone_are_kept() {
    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));

    Page saved =
        officer.follow(
            officer.submit(
                "/account", "/account/reading", Map.of("language", "en", "zone", "Asia/Shanghai")));

    assertThat(saved.text()).contains("Language and time zone saved.");
    assertThat(officer.get("/account").text()).as("said once").doesNotContain("saved.");
    assertThat(portal.db().rows("select language, time_zone from person"))
        .containsExactly("en|Asia/Shanghai");
    assertThat(
            officer.submit("/account", "/account/reading", Map.of("zone", "Mars/Olympus")).status())
        .isEqualTo(400);
  }

  @Test
  void a_new_password_needs_the_old_one_and_ends_the_other_sessions() {
    long person = people.ministry("p@k.example", Role.OFFICER);
    Http officer = people.signedIn(person);
    Http elsewhere = portal.visitor();
    elsewhere.submit("/sign-in", "/sign-in", Map.of("email", "p@k.example", "password", PASSWORD));
    assertThat(elsewhere.get("/account").status()).isEqualTo(200);

    Page wrong = change(officer, "not the old one", "lampu hijau kuda");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.document().select(".faults a").eachAttr("href"))
        .containsExactly("#old_password");
    assertThat(change(officer, PASSWORD, "short").status()).isEqualTo(422);
    assertThat(change(officer, PASSWORD, "lampu hijau kuda").status()).isEqualTo(303);

    assertThat(elsewhere.get("/account").status()).isEqualTo(303);
    assertThat(officer.get("/account").status()).isEqualTo(200);
    assertThat(portal.db().rows("select kind from event order by id desc limit 1"))
        .containsExactly("person.password_changed");
  }

  @Test
  void a_double_click_changes_the_password_once_and_lands_on_the_account() {
    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));
    Page page = officer.get("/account");
    Map<String, String> typed = Map.of("old_password", PASSWORD, "password", "lampu hijau kuda");

    assertThat(officer.submit(page, "/account/password", typed).location()).isEqualTo("/account");
    assertThat(officer.submit(page, "/account/password", typed).location()).isEqualTo("/account");

    assertThat(portal.db().rows("select 1 from event where kind = 'person.password_changed'"))
        .hasSize(1);
  }

  @Test
  void one_ends_a_session_elsewhere_but_not_another_persons() {
    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));
    Http elsewhere = portal.visitor();
    elsewhere.submit("/sign-in", "/sign-in", Map.of("email", "p@k.example", "password", PASSWORD));
    Http other = people.signedIn(people.ministry("q@k.example", Role.OFFICER));
    Page page = officer.get("/account");

    assertThat(page.document().select("form[action='/account/ended-sessions']")).hasSize(1);
    assertThat(other.submit(other.get("/account"), "/account/reading", Map.of()).status())
        .isEqualTo(303);
    officer.submit(page, "/account/ended-sessions", Map.of());

    assertThat(elsewhere.get("/account").status()).isEqualTo(303);
    assertThat(other.get("/account").status()).isEqualTo(200);
  }

  private static Page change(Http visitor, String old, String fresh) {
    return visitor.submit(
        "/account", "/account/password", Map.of("old_password", old, "password", fresh));
  }

  /** Help stands here, for it is by one's roles, and the portal runs here already. */
  @Test
  void help_is_by_ones_roles_and_every_task_has_its_page() {
    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));

    Page own = officer.get("/help");
    assertThat(own.text()).contains("Petugas", "Mengajukan permohonan dari surel", "Untuk semua");
    assertThat(own.text()).doesNotContain("menandatangani komitmen");
    Set<String> tasks = new TreeSet<>(hrefs(own, "main ol a"));
    for (Role role : Role.values()) {
      tasks.addAll(hrefs(officer.get("/help?role=" + role.code()), "main ol a"));
    }
    for (String task : tasks) {
      Page page = officer.get(task);
      assertThat(page.status()).as(task).isEqualTo(200);
      assertThat(page.text()).as(task).contains("Langkah-langkah").doesNotContain("??", "{", "}");
      assertThat(page.document().select(".help ol b")).as("labels of %s", task).isNotEmpty();
      assertThat(page.document().select(".help img:not([alt])")).as(task).isEmpty();
    }
    assertThat(officer.get("/help/nothing").status()).isEqualTo(404);
  }

  @Test
  void each_page_leads_to_its_own_help() {
    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));
    assertThat(hrefs(officer.get("/drafts/new"), ".who a")).contains("/help/file-request");
    assertThat(officer.get("/drafts/new").document().select("footer").text())
        .contains("Bantuan untuk halaman ini: Mengajukan permohonan dari surel");
    assertThat(hrefs(officer.get("/nowhere"), ".who a")).contains("/help");

    Http guest = portal.visitor();
    assertThat(hrefs(guest.get("/sign-in"), "main a")).contains("/help/sign-in");
    assertThat(hrefs(guest.get("/help"), "main ol a"))
        .containsExactly("/help/sign-in", "/help/check-paper");
    assertThat(guest.get("/help/sign-in").status()).isEqualTo(200);
    assertThat(guest.get("/help/check").status()).as("needs somebody signed in").isEqualTo(303);
  }

  private static List<String> hrefs(Page page, String css) {
    return page.document().select(css).eachAttr("href");
  }
}
