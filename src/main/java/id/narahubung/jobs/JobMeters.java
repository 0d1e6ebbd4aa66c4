package id.narahubung.jobs;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.jobs.JobStore.Row;
import id.narahubung.metrics.Reading;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** How each job's last runs went, for a monitor. */
public final class JobMeters implements Reading {

  private final Database db;
  private final JobStore jobs;
  private final MultiGauge failures;
  private final MultiGauge late;
  private final MultiGauge success;

  public JobMeters(Database db, JobStore jobs, MeterRegistry registry) {
    this.db = db;
    this.jobs = jobs;
    this.failures =
        MultiGauge.builder("narahubung.job.failures")
            .description("runs that failed, one after the other, up to now")
            .register(registry);
    this.late =
        MultiGauge.builder("narahubung.job.late")
            .description("how long the next run is over its time")
            .baseUnit("seconds")
            .register(registry);
    this.success =
        MultiGauge.builder("narahubung.job.success")
            .description("when the last run that went well ended, as a Unix time")
            .baseUnit("timestamp_seconds")
            .register(registry);
  }

  /** All jobs at one moment. */
  private record Read(List<Row> rows, Instant now) {}

  @Override
  public void take() {
    Read read = db.as(SystemViewer.HEALTH, tx -> new Read(jobs.list(tx), tx.now()));
    set(failures, read, row -> Objects.requireNonNullElse(row.failures(), 0));
    set(late, read, row -> Math.max(0, seconds(read.now()) - seconds(row.nextAt())));
    set(success, read, row -> row.lastSuccess() == null ? Double.NaN : seconds(row.lastSuccess()));
  }

  private static void set(MultiGauge gauge, Read read, ToDoubleFunction<Row> value) {
    gauge.register(
        read.rows().stream()
            .<MultiGauge.Row<?>>map(
                row -> MultiGauge.Row.of(Tags.of("job", row.name()), value.applyAsDouble(row)))
            .toList(),
        true);
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1e3;
  }
}
