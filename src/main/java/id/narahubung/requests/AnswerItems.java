package id.narahubung.requests;

import id.narahubung.access.BadInput;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemDesk.Work;
import id.narahubung.rules.AnswerClass;
import id.narahubung.rules.AnswerField;
import id.narahubung.rules.AnswerType;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Answers items for the company, one or many: the same path. A final answer stops an item's clock,
 * a question pauses it; the first answer acknowledges the request. Row by row refused: an item that
 * was checked or settled, one changed meanwhile, one whose request knows no such answer, one said
 * to be the duplicate of an item that is not there. Refused as a whole when the viewer may not
 * answer, and when what the type asks for is missing.
 */
public final class AnswerItems {

  private final ItemDesk desk;
  private final ItemStore items;
  private final AnswerStore answers;
  private final RuleStore rules;

  public AnswerItems(ItemDesk desk, ItemStore items, AnswerStore answers, RuleStore rules) {
    this.desk = desk;
    this.items = items;
    this.answers = answers;
    this.rules = rules;
  }

  public BulkResult run(Tx tx, UUID act, Collection<ItemRef> items, AnswerGiven given) {
    return desk.run(tx, act, items, work(tx, given));
  }

  /** The same for rows of a table, each of which hears for itself why it may not. */
  BulkResult runWhere(Tx tx, UUID act, Collection<ItemRef> items, AnswerGiven given) {
    return desk.runWhere(tx, act, items, work(tx, given));
  }

  /** Why this answer to this item would be refused now, as a message key; empty when it is not. */
  Optional<String> refusal(Tx tx, ItemDesk.Case inHand, AnswerGiven given) {
    return ItemAction.ANSWER
        .refusal(inHand.facts())
        .or(() -> unknown(tx, inHand, given, number -> items.find(tx, number)));
  }

  private Work work(Tx tx, AnswerGiven given) {
    // An act names few other items, whatever the number of its own.
    Map<String, Optional<Item>> others = new HashMap<>();
    return new Work(
        EventKind.ANSWERED,
        ItemAction.ANSWER,
        inHand ->
            unknown(
                tx,
                inHand,
                given,
                number -> others.computeIfAbsent(number, n -> items.find(tx, n))),
        Map.of("type", given.typeCode()),
        (open, event, cases) -> {
          RuleSet set = rules.fetch(open, cases.getFirst().request().ruleSetId());
          answers.insert(
              open,
              event,
              cases.stream().map(ItemDesk.Case::item).toList(),
              set.answerType(given.typeCode()),
              set.id(),
              given);
        });
  }

  private Optional<String> unknown(
      Tx tx, ItemDesk.Case inHand, AnswerGiven given, Function<String, Optional<Item>> find) {
    RuleSet set = rules.fetch(tx, inHand.request().ruleSetId());
    Optional<AnswerType> type = set.findAnswerType(given.typeCode());
    if (type.isEmpty()) {
      return Optional.of("item.refused.other_rules");
    }
    if (!AnswerRules.faults(set, given, tx.now()).isEmpty()) {
      throw new BadInput("an answer with faults");
    }
    if (!others(type.get(), given).allMatch(number -> isAnother(inHand, find.apply(number)))) {
      return Optional.of("item.refused.no_such_other");
    }
    if (actedBefore(inHand, type.get(), given)) {
      return Optional.of("item.refused.acted_before");
    }
    if (type.get().answerClass() == AnswerClass.ASKS
        && inHand.facts().questions() >= set.questionsPerItem()) {
      return Optional.of("item.refused.asked_enough");
    }
    // A question asked late would pause nothing, and hide that the item is overdue.
    boolean late = !inHand.facts().deadline().due().isAfter(tx.now());
    return late && type.get().answerClass() == AnswerClass.ASKS
        ? Optional.of("item.refused.asked_late")
        : Optional.empty();
  }

  /** The numbers of other items that the answer names. */
  private static Stream<String> others(AnswerType type, AnswerGiven given) {
    return type.fields().stream()
        .filter(field -> field.input() == AnswerField.Input.ITEM)
        .map(field -> given.details().getOrDefault(field.code(), ""))
        .filter(number -> !number.isEmpty());
  }

  private static boolean isAnother(ItemDesk.Case inHand, Optional<Item> found) {
    return found.filter(other -> other.id() != inHand.item().id()).isPresent();
  }

  /** Who acted before the order came has nothing to do about it: that is another answer. */
  private static boolean actedBefore(ItemDesk.Case inHand, AnswerType type, AnswerGiven given) {
    String actedAt = given.details().getOrDefault(AnswerField.ACTED_AT, "");
    return type.answerClass() == AnswerClass.ACTED
        && !actedAt.isEmpty()
        && Instant.parse(actedAt)
            .isBefore(
                inHand.facts().rounds().getFirst().startedAt().truncatedTo(ChronoUnit.MINUTES));
  }
}
