package id.narahubung.bench;

import id.narahubung.testing.Http;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a portal sends to PostgreSQL, so that the same SQL can be run without the
 * portal: a driver before PostgreSQL's, for addresses that ask for it. Jobs are not written down.
 */
final class Recorder implements Driver {

  private static final String ASKED = "recorded=yes";

  private final Driver postgres = new org.postgresql.Driver();
  private final List<Sent> sent = new ArrayList<>();
  private boolean recording;

  /** One call that sets a parameter of a statement. */
  private record Bind(Method method, List<@Nullable Object> arguments) {}

  /** A statement with its parameters, or the end of a transaction. */
  record Sent(String sql, List<Bind> binds) {

    private static final String COMMIT = "commit";

    boolean isQuery() {
      return sql.startsWith("select") && !sql.contains("set_config");
    }

    /** Runs it and reads what comes back. */
    void run(Connection connection) throws SQLException {
      if (sql.equals(COMMIT)) {
        connection.commit();
        return;
      }
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        bind(statement);
        if (statement.execute()) {
          try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
              rows.getString(1);
            }
          }
        }
      }
    }

    /** The plan of it, line by line. */
    List<String> explain(Connection connection) throws SQLException {
      return lines(connection, "explain ");
    }

    /** What it took when it ran, line by line. */
    List<String> explainAnalyze(Connection connection) throws SQLException {
      return lines(connection, "explain (analyze, buffers, timing off, summary off) ");
    }

    private List<String> lines(Connection connection, String explain) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(explain + sql)) {
        bind(statement);
        try (ResultSet rows = statement.executeQuery()) {
          List<String> lines = new ArrayList<>();
          while (rows.next()) {
            lines.add(rows.getString(1));
          }
          return lines;
        }
      }
    }

    private void bind(PreparedStatement statement) throws SQLException {
      for (Bind bind : binds) {
        invoke(statement, bind.method(), bind.arguments().toArray());
      }
    }
  }

  static Recorder install() throws SQLException {
    Recorder recorder = new Recorder();
    org.postgresql.Driver.deregister();
    DriverManager.registerDriver(recorder);
    org.postgresql.Driver.register();
    return recorder;
  }

  /** The address under which what is sent is written down. */
  static String recorded(String url) {
    return url + (url.contains("?") ? "&" : "?") + ASKED;
  }

  /** What a page sends, at its second reading: the first may do what is done once. */
  List<Sent> page(Http visitor, String path) {
    Lists.get(visitor, path);
    return during(() -> Lists.get(visitor, path));
  }

  /** What was sent meanwhile. */
  synchronized List<Sent> during(Runnable work) {
    sent.clear();
    recording = true;
    try {
      // The portal answers on other threads: they wait for this lock only to write down.
      workUnlocked(work);
      return List.copyOf(sent);
    } finally {
      recording = false;
    }
  }

  private void workUnlocked(Runnable work) {
    try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> worker = one.submit(work);
      while (!worker.isDone()) {
        wait(5);
      }
      worker.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void note(Sent one) {
    if (recording && isForAPage()) {
      sent.add(one);
    }
  }

  /** Jobs work with the same connections; those that count figures are measured, too. */
  private static boolean isForAPage() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .anyMatch(
                        name ->
                            name.startsWith("io.javalin.")
                                || name.startsWith("id.narahubung.figures.")));
  }

  @Override
  public @Nullable Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    Connection connection = postgres.connect(url, info);
    return connection == null || !"narahubung".equals(info.getProperty("ApplicationName"))
        ? connection
        : proxy(
            Connection.class,
            (p, method, arguments) -> onConnection(connection, method, arguments));
  }

  private @Nullable Object onConnection(
      Connection connection, Method method, @Nullable Object @Nullable [] arguments)
      throws SQLException {
    Object result = invoke(connection, method, arguments);
    if (method.getName().equals("commit")) {
      note(new Sent(Sent.COMMIT, List.of()));
    }
    if (result instanceof PreparedStatement statement && arguments != null) {
      String sql = String.valueOf(arguments[0]);
      List<Bind> binds = new ArrayList<>();
      return proxy(
          PreparedStatement.class,
          (p, each, with) -> onStatement(statement, sql, binds, each, with));
    }
    return result;
  }

  private @Nullable Object onStatement(
      PreparedStatement statement,
      String sql,
      List<Bind> binds,
      Method method,
      @Nullable Object @Nullable [] arguments)
      throws SQLException {
    String name = method.getName();
    if (arguments != null && arguments.length >= 2 && name.startsWith("set")) {
      binds.add(new Bind(method, Arrays.asList(arguments)));
    } else if (arguments == null && name.matches("execute|executeQuery|executeUpdate")) {
      note(new Sent(sql, List.copyOf(binds)));
    }
    return invoke(statement, method, arguments);
  }

  private static @Nullable Object invoke(
      Object on, Method method, @Nullable Object @Nullable [] arguments) throws SQLException {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return url.contains(ASKED) && postgres.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    return postgres.getPropertyInfo(url, info);
  }

  @Override
  public int getMajorVersion() {
    return postgres.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return postgres.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return postgres.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(Recorder.class.getName());
  }
}
