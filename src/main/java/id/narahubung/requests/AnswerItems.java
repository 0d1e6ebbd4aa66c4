package id.narahubung.requests;

import id.narahubung.access.BadInput;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemDesk.Work;
import id.narahubung.rules.AnswerClass;
import id.narahubung.rules.AnswerType;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers items for the company, one or many: the same path. A final answer stops an item's clock,
 * a question pauses it; the first answer acknowledges the request. Row by row refused: an item that
 * was checked or settled, one changed meanwhile, one whose request knows no such answer. Refused as
 * a whole when the viewer may not answer, and when what the type asks for is missing.
 */
public final class AnswerItems {

  private final ItemDesk desk;
  private final AnswerStore answers;
  private final RuleStore rules;

  public AnswerItems(ItemDesk desk, AnswerStore answers, RuleStore rules) {
    this.desk = desk;
    this.answers = answers;
    this.rules = rules;
  }

  public BulkResult run(Tx tx, UUID act, Collection<ItemRef> items, AnswerGiven given) {
    return desk.run(
        tx,
        act,
        items,
        new Work(
            EventKind.ANSWERED,
            ItemAction.ANSWER,
            inHand -> unknown(tx, inHand, given),
            Map.of("type", given.typeCode()),
            (open, event, cases) -> {
              RuleSet set = rules.fetch(open, cases.getFirst().request().ruleSetId());
              if (!AnswerRules.faults(set, given, open.now()).isEmpty()) {
                throw new BadInput("an answer with faults");
              }
              answers.insert(
                  open,
                  event,
                  cases.stream().map(ItemDesk.Case::item).toList(),
                  set.answerType(given.typeCode()),
                  set.id(),
                  given);
            }));
  }

  private Optional<String> unknown(Tx tx, ItemDesk.Case inHand, AnswerGiven given) {
    Optional<AnswerType> type =
        rules.fetch(tx, inHand.request().ruleSetId()).findAnswerType(given.typeCode());
    if (type.isEmpty()) {
      return Optional.of("item.refused.other_rules");
    }
    // A question asked late would pause nothing, and hide that the item is overdue.
    boolean late = !inHand.facts().deadline().due().isAfter(tx.now());
    return late && type.get().answerClass() == AnswerClass.ASKS
        ? Optional.of("item.refused.asked_late")
        : Optional.empty();
  }
}
