package id.narahubung.requests;

import id.narahubung.data.Tx;
import id.narahubung.requests.OutageStore.Running;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out on which items an outage cost time. */
final class OutageReach {

  /** The facts of ten thousand items at once would fill the memory of a small machine. */
  private static final int BATCH = 1_000;

  private final FactStore facts;

  OutageReach(FactStore facts) {
    this.facts = facts;
  }

  /** Those of these items whose due time a credit moves, by their requests. */
  Map<Long, List<Long>> of(Tx tx, Outage outage, List<Running> running) {
    Map<Long, List<Long>> hit = new LinkedHashMap<>();
    for (int from = 0; from < running.size(); from += BATCH) {
      List<Running> some = running.subList(from, Math.min(running.size(), from + BATCH));
      Map<Long, ItemFacts> factsOf = facts.fetch(tx, some.stream().map(Running::item).toList());
      for (Running each : some) {
        ItemFacts fact = factsOf.get(each.item());
        if (fact != null && fact.isHitBy(outage)) {
          hit.computeIfAbsent(each.request(), request -> new ArrayList<>()).add(each.item());
        }
      }
    }
    return hit;
  }

  /** What a credit makes of the due time of each of these items. */
  Map<Long, Instant> dueWith(Tx tx, Outage outage, List<Long> items) {
    Map<Long, Instant> due = new HashMap<>();
    facts.fetch(tx, items).forEach((item, fact) -> due.put(item, fact.deadlineWith(outage).due()));
    return due;
  }

  static int count(Map<Long, List<Long>> hit) {
    return hit.values().stream().mapToInt(Collection::size).sum();
  }
}
