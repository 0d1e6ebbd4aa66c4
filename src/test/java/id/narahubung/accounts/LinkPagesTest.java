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

final class LinkPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final People people = new People(portal);

  @Test
  void a_link_sets_the_password_once_and_signs_in() {
    String link = people.link(people.ministry("p@k.example", Role.OFFICER));
    Http visitor = portal.visitor();

    Page page = visitor.get(link);
    assertThat(visitor.get(link).status()).as("looking does not spend it").isEqualTo(200);
    Page used = visitor.submit(page, link, Map.of("password", PASSWORD));

    assertThat(used.location()).isEqualTo("/");
    assertThat(visitor.get("/account").status()).isEqualTo(200);
    assertThat(portal.db().rows("select kind, actor_side from event order by id desc limit 2"))
        .containsExactly("link.used|ministry", "person.signed_in|ministry");
    Page again = visitor.submit(page, link, Map.of("password", "another password"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).contains("Tautan ini sudah dipakai");
    assertThat(portal.visitor().get(link).status()).isEqualTo(409);
  }

  @Test
  void a_link_is_good_for_thirty_minutes() {
    String link = people.link(people.ministry("p@k.example", Role.OFFICER));

    portal.clock().advance(Duration.ofMinutes(29));
    assertThat(portal.visitor().get(link).status()).isEqualTo(200);
    portal.clock().advance(Duration.ofMinutes(1));
    assertThat(portal.visitor().get(link).status()).isEqualTo(409);
  }

  @Test
  void a_newer_link_ends_the_older() {
    long person = people.ministry("p@k.example", Role.OFFICER);
    String older = people.link(person);
    String newer = people.link(person);

    assertThat(portal.visitor().get(older).status()).isEqualTo(409);
    assertThat(portal.visitor().get(newer).status()).isEqualTo(200);
  }

  @Test
  void a_short_password_is_refused_and_the_link_kept() {
    String link = people.link(people.ministry("p@k.example", Role.OFFICER));
    Http visitor = portal.visitor();

    Page short_ = visitor.submit(link, link, Map.of("password", "elevenchars"));

    assertThat(short_.status()).isEqualTo(422);
    assertThat(short_.document().select(".faults a").eachAttr("href")).containsExactly("#password");
    assertThat(visitor.submit(short_, link, Map.of("password", PASSWORD)).status()).isEqualTo(303);
  }

  @Test
  void a_made_up_link_is_answered_like_a_spent_one() {
    assertThat(portal.visitor().get("/links/made-up").status()).isEqualTo(409);
  }
}
