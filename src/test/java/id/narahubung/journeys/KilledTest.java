package id.narahubung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.data.EmbeddedServer;
import id.narahubung.testing.Http;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program as a process of its own, on data of its own, ended in two ways. */
final class KilledTest {

  private static final Pattern RESPONDER =
      Pattern.compile("\\s*Responder\\s+(\\S+@klip\\.example)\\s+(\\S.*)");

  @TempDir Path data;

  private @Nullable Process running;
  private String email = "";
  private String password = "";

  @Test
  void what_was_acknowledged_outlives_sigkill_and_a_stop_leaves_no_server_behind()
      throws Exception {
    String item;
    try (Http responder = new Http(start())) {
      signIn(responder);
      item = responder.get("/").document().select("tbody a[href*=/items/]").attr("href");
      assertThat(answer(responder, item).status()).isEqualTo(303);
    }
    portal().destroyForcibly().waitFor();

    try (Http responder = new Http(start())) {
      signIn(responder);
      assertThat(responder.get(item).text()).contains("Dihapus sendiri.");
      assertThat(responder.get("/health").status()).isEqualTo(200);
    }
    assertThat(postgres()).isNotEmpty();
    stop();
    assertThat(postgres()).isEmpty();
    assertThat(EmbeddedServer.running(data)).isEmpty();
  }

  @AfterEach
  void endWhatStillRuns() throws InterruptedException {
    Process portal = running;
    if (portal != null && portal.isAlive()) {
      portal.destroy();
      portal.waitFor(30, TimeUnit.SECONDS);
    }
  }

  private Process portal() {
    return Objects.requireNonNull(running);
  }

  private URI start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // It lives for seconds: what is compiled with care would never be worth it.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            Path.of("target", "narahubung.jar").toAbsolutePath().toString(),
            "serve");
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("DATABASE"));
    environment.putAll(Map.of("DATA", data.toString(), "PORT", "0", "LC_ALL", "C.UTF-8"));
    Process portal = builder.redirectError(data.resolve("portal.log").toFile()).start();
    running = portal;
    return readAddress(portal.inputReader());
  }

  /** Where it serves, and the demonstration's account that the console names. */
  private URI readAddress(BufferedReader lines) throws IOException {
    URI address = URI.create("");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher account = RESPONDER.matcher(line);
      if (line.strip().startsWith("http://localhost:")) {
        address = URI.create(line.strip());
      } else if (account.matches()) {
        email = account.group(1);
        password = account.group(2).strip();
        return address;
      }
    }
    throw new AssertionError("the portal ended before it served");
  }

  /** Ends it as Ctrl-C does: by a signal it can hear. */
  private void stop() throws InterruptedException {
    portal().destroy();
    assertThat(portal().waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private void signIn(Http visitor) {
    Http.Page page =
        visitor.submit("/sign-in", "/sign-in", Map.of("email", email, "password", password));
    assertThat(page.status()).isEqualTo(303);
  }

  private static Http.Page answer(Http responder, String item) {
    String form =
        responder.get(item).document().select("a[href^=/answers/new]").attr("href") + "&type=N2";
    return responder.submit(form, "/answers", Map.of("note", "Dihapus sendiri."));
  }

  /** The processes whose command names our folder. */
  private String postgres() throws IOException, InterruptedException {
    Process list = new ProcessBuilder("ps", "-eo", "args").start();
    String folder = data.toRealPath().toString();
    try (BufferedReader lines = list.inputReader()) {
      return lines
          .lines()
          .filter(line -> line.contains("postgres") && line.contains(folder))
          .collect(Collectors.joining("\n"));
    } finally {
      list.waitFor();
    }
  }
}
