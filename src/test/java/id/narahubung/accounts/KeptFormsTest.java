package id.narahubung.accounts;

import static id.narahubung.testing.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.People;
import id.narahubung.testing.RunningPortal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class KeptFormsTest {

  private static final String READING = "/account/reading";

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final People people = new People(portal);
  private Http officer;
  private Page form;

  @BeforeEach
  void a_form_is_open_while_its_session_ends() {
    officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));
    form = officer.get("/account");
    portal.clock().advance(Duration.ofMinutes(61));
  }

  @Test
  void it_is_kept_and_sent_again_by_one_button() {
    Page asked = officer.follow(officer.submit(form, READING, Map.of("zone", "Asia/Tokyo")));
    assertThat(asked.text()).contains("Isian Anda disimpan selama satu jam");

    Page landed = officer.submit(asked, "/sign-in", credentials("p@k.example"));
    Page kept = officer.follow(landed);
    assertThat(landed.location()).isEqualTo("/kept-form");
    assertThat(kept.form(READING).get("act"))
        .as("what was done is not done twice")
        .isEqualTo(form.form(READING).get("act"));
    assertThat(kept.form(READING).get("token")).isNotEqualTo(form.form(READING).get("token"));

    assertThat(officer.submit(kept, READING, Map.of()).location()).isEqualTo("/account");
    assertThat(zone()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void it_is_kept_when_the_session_was_ended_from_another_browser() {
    Http here = signIn(officer);
    Page open = here.get("/account");
    Http elsewhere = signIn(portal.visitor());
    Page account = elsewhere.get("/account");
    String other =
        account
            .document()
            .select("form[action='/account/ended-sessions'] input[name=session]")
            .eachAttr("value")
            .getFirst();
    elsewhere.submit(account, "/account/ended-sessions", Map.of("session", other));

    Page asked = here.follow(here.submit(open, READING, Map.of("zone", "Asia/Tokyo")));
    assertThat(asked.text()).contains("Isian Anda disimpan selama satu jam");
    Page kept = here.follow(here.submit(asked, "/sign-in", credentials("p@k.example")));
    assertThat(kept.form(READING)).containsEntry("zone", List.of("Asia/Tokyo"));
  }

  @Test
  void it_is_kept_when_the_password_was_changed_in_another_browser() {
    Http here = signIn(officer);
    Page open = here.get("/account");
    Http elsewhere = signIn(portal.visitor());
    elsewhere.submit(
        "/account",
        "/account/password",
        Map.of("old_password", PASSWORD, "password", "lampu hijau kuda"));
    here.submit(open, READING, Map.of("zone", "Asia/Tokyo"));

    assertThat(portal.db().rows("select path from kept_form")).containsExactly(READING);
  }

  @Test
  void nothing_is_kept_of_a_session_that_was_signed_out() {
    Http here = signIn(officer);
    Page open = here.get("/account");
    here.submit(open, "/sign-out", Map.of());
    assertThat(
            portal
                .db()
                .rows("select 1 from session where ends_at > '" + portal.clock().instant() + "'"))
        .isEmpty();
    here.submit(open, READING, Map.of("zone", "Asia/Tokyo"));

    assertThat(portal.db().rows("select 1 from kept_form")).isEmpty();
  }

  @Test
  void it_is_not_given_to_another_account() {
    long other = people.ministry("q@k.example", Role.OFFICER);
    people.signedIn(other);
    officer.submit(form, READING, Map.of("zone", "Asia/Tokyo"));

    Page landed = officer.submit("/sign-in", "/sign-in", credentials("q@k.example"));

    assertThat(landed.location()).isEqualTo("/");
    assertThat(officer.get("/kept-form").location()).isEqualTo("/");
  }

  @Test
  void it_is_kept_for_an_hour() {
    Page asked = officer.follow(officer.submit(form, READING, Map.of("zone", "Asia/Tokyo")));
    portal.clock().advance(Duration.ofMinutes(60));

    assertThat(officer.submit(asked, "/sign-in", credentials("p@k.example")).location())
        .isEqualTo("/");
  }

  @Test
  void it_can_be_discarded() {
    Page asked = officer.follow(officer.submit(form, READING, Map.of("zone", "Asia/Tokyo")));
    Page kept = officer.follow(officer.submit(asked, "/sign-in", credentials("p@k.example")));

    officer.submit(kept, "/kept-form/dropping", Map.of());

    assertThat(officer.get("/kept-form").location()).isEqualTo("/");
    assertThat(zone()).isEqualTo("Asia/Jakarta");
  }

  @Test
  void a_password_is_never_kept() {
    officer.submit(
        form,
        "/account/password",
        Map.of("old_password", PASSWORD, "password", "lampu hijau kuda"));

    assertThat(portal.db().rows("select 1 from kept_form")).isEmpty();
  }

  @Test
  void a_form_with_the_token_of_another_session_is_not_kept() {
    officer.submit(form, READING, Map.of("token", "guessed"));

    assertThat(portal.db().rows("select 1 from kept_form")).isEmpty();
  }

  @Test
  void a_session_that_ended_more_than_a_day_ago_is_forgotten() {
    portal.clock().advance(Duration.ofHours(24));
    officer.submit(form, READING, Map.of("zone", "Asia/Tokyo"));

    assertThat(portal.db().rows("select 1 from kept_form")).isEmpty();
  }

  @Test
  void it_waits_for_its_page_in_the_other_language_and_is_then_gone() {
    Http here = signIn(officer);
    Page open = here.get("/account");
    Page switched = inOtherLanguage(here, open, READING, Map.of("zone", "Asia/Tokyo"));
    assertThat(switched.location()).isEqualTo("/account");

    Page english = here.follow(switched);
    assertThat(english.document().select("h1").text()).isEqualTo("My account");
    assertThat(english.form(READING)).containsEntry("zone", List.of("Asia/Tokyo"));
    assertThat(zone()).as("not saved").isEqualTo("Asia/Jakarta");
    assertThat(portal.db().rows("select 1 from kept_form")).isEmpty();
    assertThat(here.get("/account").form(READING)).containsEntry("zone", List.of("Asia/Jakarta"));
  }

  @Test
  void another_page_does_not_get_it() {
    Http here = signIn(officer);
    inOtherLanguage(here, here.get("/account"), READING, Map.of("zone", "Asia/Tokyo"));

    here.get("/account/notices");

    assertThat(here.get("/account").form(READING)).containsEntry("zone", List.of("Asia/Tokyo"));
  }

  @Test
  void a_page_with_errors_comes_back_in_the_other_language_however_often_it_was_sent() {
    Http here = signIn(officer);
    Page once = here.submit("/drafts/new", "/drafts", Map.of("subject", "Satu"));
    Page twice = here.submit(once, "/drafts", Map.of("subject", "Dua"));
    assertThat(twice.status()).isEqualTo(422);

    Page switched = inOtherLanguage(here, twice, "/drafts", Map.of("subject", "Tiga"));
    assertThat(switched.location()).isEqualTo("/drafts/new");
    assertThat(here.follow(switched).form("/drafts")).containsEntry("subject", List.of("Tiga"));
  }

  @Test
  void it_outlives_its_session_on_the_way_to_the_other_language_too() {
    Page asked =
        officer.follow(inOtherLanguage(officer, form, READING, Map.of("zone", "Asia/Tokyo")));
    Page kept = officer.follow(officer.submit(asked, "/sign-in", credentials("p@k.example")));
    String path = kept.document().select("main form").attr("action");

    Page english = officer.follow(officer.submit(kept, path, Map.of()));
    assertThat(english.document().select("h1").text()).isEqualTo("My account");
    assertThat(english.form(READING)).containsEntry("zone", List.of("Asia/Tokyo"));
  }

  /** Presses the form's own switch of the language. */
  private static Page inOtherLanguage(
      Http visitor, Page page, String action, Map<String, String> typed) {
    Map<String, List<String>> fields = page.form(action);
    typed.forEach((name, value) -> fields.put(name, List.of(value)));
    String form = "form[action='" + action + "']";
    return visitor.post(
        page.document().select(form + " button.keeping").attr("formaction"), fields);
  }

  private static Http signIn(Http visitor) {
    assertThat(visitor.submit("/sign-in", "/sign-in", credentials("p@k.example")).status())
        .isEqualTo(303);
    return visitor;
  }

  private static Map<String, String> credentials(String email) {
    return Map.of("email", email, "password", PASSWORD);
  }

  private static String zone() {
    return portal.db().rows("select time_zone from person where email = 'p@k.example'").getFirst();
  }
}
