package id.narahubung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.TestDatabase;
import id.narahubung.testing.Visitors;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of requests when the process is told to end. */
final class StopTest {

  /** So long may ending take, whatever is asked at that moment. */
  private static final long MOST_SECONDS = 20;

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);

  @Test
  void who_asked_before_the_stop_is_answered_who_waits_too_long_let_go_and_nobody_else_let_in()
      throws Exception {
    Http soon = visitors.signedIn(given.ministry(), Role.OFFICER);
    Http never = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    URI address = portal.address();
    try (Connection letters = hold("letter");
        Connection commitments = hold("commitment");
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Future<Http.Page> answered = threads.submit(() -> soon.get("/letters"));
      Future<Http.Page> stuck = threads.submit(() -> never.get("/commitments"));
      while (portal.db().rows("select distinct pid from pg_locks where not granted").size() < 2) {
        assertThat(answered.isDone() || stuck.isDone()).as("answered without waiting").isFalse();
        Thread.onSpinWait();
      }
      long began = System.nanoTime();
      Future<?> stop = threads.submit(portal.portal()::close);
      while (accepts(address)) {
        assertThat(stop.isDone()).as("stopped, and lets in").isFalse();
        Thread.onSpinWait();
      }
      letters.rollback();
      Http.Page page = answered.get();
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).contains("Surat");
      stop.get(MOST_SECONDS, TimeUnit.SECONDS);
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began))
          .isLessThan(MOST_SECONDS);
      assertThatThrownBy(stuck::get).isInstanceOf(ExecutionException.class);
      // While the table is held still: nothing of what was let go waits for it any more.
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
      while (!portal.db().rows("select 1 from pg_locks where not granted").isEmpty()) {
        assertThat(System.nanoTime()).as("a statement waits on").isLessThan(end);
        Thread.onSpinWait();
      }
      commitments.rollback();
    }
  }

  /** Takes a table for itself, so that whoever reads it waits. */
  private static Connection hold(String table) throws SQLException {
    Connection held = TestDatabase.connect(portal.db().owner());
    held.setAutoCommit(false);
    try (Statement statement = held.createStatement()) {
      statement.execute("lock table " + table + " in access exclusive mode");
    }
    return held;
  }

  private static boolean accepts(URI address) {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
