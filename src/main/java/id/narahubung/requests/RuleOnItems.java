package id.narahubung.requests;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemDesk.Work;
import id.narahubung.rules.RuleStore;
import id.narahubung.rules.Urgency;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides on items the company did not act on: accepted settles, upheld opens a new round with full
 * hours from now. Refused when the viewer may not decide, and without a reason for upholding; row
 * by row, where there is nothing to decide.
 */
public final class RuleOnItems {

  private final ItemDesk desk;
  private final FindingStore findings;
  private final RoundStore rounds;
  private final RuleStore rules;

  public RuleOnItems(ItemDesk desk, FindingStore findings, RoundStore rounds, RuleStore rules) {
    this.desk = desk;
    this.findings = findings;
    this.rounds = rounds;
    this.rules = rules;
  }

  public BulkResult run(
      Tx tx, UUID act, Collection<ItemRef> items, RulingOutcome outcome, String reason) {
    if (outcome == RulingOutcome.UPHELD && reason.isEmpty()) {
      throw new RuleBroken("ruling.refused.reason");
    }
    return desk.run(
        tx,
        act,
        items,
        new Work(
            EventKind.RULED,
            ItemAction.RULE,
            inHand -> Optional.empty(),
            Map.of("outcome", outcome.name().toLowerCase(Locale.ROOT)),
            (open, event, cases) -> {
              findings.insertRulings(open, event, cases, outcome, reason);
              if (outcome == RulingOutcome.UPHELD) {
                startAgain(open, event, cases);
              }
            }));
  }

  private void startAgain(Tx tx, long event, List<ItemDesk.Case> cases) {
    TakedownRequest request = cases.getFirst().request();
    Urgency urgency = rules.fetch(tx, request.ruleSetId()).urgency(request.content().urgencyCode());
    rounds.start(
        tx,
        event,
        cases.stream().map(ItemDesk.Case::item).toList(),
        RoundCause.UPHELD,
        urgency.span());
  }
}
