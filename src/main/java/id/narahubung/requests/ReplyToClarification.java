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
 * Replies to what the company asked about items: their clocks, paused since, run again. Refused
 * when the viewer may not reply, and without a reply; row by row, where no question waits.
 */
public final class ReplyToClarification {

  private final ItemDesk desk;
  private final FindingStore findings;

  public ReplyToClarification(ItemDesk desk, FindingStore findings) {
    this.desk = desk;
    this.findings = findings;
  }

  public BulkResult run(Tx tx, UUID act, Collection<ItemRef> items, String reply) {
    if (reply.isEmpty()) {
      throw new RuleBroken("clarification.refused.empty");
    }
    return desk.run(
        tx,
        act,
        items,
        new Work(
            EventKind.CLARIFIED,
            ItemAction.CLARIFY,
            inHand -> Optional.empty(),
            Map.of(),
            (open, event, cases) -> findings.insertClarifications(open, event, cases, reply)));
  }
}
