package id.narahubung.requests;

import id.narahubung.access.BadInput;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Share;
import id.narahubung.companies.ReleaseRuleStore;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.AnswerDraft.State;
import id.narahubung.requests.ItemDesk.Work;
import id.narahubung.rules.AnswerClass;
import id.narahubung.rules.AnswerField;
import id.narahubung.rules.AnswerType;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers items for the company, one or many: the same path. A final answer stops an item's clock,
 * a question pauses it; the first answer acknowledges the request. Where the company lets a lead
 * release what a responder writes, a responder's answers become drafts, which move nothing and
 * which the ministry does not see. Row by row refused: an item that was checked or settled, one
 * changed meanwhile, one whose request knows no such answer, one said to be the duplicate of an
 * item that is not there, and for a draft one that has a colleague's waiting. Refused as a whole
 * when the viewer may not answer, and when what the type asks for is missing.
 */
public final class AnswerItems {

  private final ItemDesk desk;
  private final Stores stores;

  /** What it reads and writes. */
  record Stores(
      ItemStore items,
      AnswerStore answers,
      AnswerDraftStore drafts,
      HoldStore holds,
      RuleStore rules,
      ReleaseRuleStore release) {}

  AnswerItems(ItemDesk desk, Stores stores) {
    this.desk = desk;
    this.stores = stores;
  }

  public BulkResult run(Tx tx, UUID act, Collection<ItemRef> items, AnswerGiven given) {
    return desk.run(tx, act, items, work(tx, items, given));
  }

  /** The same for rows of a table, each of which hears for itself why it may not. */
  BulkResult runWhere(Tx tx, UUID act, Collection<ItemRef> items, AnswerGiven given) {
    return desk.runWhere(tx, act, items, work(tx, items, given));
  }

  /** Keeps it as a draft, whether or not a lead must release it. */
  public BulkResult draft(Tx tx, UUID act, Collection<ItemRef> items, AnswerGiven given) {
    return desk.run(tx, act, items, draftWork(tx, items, given));
  }

  /** Makes answers of drafts that are all of one type. */
  BulkResult release(Tx tx, UUID act, List<AnswerDraft> drafts) {
    Map<Long, AnswerGiven> says = new HashMap<>();
    drafts.forEach(draft -> says.put(draft.itemId(), draft.given()));
    return desk.runWhere(
        tx,
        act,
        drafts.stream().map(draft -> new ItemRef(draft.itemId(), draft.itemVersion())).toList(),
        answering(
            tx,
            ItemAction.RELEASE,
            drafts.getFirst().given().typeCode(),
            item -> Objects.requireNonNull(says.get(item.id())),
            State.RELEASED));
  }

  /** Whether what this viewer answers waits for a lead: so it does where one is lead on loan. */
  boolean waits(Tx tx) {
    return tx.viewer().may(Permission.ANSWER_ITEMS)
        && !tx.person().holds(Permission.RELEASE_ANSWERS)
        && stores.release().isRequired(tx);
  }

  /**
   * Refuses when it is not as the page said: nobody sends what they meant to have looked at.
   *
   * @throws RuleBroken when the company settled it otherwise meanwhile
   */
  void expect(Tx tx, boolean waits) {
    if (waits(tx) != waits) {
      throw new RuleBroken(waits ? "answer.waits.refused.off" : "answer.waits.refused.on");
    }
  }

  /** The same, and what is drafted of these items. */
  Drafting drafting(Tx tx, Collection<Long> items) {
    return new Drafting(waits(tx), stores.drafts().live(tx, items));
  }

  /** Why this answer to this item would be refused now, as a message key; empty when it is not. */
  Optional<String> refusal(Tx tx, ItemDesk.Case inHand, AnswerGiven given, Drafting drafting) {
    return ItemAction.ANSWER
        .refusal(inHand.facts())
        .or(() -> unknown(tx, inHand, given, number -> stores.items().find(tx, number)))
        .or(() -> drafting.waits() ? taken(tx, inHand, drafting.drafts()) : Optional.empty());
  }

