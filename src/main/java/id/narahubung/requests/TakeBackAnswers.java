package id.narahubung.requests;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemDesk.Case;
import id.narahubung.requests.ItemDesk.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes acts of answering back, each whole: their items stand as they did before, with their old
 * due time. Refused when the viewer may not answer, or only drafts what a lead releases, and when
 * even one of its items was judged since.
 */
public final class TakeBackAnswers {

  private final ItemDesk desk;
  private final AnswerStore answers;
  private final AnswerItems answer;

  TakeBackAnswers(ItemDesk desk, AnswerStore answers, AnswerItems answer) {
    this.desk = desk;
    this.answers = answers;
    this.answer = answer;
  }

  /**
   * Takes back what these events answered and gives how many items that was about: all of it, or
   * nothing.
   *
   * @param events acts of answering, as the ledger numbers them
   */
  public int run(Tx tx, UUID act, List<Long> events, String reason) {
    List<ItemRef> items = answers.itemsOf(tx, events);
    if (items.isEmpty()) {
      throw new NotFound("answers of events " + events);
    }
    tx.viewer().require(ItemAction.TAKE_BACK.permission());
    if (answer.waits(tx)) {
      throw new RuleBroken("take_back.refused.lead");
    }
    BulkResult result =
        desk.run(
            tx,
            act,
            items,
            new Work(
                EventKind.ANSWER_TAKEN_BACK,
                ItemAction.TAKE_BACK,
                inHand -> refusal(inHand, events, tx.now()),
                cases -> Map.of("events", takenBack(cases, events)),
                (open, told, cases) ->
                    answers.takeBack(
                        open, told, events, cases.stream().map(Case::item).toList(), reason),
                false));
    // An act goes back whole or not at all.
    if (!result.refused().isEmpty()) {
      throw new RuleBroken(result.refused().getFirst().key());
    }
    return result.changed().size();
  }

  /** Those of the events that are about these items. */
  private static List<Long> takenBack(List<Case> cases, List<Long> events) {
    return cases.stream()
        .flatMap(inHand -> inHand.facts().standingAnswers().stream())
        .map(Answer::event)
        .filter(events::contains)
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<String> refusal(Case inHand, List<Long> events, Instant now) {
    ItemFacts facts = inHand.facts();
    List<Answer> given =
        facts.standingAnswers().stream().filter(answer -> events.contains(answer.event())).toList();
    if (given.isEmpty()) {
      return Optional.of("item.refused.take_back.again");
    }
    if (given.stream().anyMatch(facts::isJudged)) {
      return Optional.of("item.refused.take_back.open");
    }
    // A question that counts again would pause from the past, and hide that the item is overdue.
    return facts.asksAgainWithout(events) && !facts.deadline().due().isAfter(now)
        ? Optional.of("item.refused.take_back.late")
        : Optional.empty();
  }
}
