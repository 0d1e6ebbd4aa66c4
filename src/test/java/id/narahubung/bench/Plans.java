package id.narahubung.bench;

import id.narahubung.bench.Recorder.Sent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a page's queries read whole tables, by EXPLAIN in the viewer's own role. */
final class Plans {

  private static final Pattern WHOLE =
      Pattern.compile("Seq Scan on (item|event|event_item|request|answer|item_check)\\b");

  private Plans() {}

  /** The tables that these statements read from end to end. */
  static Set<String> wholeTables(Connection connection, List<Sent> page) throws SQLException {
    Set<String> found = new LinkedHashSet<>();
    for (Sent each : page) {
      if (each.isQuery()) {
        for (String line : each.explain(connection)) {
          Matcher matcher = WHOLE.matcher(line);
          if (matcher.find()) {
            found.add(matcher.group(1));
          }
        }
      } else {
        each.run(connection);
      }
    }
    return found;
  }

  static List<String> explain(Connection connection, Sent query) throws SQLException {
    return query.explain(connection);
  }

  /** The plans that read one of these tables whole, to be printed. */
  static List<String> of(Connection connection, List<Sent> page) throws SQLException {
    List<String> plans = new ArrayList<>();
    for (Sent each : page) {
      if (each.isQuery()) {
        List<String> lines = each.explain(connection);
        if (lines.stream().anyMatch(line -> WHOLE.matcher(line).find())) {
          plans.add(each.sql());
          plans.addAll(lines);
        }
      } else {
        each.run(connection);
      }
    }
    return plans;
  }
}
