package id.narahubung.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.testing.RunningPortal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signs of life; {@code OutageTest} says what follows when there is none. */
final class HeartbeatTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  @Test
  void after_one_that_fails_the_next_is_given() throws InterruptedException {
    AtomicInteger given = new AtomicInteger();
    CountDownLatch third = new CountDownLatch(1);
    Heartbeat heartbeat =
        Heartbeat.start(
            () -> {
              switch (given.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("the database is away");
                case 2 -> throw new StackOverflowError("no exception, but an error");
                default -> third.countDown();
              }
            },
            Duration.ofMillis(1));
    try (heartbeat) {
      assertThat(third.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_portal_that_serves_gives_one_at_once() {
    portal.portal();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (portal.db().rows("select 1 from heartbeat").isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(portal.db().rows("select beat_at at time zone 'UTC' from heartbeat"))
        .containsExactly("2026-03-02 01:15:00");
    assertThat(portal.db().rows("select 1 from outage")).isEmpty();
  }
}
