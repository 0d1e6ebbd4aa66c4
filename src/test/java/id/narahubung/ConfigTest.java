package id.narahubung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.narahubung.data.Login;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigTest {

  @Test
  void without_a_variable_it_is_a_portal_for_this_machine() {
    Config config = Config.fromEnvironment(Map.of());

    assertThat(config.host()).isEqualTo("localhost");
    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(config.database()).isEmpty();
    assertThat(config.isLoopback()).isTrue();
    assertThat(config.demonstration()).isTrue();
  }

  @Test
  void all_faults_are_told_at_once() {
    Config.Faulty faulty =
        catchThrowableOfType(
            Config.Faulty.class,
            () ->
                Config.fromEnvironment(
                    Map.of(
                        "PORT", "http",
                        "PUBLIC_URL", "portal.example.go.id",
                        "TRUSTED_PROXY", "10.0.0.1, proxy",
                        "DATABASE_URL", "mysql://host/db",
                        "DATABASE_POOL", "1",
                        "DEMONSTRATION", "maybe",
                        "STATUS_AT", "monday",
                        "MIGRATE_PASSWORD", "x")));

    assertThat(faulty.faults())
        .extracting(fault -> fault.substring(0, fault.indexOf(':')))
        .containsExactly(
            "PORT",
            "DATABASE_POOL",
            "PUBLIC_URL",
            "TRUSTED_PROXY",
            "DATABASE_URL",
            "MIGRATE_USER",
            "DEMONSTRATION",
            "STATUS_AT");
  }

  @Test
  void both_forms_of_a_database_address_are_read() {
    Login driver =
        Config.fromEnvironment(
                Map.of(
                    "DATABASE_URL", "jdbc:postgresql://db:5433/desk",
                    "DATABASE_USER", "serving",
                    "DATABASE_PASSWORD", "secret"))
            .database()
            .orElseThrow();
    Login short_ =
        Config.fromEnvironment(Map.of("DATABASE_URL", "postgres://serving:secret@db:5433/desk"))
            .database()
            .orElseThrow();

    assertThat(driver).isEqualTo(short_);
    assertThat(driver.url()).isEqualTo("jdbc:postgresql://db:5433/desk");
    assertThat(driver.password()).isEqualTo("secret");
  }

  @Test
  void a_secret_may_stand_in_a_file_and_is_never_printed(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "very secret\n");

    Config config =
        Config.fromEnvironment(
            Map.of(
                "DATABASE_URL", "jdbc:postgresql://db/desk",
                "DATABASE_USER", "serving",
                "DATABASE_PASSWORD_FILE", file.toString(),
                "MIGRATE_USER", "owner",
                "MIGRATE_PASSWORD", "more secret"));

    assertThat(config.database().orElseThrow().password()).isEqualTo("very secret");
    assertThat(config.toString()).doesNotContain("secret");
  }

  @Test
  void the_login_that_serves_may_not_migrate() {
    Config.Faulty faulty =
        catchThrowableOfType(
            Config.Faulty.class,
            () ->
                Config.fromEnvironment(
                    Map.of(
                        "DATABASE_URL", "jdbc:postgresql://db/desk",
                        "DATABASE_USER", "desk",
                        "MIGRATE_USER", "desk")));

    assertThat(faulty.faults()).singleElement().asString().startsWith("MIGRATE_USER");
  }

  @Test
  void the_public_address_follows_the_port_unless_it_was_set() {
    assertThat(Config.fromEnvironment(Map.of("PORT", "0")).on(9000).publicUrl())
        .isEqualTo(URI.create("http://localhost:9000"));
    assertThat(
            Config.fromEnvironment(Map.of("PORT", "0", "PUBLIC_URL", "https://desk.example"))
                .on(9000)
                .publicUrl())
        .isEqualTo(URI.create("https://desk.example"));
  }
}
