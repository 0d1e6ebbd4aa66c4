package id.narahubung.testing;

import id.narahubung.access.Viewer;
import id.narahubung.data.Tx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Two people at the same moment, as two real transactions in a chosen order. */
public final class Race {

  private static final Duration PATIENCE = Duration.ofSeconds(9);

  private final TestDatabase db;

  public Race(TestDatabase db) {
    this.db = db;
  }

  /**
   * To be called inside the first one's transaction, as its last act: starts the second one and
   * returns when that one waits for the first, or is done. Its end is told by the future.
   */
  public Future<?> startSecond(Runnable second) {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    Future<?> running = threads.submit(second);
    threads.shutdown();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!running.isDone() && db.rows("select 1 from pg_locks where not granted").isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the second neither waits nor ends");
      }
      Thread.onSpinWait();
    }
    return running;
  }

  /** The first one's whole work, and the second one's, which starts before the first commits. */
  public void run(Given given, Person first, Person second) {
    Future<?>[] running = new Future<?>[1];
    given
        .db()
        .run(
            first.viewer(),
            tx -> {
              first.work().accept(tx);
              running[0] = startSecond(() -> given.db().run(second.viewer(), second.work()));
            });
    end(running[0]);
  }

  /** Both in threads of their own, in whatever order; waits for both. */
  public static void atOnce(Runnable one, Runnable other) {
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<?>> running = List.of(both.submit(one), both.submit(other));
      running.forEach(Race::end);
    }
  }

  /** Waits for the second one's end and lets its refusal through. */
  public static void end(Future<?> second) {
    try {
      second.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Who does what. */
  public record Person(Viewer viewer, Consumer<Tx> work) {}
}
