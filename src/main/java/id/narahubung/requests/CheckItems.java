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
 * Records what the ministry found when it looked at answered items. 'Still up' and 'partly' open an
 * item again with its old due time; 'could not be checked' leaves it to be checked; 'down' plans
 * the next look at items that are looked at one by one. Refused when the viewer may not check, when
 * the look lies in the future; row by row, where nothing claims to have been done.
 */
public final class CheckItems {

  private final ItemDesk desk;
  private final FindingStore findings;
  private final RecheckStore rechecks;

  public CheckItems(ItemDesk desk, FindingStore findings, RecheckStore rechecks) {
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
            EventKind.CHECKED,
            ItemAction.CHECK,
            inHand -> beforeAnswer(inHand, given),
            Map.of("verdict", given.verdict().name().toLowerCase(Locale.ROOT)),
            (open, event, cases) -> {
              findings.insertChecks(open, event, cases, given);
              if (given.verdict() == Verdict.DOWN) {
                rechecks.start(open, cases);
              }
            }));
  }

  /** What was seen before the answer says nothing about it. People write whole minutes. */
  private static Optional<String> beforeAnswer(ItemDesk.Case inHand, CheckGiven given) {
    return inHand
        .facts()
        .latestAnswer()
        .filter(answer -> given.observedAt().isBefore(answer.answeredAt().truncatedTo(MINUTES)))
        .map(answer -> "item.refused.check.before_answer");
  }
}
