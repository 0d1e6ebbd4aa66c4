package id.narahubung.requests;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemDesk.Work;
import id.narahubung.rules.RuleStore;
import id.narahubung.rules.Urgency;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Replies to what the company asked about items: their clocks, paused since, run again, or start
 * anew with full hours where the rules say so. Refused when the viewer may not reply, and without a
 * reply; row by row, where no question waits.
 */
public final class ReplyToClarification {

  private final ItemDesk desk;
  private final FindingStore findings;
  private final RoundStore rounds;
  private final RuleStore rules;

  public ReplyToClarification(
      ItemDesk desk, FindingStore findings, RoundStore rounds, RuleStore rules) {
    this.desk = desk;
    this.findings = findings;
    this.rounds = rounds;
    this.rules = rules;
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
            (open, event, cases) -> {
              findings.insertClarifications(open, event, cases, reply);
              startAgain(open, event, cases);
            }));
  }

  private void startAgain(Tx tx, long event, List<ItemDesk.Case> cases) {
    TakedownRequest request = cases.getFirst().request();
    Urgency urgency = rules.fetch(tx, request.ruleSetId()).urgency(request.content().urgencyCode());
    if (urgency.restarts()) {
      rounds.start(
          tx,
          event,
          cases.stream().map(ItemDesk.Case::item).toList(),
          RoundCause.CLARIFIED,
          urgency.span());
    }
  }
}
