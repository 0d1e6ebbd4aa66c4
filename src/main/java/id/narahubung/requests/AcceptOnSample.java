package id.narahubung.requests;

import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemDesk.Work;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Settles answered items that nobody looked at, because a sample of their like passed. Refused when
 * the viewer may not conclude verifications; row by row, where the answer does not wait to be
 * looked at any more.
 */
public final class AcceptOnSample {

  private final ItemDesk desk;
  private final FindingStore findings;

  AcceptOnSample(ItemDesk desk, FindingStore findings) {
    this.desk = desk;
    this.findings = findings;
  }

  /**
   * Settles them.
   *
   * @param step the number of the verification whose sample it was
   */
  public BulkResult run(Tx tx, UUID act, Collection<ItemRef> items, String step) {
    return desk.runWhere(
        tx,
        act,
        items,
        new Work(
            EventKind.ACCEPTED_ON_SAMPLE,
            ItemAction.ACCEPT_ON_SAMPLE,
            inHand -> Optional.empty(),
            Map.of("verification", step),
            (open, event, cases) -> findings.insertAcceptances(open, event, cases, step)));
  }
}
