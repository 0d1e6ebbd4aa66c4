package id.narahubung.bench;

import id.narahubung.data.Database;
import id.narahubung.data.EmbeddedServer;
import id.narahubung.data.Login;
import id.narahubung.data.Logins;
import id.narahubung.data.Schema;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What is measured on: the embedded PostgreSQL as the portal itself runs it (durable, behind
 * passwords, serving login without ownership), in a folder that is thrown away.
 */
final class Ground implements AutoCloseable {

  private final Path folder;
  private final EmbeddedServer server;

  private Ground(Path folder, EmbeddedServer server) {
    this.folder = folder;
    this.server = server;
  }

  static Ground start() {
    try {
      Path folder = Files.createTempDirectory("narahubung-bench");
      EmbeddedServer server = EmbeddedServer.start(folder.resolve("data"), new SecureRandom());
      Ground ground = new Ground(folder, server);
      // Interrupted, it leaves neither a server nor a folder behind.
      Runtime.getRuntime().addShutdownHook(new Thread(ground::close, "close the ground"));
      Schema.migrate(ground.logins().owner());
      return ground;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Logins logins() {
    return server.logins();
  }

  /** The database as the login that serves. */
  Database database() {
    return Database.open(logins().serving(), 4, InstantSource.system());
  }

  /**
   * Lets many rows in at once without a checkpoint every few seconds; the measurement itself then
   * finds everything written.
   */
  void filling(Filling work) throws SQLException {
    try (Connection superuser = superuser();
        Statement sql = superuser.createStatement()) {
      set(sql, "alter system set max_wal_size = '16GB'");
      set(sql, "alter system set checkpoint_timeout = '30min'");
      work.run();
      set(sql, "alter system reset all");
      sql.execute("checkpoint");
    }
  }

  /** What is filled in. */
  interface Filling {
    void run() throws SQLException;
  }

  private static void set(Statement sql, String setting) throws SQLException {
    sql.execute(setting);
    sql.execute("select pg_reload_conf()");
  }

  private Connection superuser() throws SQLException {
    Properties kept = new Properties();
    try (Reader file = Files.newBufferedReader(folder.resolve("data/login.properties"))) {
      kept.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return DriverManager.getConnection(
        logins().owner().url(), "postgres", kept.getProperty("postgresPassword"));
  }

  Connection owner() throws SQLException {
    return connect(logins().owner());
  }

  /** A connection of the serving login as the portal's pool makes it. */
  Connection serving() throws SQLException {
    Connection connection = connect(logins().serving());
    connection.setAutoCommit(false);
    return connection;
  }

  private static Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(login.url(), login.user(), login.password());
  }

  /** Rows of a query as the owner, columns joined by a bar. */
  List<String> rows(String sql) {
    try (Connection owner = owner();
        Statement statement = owner.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> columns = new ArrayList<>();
        for (int n = 1; n <= result.getMetaData().getColumnCount(); n++) {
          columns.add(String.valueOf(result.getString(n)));
        }
        rows.add(String.join("|", columns));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  String one(String sql) {
    return rows(sql).getFirst();
  }

  /** The process of the server, whose children serve the connections. */
  long postmaster() {
    try {
      return Long.parseLong(
          Files.readAllLines(folder.resolve("data/postgres/postmaster.pid")).getFirst());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (Files.notExists(folder)) {
      return;
    }
    server.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
