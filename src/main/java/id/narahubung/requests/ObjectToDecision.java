package id.narahubung.requests;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemDesk.Work;
import id.narahubung.rules.RuleStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Contests what the ministry said of an answer: a refusal that was not accepted, or a check that
 * found it up. The item's clock goes on. Refused row by row where nothing was decided, where it was
 * contested before, and after the time that the rule set gives.
 */
public final class ObjectToDecision {

  private final ItemDesk desk;
  private final ObjectionStore objections;
  private final RuleStore rules;

  public ObjectToDecision(ItemDesk desk, ObjectionStore objections, RuleStore rules) {
    this.desk = desk;
    this.objections = objections;
    this.rules = rules;
  }

  public BulkResult run(Tx tx, UUID act, Collection<ItemRef> items, String reason) {
    if (reason.isEmpty()) {
      throw new RuleBroken("objection.refused.reason");
    }
    return desk.run(
        tx,
        act,
        items,
        new Work(
            EventKind.OBJECTED,
            ItemAction.OBJECT,
            inHand -> tooLate(tx, inHand),
            Map.of(),
            (open, event, cases) ->
                objections.insert(
                    open,
                    event,
                    cases,
                    reason,
                    rules
                        .fetch(open, cases.getFirst().request().ruleSetId())
                        .limits()
                        .decideObjectionWithin())));
  }

  private Optional<String> tooLate(Tx tx, ItemDesk.Case inHand) {
    Instant end =
        inHand
            .facts()
            .contestable()
            .orElseThrow()
            .at()
            .plus(rules.fetch(tx, inHand.request().ruleSetId()).limits().objectWithin());
    return end.isBefore(tx.now()) ? Optional.of("item.refused.object.late") : Optional.empty();
  }
}
