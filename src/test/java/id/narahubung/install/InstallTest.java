package id.narahubung.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.InstalledPostgres;
import id.narahubung.testing.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive on a server: an ordinary user, the distribution's PostgreSQL, nginx with TLS in
 * front; a request from the first word to the check, a backup, and all of it elsewhere.
 */
final class InstallTest {

  private static final String OWNER = "panjang dan acak satu";
  private static final String SERVING = "panjang dan acak dua";

  /** Of what was built, where it has one, as an archive is called by it. */
  private static final String TAG =
      "git describe --tags --exact-match 2>/dev/null | sed 's/^v//; s/[^A-Za-z0-9.-]/-/g'";

  @TempDir Path folder;

  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, List<String>> accounts = new LinkedHashMap<>();
  private Path home = Path.of("");
  private @Nullable Process portal;

  @BeforeEach
  void unpack() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    String made = Programs.run(Path.of("."), "bash", "-c", "source bin/lib.sh; make_archive");
    Path archive = Path.of(made.strip());
    if (Files.exists(Path.of(".git"))) {
      assertThat(archive.getFileName().toString())
          .as("named by its tag, or by its day and commit: two of one day are two")
          .matches(
              "narahubung-("
                  + Programs.run(Path.of("."), "bash", "-c", TAG).strip()
                  + "|[0-9]{4}\\.[0-9]{2}\\.[0-9]{2}-"
                  + Programs.run(Path.of("."), "git", "rev-parse", "--short=10", "HEAD").strip()
                  + ")\\.tar\\.gz");
    }
    Programs.run(folder, "tar", "-xzf", archive.toAbsolutePath().toString());
    try (Stream<Path> unpacked = Files.list(folder)) {
      home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  @AfterEach
  void endWhatStillRuns() throws InterruptedException {
    stop();
  }

  @Test
  void it_installs_serves_behind_a_proxy_and_is_found_again_elsewhere() throws Exception {
    InstalledPostgres postgres = InstalledPostgres.start(InstalledPostgres.installed().getFirst());
    try (postgres) {
      prepare(postgres.port());
      configure(postgres.port(), "narahubung");
      assertThat(run("migrate")).contains("migrations: ");
      try (Nginx nginx =
          Nginx.start(home.resolve("etc/nginx.conf"), folder, port("PUBLIC"), port("PORT"))) {
        serve();
        String item = walk(nginx);
        Path backup = folder.resolve("narahubung.dump");
        assertThat(run("backup", backup.toString())).contains(backup.toString());
        assertThat(Programs.ask(folder, environment(), script("restore", backup.toString())).text())
            .contains("is not empty");
        stop();

        // As before an update: nothing is written any more.
        Path still = folder.resolve("still.dump");
        run("backup", still.toString());
        configure(postgres.port(), "elsewhere");
        run("restore", still.toString());
        assertThat(everything(postgres.port(), "elsewhere"))
            .hasSizeGreaterThan(100)
            .isEqualTo(everything(postgres.port(), "narahubung"));
        serve();
        try (Http responder = signedIn(nginx, "Responder")) {
          assertThat(responder.get(item).text()).contains("Dihapus sendiri.");
          assertThat(responder.get(item.replaceAll("/items/.*", "")).text()).contains("layar.png");
        }
        assertThat(run("admin", "check")).isNotBlank();
      }
    }
    tellsOfAFaultUnderTheRequestsName();
  }

  /** What INSTALL.md says is to be done once. */
  private void prepare(int postgres) throws Exception {
    String roles = home.resolve("roles.sql").toString();
    Programs.run(
        folder,
        psql(
            postgres,
            "-f",
            roles,
            "-c",
            "create role narahubung_owner login password '" + OWNER + "'",
            "-c",
            "create role narahubung login noinherit password '" + SERVING + "'",
            "-c",
            "grant side_ministry, side_company, side_auditor, side_system, side_mail to narahubung",
            "-c",
            "create database narahubung owner narahubung_owner",
            "-c",
            "create database elsewhere owner narahubung_owner"));
  }

  private static String[] psql(int port, String... more) {
    return Stream.concat(
            Stream.of("psql", "-v", "ON_ERROR_STOP=1", "-X", "-h", "127.0.0.1", "-U", "postgres"),
            Stream.concat(Stream.of("-p", Integer.toString(port)), Stream.of(more)))
        .toArray(String[]::new);
  }

  /** How many rows each table has, and what the ledger says: a line each. */
  private List<String> everything(int postgres, String database) throws Exception {
    String rows =
        "select t.tablename, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from"
            + " %I', t.tablename), false, true, '')))[1] from pg_tables t"
            + " where t.schemaname = 'public' order by 1";
    String ledger = "select 'ledger', md5(string_agg(e::text, '|' order by e.id)) from event e";
    List<String> lines =
        Programs.run(folder, psql(postgres, "-Atd", database, "-c", rows, "-c", ledger))
            .lines()
            .toList();
    assertThat(lines).anyMatch(line -> line.matches("event\\|[1-9][0-9]*"));
    assertThat(lines.getLast()).matches("ledger\\|[0-9a-f]{32}");
    return lines;
  }

  /** The archive's own file of settings, filled in. */
  private void configure(int postgres, String database) throws IOException {
    settings.putIfAbsent("PORT", Integer.toString(freePort()));
    settings.putIfAbsent("METRICS_PORT", Integer.toString(freePort()));
    settings.putIfAbsent("PUBLIC", Integer.toString(freePort()));
    settings.put("PUBLIC_URL", "https://localhost:" + settings.get("PUBLIC"));
    settings.put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + postgres + "/" + database);
    settings.put("DATABASE_PASSWORD", SERVING);
    settings.put("MIGRATE_PASSWORD", OWNER);
    settings.put("DEMONSTRATION", "yes");
    String given = Files.readString(home.resolve("etc/narahubung.env"));
    StringBuilder filled = new StringBuilder(given);
    settings.forEach((name, value) -> filled.append(name).append('=').append(value).append('\n'));
    Files.writeString(folder.resolve("narahubung.env"), filled);
  }

