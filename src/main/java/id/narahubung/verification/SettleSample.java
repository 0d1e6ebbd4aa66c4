package id.narahubung.verification;

import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.requests.AcceptOnSample;
import id.narahubung.requests.CheckGiven;
import id.narahubung.requests.CheckItems;
import id.narahubung.requests.FactStore;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.ItemStore;
import id.narahubung.requests.Standing;
import id.narahubung.requests.Verdict;
import id.narahubung.verification.Entry.Seen;
import id.narahubung.verification.SampleStore.Looked;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a concluded sample does to the items it is about: how those drawn were found is recorded as
 * their check, and where it passed, and was meant to, those nobody drew are settled. Whatever was
 * answered or settled otherwise meanwhile stays as it is.
 */
final class SettleSample {

  private final SampleStore samples;
  private final ItemStore items;
  private final FactStore facts;
  private final CheckItems check;
  private final AcceptOnSample accept;

  SettleSample(
      SampleStore samples,
      ItemStore items,
      FactStore facts,
      CheckItems check,
      AcceptOnSample accept) {
    this.samples = samples;
    this.items = items;
    this.facts = facts;
    this.check = check;
    this.accept = accept;
  }

  /** Gives how many were settled without a look. */
  int run(Tx tx, UUID act, VerificationStep step, ConclusionGiven given) {
    Map<CheckGiven, List<Long>> first = new LinkedHashMap<>();
    Map<CheckGiven, List<Long>> again = new LinkedHashMap<>();
    Map<Long, Long> answers = samples.answers(tx, step);
    List<Looked> looked = samples.looked(tx, step);
    Map<Long, ItemFacts> now = facts.fetch(tx, looked.stream().map(Looked::item).toList());
    for (Looked each : looked) {
      ItemFacts fact = now.get(each.item());
      if (fact == null || !isSame(fact, answers.get(each.item()))) {
        continue;
      }
      switch (fact.standing()) {
        case CLAIMED, SAMPLED ->
            first.computeIfAbsent(given(each), key -> new ArrayList<>()).add(each.item());
        case CONFIRMED ->
            again.computeIfAbsent(given(each), key -> new ArrayList<>()).add(each.item());
        case DRAFT, OPEN, ASKED, CONTESTED, ACCEPTED, WITHDRAWN -> {}
      }
    }
    first.forEach(
        (found, ids) -> check.run(tx, Act.part(act, ids.getFirst()), refs(tx, ids), found));
    again.forEach(
        (found, ids) -> check.again(tx, Act.part(act, ids.getFirst()), refs(tx, ids), found));
    return given.outcome() == VerificationOutcome.PASS && given.settles()
        ? accept(tx, act, step, answers)
        : 0;
  }

  private int accept(Tx tx, UUID act, VerificationStep step, Map<Long, Long> answers) {
    List<Long> undrawn = samples.undrawnItems(tx, step);
    Map<Long, ItemFacts> now = facts.fetch(tx, undrawn);
    List<Long> waiting =
        undrawn.stream()
            .filter(
                item -> {
                  ItemFacts fact = now.get(item);
                  return fact != null
                      && fact.standing() == Standing.CLAIMED
                      && isSame(fact, answers.get(item));
                })
            .toList();
    return waiting.isEmpty()
        ? 0
        : accept
            .run(tx, Act.part(act, "sample"), refs(tx, waiting), step.number())
            .changed()
            .size();
  }

  /** Whether the answer that was on the list is the one that stands. */
  private static boolean isSame(ItemFacts fact, @Nullable Long answer) {
    return fact.standsBy().filter(each -> answer != null && each.id() == answer).isPresent();
  }

  private List<ItemRef> refs(Tx tx, List<Long> ids) {
    return items.fetch(tx, ids).stream().map(Item::ref).toList();
  }

  /** What was seen within the same minute from the same place is told as one. */
  private static CheckGiven given(Looked looked) {
    Seen seen = looked.seen();
    return new CheckGiven(
        switch (looked.verdict()) {
          case GOOD -> Verdict.DOWN;
          case FAILED -> Verdict.STILL_UP;
          case UNCHECKED -> Verdict.UNCHECKED;
        },
        seen.at().truncatedTo(ChronoUnit.MINUTES),
        seen.network(),
        seen.country(),
        seen.surface(),
        seen.signedIn(),
        looked.note());
  }
}
