package id.narahubung.bench;

import id.narahubung.Config;
import id.narahubung.Portal;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Login;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.RequestDesk;
import id.narahubung.requests.StandingCheck;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The command line of bin/bench. A benchmark, not a test: nothing fails because it was slow. */
public final class Bench {

  private final Options options;
  private final Report report;

  private Bench(Options options, Report report) {
    this.options = options;
    this.report = report;
  }

  /** What to measure on. */
  private record Options(
      long items,
      int each,
      int companies,
      int runs,
      int seconds,
      boolean plans,
      List<String> parts) {

    static Options of(List<String> arguments) {
      long items = 100_000;
      int each = 40;
      int companies = 4;
      int runs = 15;
      int seconds = 5;
      boolean plans = false;
      List<String> parts = List.of("lists", "acts", "rates");
      for (int n = 0; n < arguments.size(); n++) {
        String argument = arguments.get(n);
        if (argument.equals("--plans")) {
          plans = true;
          continue;
        }
        if (n + 1 == arguments.size()) {
          throw new IllegalArgumentException(argument + " needs a value");
        }
        String value = arguments.get(++n);
        switch (argument) {
          case "--items" -> items = Long.parseLong(value.replace("_", ""));
          case "--each" -> each = Integer.parseInt(value);
          case "--companies" -> companies = Integer.parseInt(value);
          case "--runs" -> runs = Integer.parseInt(value);
          case "--seconds" -> seconds = Integer.parseInt(value);
          case "--only" -> parts = List.of(value.split(",", -1));
          default -> throw new IllegalArgumentException("unknown: " + argument);
        }
      }
      return new Options(items, each, companies, runs, seconds, plans, parts);
    }
  }

