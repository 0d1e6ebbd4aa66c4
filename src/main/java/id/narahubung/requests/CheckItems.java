package id.narahubung.requests;

import static java.time.temporal.ChronoUnit.MINUTES;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.ItemDesk.Work;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Records what the ministry found when it looked at items. At an answered item: 'still up' and
 * 'partly' open it again with its old due time; 'could not be checked' leaves it to be checked;
 * 'down' settles it and plans the next look where items are looked at one by one. At an item that
 * had been confirmed down it moves nothing, whatever was found: content that came back is asked for
 * anew. Refused when the viewer may not check, when the look lies in the future; row by row, where
 * there is nothing to look at, or it is older than what it judges.
 */
public final class CheckItems {

  private final ItemDesk desk;
  private final FindingStore findings;
  private final RecheckStore rechecks;
  private final ReappearanceStore reappearances;

  public CheckItems(
      ItemDesk desk,
      FindingStore findings,
      RecheckStore rechecks,
      ReappearanceStore reappearances) {
    this.desk = desk;
    this.findings = findings;
    this.rechecks = rechecks;
    this.reappearances = reappearances;
  }

  /** The first look at answered items. */
  public BulkResult run(Tx tx, UUID act, Collection<ItemRef> items, CheckGiven given) {
    return look(
        tx,
        act,
        items,
        given,
        new Look(
            EventKind.CHECKED,
            ItemAction.CHECK,
            facts -> facts.standsBy().map(Answer::answeredAt),
            "item.refused.check.before_answer",
            (open, event, cases) -> {
              findings.insertChecks(open, event, cases, given, false);
              if (given.verdict() == Verdict.DOWN) {
                rechecks.start(open, cases);
              }
            }));
  }

  /** A look at items that had been confirmed down. */
  public BulkResult again(Tx tx, UUID act, Collection<ItemRef> items, CheckGiven given) {
    return look(
        tx,
        act,
        items,
        given,
        new Look(
            EventKind.RECHECKED,
            ItemAction.RECHECK,
            facts -> facts.confirmation().map(Check::observedAt),
            "item.refused.recheck.before_confirmation",
            (open, event, cases) -> {
              findings.insertChecks(open, event, cases, given, true);
              rechecks.follow(open, cases, given);
              reappearances.follow(open, cases.stream().map(each -> each.item().id()).toList());
            }));
  }

  /**
   * What the first look and every other differ in.
   *
   * @param judged when that was which the look judges: what was seen before says nothing about it
   * @param before why such a look is refused
   */
  private record Look(
      EventKind kind,
      ItemAction action,
      Function<ItemFacts, Optional<Instant>> judged,
      String before,
      ItemDesk.Writer writer) {}

  private BulkResult look(Tx tx, UUID act, Collection<ItemRef> items, CheckGiven given, Look look) {
    if (given.observedAt().isAfter(tx.now())) {
      throw new RuleBroken("check.refused.future");
    }
    return desk.run(
        tx,
        act,
        items,
        new Work(
            look.kind(),
            look.action(),
            // People write whole minutes.
            inHand ->
                look.judged()
                    .apply(inHand.facts())
                    .filter(at -> given.observedAt().isBefore(at.truncatedTo(MINUTES)))
                    .map(at -> look.before()),
            Map.of("verdict", given.verdict().name().toLowerCase(Locale.ROOT)),
            look.writer()));
  }
}
