package id.narahubung.data;

import static java.util.stream.Collectors.joining;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import id.narahubung.access.Busy;
import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.SystemViewer;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The one place that opens transactions. Each runs for a named viewer, in that viewer's database
 * role: PostgreSQL itself holds the wall. The root context stays private, because statements on it
 * would run outside the transaction, and outside the wall.
 */
public final class Database implements AutoCloseable {

  /** No connection, or none left; the classes of SQLSTATE are its first two characters. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "53");

  /** Deadlock, lock and statement time-out, and the server going down or coming up. */
  private static final Set<String> PASSING =
      Set.of("40001", "40P01", "55P03", "57014", "57P01", "57P02", "57P03", "25P03");

  /** 'role' is a setting like the others, and all of them end with the transaction. */
  private static final String ANNOUNCED =
      "select set_config('role', ?, true), set_config('app.company_id', ?, true),"
          + " set_config('app.person_id', ?, true), set_config('app.administers', ?, true),"
          + " set_config('app.request_id', ?, true), set_config('app.restricted', ?, true)";

  private final HikariDataSource pool;
  private final DSLContext root;
  private final InstantSource clock;

  private Database(HikariDataSource pool, InstantSource clock) {
    this.pool = pool;
    this.clock = clock;
    this.root =
        DSL.using(
            pool, SQLDialect.POSTGRES, new Settings().withRenderSchema(false).withFetchSize(1000));
  }

  /**
   * Connects as the login that serves. Waits for nobody: an unreachable server fails on first use.
   */
  public static Database open(Login login, int poolSize, InstantSource clock) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("portal");
    config.setJdbcUrl(login.url());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(poolSize);
    config.setMinimumIdle(poolSize);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    config.setMaxLifetime(25 * 60_000L);
    config.setKeepaliveTime(2 * 60_000L);
    config.setAutoCommit(false);
    config.addDataSourceProperty(
        "options",
        "-c timezone=UTC -c statement_timeout=30000 -c lock_timeout=10000"
            + " -c idle_in_transaction_session_timeout=60000");
    config.addDataSourceProperty("ApplicationName", "narahubung");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new Database(new HikariDataSource(config), clock);
  }

  /** Keeps meters of the connections there. */
  public void measure(MeterRegistry registry) {
    pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
  }

  /**
   * Does the work in one transaction of the viewer; a refusal or fault rolls all of it back.
   *
   * @throws ConstraintBroken when a constraint of the database refuses the change
   * @throws Busy when the database is away, or did not get to it in time
   */
  public <T> T as(Viewer viewer, Function<Tx, T> work) {
    AtomicBoolean begun = new AtomicBoolean();
    try {
      return run(viewer, work, begun);
    } catch (Busy e) {
      if (begun.get() || isNoneToBeHad(e)) {
        throw e;
      }
      // The pool gave a connection that had died unnoticed: nothing was done on it. So may others
      // be.
      pool.getHikariPoolMXBean().softEvictConnections();
      return run(viewer, work, begun);
    }
  }

  private <T> T run(Viewer viewer, Function<Tx, T> work, AtomicBoolean begun) {
    try {
      return root.connectionResult(connection -> run(connection, viewer, work, begun));
    } catch (IntegrityConstraintViolationException e) {
      PSQLException cause = e.getCause(PSQLException.class);
      ServerErrorMessage message = cause == null ? null : cause.getServerErrorMessage();
      throw new ConstraintBroken(message == null ? null : message.getConstraint(), e);
    } catch (DataAccessException e) {
      throw isPassing(e) ? new Busy(e) : e;
    }
  }

  /**
   * jOOQ's own transactions ask the server for its isolation level each time, which costs a page
   * two journeys; ours nest nowhere.
   */
  private <T> T run(Connection connection, Viewer viewer, Function<Tx, T> work, AtomicBoolean begun)
      throws SQLException {
    try {
      DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES, root.settings());
      announce(connection, viewer);
      begun.set(true);
      T result = work.apply(new Tx(sql, viewer, now()));
      connection.commit();
      return result;
    } catch (Throwable e) {
      try {
        connection.rollback();
      } catch (SQLException lost) {
        e.addSuppressed(lost);
      }
      throw e;
    }
  }

  /** Whether the same work may succeed later: no connection, or a lock or time that ran out. */
  private static boolean isPassing(DataAccessException e) {
    return PASSING_CLASSES.contains(e.sqlState().substring(0, 2))
        || PASSING.contains(e.sqlState())
        || e.getCause(SQLTransientConnectionException.class) != null;
  }

  /** Whether the pool waited in vain: waiting once more would only take as long again. */
  private static boolean isNoneToBeHad(Busy busy) {
    return busy.getCause() instanceof DataAccessException e
        && e.getCause(SQLTransientConnectionException.class) != null;
  }

  /** PostgreSQL keeps microseconds: an instant must read back as it was written. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** As {@link #as}, for work without a result. */
  public void run(Viewer viewer, Consumer<Tx> work) {
    as(
        viewer,
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  private static void announce(Connection connection, Viewer viewer) throws SQLException {
    switch (viewer) {
      case Viewer.PersonViewer person ->
          announce(
              connection,
              role(viewer),
              Long.toString(person.organisationId()),
              Long.toString(person.personId()),
              Boolean.toString(
                  person.may(Permission.ADMINISTER) || person.may(Permission.KEEP_COLLEAGUES)),
              person.onlyRequest().stream().mapToObj(Long::toString).collect(joining()),
              Boolean.toString(person.may(Permission.SEE_RESTRICTED)));
      case SystemViewer system -> announce(connection, role(system), "", "", "", "", "");
    }
  }

  /** The database role of a viewer. */
  static String role(Viewer viewer) {
    return switch (viewer) {
      case Viewer.PersonViewer person when person.side() == Side.COMPANY -> "side_company";
      case Viewer.PersonViewer person -> person.onlyReads() ? "side_auditor" : "side_ministry";
      case SystemViewer system -> role(system);
    };
  }

  private static String role(SystemViewer system) {
    return switch (system) {
      case AUDIT -> "side_auditor";
      case MAIL -> "side_mail";
      case SIGN_IN, SESSION, HEALTH, PAPERS, LOANS, CONSOLE -> "side_system";
    };
  }

  /**
   * One statement, in the order of {@link #ANNOUNCED}. Sent without jOOQ, which would read its text
   * anew each time; it runs twice for every page.
   */
  private static void announce(Connection connection, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ANNOUNCED)) {
      for (int n = 0; n < values.length; n++) {
        statement.setString(n + 1, values[n]);
      }
      statement.execute();
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
