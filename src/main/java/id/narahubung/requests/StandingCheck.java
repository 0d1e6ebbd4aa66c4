package id.narahubung.requests;

import id.narahubung.access.Share;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recomputes the columns that lists sort by, for all items and requests, and tells where they
 * differ from what is stored. A difference alarms and is never overwritten: somebody has to find
 * out which of the two is wrong.
 */
public final class StandingCheck {

  private static final Logger LOG = LoggerFactory.getLogger(StandingCheck.class);
  private static final int BATCH = 1_000;
  private static final int MOST_NAMED = 100;

  private final Database db;
  private final ItemStore items;
  private final FactStore facts;
  private final StandingStore standings;
  private final Ledger ledger;
  private final Supplier<UUID> acts;

  public StandingCheck(
      Database db,
      ItemStore items,
      FactStore facts,
      StandingStore standings,
      Ledger ledger,
      Supplier<UUID> acts) {
    this.db = db;
    this.items = items;
    this.facts = facts;
    this.standings = standings;
    this.ledger = ledger;
    this.acts = acts;
  }

  /** How many items were looked at, and which rows differ. */
  public record Result(long checked, List<Long> items, List<Long> requests) {

    public boolean isGood() {
      return items.isEmpty() && requests.isEmpty();
    }
  }

  /** Looks at everything, a batch a transaction; an event and a line in the log if it differs. */
  public Result run() {
    List<Long> wrongItems = new ArrayList<>();
    List<Long> wrongRequests = new ArrayList<>();
    long checked = 0;
    Optional<Batch> batch = batchAfter(0);
    while (batch.isPresent()) {
      checked += batch.get().items().size();
      wrongItems.addAll(twice(batch.get().items(), this::wrongItems));
      wrongRequests.addAll(twice(batch.get().requests(), standings::wrong));
      batch = batchAfter(batch.get().items().getLast());
    }
    Result result = new Result(checked, wrongItems, wrongRequests.stream().distinct().toList());
    if (!result.isGood()) {
      alarm(result);
    }
    return result;
  }

  /** Some items, and their requests, by their ids. */
  private record Batch(List<Long> items, List<Long> requests) {}

  /** Finds, in one transaction, which of these ids are wrong. */
  private interface Finder {
    List<Long> wrong(Tx tx, Collection<Long> ids);
  }

  private Optional<Batch> batchAfter(long id) {
    List<Item> some = db.as(SystemViewer.AUDIT, tx -> items.sentAfter(tx, id, BATCH));
    return some.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Batch(
                some.stream().map(Item::id).toList(),
                some.stream().map(Item::requestId).distinct().toList()));
  }

  /** What changes between two statements looks wrong once; only what is wrong twice is. */
  private List<Long> twice(List<Long> ids, Finder finder) {
    List<Long> once = db.as(SystemViewer.AUDIT, tx -> finder.wrong(tx, ids));
    return once.isEmpty() ? once : db.as(SystemViewer.AUDIT, tx -> finder.wrong(tx, once));
  }

  private List<Long> wrongItems(Tx tx, Collection<Long> ids) {
    Map<Long, ItemFacts> factsOf = facts.fetch(tx, ids);
    Set<Long> misfiled = new HashSet<>(standings.misfiled(tx, ids));
    return items.fetch(tx, ids).stream()
        .filter(
            item ->
                misfiled.contains(item.id())
                    || differs(item, Objects.requireNonNull(factsOf.get(item.id()))))
        .map(Item::id)
        .toList();
  }

  private static boolean differs(Item item, ItemFacts fact) {
    if (fact.standing() != item.standing()) {
      return true;
    }
    Optional<Instant> due =
        fact.rounds().isEmpty() ? Optional.empty() : Optional.of(fact.deadline().due());
    return !due.equals(item.dueAt());
  }

  private void alarm(Result result) {
    LOG.error(
        "stored standings differ from what follows from the facts: items {}, requests {}",
        first(result.items()),
        first(result.requests()));
    db.run(
        SystemViewer.AUDIT,
        tx ->
            ledger.add(
                tx,
                Act.of(acts.get(), EventKind.STANDINGS_DIFFER, "system", Share.MINISTRY)
                    .with("checked", result.checked())
                    .with("items", first(result.items()))
                    .with("item_count", result.items().size())
                    .with("requests", first(result.requests()))
                    .with("request_count", result.requests().size())));
  }

  private static List<Long> first(List<Long> ids) {
    return ids.subList(0, Math.min(ids.size(), MOST_NAMED));
  }
}
