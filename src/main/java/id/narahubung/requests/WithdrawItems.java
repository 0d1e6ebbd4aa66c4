package id.narahubung.requests;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemDesk.Work;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Withdraws items, with the reason and whether it was the ministry's error. Refused when the viewer
 * may not withdraw, and without a reason; row by row, what is withdrawn already.
 */
public final class WithdrawItems {

  private final ItemDesk desk;
  private final FindingStore findings;

  public WithdrawItems(ItemDesk desk, FindingStore findings) {
    this.desk = desk;
    this.findings = findings;
  }

  public BulkResult run(
      Tx tx, UUID act, Collection<ItemRef> items, boolean ourError, String reason) {
    if (reason.isEmpty()) {
      throw new RuleBroken("withdrawal.refused.reason");
    }
    return desk.run(
        tx,
        act,
        items,
        new Work(
            EventKind.ITEMS_WITHDRAWN,
            ItemAction.WITHDRAW,
            inHand -> Optional.empty(),
            Map.of("our_error", ourError),
            (open, event, cases) ->
                findings.insertWithdrawals(
                    open,
                    event,
                    cases.stream().map(ItemDesk.Case::item).toList(),
                    ourError,
                    reason)));
  }
}
