package id.narahubung.testing;

import id.narahubung.data.Database;
import id.narahubung.data.Login;
import id.narahubung.data.Logins;
import id.narahubung.data.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated database of a test class's own, emptied before each test but for the rows that the
 * migrations filled: {@code @RegisterExtension static final TestDatabase db = new TestDatabase();}
 * One of a class that has one instance for all its tests keeps what {@code @BeforeAll} put there.
 */
public final class TestDatabase implements BeforeEachCallback, AfterAllCallback {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable Template template;

  private final Queue<Connection> owners = new ConcurrentLinkedQueue<>();
  private final Queue<Connection> superusers = new ConcurrentLinkedQueue<>();
  private @Nullable Logins logins;
  private @Nullable Database database;
  private InstantSource clock = FakeClock.at("2026-03-02T01:15:00Z");

  /** The database as the login that serves; its transactions tell the time of this clock. */
  public synchronized Database database(InstantSource clock) {
    this.clock = clock;
    Database opened = database;
    if (opened == null) {
      // One pool for the class; each test may bring its own clock.
      opened = Database.open(serving(), 4, () -> this.clock.instant());
      database = opened;
    }
    return opened;
  }

  /** The login that serves: held by the wall. */
  public Login serving() {
    return logins().serving();
  }

  /** The schema's owner, for tests that look behind the wall. */
  public Login owner() {
    return logins().owner();
  }

  /** Runs statements as the owner, behind the wall. */
  public void asOwner(String sql) {
    borrow(
        owners,
        () -> connect(owner()),
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  /**
   * One of a test's own in which there is nothing yet: to be migrated step by step, and dropped.
   */
  public static TestDatabase unmigrated() {
    TestDatabase made = new TestDatabase();
    String name = "test_" + NUMBER.incrementAndGet();
    Logins of = new Template(TestServer.shared(), List.of()).logins(name);
    try (Connection superuser = TestServer.shared().superuser("postgres")) {
      of.make(superuser, name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    made.logins = of;
    return made;
  }

  /** Fills tables as they might stand, without the rows that their keys would ask for. */
  public void pastTheTriggers(String sql) {
    borrow(
        superusers,
        () -> TestServer.shared().superuser(name()),
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(
                "begin; set local session_replication_role = replica; " + sql + "; commit");
          }
        });
  }

  /** Whether anybody may connect; who is connected is thrown out. */
  public void connectable(boolean allowed) {
    asSuperuser("alter database " + name() + " allow_connections " + allowed);
    if (!allowed) {
      asSuperuser(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
              + name()
              + "'");
    }
  }

  private String name() {
    return serving().url().replaceFirst(".*/", "");
  }

  /** The rows of a query as the owner, their columns joined by a bar; null prints as nothing. */
  public List<String> rows(String sql) {
    return borrow(owners, () -> connect(owner()), connection -> rows(connection, sql));
  }

  private interface Opening {
    Connection open() throws SQLException;
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Works on a connection that was used before, where one is idle: to open one takes longer than
   * most statements here. One that failed, or that the server ended, is not used again.
   */
  private static <T> T borrow(Queue<Connection> idle, Opening opening, Work<T> work) {
    try {
      Connection kept = idle.poll();
      Connection connection = kept != null && kept.isValid(5) ? kept : opening.open();
      T result;
      try {
        result = work.on(connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      idle.add(connection);
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(login.url(), login.user(), login.password());
  }

  static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          String value = result.getString(column);
          columns.add(value == null ? "" : value);
        }
        rows.add(String.join("|", columns));
      }
    }
    return rows;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (context.getTestInstanceLifecycle().equals(Optional.of(TestInstance.Lifecycle.PER_CLASS))) {
      return;
    }
    borrow(
        superusers,
        () -> TestServer.shared().superuser(name()),
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(template().emptying());
          }
        });
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException {
    drop();
  }

  public synchronized void drop() throws SQLException {
    Database opened = database;
    if (opened != null) {
      opened.close();
      database = null;
    }
    owners.clear();
    superusers.clear();
    if (logins != null) {
      // Ends the idle connections, too.
      asSuperuser("drop database " + name() + " with (force)");
      logins = null;
    }
  }

  private synchronized Logins logins() {
    Logins made = logins;
    if (made == null) {
      Template migrated = template();
      String name = "test_" + NUMBER.incrementAndGet();
      asSuperuser("create database " + name + " template tmpl owner narahubung_owner");
      made = migrated.logins(name);
      logins = made;
    }
    return made;
  }

  /** Runs a statement as the superuser of the server, in no database of a test. */
  public static void asSuperuser(String sql) {
    try (Connection connection = TestServer.shared().superuser("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static synchronized Template template() {
    Template made = template;
    if (made == null) {
      made = Template.migrate(TestServer.shared());
      template = made;
    }
    return made;
  }

  /**
   * The database that all others are copied from, and its tables that the migrations left empty.
   */
  private record Template(TestServer server, List<String> empty) {

    static Template migrate(TestServer server) {
      Template template = new Template(server, List.of());
      Logins logins = template.logins("tmpl");
      try (Connection superuser = server.superuser("postgres")) {
        logins.make(superuser, "tmpl");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      Schema.migrate(logins.owner());
      try (Connection owner = connect(logins.owner())) {
        return new Template(server, emptyTables(owner));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /**
     * Deletes what stands in those tables and begins their numbers anew. A truncation writes new
     * files for every table and index there is, which takes longer than most tests.
     */
    String emptying() {
      String tables = "array['" + String.join("', '", empty) + "']";
      return """
          do $$
          declare
            name text;
            filled boolean;
          begin
            set local session_replication_role = replica;
            foreach name in array %1$s loop
              execute format('select exists (select from %%I)', name) into filled;
              if filled then
                execute format('delete from %%I', name);
              end if;
            end loop;
            for name in
              select pg_get_serial_sequence(c.table_name, c.column_name) from information_schema.columns c
              where c.table_schema = 'public' and c.is_identity = 'YES' and c.table_name = any (%1$s)
            loop
              perform setval(name::regclass, 1, false);
            end loop;
          end $$"""
          .formatted(tables);
    }

    private static List<String> emptyTables(Connection owner) throws SQLException {
      List<String> empty = new ArrayList<>();
      for (String table :
          rows(
              owner,
              "select relname from pg_class where relkind = 'r'"
                  + " and relnamespace = 'public'::regnamespace order by relname")) {
        if (rows(owner, "select 1 from " + table + " limit 1").isEmpty()) {
          empty.add(table);
        }
      }
      return empty;
    }

    Logins logins(String database) {
      String url = server.url(database);
      return new Logins(
          new Login(url, "narahubung", "serving"), new Login(url, "narahubung_owner", "owner"));
    }
  }
}
