package id.narahubung.accounts;

import static id.narahubung.testing.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.People;
import id.narahubung.testing.RunningPortal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SignInPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final People people = new People(portal);

  @Test
  void an_empty_installation_names_the_console() {
    assertThat(portal.visitor().get("/sign-in").text()).contains("bin/admin");

    people.ministry("p@k.example", Role.OFFICER);
    assertThat(portal.visitor().get("/sign-in").text()).doesNotContain("bin/admin");
  }

  @Test
  void a_person_signs_in_and_lands_where_they_wanted_to_go() {
    known("p@k.example");
    Http visitor = portal.visitor();

    Page asked = visitor.follow(visitor.get("/requests?stage=sent"));
    Page landed = visitor.submit(asked, "/sign-in", typed("P@K.example", PASSWORD));

    assertThat(landed.status()).isEqualTo(303);
    assertThat(landed.location()).isEqualTo("/requests?stage=sent");
    assertThat(visitor.get("/account").text()).contains("p@k.example");
    assertThat(
            portal
                .db()
                .rows("select kind, actor_id is not null from event order by id desc limit 1"))
        .containsExactly("person.signed_in|t");
  }

  @Test
  void nobody_is_led_to_another_site() {
    known("p@k.example");
    Http visitor = portal.visitor();

    Page asked = visitor.get("/sign-in?back=//evil.example");

    assertThat(visitor.submit(asked, "/sign-in", typed("p@k.example", PASSWORD)).location())
        .isEqualTo("/");
  }

  @Test
  void an_unknown_address_is_answered_like_a_wrong_password() {
    known("p@k.example");

    Page wrong = tries("p@k.example", "not the password", 1);
    Page unknown = tries("q@k.example", "not the password", 1);

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("Alamat surel atau kata sandi salah.");
    assertThat(withoutAct(unknown).replace("q@k", "p@k")).isEqualTo(withoutAct(wrong));
  }

  @Test
  void a_person_without_a_password_cannot_sign_in() {
    people.ministry("p@k.example", Role.OFFICER);

    assertThat(tries("p@k.example", "", 1).status()).isEqualTo(422);
    assertThat(tries("p@k.example", PASSWORD, 1).status()).isEqualTo(422);
  }

  @Test
  void what_is_missing_is_said_and_the_address_kept() {
    Page page = tries("p@k.example", "", 1);

    assertThat(page.document().select(".faults a").eachAttr("href")).containsExactly("#password");
    assertThat(page.document().select("#email").val()).isEqualTo("p@k.example");
  }

  @Test
  void five_failures_slow_an_address_down_and_say_how_long() {
    known("p@k.example");

    assertThat(tries("p@k.example", "wrong", 5).status()).isEqualTo(422);
    Page slowed = tries("p@k.example", PASSWORD, 1);

    assertThat(slowed.status()).isEqualTo(429);
    assertThat(slowed.header("Retry-After")).isEqualTo("31");
    assertThat(slowed.text()).contains("Terlalu banyak percobaan. Coba lagi dalam 1 mnt.");
    assertThat(portal.db().rows("select count(*) from event where kind = 'person.slowed_down'"))
        .containsExactly("1");
  }

  @Test
  void an_unknown_address_is_slowed_down_alike() {
    tries("q@k.example", "wrong", 5);

    assertThat(tries("q@k.example", "wrong", 1).status()).isEqualTo(429);
  }

  @Test
  void the_wait_grows_and_never_passes_fifteen_minutes() {
    assertThat(SlowDown.waitAfter(0)).isEqualTo(Duration.ofSeconds(30));
    assertThat(SlowDown.waitAfter(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(SlowDown.waitAfter(4)).isEqualTo(Duration.ofMinutes(8));
    assertThat(SlowDown.waitAfter(5)).isEqualTo(Duration.ofMinutes(15));
    assertThat(SlowDown.waitAfter(1_000)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void nobody_locks_another_out_for_more_than_fifteen_minutes() {
    known("p@k.example");
    for (int round = 0; round < 12; round++) {
      tries("p@k.example", "wrong", 6);
      portal.clock().advance(Duration.ofSeconds(20));
    }

    portal.clock().advance(Duration.ofMinutes(15));

    assertThat(tries("p@k.example", PASSWORD, 1).status()).isEqualTo(303);
  }

  @Test
  void many_addresses_from_one_source_are_slowed_down() {
    Page last = tries("a0@k.example", "wrong", 1);
    for (int address = 1; address <= 26; address++) {
      last = tries("a" + address + "@k.example", "wrong", 1);
    }

    assertThat(last.status()).isEqualTo(429);
  }

  @Test
  void an_hour_without_a_request_ends_the_session() {
    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));

    portal.clock().advance(Duration.ofMinutes(59));
    assertThat(officer.get("/account").status()).isEqualTo(200);
    portal.clock().advance(Duration.ofMinutes(59));
    assertThat(officer.get("/account").status()).isEqualTo(200);
    portal.clock().advance(Duration.ofMinutes(60));
    assertThat(officer.get("/account").location()).isEqualTo("/sign-in?back=%2Faccount");
  }

  @Test
  void twelve_hours_end_the_session_in_any_case() {
    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));

    for (int halfHour = 1; halfHour < 24; halfHour++) {
      portal.clock().advance(Duration.ofMinutes(30));
      assertThat(officer.get("/account").status()).as("%s", halfHour).isEqualTo(200);
    }
    portal.clock().advance(Duration.ofMinutes(30));
    assertThat(officer.get("/account").status()).isEqualTo(303);
  }

  @Test
  void signing_out_ends_the_session_on_the_server() {
    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));

    Page out = officer.submit("/account", "/sign-out", Map.of());

    assertThat(out.location()).isEqualTo("/sign-in");
    assertThat(portal.db().rows("select 1 from session")).isEmpty();
    assertThat(officer.get("/account").status()).isEqualTo(303);
  }

  @Test
  void signing_in_begins_a_new_session_and_ends_the_one_of_the_cookie() {
    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));
    String before = portal.db().rows("select token_hash from session").getFirst();
    Map<String, java.util.List<String>> form = portal.visitor().get("/sign-in").form("/sign-in");
    form.put("email", java.util.List.of("p@k.example"));
    form.put("password", java.util.List.of(PASSWORD));

    assertThat(officer.post("/sign-in", form).status()).isEqualTo(303);
    assertThat(portal.db().rows("select token_hash from session"))
        .hasSize(1)
        .doesNotContain(before);
  }

  @Test
  void the_language_is_switched_signed_out_and_in_and_kept_with_the_account() {
    Http visitor = portal.visitor();
    Page switched = visitor.submit("/sign-in?back=%2Faccount", "/language", Map.of());
    assertThat(switched.location()).isEqualTo("/sign-in?back=%2Faccount");
    assertThat(visitor.follow(switched).document().select("h1").text()).isEqualTo("Sign in");

    Http officer = people.signedIn(people.ministry("p@k.example", Role.OFFICER));
    officer.submit("/account", "/language", Map.of());
    assertThat(officer.get("/account").document().select("h1").text()).isEqualTo("My account");
    assertThat(portal.db().rows("select language from person")).containsExactly("en");
  }

  @Test
  void the_address_that_was_typed_is_there_in_the_other_language_and_the_password_is_not() {
    Http visitor = portal.visitor();
    Page page = visitor.get("/sign-in?back=%2Faccount");
    String path = page.document().select("button.keeping").attr("formaction");
    Page switched =
        visitor.post(
            path,
            Map.of(
                "email",
                java.util.List.of("p@k.example"),
                "password",
                java.util.List.of("rahasia")));

    Page english = visitor.follow(switched);
    assertThat(switched.location()).isEqualTo("/sign-in?back=%2Faccount");
    assertThat(english.document().select("h1").text()).isEqualTo("Sign in");
    assertThat(english.document().select("input[name=email]").val()).isEqualTo("p@k.example");
    assertThat(english.body()).doesNotContain("rahasia");
    assertThat(visitor.get("/sign-in").document().select("input[name=email]").val())
        .as("once")
        .isEmpty();
  }

  private void known(String email) {
    people.signedIn(people.ministry(email, Role.OFFICER));
  }

  private static Page tries(String email, String password, int times) {
    Http visitor = portal.visitor();
    Page page = visitor.get("/sign-in");
    Page answer = page;
    for (int time = 0; time < times; time++) {
      answer = visitor.submit(page, "/sign-in", typed(email, password));
    }
    return answer;
  }

  private static Map<String, String> typed(String email, String password) {
    return Map.of("email", email, "password", password);
  }

  /** The page but for the one-time ids of its forms. */
  private static String withoutAct(Page page) {
    return page.body().replaceAll("name=\"act\" value=\"[^\"]*\"", "");
  }
}