  private Work work(Tx tx, Collection<ItemRef> items, AnswerGiven given) {
    return waits(tx)
        ? draftWork(tx, items, given)
        : answering(tx, ItemAction.ANSWER, given.typeCode(), item -> given, State.REPLACED);
  }

  /** Answers of one type; what lives as a draft of their items ends so. */
  private Work answering(
      Tx tx, ItemAction action, String type, Function<Item, AnswerGiven> says, State end) {
    Function<String, Optional<Item>> find = finding(tx);
    return new Work(
        EventKind.ANSWERED,
        action,
        inHand -> unknown(tx, inHand, says.apply(inHand.item()), find),
        cases -> Map.of("type", type, "class", classOf(ruleSet(tx, cases), type)),
        (open, event, cases) -> {
          RuleSet set = ruleSet(open, cases);
          List<Item> items = cases.stream().map(ItemDesk.Case::item).toList();
          stores.answers().insert(open, event, items, set.answerType(type), set.id(), says);
          stores.drafts().end(open, items, end, event, Share.BOTH);
        },
        false);
  }

  private RuleSet ruleSet(Tx tx, List<ItemDesk.Case> cases) {
    return stores.rules().fetch(tx, cases.getFirst().request().ruleSetId());
  }

  /** Types are rows; of what is told people by mail their class decides. */
  private static String classOf(RuleSet set, String type) {
    return set.answerType(type).answerClass().name().toLowerCase(Locale.ROOT);
  }

  private Work draftWork(Tx tx, Collection<ItemRef> picked, AnswerGiven given) {
    Function<String, Optional<Item>> find = finding(tx);
    // Read when the items are locked: a colleague may be drafting at the same moment.
    Supplier<Map<Long, AnswerDraft>> drafts =
        once(() -> stores.drafts().live(tx, picked.stream().map(ItemRef::id).toList()));
    return new Work(
        EventKind.ANSWERS_DRAFTED,
        ItemAction.ANSWER,
        inHand -> unknown(tx, inHand, given, find).or(() -> taken(tx, inHand, drafts.get())),
        cases -> Map.of("type", given.typeCode()),
        (open, event, cases) -> {
          List<Item> items = cases.stream().map(ItemDesk.Case::item).toList();
          long ruleSet = cases.getFirst().request().ruleSetId();
          stores.drafts().insert(open, event, items, ruleSet, given);
          // The writer's work on them is done: 'next item' gives another.
          stores.holds().end(open, items.stream().map(Item::id).toList(), false);
        },
        true);
  }

  private static <T> Supplier<T> once(Supplier<T> read) {
    List<T> kept = new ArrayList<>();
    return () -> {
      if (kept.isEmpty()) {
        kept.add(read.get());
      }
      return kept.getFirst();
    };
  }

  /** A colleague's draft that waits is not written over. */
  private static Optional<String> taken(
      Tx tx, ItemDesk.Case inHand, Map<Long, AnswerDraft> drafts) {
    return Optional.ofNullable(drafts.get(inHand.item().id()))
        .filter(draft -> !draft.yieldsTo(tx.person()))
        .map(draft -> "item.refused.drafted");
  }

  /** An act names few other items, whatever the number of its own. */
  private Function<String, Optional<Item>> finding(Tx tx) {
    Map<String, Optional<Item>> others = new HashMap<>();
    return number -> others.computeIfAbsent(number, n -> stores.items().find(tx, n));
  }

  private Optional<String> unknown(
      Tx tx, ItemDesk.Case inHand, AnswerGiven given, Function<String, Optional<Item>> find) {
    RuleSet set = stores.rules().fetch(tx, inHand.request().ruleSetId());
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
        && inHand.facts().questions() >= set.limits().questionsPerItem()) {
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
