package id.narahubung.requests;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemDesk.Work;
import id.narahubung.rules.RuleStore;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends objections: the ministry accepts one, narrows what it asks, or lets its decision stand; the
 * company takes its own back. Whoever made the contested decision does not decide on the objection
 * to it. Refused as a whole without a reason.
 */
public final class DecideObjection {

  private final ItemDesk desk;
  private final ObjectionStore objections;
  private final RoundStore rounds;
  private final RuleStore rules;

  public DecideObjection(
      ItemDesk desk, ObjectionStore objections, RoundStore rounds, RuleStore rules) {
    this.desk = desk;
    this.objections = objections;
    this.rounds = rounds;
    this.rules = rules;
  }

  public BulkResult run(
      Tx tx, UUID act, Collection<ItemRef> items, ObjectionOutcome outcome, String reason) {
    if (reason.isEmpty()) {
      throw new RuleBroken("objection.refused.reason");
    }
    boolean own = outcome == ObjectionOutcome.WITHDRAWN;
    return desk.run(
        tx,
        act,
        items,
        new Work(
            own ? EventKind.OBJECTION_WITHDRAWN : EventKind.OBJECTION_DECIDED,
            own ? ItemAction.WITHDRAW_OBJECTION : ItemAction.DECIDE_OBJECTION,
            inHand -> own ? Optional.empty() : byTheSamePerson(tx, inHand),
            Map.of("outcome", outcome.name().toLowerCase(Locale.ROOT)),
            (open, event, cases) -> {
              objections.decide(open, event, cases, outcome, reason);
              if (outcome == ObjectionOutcome.NARROWED) {
                startAgain(open, event, cases);
              }
            }));
  }

  private static Optional<String> byTheSamePerson(Tx tx, ItemDesk.Case inHand) {
    return inHand
        .facts()
        .contested()
        .filter(
            decided ->
                decided.by().sharesHandWith(tx.person(), ItemAction.DECIDE_OBJECTION.permission()))
        .map(decided -> "item.refused.decide_objection.own");
  }

  private void startAgain(Tx tx, long event, List<ItemDesk.Case> cases) {
    TakedownRequest request = cases.getFirst().request();
    rounds.start(
        tx,
        event,
        cases.stream().map(ItemDesk.Case::item).toList(),
        RoundCause.NARROWED,
        rules.fetch(tx, request.ruleSetId()).urgency(request.content().urgencyCode()).span());
  }
}
