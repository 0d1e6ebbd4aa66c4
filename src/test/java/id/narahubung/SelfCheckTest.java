package id.narahubung;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.LoginStore;
import id.narahubung.data.LoginStore.Told;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.TestDatabase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SelfCheckTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final Instant NOW = Instant.parse("2026-03-02T01:15:00Z");

  private static final Map<String, String> SOUND =
      Map.ofEntries(
          Map.entry("PUBLIC_URL", "https://narahubung.example.go.id"),
          Map.entry("TRUSTED_PROXY", "127.0.0.1"),
          Map.entry("DATABASE_URL", "postgres://127.0.0.1/desk"),
          Map.entry("DATABASE_USER", "desk"),
          Map.entry("DATABASE_PASSWORD", "panjang dan acak 1"),
          Map.entry("MIGRATE_USER", "owner"),
          Map.entry("MIGRATE_PASSWORD", "panjang dan acak 2"),
          Map.entry("SMTP_HOST", "127.0.0.1"),
          Map.entry("MAIL_FROM", "narahubung@example.go.id"));

  @Test
  void what_is_well_set_up_is_passed_over() {
    assertThat(said(Map.of(), new Told(NOW, false), false)).isEmpty();
  }

  @Test
  void what_is_wrong_is_named_by_what_is_to_be_changed() {
    assertThat(said(Map.of("PUBLIC_URL", "http://narahubung.example.go.id")))
        .containsExactly("PUBLIC_URL");
    assertThat(said(Map.of("TRUSTED_PROXY", ""))).containsExactly("TRUSTED_PROXY");
    assertThat(said(Map.of("SMTP_HOST", ""))).containsExactly("SMTP_HOST");
    assertThat(said(Map.of("DATABASE_PASSWORD", "Narahubung-2026")))
        .containsExactly("DATABASE_PASSWORD");
    assertThat(said(Map.of("DATABASE_PASSWORD", "pendek"))).containsExactly("DATABASE_PASSWORD");
    assertThat(said(Map.of("MIGRATE_PASSWORD", "panjang dan acak 1")))
        .containsExactly("MIGRATE_PASSWORD");
    assertThat(said(Map.of(), new Told(NOW, false), true)).containsExactly("DEMONSTRATION");
    assertThat(said(Map.of(), new Told(NOW, true), false)).containsExactly("DATABASE_USER");
    assertThat(said(Map.of(), new Told(NOW.plusSeconds(7), false), false)).containsExactly("clock");
    assertThat(said(Map.of(), new Told(NOW.plusSeconds(2), false), false)).isEmpty();
  }

  @Test
  void what_only_this_machine_can_reach_needs_no_certificate() {
    assertThat(
            said(
                Map.of(
                    "PUBLIC_URL",
                    "http://localhost:8080",
                    "SMTP_HOST",
                    "",
                    "DATABASE_PASSWORD",
                    "x")))
        .isEmpty();
  }

  @Test
  void the_server_says_whether_the_wall_holds_for_a_login() {
    Told serving =
        db.database(FakeClock.at("2026-03-02T01:15:00Z"))
            .as(SystemViewer.HEALTH, new LoginStore()::fetch);

    assertThat(serving.passesTheWall()).isFalse();
  }

  private static List<String> said(Map<String, String> other) {
    return said(other, new Told(NOW, false), false);
  }

  /** What each line begins with. */
  private static List<String> said(Map<String, String> other, Told server, boolean demonstration) {
    Map<String, String> environment = new LinkedHashMap<>(SOUND);
    environment.putAll(other);
    return SelfCheck.of(Config.fromEnvironment(environment), server, NOW, demonstration).stream()
        .map(line -> line.substring(0, line.indexOf(':')))
        .toList();
  }
}
