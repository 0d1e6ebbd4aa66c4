package id.narahubung.mail;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.metrics.Reading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What waits in the outbox, for a monitor. */
public final class MailMeters implements Reading {

  private final Database db;
  private final MailStore mails;
  private volatile Outbox outbox = Outbox.UNREAD;

  /** What waits to be sent, how long the oldest has waited since it was due, and what is parked. */
  record Outbox(double waiting, double oldestSeconds, double parked) {

    static final Outbox UNREAD = new Outbox(Double.NaN, Double.NaN, Double.NaN);

    static Outbox of(int waiting, Duration oldest, int parked) {
      return new Outbox(waiting, oldest.toMillis() / 1e3, parked);
    }
  }

  public MailMeters(Database db, MailStore mails, MeterRegistry registry) {
    this.db = db;
    this.mails = mails;
    Gauge.builder("narahubung.outbox.waiting", () -> outbox.waiting())
        .description("mails that wait to be sent")
        .register(registry);
    Gauge.builder("narahubung.outbox.oldest", () -> outbox.oldestSeconds())
        .description("how long the mail that was made first among them has waited")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("narahubung.outbox.parked", () -> outbox.parked())
        .description("mails that are not tried any more until somebody says so")
        .register(registry);
  }

  @Override
  public void take() {
    // What was read before would look as if it still held.
    outbox = Outbox.UNREAD;
    outbox = db.as(SystemViewer.MAIL, mails::outbox);
  }
}
