package id.narahubung.requests;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemDesk.Work;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Grants items more time, in whole hours and with the reason, before their due time or after it.
 * Refused when the viewer may not give time, without a reason, and for no hours or more than a
 * month of them; row by row, what is answered, settled or withdrawn.
 *
 * <p>No outage is credited by it. What was decided on an outage stays decided, and is there to be
 * seen when more time is granted: the hours are added to the due time as it stands, and to move it
 * into an outage that is over adds nothing beside them. The hours say what both sides are told.
 */
public final class ExtendItems {

  /** As many hours as one act may grant: thirty days. */
  public static final int MOST_HOURS = 720;

  private final ItemDesk desk;
  private final RoundStore rounds;

  public ExtendItems(ItemDesk desk, RoundStore rounds) {
    this.desk = desk;
    this.rounds = rounds;
  }

  public BulkResult run(Tx tx, UUID act, Collection<ItemRef> items, int hours, String reason) {
    if (reason.isEmpty()) {
      throw new RuleBroken("extension.refused.reason");
    }
    if (hours < 1 || hours > MOST_HOURS) {
      throw new RuleBroken("extension.refused.hours", MOST_HOURS);
    }
    Duration added = Duration.ofHours(hours);
    return desk.run(
        tx,
        act,
        items,
        new Work(
            EventKind.ITEMS_EXTENDED,
            ItemAction.EXTEND,
            inHand -> Optional.empty(),
            Map.of("hours", hours),
            (open, event, cases) ->
                rounds.extend(
                    open, event, cases.stream().map(ItemDesk.Case::item).toList(), added, reason)));
  }
}
