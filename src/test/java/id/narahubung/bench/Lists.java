package id.narahubung.bench;

import id.narahubung.bench.ListPages.Case;
import id.narahubung.bench.Recorder.Sent;
import id.narahubung.testing.Http;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Every list of both sides, beside the SQL of each page alone. */
final class Lists {

  private static final int WARM = 3;
  private static final int ROUNDS = 8;

  private final Ground ground;
  private final Recorder recorder;
  private final Report report;
  private final int runs;
  private final boolean plans;

  Lists(Ground ground, Recorder recorder, Report report, int runs, boolean plans) {
    this.ground = ground;
    this.recorder = recorder;
    this.report = report;
    this.runs = runs;
    this.plans = plans;
  }

  /** One side, at the portal that is measured and at the one that is written down. */
  record Reader(String name, Http measured, Http recorded) {}

  void measure(Reader ministry, Reader company, long companyId) throws SQLException {
    ListPages pages = new ListPages(ground);
    List<Case> ofMinistry = pages.ofMinistry();
    List<Case> ofCompany = pages.ofCompany(companyId);
    for (int n = 0; n < ROUNDS; n++) {
      ofMinistry.forEach(each -> get(ministry.measured(), each.path()));
      ofCompany.forEach(each -> get(company.measured(), each.path()));
    }
    report.heads("list");
    for (Case each : ofMinistry) {
      measure(ministry, each);
    }
    for (Case each : ofCompany) {
      measure(company, each);
    }
  }

  private void measure(Reader reader, Case page) throws SQLException {
    List<Sent> sql = recorder.page(reader.recorded(), page.path());
    Times taken = Times.of(WARM, runs, () -> get(reader.measured(), page.path()));
    try (Connection connection = ground.serving()) {
      Times alone = Times.of(WARM, runs, () -> replay(connection, sql));
      Set<String> whole = Plans.wholeTables(connection, sql);
      connection.rollback();
      String note = whole.isEmpty() ? "" : "reads all of " + String.join(", ", whole);
      report.row(reader.name() + ", " + page.name(), taken, alone, note);
      if (plans && !whole.isEmpty()) {
        Plans.of(connection, sql).forEach(line -> report.say("    " + line));
        connection.rollback();
      }
      if (!whole.isEmpty()) {
        report.remark(reader.name() + ", " + page.name() + ": " + note);
      }
    }
  }

  static void replay(Connection connection, List<Sent> sql) throws SQLException {
    for (Sent each : sql) {
      each.run(connection);
    }
  }

  static void get(Http visitor, String path) {
    int status = visitor.get(path).status();
    if (status != 200) {
      throw new IllegalStateException(path + " answered " + status);
    }
  }
}
