package id.narahubung.requests;

import static java.time.temporal.ChronoUnit.MINUTES;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemDesk.Work;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Records what the ministry found when it looked again at items that had been confirmed down. The
 * old item stays settled, whatever was found: content that came back is asked for anew. Refused
 * when the viewer may not check, when the look lies in the future; row by row, where nothing was
 * confirmed, or only later.
 */
public final class RecheckItems {

  private final ItemDesk desk;
  private final FindingStore findings;
  private final RecheckStore rechecks;

  public RecheckItems(ItemDesk desk, FindingStore findings, RecheckStore rechecks) {
    this.desk = desk;
    this.findings = findings;
    this.rechecks = rechecks;
  }

  public BulkResult run(Tx tx, UUID act, Collection<ItemRef> items, CheckGiven given) {
    if (given.observedAt().isAfter(tx.now())) {
      throw new RuleBroken("check.refused.future");
    }
    return desk.run(
        tx,
        act,
        items,
        new Work(
            EventKind.RECHECKED,
            ItemAction.RECHECK,
            inHand -> beforeConfirmation(inHand, given),
            Map.of("verdict", given.verdict().name().toLowerCase(Locale.ROOT)),
            (open, event, cases) -> {
              findings.insertRechecks(open, event, cases, given);
              rechecks.follow(open, cases, given);
            }));
  }

  /** The look that confirmed it is no look again. People write whole minutes. */
  private static Optional<String> beforeConfirmation(ItemDesk.Case inHand, CheckGiven given) {
    return inHand
        .facts()
        .confirmation()
        .filter(check -> given.observedAt().isBefore(check.observedAt().truncatedTo(MINUTES)))
        .map(check -> "item.refused.recheck.before_confirmation");
  }
}
