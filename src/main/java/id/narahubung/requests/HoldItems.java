package id.narahubung.requests;

import static id.narahubung.access.Permission.HOLD_ITEMS;
import static id.narahubung.access.Permission.SHARE_OUT_ITEMS;

import id.narahubung.access.BadInput;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.roster.RosterStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Puts items into somebody's hands for some hours, so that two do not do the same work ('claims an
 * item', in the words of other trackers; here a claim is what a company says of an item). What a
 * colleague holds stays, unless the viewer shares out. No event: a hold is a note, not an act.
 */
public final class HoldItems {

  /** A hold ends by itself after this time. */
  static final Duration LONGEST = Duration.ofHours(8);

  private static final String HELD = "item.refused.held";

  private final ItemStore items;
  private final HoldStore holds;
  private final RosterStore roster;

  public HoldItems(ItemStore items, HoldStore holds, RosterStore roster) {
    this.items = items;
    this.holds = holds;
    this.roster = roster;
  }

  /** When a hold ends by itself: with the person's shift, and after the longest time anyhow. */
  Instant until(Tx tx, long person) {
    Instant latest = tx.now().plus(LONGEST);
    return roster.shiftEnd(tx, person).filter(end -> end.isBefore(latest)).orElse(latest);
  }

  /**
   * Gives the picked items to a person, or lets go of them.
   *
   * @param person who is to hold them; nobody to let go of them
   * @throws RuleBroken when no picked item may be touched, or the time is over or too long
   */
  public BulkResult run(Tx tx, Collection<ItemRef> picked, Optional<Long> person, Instant endsAt) {
    tx.viewer().require(HOLD_ITEMS);
    if (!endsAt.isAfter(tx.now()) || endsAt.isAfter(tx.now().plus(LONGEST))) {
      throw new RuleBroken("hold.refused.time", LONGEST.toHours());
    }
    if (person.filter(id -> !isColleague(tx, id)).isPresent()) {
      throw new BadInput("no such colleague");
    }
    boolean others = tx.viewer().may(SHARE_OUT_ITEMS);
    List<Long> ids = picked.stream().map(ItemRef::id).toList();
    List<Item> found = items.fetch(tx, ids);
    List<Long> wanted = holds.waiting(tx, ids);
    List<Long> moved =
        person
            .map(id -> holds.put(tx, wanted, id, endsAt, others))
            .orElseGet(() -> holds.end(tx, wanted, others));
    List<BulkResult.Refused> refused =
        found.stream()
            .filter(item -> !moved.contains(item.id()))
            .map(item -> new BulkResult.Refused(item, why(wanted, item, person.isPresent())))
            .toList();
    if (moved.isEmpty()) {
      throw new RuleBroken(
          refused.isEmpty() ? "item.refused.none_picked" : refused.getFirst().key());
    }
    return new BulkResult(
        found.stream().filter(item -> moved.contains(item.id())).toList(), refused);
  }

  private static String why(List<Long> wanted, Item item, boolean put) {
    if (!wanted.contains(item.id())) {
      return "item.refused.hold.not_waiting";
    }
    return put ? HELD : "item.refused.hold.not_yours";
  }

  private boolean isColleague(Tx tx, long person) {
    return holds.colleagues(tx).stream().anyMatch(each -> each.person() == person);
  }
}
