package id.narahubung.decisions;

import id.narahubung.commitments.CommitmentStore;
import id.narahubung.commitments.Condition;
import id.narahubung.commitments.FindingResult;
import id.narahubung.data.Tx;
import id.narahubung.text.Label;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tasks that follow from openings on conditions that stand: each condition that is broken now
 * and that nobody has looked into since it broke.
 */
final class Reviews {

  private final DecisionStore decisions;
  private final CommitmentStore commitments;

  Reviews(DecisionStore decisions, CommitmentStore commitments) {
    this.decisions = decisions;
    this.commitments = commitments;
  }

  /**
   * A condition that broke.
   *
   * @param broken what broke and since when, as the review keeps it
   * @param how 'failed', 'expired' or 'late'
   */
  record Task(
      long decision,
      String number,
      String platform,
      String broken,
      String commitment,
      Label kind,
      String how,
      LocalDate since) {}

  /** Those of every platform, the oldest break first. */
  List<Task> open(Tx tx) {
    Map<Long, List<AccessHistory.Signed>> signed = decisions.signed(tx, Optional.empty());
    return signed.values().stream()
        .map(each -> AccessHistory.of(each, tx.now()))
        .filter(history -> history.status() == AccessStatus.CONDITIONAL)
        .flatMap(history -> of(tx, decisions.fetch(tx, history.standing())).stream())
        .sorted(Comparator.comparing(Task::since))
        .toList();
  }

  /** Those of one decision, where access still stands by it. */
  List<Task> of(Tx tx, Decision decision) {
    AccessHistory history = decisions.history(tx, decision.of().platformId());
    if (history.status() != AccessStatus.CONDITIONAL
        || !history.standing().equals(decision.number().orElse(""))) {
      return List.of();
    }
    Set<String> done =
        decisions.reviews(tx, decision.id()).stream()
            .map(DecisionStore.Review::broken)
            .collect(Collectors.toSet());
    LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
    Set<CellKey> waived =
        decision.waivers().stream()
            .filter(each -> each.toTable().countsOn(today))
            .map(Decision.Waiver::cell)
            .collect(Collectors.toSet());
    return commitments.conditions(tx, decision.of().platformId()).stream()
        .filter(each -> !waived.contains(CellKey.commitment(each.number())))
        .flatMap(each -> task(decision, each, today).stream())
        .filter(task -> !done.contains(task.broken()))
        .toList();
  }

  private static Optional<Task> task(Decision decision, Condition each, LocalDate today) {
    if (each.isMet(today)) {
      return Optional.empty();
    }
    boolean failed =
        each.lastResult()
            .filter(r -> r == FindingResult.FAIL || r == FindingResult.PARTLY)
            .isPresent();
    if (failed) {
      return Optional.of(task(decision, each, "failed", each.asOf().orElse(today)));
    }
    if (each.isExpired(today)) {
      LocalDate since = each.validUntil().map(day -> day.plusDays(1)).orElse(today);
      return Optional.of(task(decision, each, "expired", since));
    }
    return today.isAfter(each.dueOn())
        ? Optional.of(task(decision, each, "late", each.dueOn().plusDays(1)))
        : Optional.empty();
  }

  private static Task task(Decision decision, Condition each, String how, LocalDate since) {
    return new Task(
        decision.id(),
        decision.number().orElseThrow(),
        decision.of().platform(),
        each.number() + "/" + how + "/" + since,
        each.number(),
        each.kind(),
        how,
        since);
  }
}
