package id.narahubung.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;

/** How many requests each route answered, how, and how long that took. */
final class RequestMeters {

  /** A monitor counts what took longer than each. */
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3),
    Duration.ofSeconds(10)
  };

  /** A client may send any word as its method: each would be a meter. */
  private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "OPTIONS");

  private final MeterRegistry registry;

  RequestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** By route, never by address: addresses hold numbers without end. */
  void count(Context ctx, float millis) {
    Timer.builder("http.server.requests")
        .description("requests answered")
        .tag("method", KNOWN.contains(ctx.req().getMethod()) ? ctx.req().getMethod() : "other")
        .tag("route", ctx.endpoint().path)
        .tag("status", Integer.toString(ctx.statusCode()))
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1e6)));
  }
}
