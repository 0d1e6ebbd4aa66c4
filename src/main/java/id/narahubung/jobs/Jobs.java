package id.narahubung.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import id.narahubung.data.Login;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Runs jobs at their times. Their table is in the database, so that of several instances one does
 * each, and a run missed while nobody was up follows at the next start, once. What a killed
 * instance had in hand another takes over within a minute.
 */
public final class Jobs implements AutoCloseable {

  private static final int CONNECTIONS = 2;

  /** More than connections: a job that waits for a mail server holds none. */
  private static final int THREADS = 4;

  private static final Duration STOP_AFTER = Duration.ofSeconds(5);

  /** How often an instance says that it still works on what it picked. */
  private static final Duration SIGN_EVERY = Duration.ofSeconds(10);

  /** So many signs missed, and another instance takes the work over: an urgent order waits. */
  private static final int MISSED = 4;

  /** What was picked and gave no sign for so long is in nobody's hands. */
  static final Duration DEAD_AFTER = SIGN_EVERY.multipliedBy(MISSED);

  private final Scheduler scheduler;
  private final HikariDataSource pool;

  private Jobs(Scheduler scheduler, HikariDataSource pool) {
    this.scheduler = scheduler;
    this.pool = pool;
  }

  /**
   * Starts to look for what is due.
   *
   * @param instance tells this instance from the others, on the same machine too
   * @param every how often it looks
   */
  public static Jobs start(
      Login login, String instance, List<Job> jobs, InstantSource clock, Duration every) {
    HikariDataSource pool = pool(login);
    List<RecurringTask<Void>> tasks = jobs.stream().map(Jobs::task).toList();
    Scheduler scheduler =
        Scheduler.create(pool)
            .startTasks(tasks)
            .threads(THREADS)
            .pollingInterval(every)
            .heartbeatInterval(SIGN_EVERY)
            .missedHeartbeatsLimit(MISSED)
            .schedulerName(new SchedulerName.Fixed(instance))
            .shutdownMaxWait(STOP_AFTER)
            .clock(clock::instant)
            .build();
    scheduler.start();
    return new Jobs(scheduler, pool);
  }

  private static RecurringTask<Void> task(Job job) {
    return Tasks.recurring(job.name(), job.schedule())
        .execute((instance, context) -> job.work().run());
  }

  /** Connections of their own, which see the table of jobs and no casework. */
  private static HikariDataSource pool(Login login) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("jobs");
    config.setJdbcUrl(login.url());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    config.setConnectionInitSql("set role side_system");
    config.addDataSourceProperty("options", "-c timezone=UTC -c statement_timeout=30000");
    config.addDataSourceProperty("ApplicationName", "narahubung jobs");
    return new HikariDataSource(config);
  }

  /** Keeps meters of the connections there. */
  public void measure(MeterRegistry registry) {
    pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
  }

  @Override
  public void close() {
    scheduler.stop();
    pool.close();
  }
}
