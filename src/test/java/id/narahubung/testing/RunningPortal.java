package id.narahubung.testing;

import id.narahubung.Config;
import id.narahubung.Portal;
import id.narahubung.data.Database;
import id.narahubung.data.Login;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A portal that serves a test class on loopback, over an emptied database and with a clock that
 * stands still: {@code @RegisterExtension static final RunningPortal portal = new RunningPortal();}
 */
public final class RunningPortal
    implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  /** Monday 2 March 2026, 08:15 in Jakarta: where every test begins. */
  public static final String MORNING = "2026-03-02T01:15:00Z";

  private final TestDatabase db = new TestDatabase();
  private final FakeClock clock = FakeClock.at(MORNING);
  private final List<Http> visitors = new ArrayList<>();
  private @Nullable Portal portal;

  public TestDatabase db() {
    return db;
  }

  /** The database as the portal sees it, for commands that prepare a test. */
  public Database database() {
    return db.database(clock);
  }

  public FakeClock clock() {
    return clock;
  }

  public URI address() {
    return portal().address();
  }

  /** The portal itself, started at the first call. */
  public synchronized Portal portal() {
    Portal started = portal;
    if (started == null) {
      Login serving = db.serving();
      started =
          Portal.start(
              Config.fromEnvironment(
                  Map.of(
                      "PORT", "0",
                      "DATABASE_URL", serving.url(),
                      "DATABASE_USER", serving.user(),
                      "DATABASE_PASSWORD", serving.password(),
                      "DATABASE_POOL", "4")),
              clock);
      portal = started;
    }
    return started;
  }

  /** A new visitor without a browser. */
  public Http visitor() {
    Http visitor = new Http(address());
    visitors.add(visitor);
    return visitor;
  }

  /** A new visitor with a browser; the one before is forgotten. */
  public Browser browser() {
    return Browser.visit(address());
  }

  public Browser browserWithoutJavaScript() {
    return Browser.withoutJavaScript(address());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    clock.set(MORNING);
    db.beforeEach(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    visitors.forEach(Http::close);
    visitors.clear();
  }

  @Override
  public synchronized void afterAll(ExtensionContext context) throws SQLException {
    Portal started = portal;
    if (started != null) {
      started.close();
      portal = null;
    }
    db.afterAll(context);
  }
}
