package id.narahubung.jobs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives this instance's sign of life, at once and then every so often. A thread of its own, for
 * each instance has to give one, and jobs run on one of them only.
 */
public final class Heartbeat implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final ScheduledExecutorService timer;

  private Heartbeat(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  public static Heartbeat start(Runnable beat, Duration every) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("heartbeat").daemon().factory());
    var unused =
        timer.scheduleWithFixedDelay(() -> give(beat), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return new Heartbeat(timer);
  }

  /**
   * One that fails, as while the database is away, is told of; the next is given all the same. An
   * error, too, must not end them: the timer would say nothing, and every later outage go
   * unnoticed.
   */
  private static void give(Runnable beat) {
    try {
      beat.run();
    } catch (RuntimeException e) {
      LOG.warn("no sign of life could be given: {}", e.toString());
    } catch (Throwable e) {
      LOG.error("no sign of life could be given", e);
    }
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
