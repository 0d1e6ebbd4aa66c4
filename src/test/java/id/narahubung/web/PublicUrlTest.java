package id.narahubung.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.Config;
import id.narahubung.Portal;
import id.narahubung.data.Login;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.TestDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A portal that people reach by https, through a proxy on this machine. */
final class PublicUrlTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private Portal portal;
  private Http visitor;

  @BeforeEach
  void start() {
    Login serving = db.serving();
    portal =
        Portal.start(
            Config.fromEnvironment(
                Map.of(
                    "PORT", "0",
                    "PUBLIC_URL", "https://desk.example",
                    "TRUSTED_PROXY", "127.0.0.1",
                    "DATABASE_URL", serving.url(),
                    "DATABASE_USER", serving.user(),
                    "DATABASE_PASSWORD", serving.password(),
                    "DATABASE_POOL", "2")),
            FakeClock.at(RunningPortal.MORNING));
    visitor = new Http(portal.address());
  }

  @AfterEach
  void stop() {
    visitor.close();
    portal.close();
  }

  @Test
  void the_browser_is_told_to_come_by_https() {
    assertThat(visitor.get("/sign-in").header("Strict-Transport-Security")).startsWith("max-age=");
  }

  @Test
  void the_session_cookie_is_bound_to_host_and_https() {
    Page out =
        visitor.send(
            "/sign-out",
            HttpRequest.newBuilder()
                .header("Origin", "https://desk.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("")));

    assertThat(out.header("Set-Cookie"))
        .startsWith("__Host-session=")
        .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax");
  }

  @Test
  void only_the_public_origin_may_send_forms() {
    Page page =
        visitor.send(
            "/sign-in",
            HttpRequest.newBuilder()
                .header("Origin", portal.address().toString())
                .POST(BodyPublishers.ofString("email=a")));

    assertThat(page.status()).isEqualTo(403);
  }

  @Test
  void the_source_behind_the_proxy_is_slowed_down_alone() {
    for (int failure = 0; failure < 26; failure++) {
      tries("a" + failure + "@k.example", "198.51.100.1");
    }

    assertThat(tries("b@k.example", "198.51.100.1").status()).isEqualTo(429);
    assertThat(tries("b@k.example", "198.51.100.2").status()).isEqualTo(422);
  }

  @Test
  void health_is_down_quickly_when_the_database_is_gone() {
    portal.database().close();
    Instant asked = Instant.now();

    assertThat(visitor.get("/health").status()).isEqualTo(503);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(4));
  }

  private Page tries(String email, String source) {
    return visitor.send(
        "/sign-in",
        HttpRequest.newBuilder()
            .header("Origin", "https://desk.example")
            .header("X-Forwarded-For", source)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("email=" + email + "&password=wrong")));
  }
}
