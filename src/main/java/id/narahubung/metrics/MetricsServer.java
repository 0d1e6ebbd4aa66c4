package id.narahubung.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@code GET /metrics} for a monitor. */
public final class MetricsServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);

  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final List<Reading> readings;
  private final HttpServer server;
  private final JvmGcMetrics pauses = new JvmGcMetrics();

  /** One at a time: two monitors that ask at once would only read the same twice. */
  private final ExecutorService one = Executors.newSingleThreadExecutor();

  private MetricsServer(
      PrometheusMeterRegistry registry, List<Reading> readings, HttpServer server) {
    this.registry = registry;
    this.readings = List.copyOf(readings);
    this.server = server;
  }

  /** Starts to listen; port 0 takes any free one. */
  public static MetricsServer start(
      String host, int port, PrometheusMeterRegistry registry, List<Reading> readings) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
      MetricsServer metrics = new MetricsServer(registry, readings, server);
      metrics.bindMachine();
      server.createContext("/metrics", metrics::answer);
      server.setExecutor(metrics.one);
      server.start();
      return metrics;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "METRICS_PORT: cannot listen on %s:%d".formatted(host, port), e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void bindMachine() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    pauses.bindTo(registry);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      readings.forEach(MetricsServer::take);
      byte[] body = registry.scrape().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", FORMAT);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** While the database is away the rest is told all the same. */
  private static void take(Reading reading) {
    try {
      reading.take();
    } catch (RuntimeException e) {
      LOG.warn("{} could not be read: {}", reading.getClass().getSimpleName(), e.toString());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    // A reading that the database keeps waiting must not hold up the end of the portal.
    one.shutdownNow();
    pauses.close();
  }
}
