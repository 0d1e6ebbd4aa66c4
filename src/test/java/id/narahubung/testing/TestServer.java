package id.narahubung.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL for tests: fast, forgetful, believing everybody on this machine. The shared one is
 * the embedded server; with {@code -Dpostgres=/usr/lib/postgresql/15/bin} all tests use that one.
 */
public final class TestServer {

  private static @Nullable TestServer shared;

  private final int port;

  private TestServer(int port) {
    this.port = port;
  }

  /** The server of this JVM, started at the first call and stopped with the JVM. */
  public static synchronized TestServer shared() {
    TestServer server = shared;
    if (server == null) {
      String bin = System.getProperty("postgres", "");
      server = bin.isEmpty() ? embedded() : on(installedForThisJvm(Path.of(bin)).port());
      shared = server;
    }
    return server;
  }

  static TestServer on(int port) {
    return new TestServer(port);
  }

  private static TestServer embedded() {
    try {
      return on(
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale", "C")
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              // Far from UTC, so that a query that leans on the session's zone shows it.
              .setServerConfig("timezone", "Pacific/Chatham")
              .start()
              .getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InstalledPostgres installedForThisJvm(Path bin) {
    InstalledPostgres server = InstalledPostgres.start(bin);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres-stop"));
    return server;
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "");
  }
}
