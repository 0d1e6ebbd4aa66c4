package id.narahubung.decisions;

import id.narahubung.commitments.Condition;
import id.narahubung.commitments.FindingResult;
import id.narahubung.data.Tx;
import id.narahubung.text.Label;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tasks that follow from openings that stand: each condition that is broken now and each waiver
 * that has ended while its cell is not met, where nobody has looked into it since.
 */
final class Reviews {

  private final DecisionStore decisions;
  private final Dossiers dossiers;

  Reviews(DecisionStore decisions, Dossiers dossiers) {
    this.decisions = decisions;
    this.dossiers = dossiers;
  }

  /**
   * A condition that broke.
   *
   * @param broken what broke and since when, as the review keeps it
   * @param commitment its number, or the code of the checklist's entry
   * @param how 'failed', 'expired', 'late' or 'waiver'
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
    Set<String> watched = decisions.watched(tx);
    return decisions.signed(tx, Optional.empty()).values().stream()
        .flatMap(
            each ->
                AccessHistory.of(each, tx.now()).opening().stream()
                    .filter(watched::contains)
                    .flatMap(number -> of(tx, decisions.fetch(tx, number), each).stream()))
        .sorted(Comparator.comparing(Task::since))
        .toList();
  }

  /** Those of one decision, where access stands by it, whatever runs beside it. */
  List<Task> of(Tx tx, Decision decision) {
    return of(tx, decision, decisions.signed(tx, decision.of().platformId()));
  }

  /** The same where the decisions of the platform were read. */
  List<Task> of(Tx tx, Decision decision, List<AccessHistory.Signed> signed) {
    Optional<String> opening = AccessHistory.of(signed, tx.now()).opening();
    if (opening.isEmpty() || !opening.equals(decision.number())) {
      return List.of();
    }
    Set<String> done =
        decisions.reviews(tx, decision.id()).stream()
            .map(DecisionStore.Review::broken)
            .collect(Collectors.toSet());
    LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
    TableFacts facts = dossiers.facts(tx, decision, signed);
    List<Cell> now = facts.cells();
    List<Task> tasks = new ArrayList<>();
    if (facts.rules().decisionKind(decision.content().kindCode()).needsConditions()) {
      Set<CellKey> waived =
          now.stream()
              .filter(cell -> cell.row().state() == CellState.WAIVED)
              .map(Cell::key)
              .collect(Collectors.toSet());
      facts.conditions().stream()
          .filter(Condition::agreed)
          .filter(each -> !waived.contains(CellKey.commitment(each.number())))
          .flatMap(each -> task(decision, each, today).stream())
          .forEach(tasks::add);
    }
    Set<String> broken = tasks.stream().map(Task::commitment).collect(Collectors.toSet());
    ended(decision, now, today).stream()
        .filter(task -> !broken.contains(task.commitment()))
        .forEach(tasks::add);
    return tasks.stream().filter(task -> !done.contains(task.broken())).toList();
  }

  /** What two people let be until a day that has passed, and what is still not so. */
  private static List<Task> ended(Decision decision, List<Cell> now, LocalDate today) {
    return decision.waivers().stream()
        .filter(each -> each.second().isPresent() && today.isAfter(each.until()))
        .flatMap(
            each ->
                now.stream()
                    .filter(cell -> cell.key().equals(each.cell()) && !cell.row().state().isFine())
                    .map(
                        cell ->
                            new Task(
                                decision.id(),
                                decision.number().orElseThrow(),
                                decision.of().platform(),
                                cell.key() + "/waiver/" + each.until(),
                                cell.key().code(),
                                cell.label(),
                                "waiver",
                                each.until().plusDays(1))))
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