  private int port(String name) {
    return Integer.parseInt(settings.getOrDefault(name, ""));
  }

  private List<String> script(String name, String... arguments) {
    return Programs.asNobody(
        Stream.concat(Stream.of(home.resolve("bin").resolve(name).toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private String run(String name, String... arguments) throws Exception {
    return Programs.run(folder, environment(), script(name, arguments));
  }

  private Map<String, String> environment() {
    return Map.of(
        "NARAHUBUNG_ENV",
        folder.resolve("narahubung.env").toString(),
        "JAVA_HOME",
        System.getProperty("java.home"),
        // Each lives for seconds: what is compiled with care would never be worth it.
        "JDK_JAVA_OPTIONS",
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "LC_ALL",
        "C.UTF-8");
  }

  private void serve() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(script("narahubung")).directory(folder.toFile());
    builder.environment().putAll(environment());
    builder.redirectErrorStream(true).redirectOutput(log().toFile());
    Process started = builder.start();
    portal = started;
    try (Http monitor = new Http(URI.create("http://127.0.0.1:" + port("PORT")))) {
      // It tells the accounts once it serves, the auditor's last.
      while (!isUp(monitor) || !told().containsKey("Auditor")) {
        assertThat(started.isAlive()).as(Files.readString(log())).isTrue();
        started.waitFor(100, TimeUnit.MILLISECONDS);
      }
    }
    accounts.putAll(told());
  }

  /** The accounts that the console has named so far: address and password by role. */
  private Map<String, List<String>> told() throws IOException {
    Pattern account = Pattern.compile("\\s+(.+?)\\s+(\\S+@\\S+)\\s+(\\S.*)");
    Map<String, List<String>> told = new LinkedHashMap<>();
    for (String line : Files.readAllLines(log())) {
      Matcher named = account.matcher(line);
      if (named.matches()) {
        told.put(named.group(1), List.of(named.group(2), named.group(3).strip()));
      }
    }
    return told;
  }

  private static boolean isUp(Http monitor) {
    try {
      return monitor.get("/health").status() == 200;
    } catch (java.io.UncheckedIOException e) {
      return false;
    }
  }

  private Path log() {
    return folder.resolve("portal.log");
  }

  private void stop() throws InterruptedException {
    Process running = portal;
    if (running != null) {
      running.destroy();
      assertThat(running.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** A request with a file, sent by another, answered and checked. */
  private String walk(Nginx nginx) throws IOException {
    try (Http officer = signedIn(nginx, "Officer");
        Http supervisor = signedIn(nginx, "Supervisor");
        Http responder = signedIn(nginx, "Responder")) {
      Page drafted = officer.submit("/drafts/new", "/drafts", draft(officer));
      assertThat(drafted.status()).as(drafted.text()).isEqualTo(303);
      String path = drafted.location();
      Map<String, List<String>> form =
          officer.get(path + "/evidence/new").form(path + "/evidence/uploads");
      assertThat(
              officer
                  .upload(path + "/evidence/uploads", form, "layar.png", Samples.png(900, 900))
                  .status())
          .isEqualTo(303);
      officer.submit(path, path + "/submission", Map.of());
      String request = supervisor.submit(path, path + "/sending", Map.of()).location();
      assertThat(request).startsWith("/requests/PA-");
      String item = request + "/items/1";
      String answering =
          responder.get(item).document().select("a[href^=/answers/new]").attr("href") + "&type=N2";
      responder.submit(answering, "/answers", Map.of("note", "Dihapus sendiri."));
      String checking = officer.get(item).document().select("a[href^=/checks/new]").attr("href");
      Page checked =
          officer.submit(
              checking,
              "/checks",
              Map.of("verdict", "down", "network", "seluler", "surface", "app", "signed_in", "no"));
      assertThat(checked.status()).as(checked.text()).isEqualTo(303);
      return item;
    }
  }

  private static Map<String, String> draft(Http officer) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put(
        "platform",
        officer.get("/drafts/new").document().select("#platform option").stream()
            .filter(option -> option.text().startsWith("Klip"))
            .findFirst()
            .orElseThrow()
            .attr("value"));
    typed.put("subject", "Perjudian daring");
    typed.put("category", "04");
    typed.put("urgency", "");
    typed.put("requester_body", "Direktorat");
    typed.put("requester_contact", "direktorat@kementerian.example");
    typed.put("letter_number", "B-1/2026");
    typed.put("letter_date", "2026-03-01");
    typed.put("basis", "ite_27_2");
    typed.put("analysis", "Menawarkan perjudian.");
    typed.put("redress", "Tulis kepada direktorat.");
    typed.put("pasted", "https://klip.example/v/7001");
    return typed;
  }

  private Http signedIn(Nginx nginx, String role) {
    List<String> account = accounts.getOrDefault(role, List.of());
    assertThat(account).as("%s among %s", role, accounts.keySet()).hasSize(2);
    Http visitor = new Http(nginx.address(), nginx.trust());
    Page page =
        visitor.submit(
            "/sign-in",
            "/sign-in",
            Map.of("email", account.getFirst(), "password", account.getLast()));
    assertThat(page.status()).as(page.text()).isEqualTo(303);
    assertThat(page.header("Strict-Transport-Security")).isNotEmpty();
    assertThat(page.header("Set-Cookie")).contains("Secure");
    return visitor;
  }

  /** The database has gone: the page names the request as the log does, a JSON object a line. */
  private void tellsOfAFaultUnderTheRequestsName() throws IOException {
    try (Http visitor = new Http(URI.create("http://127.0.0.1:" + port("PORT")))) {
      visitor.carry("__Host-session", "0".repeat(43));
      Page page = visitor.get("/requests");
      assertThat(page.status()).as(page.text()).isEqualTo(503);
      String shown = page.document().select(".code").text();
      assertThat(shown).isNotEmpty().isEqualTo(page.header("X-Request-Id"));
      ObjectMapper json = new ObjectMapper();
      List<String> requests =
          Files.readAllLines(log()).stream()
              .filter(line -> line.startsWith("{"))
              .map(line -> read(json, line))
              .map(line -> line.path("mdc").path("request").asText())
              .toList();
      assertThat(requests).contains(shown);
    }
  }

  private static JsonNode read(ObjectMapper json, String line) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
