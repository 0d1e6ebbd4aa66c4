package id.narahubung.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.testing.FakeClock;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JobsTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final Duration OFTEN = Duration.ofMillis(20);

  /** 18:00 in Jakarta. */
  private final FakeClock clock = FakeClock.at("2026-03-02T11:00:00Z");

  private final BlockingQueue<Instant> runs = new LinkedBlockingQueue<>();

  @Test
  void at_night_one_of_two_instances_does_the_job() throws InterruptedException {
    List<Jobs> both = List.of(start("first"), start("second"));
    assertThat(nextRun()).isEqualTo("2026-03-02 19:00:00");
    clock.set("2026-03-02T19:00:01Z");
    assertThat(runs.poll(20, TimeUnit.SECONDS)).isEqualTo("2026-03-02T19:00:01Z");
    both.forEach(Jobs::close);
    assertThat(runs).isEmpty();
    assertThat(nextRun()).isEqualTo("2026-03-03 19:00:00");
  }

  @Test
  void nights_without_an_instance_are_made_up_for_once() throws InterruptedException {
    start("first").close();
    clock.set("2026-03-09T11:00:00Z");
    Jobs later = start("later");
    assertThat(runs.poll(20, TimeUnit.SECONDS)).isEqualTo("2026-03-09T11:00:00Z");
    later.close();
    assertThat(runs).isEmpty();
    assertThat(nextRun()).isEqualTo("2026-03-09 19:00:00");
  }

  @Test
  void what_a_killed_instance_had_in_hand_another_takes_over_within_a_minute()
      throws InterruptedException {
    // The library takes it over as of the machine's own time, which this clock has long passed.
    clock.set("2100-03-02T11:00:00Z");
    db.asOwner(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
            + " last_heartbeat, version) values ('count', 'recurring', '2100-03-02 10:59:00Z', true,"
            + " 'killed', '2100-03-02 10:59:15Z', 1)");
    Jobs living = start("living");
    @Nullable Instant run = null;
    for (int n = 0; n < 100 && run == null; n++) {
      // It looks again only when time has passed.
      clock.advance(OFTEN);
      run = runs.poll(200, TimeUnit.MILLISECONDS);
    }
    assertThat(run).isBefore("2100-03-02T11:01:00Z");
    living.close();
  }

  private Jobs start(String instance) {
    Job job =
        Job.daily(
            "count",
            LocalTime.of(2, 0),
            ZoneId.of("Asia/Jakarta"),
            () -> runs.add(clock.instant()));
    return Jobs.start(db.serving(), instance, List.of(job), clock, OFTEN);
  }

  private static String nextRun() {
    return db.rows("select execution_time at time zone 'UTC' from scheduled_tasks").getFirst();
  }
}
