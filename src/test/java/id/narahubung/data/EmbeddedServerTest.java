package id.narahubung.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedServerTest {

  @TempDir Path data;

  @Test
  void a_committed_row_outlives_the_killing_of_the_portal() throws Exception {
    Process portal = launch();
    assertThat(firstLine(portal)).isEqualTo("committed");
    Logins logins = EmbeddedServer.running(data).orElseThrow();
    assertThat(rows(logins.owner(), "select note from kept")).containsExactly("once");

    Process second = launch();
    assertThat(firstLine(second)).startsWith("A portal already runs on the folder");
    assertThat(second.waitFor()).isEqualTo(1);

    portal.destroyForcibly().waitFor();
    assertThat(EmbeddedServer.running(data)).as("an orphan").isPresent();

    try (EmbeddedServer server = EmbeddedServer.start(data, new SecureRandom())) {
      assertThat(server.logins().owner().url()).as("the same port").isEqualTo(logins.owner().url());
      assertThat(rows(server.logins().owner(), "select note from kept")).containsExactly("once");
    }
    assertThat(EmbeddedServer.running(data)).as("after a clean stop").isEmpty();
  }

  @Test
  void what_is_kept_is_durable_and_behind_passwords() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.start(data, new SecureRandom())) {
      Login serving = server.logins().serving();
      assertThat(
              rows(
                  serving,
                  "select current_setting(s) from unnest(array['fsync', "
                      + "'synchronous_commit', 'full_page_writes', 'listen_addresses']) s"))
          .containsExactly("on", "on", "on", "127.0.0.1");
      assertThat(
              rows(
                  serving,
                  "select lower('ÀÉ') || (select rolsuper from pg_roles where rolname = current_user)"))
          .containsExactly("àéfalse");
      for (String user : List.of("postgres", "narahubung", "narahubung_owner")) {
        assertThatThrownBy(() -> DriverManager.getConnection(serving.url(), user, "guessed"))
            .as(user)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password authentication failed");
      }
      assertThat(permissions("login.properties")).isEqualTo("rw-------");
      assertThat(data.resolve("first-password")).doesNotExist();
      assertThat(Files.readString(data.resolve("postgres/pg_hba.conf"))).doesNotContain("trust\n");
    }
  }

  @Test
  void a_first_start_that_broke_off_is_begun_anew() throws Exception {
    Files.createDirectories(data.resolve("postgres"));
    Files.writeString(data.resolve("postgres/postgresql.conf"), "half");
    Files.writeString(data.resolve("first-password"), "x");

    try (EmbeddedServer server = EmbeddedServer.start(data, new SecureRandom())) {
      assertThat(rows(server.logins().serving(), "select 'up'")).containsExactly("up");
    }
  }

  @Test
  void data_without_their_logins_are_left_alone() throws Exception {
    Files.createDirectories(data.resolve("postgres"));

    assertThatThrownBy(() -> EmbeddedServer.start(data, new SecureRandom()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("login.properties is missing");
  }

  @Test
  void a_process_that_only_has_the_noted_number_is_not_stopped() throws Exception {
    Files.writeString(data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

    assertThat(Postmaster.of(data)).isEmpty();
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            Portal.class.getName(),
            data.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return String.valueOf(lines.readLine());
  }

  private String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
  }

  private static List<String> rows(Login login, String query) throws SQLException {
    try (Connection connection = connect(login);
        Statement sql = connection.createStatement();
        ResultSet result = sql.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  private static Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(login.url(), login.user(), login.password());
  }

  /** Stands for the portal: starts the server, commits a row, says so and waits to be killed. */
  static final class Portal {

    private Portal() {}

    public static void main(String[] args) throws Exception {
      try {
        EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]), new SecureRandom());
        try (Connection owner = connect(server.logins().owner());
            Statement sql = owner.createStatement()) {
          sql.execute("create table kept (note text)");
          sql.execute("insert into kept values ('once')");
        }
        System.out.println("committed");
        System.in.read();
      } catch (CannotStart e) {
        System.out.println(e.getMessage());
        System.exit(1);
      }
    }
  }
}
