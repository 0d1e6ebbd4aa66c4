package id.narahubung.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.Portal;
import id.narahubung.bench.ListPages.Case;
import id.narahubung.bench.Recorder.Sent;
import id.narahubung.data.Database;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Http;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How many rows the lists go through, among two years of casework. A page shows some fifty and
 * counts up to a thousand, however many there are: a statement that walks more than those is found
 * here, on any machine, before a large ministry finds it slow.
 */
final class PageCostTest {

  private static final long ITEMS = 40_000;
  private static final int EACH = 40;

  /**
   * By what the name of a page begins with: a thousand are counted and no more. Some lists of
   * requests read all requests, which are a thousand here, and look up names for them; no list
   * reads all items.
   */
  private static final Map<String, Long> MOST =
      Map.of("queue", 1_100L, "search", 1_100L, "list", 2_000L);

  private static final Pattern GIVEN = Pattern.compile("actual rows=([0-9.]+) loops=([0-9]+)");
  private static final Pattern PASSED_OVER = Pattern.compile("Rows Removed by .*: ([0-9]+)");

  @Test
  void no_list_goes_through_more_rows_than_it_counts() throws SQLException {
    Recorder recorder = Recorder.install();
    Instant now = InstantSource.system().instant();
    try (Ground ground = Ground.start();
        Database db = ground.database()) {
      Given given = new Given(db, FakeClock.at(now.toString()));
      Parties parties = Parties.make(given, Parties.SHARES.size());
      new Fill(ground, parties, now, false).run(ITEMS, EACH);
      try (Portal portal = Bench.written(ground)) {
        URI address = portal.address();
        ListPages pages = new ListPages(ground);
        Walk walk = new Walk(ground, recorder);
        walk.over(parties.signedIn(address, parties.officers().getFirst()), pages.ofMinistry());
        walk.over(
            parties.signedIn(address, parties.colleague()),
            pages.ofCompany(parties.companies().getFirst().id()));
        assertThat(walk.plans)
            .as("each page's queries")
            .hasSizeGreaterThan(80)
            .allMatch(n -> n > 0);
        assertThat(walk.tooLong).isEmpty();
      }
    }
  }

  /** Runs the queries of pages again, and keeps those steps that go through too many rows. */
  private static final class Walk {

    private final Ground ground;
    private final Recorder recorder;
    private final Map<String, String> tooLong = new TreeMap<>();

    /** Of each page, how many queries were looked at. */
    private final List<Integer> plans = new ArrayList<>();

    Walk(Ground ground, Recorder recorder) {
      this.ground = ground;
      this.recorder = recorder;
    }

    void over(Http reader, List<Case> cases) throws SQLException {
      for (Case each : cases) {
        plans.add(over(each, recorder.page(reader, each.path())));
      }
    }

    private int over(Case page, List<Sent> statements) throws SQLException {
      int looked = 0;
      try (Connection connection = ground.serving()) {
        for (Sent each : statements) {
          if (each.isQuery()) {
            look(page, each.explainAnalyze(connection));
            looked++;
          } else {
            each.run(connection);
          }
        }
        connection.rollback();
      }
      return looked;
    }

    private void look(Case page, List<String> plan) {
      long most = MOST.getOrDefault(page.name().split(":", 2)[0], 0L);
      long times = 1;
      for (String line : plan) {
        Matcher given = GIVEN.matcher(line);
        Matcher passedOver = PASSED_OVER.matcher(line);
        double rows = 0;
        if (given.find()) {
          times = Long.parseLong(given.group(2));
          rows = Double.parseDouble(given.group(1)) * times;
        } else if (passedOver.find()) {
          rows = Double.parseDouble(passedOver.group(1)) * times;
        }
        if (rows > most) {
          tooLong.put(page.name() + " " + page.path(), line.strip());
        }
      }
    }
  }
}
