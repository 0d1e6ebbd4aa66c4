package id.narahubung.bench;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.bench.Recorder.Sent;
import id.narahubung.data.Database;
import id.narahubung.data.Login;
import id.narahubung.figures.FigureSet;
import id.narahubung.figures.Figures;
import id.narahubung.figures.Measure;
import id.narahubung.figures.Week;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.RuleStore;
import id.narahubung.status.SendingTime;
import id.narahubung.status.StatusDesk;
import id.narahubung.testing.Http;
import id.narahubung.text.Messages;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A week frozen for all companies at once, its mails, and the pages that read it. */
final class Weeks {

  private static final int FROZEN = 13;
  private static final int WARM = 3;

  /** A statement that counts no measure. */
  private static final String OTHER = "else";

  private final Ground ground;
  private final Recorder recorder;
  private final Report report;
  private final int runs;
  private final boolean plans;

  Weeks(Ground ground, Recorder recorder, Report report, int runs, boolean plans) {
    this.ground = ground;
    this.recorder = recorder;
    this.report = report;
    this.runs = runs;
    this.plans = plans;
  }

  void measure(Login recorded, Lists.Reader ministry, Lists.Reader company) throws SQLException {
    Instant now = InstantSource.system().instant();
    Week last = Week.containing(now).previous();
    report.heads("figures");
    double[] taken = new double[FROZEN - 1];
    try (Database db = ground.database()) {
      StatusDesk desk = desk(db);
      for (int n = 1; n < FROZEN; n++) {
        Week week = last.earlier(FROZEN - n);
        taken[n - 1] = millis(() -> desk.freeze().one(week));
      }
    }
    List<Sent> sql = new ArrayList<>();
    try (Database db = Database.open(recorded, 1, InstantSource.system())) {
      sql.addAll(recorder.during(() -> desk(db).freeze().one(last)));
    }
    report.row("a week frozen: figures, lists and hash", Times.of(taken), "< 60 s; " + kept(last));
    tell(last);
    slowest(sql);
    for (Lists.Reader reader : List.of(ministry, company)) {
      page(reader.name() + ", figures", reader.measured(), "/figures", "< 300 ms");
      page(reader.name() + ", figures of a year", reader.measured(), "/figures?weeks=52", "");
      for (Measure each :
          List.of(Measure.OPEN, Measure.ON_TIME, Measure.ANSWERED, Measure.TO_CHECK)) {
        page(
            reader.name() + ", rows of " + each.code() + ", a quarter ago",
            reader.measured(),
            "/figures/rows?measure=" + each.code() + "&week=" + last.earlier(FROZEN - 1).code(),
            "");
      }
    }
  }

  private static StatusDesk desk(Database db) {
    return new StatusDesk(
        db,
        new RuleStore(),
        new Ledger(),
        new StatusDesk.Sending(
            new Messages(),
            URI.create("https://portal.example.go.id"),
            "portal.example.go.id",
            false,
            false,
            SendingTime.USUAL),
        UUID::randomUUID);
  }

  private String kept(Week week) {
    try (Database db = ground.database()) {
      FigureSet kept = db.as(SystemViewer.AUDIT, tx -> new Figures().ofWeek(tx, week));
      return kept.companies().size() + " companies, " + kept.all().size() + " figures";
    }
  }

  /** All mails of a week into the outbox, each in a transaction of its own; none is sent. */
  private void tell(Week week) {
    try (Database db = ground.database()) {
      AtomicInteger mails = new AtomicInteger();
      double taken = millis(() -> mails.set(desk(db).tell().one(week)));
      report.row(
          "a week's mails written: " + mails.get() + " readers",
          Times.of(taken),
          Times.ms(taken / Math.max(1, mails.get())) + " ms each");
    }
  }

  private static double millis(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e6;
  }

  private void page(String name, Http visitor, String path, String goal) {
    report.row(name, Times.of(WARM, runs, () -> Lists.get(visitor, path)), goal);
  }

  /** The statements that take longest, and what they read from end to end. */
  private void slowest(List<Sent> sql) throws SQLException {
    Iterator<Measure> counted =
        Arrays.stream(Measure.values()).filter(each -> !each.isUrgent()).iterator();
    try (Connection connection = ground.serving();
        Statement role = connection.createStatement()) {
      role.execute("set local role side_auditor");
      for (Sent each : sql) {
        if (!each.isQuery()) {
          continue;
        }
        long begun = System.nanoTime();
        each.run(connection);
        double millis = (System.nanoTime() - begun) / 1e6;
        Set<String> whole = Plans.wholeTables(connection, List.of(each));
        String name = each.sql().contains("grouping sets") ? counted.next().code() : OTHER;
        if (millis > 100 || (!whole.isEmpty() && !name.equals(OTHER))) {
          report.line(
              "… " + name,
              Times.ms(millis),
              "",
              "",
              "",
              whole.isEmpty() ? "" : "reads all of " + String.join(", ", whole));
          if (plans) {
            Plans.explain(connection, each).forEach(line -> report.say("    " + line));
          }
        }
      }
      connection.rollback();
    }
  }
}
