package id.narahubung.requests;

import static id.narahubung.access.Permission.HOLD_ITEMS;

import id.narahubung.data.Tx;
import java.util.List;
import java.util.Optional;

/**
 * Hands out the next item of a queue: first of those the viewer holds, then of those nobody holds,
 * least time left first. Two who ask at the same moment get two items.
 */
public final class TakeNext {

  private final QueueStore queue;
  private final HoldStore holds;
  private final HoldItems hold;

  public TakeNext(QueueStore queue, HoldStore holds, HoldItems hold) {
    this.queue = queue;
    this.holds = holds;
    this.hold = hold;
  }

  /** The item, which the viewer holds from now on; none when no more is free behind that place. */
  public Optional<ItemRow> run(
      Tx tx, QueueStore.Slice slice, QueueFilter filter, Optional<Cursor> after) {
    tx.viewer().require(HOLD_ITEMS);
    long me = tx.person().personId();
    QueueFilter mine =
        new QueueFilter(
            filter.platform(), filter.category(), filter.urgency(), Optional.of(me), false);
    List<ItemRow> held = queue.list(tx, slice, mine, after, 1);
    Optional<Long> next =
        held.isEmpty() ? free(tx, slice, filter, after) : Optional.of(held.getFirst().item().id());
    return next.map(id -> queue.fetch(tx, slice, List.of(id)).getFirst());
  }

  /** Another may have taken the one that was found: then the next one is looked for. */
  private Optional<Long> free(
      Tx tx, QueueStore.Slice slice, QueueFilter filter, Optional<Cursor> after) {
    long me = tx.person().personId();
    Optional<Long> found = queue.lockFree(tx, slice, filter, after);
    while (found.isPresent()) {
      List<Long> got = holds.put(tx, List.of(found.get()), me, hold.until(tx, me), false);
      if (!got.isEmpty()) {
        return found;
      }
      found = queue.lockFree(tx, slice, filter, after);
    }
    return Optional.empty();
  }
}
