package id.narahubung.bench;

import id.narahubung.testing.Http;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** A list of very many items as a table, and what the portal's heap does meanwhile. */
final class Exports {

  private static final long EVERY_NANOS = 5_000_000_000L;

  private final PortalProcess portal;
  private final Report report;

  Exports(PortalProcess portal, Report report) {
    this.portal = portal;
    this.report = report;
  }

  void measure(Http officer, long rows) {
    report.head(
        "export of " + rows + " items",
        "seconds",
        "MB sent",
        "heap MB before",
        "at most",
        "after",
        "resident MB");
    for (String format : List.of("csv", "xlsx")) {
      measure(officer, format);
    }
  }

  private void measure(Http officer, String format) {
    long before = portal.livingMegabytes();
    long most = before;
    long begun = System.nanoTime();
    try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<byte[]> sent =
          one.submit(() -> officer.getBytes("/exports/queue?show=companies&format=" + format));
      // What lives after a collection: what lies about before one says nothing of what is held.
      while (!sent.isDone()) {
        most = Math.max(most, portal.livingMegabytes());
        LockSupport.parkNanos(EVERY_NANOS);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      report.line(
          format,
          String.format(Locale.ROOT, "%.0f", seconds),
          Integer.toString(sent.resultNow().length >> 20),
          Long.toString(before),
          Long.toString(most),
          Long.toString(portal.livingMegabytes()),
          Long.toString(portal.residentMegabytes()));
    }
  }
}