  public static void main(String[] args) throws SQLException, IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Options options;
    try {
      options = Options.of(List.of(args));
    } catch (IllegalArgumentException e) {
      out.println("bin/bench: " + e.getMessage());
      System.exit(2);
      return;
    }
    new Bench(options, new Report(out)).run();
    System.exit(0);
  }

  private void run() throws SQLException, IOException {
    Recorder recorder = Recorder.install();
    Instant now = InstantSource.system().instant();
    Path log = Files.createTempFile("narahubung-bench", ".log");
    try (Ground ground = Ground.start();
        Database db = ground.database()) {
      Given given = new Given(db, FakeClock.at(now.toString()));
      Parties parties = Parties.make(given, options.companies());
      sayWhere(ground, now);
      long begun = System.nanoTime();
      boolean exports = options.parts().equals(List.of("exports"));
      new Fill(ground, parties, now, exports).run(options.items(), options.each());
      sayFilled(ground, db, (System.nanoTime() - begun) / 1e9);
      try (PortalProcess portal = PortalProcess.start(ground.logins().serving(), log);
          Portal written = written(ground)) {
        measure(new Stage(ground, recorder, parties, portal, written));
      }
    } finally {
      Files.delete(log);
    }
  }

  /** Everything that runs while the figures are taken. */
  record Stage(
      Ground ground, Recorder recorder, Parties parties, PortalProcess portal, Portal written) {

    Lists.Reader officer() {
      return reader("ministry", parties.officers().get(0), parties.officers().get(1));
    }

    Lists.Reader responder() {
      return reader("company", parties.responders().getFirst(), parties.colleague());
    }

    /** Two people of the same role: signing in by a link ends the other sessions of its person. */
    private Lists.Reader reader(String name, PersonViewer measured, PersonViewer recorded) {
      return new Lists.Reader(
          name,
          parties.signedIn(portal.address(), measured),
          parties.signedIn(written.address(), recorded));
    }
  }

  private void measure(Stage stage) throws SQLException, IOException {
    long atRest = stage.portal().residentMegabytes();
    Lists.Reader officer = stage.officer();
    Lists.Reader responder = stage.responder();
    if (options.parts().contains("lists")) {
      new Lists(stage.ground(), stage.recorder(), report, options.runs(), options.plans())
          .measure(officer, responder, stage.parties().companies().getFirst().id());
      sayPlans();
    }
    if (options.parts().contains("rates")) {
      new Rates(stage, report, options.seconds()).measure(officer, responder);
      sayStart(stage, atRest);
    }
    if (options.parts().contains("figures")) {
      new Weeks(stage.ground(), stage.recorder(), report, options.runs(), options.plans())
          .measure(recorded(stage.ground().logins().serving()), officer, responder);
    }
    if (options.parts().contains("exports")) {
      new Exports(stage.portal(), report)
          .measure(
              officer.measured(),
              Long.parseLong(
                  stage.ground().one("select count(*) from item where standing = 'open'")));
    }
    // Last: it adds items by the ten thousand.
    if (options.parts().contains("acts")) {
      new Acts(stage.parties(), report, options.runs(), stage.ground().postmaster())
          .measure(officer.measured());
    }
  }

  private void sayStart(Stage stage, long atRest) throws IOException {
    double[] starts = new double[3];
    for (int n = 0; n < starts.length; n++) {
      Path log = Files.createTempFile("narahubung-bench", ".log");
      try (PortalProcess other = PortalProcess.start(stage.ground().logins().serving(), log)) {
        starts[n] = other.startMillis();
      } finally {
        Files.delete(log);
      }
    }
    Times times = Times.of(starts);
    report.say("");
    report.say(
        String.format(
            Locale.ROOT,
            "Start to first page, no shared archive of classes: %s ms (%s). Resident memory of the"
                + " portal: %d MB after its first page, %d MB after the load.",
            Times.ms(times.median()),
            times.range(),
            atRest,
            stage.portal().residentMegabytes()));
  }

  private void sayPlans() {
    report.say("");
    report.say(
        report.remarks().isEmpty()
            ? "EXPLAIN: no query of these pages reads a table of casework from end to end."
            : "EXPLAIN: read from end to end:");
    report.remarks().forEach(line -> report.say("- " + line));
  }

  private void sayWhere(Ground ground, Instant now) {
    report.say(
        String.format(
            Locale.ROOT,
            "%s, %d processors, %d GB; Java %s; PostgreSQL %s, fsync %s, synchronous_commit %s,"
                + " shared_buffers %s; clients on the same machine",
            now,
            Runtime.getRuntime().availableProcessors(),
            ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                    .getTotalMemorySize()
                >> 30,
            Runtime.version().feature(),
            ground.one("show server_version"),
            ground.one("show fsync"),
            ground.one("show synchronous_commit"),
            ground.one("show shared_buffers")));
  }

  private void sayFilled(Ground ground, Database db, double seconds) {
    report.say(
        String.format(
            Locale.ROOT,
            "filled in %.0f s: %s requests, %s items, %s events, %s answers; %s",
            seconds,
            ground.one("select count(*) from request"),
            ground.one("select count(*) from item"),
            ground.one("select count(*) from event"),
            ground.one("select count(*) from answer"),
            ground.one("select pg_size_pretty(pg_database_size(current_database()))")));
    report.say(
        "items: "
            + String.join(
                ", ",
                ground.rows(
                    "select standing || ' ' || count(*) from item group by standing order by"
                        + " count(*) desc")));
    if (options.items() <= 200_000) {
      StandingCheck.Result result = new RequestDesk(new Ledger()).check(db, UUID::randomUUID).run();
      report.say(
          result.isGood()
              ? "The nightly check finds no difference in " + result.checked() + " rows."
              : "The nightly check finds differences: items "
                  + result.items().stream().limit(5).toList()
                  + ", requests "
                  + result.requests().stream().limit(5).toList());
    }
  }

  /** One in this process, whose statements are written down. */
  static Portal written(Ground ground) {
    return Portal.start(config(recorded(ground.logins().serving())), InstantSource.system());
  }

  private static Login recorded(Login serving) {
    return new Login(Recorder.recorded(serving.url()), serving.user(), serving.password());
  }

  private static Config config(Login serving) {
    return Config.fromEnvironment(
        Map.of(
            "PORT", "0",
            "DATABASE_URL", serving.url(),
            "DATABASE_USER", serving.user(),
            "DATABASE_PASSWORD", serving.password(),
            "DATABASE_POOL", "2"));
  }
}
