package id.narahubung.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.Config;
import id.narahubung.Portal;
import id.narahubung.data.Login;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.TestDatabase;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MetricsServerTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  @Test
  void a_monitor_reads_requests_connections_jobs_and_the_outbox_on_a_port_of_its_own() {
    Login login = db.serving();
    Config config =
        Config.fromEnvironment(
            Map.of(
                "PORT",
                "0",
                "METRICS_PORT",
                "0",
                "DATABASE_URL",
                login.url(),
                "DATABASE_USER",
                login.user(),
                "DATABASE_PASSWORD",
                login.password(),
                "DATABASE_POOL",
                "3"));
    try (Portal portal = Portal.start(config, FakeClock.at(RunningPortal.MORNING));
        Http visitor = new Http(portal.address());
        Http monitor =
            new Http(URI.create("http://localhost:" + portal.metricsPort().orElseThrow()))) {
      assertThat(visitor.get("/metrics").status()).isEqualTo(404);
      visitor.get("/sign-in");
      visitor.get("/orang/asing");

      String told = monitor.get("/metrics").body();

      assertThat(told)
          .contains(
              "http_server_requests_seconds_count{method=\"GET\",route=\"/sign-in\",status=\"200\"} 1")
          .contains("hikaricp_connections_max{pool=\"portal\"} 3.0")
          .contains("hikaricp_connections_max{pool=\"jobs\"} 2.0")
          .contains("narahubung_job_failures{job=\"standing-check\"} 0.0")
          .contains("narahubung_outbox_waiting 0.0")
          .contains("narahubung_outbox_oldest_seconds 0.0")
          .contains("jvm_memory_used_bytes")
          .doesNotContain("asing");
    }
  }
}
