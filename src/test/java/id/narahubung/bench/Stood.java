package id.narahubung.bench;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the items of the request in hand stand, so that each of their rows says it. */
final class Stood {

  /** Where an item stands, and since when. */
  private record Place(String standing, Instant since) {}

  /** An item of an event. */
  record Told(long event, long item, long company, Instant at, Instant due) {}

  private final Map<Long, Place> places = new HashMap<>();

  /** The next request begins. */
  void forget() {
    places.clear();
  }

  void tell(CopyTable table, Told told, String after) throws SQLException {
    @Nullable Place before = places.get(told.item());
    table.add(
        told.event(),
        told.item(),
        told.company(),
        "both",
        told.at(),
        before == null ? null : told.due(),
        told.due(),
        before == null ? "draft" : before.standing(),
        after,
        before == null ? null : before.since());
    if (before == null || !before.standing().equals(after)) {
      places.put(told.item(), new Place(after, told.at()));
    }
  }
}
