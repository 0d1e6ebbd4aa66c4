package id.narahubung.decisions;

import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.DecisionKind.Effect;
import id.narahubung.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far the providers of access have carried a decision out, operator by operator. */
final class CarriedOut {

  private final Words words;
  private final List<Decision.Execution> executions;

  CarriedOut(Words words, List<Decision.Execution> executions) {
    this.words = words;
    this.executions = List.copyOf(executions);
  }

  /** All that was recorded. */
  List<DecisionPage.Provider> all() {
    return executions.stream().map(this::provider).toList();
  }

  /** Each provider once, as it stands. */
  List<DecisionPage.Provider> last() {
    return latest().values().stream().map(this::provider).toList();
  }

  /** '3 of 5 providers'; empty while nobody was told of it. */
  String count() {
    return executions.isEmpty()
        ? ""
        : words.say(
            "decision.executions.count",
            latest().values().stream().filter(CarriedOut::isDone).count(),
            latest().size());
  }

  /** The same of what the decision does, and how many of it the ministry has looked at. */
  String sentence(Effect effect) {
    String key =
        switch (effect) {
          case RESTORE -> "restore";
          case PARTIAL_BLOCK, FULL_BLOCK -> "block";
          case FREEZE, APP_REMOVAL, REVOCATION, REFUSAL -> "other";
        };
    return executions.isEmpty()
        ? ""
        : words.say(
            "platforms.carried." + key,
            latest().values().stream().filter(CarriedOut::isDone).count(),
            latest().size(),
            count(ExecutionState.CONFIRMED),
            count(ExecutionState.FAILED));
  }

  private long count(ExecutionState state) {
    return latest().values().stream().filter(each -> each.state() == state).count();
  }

  private static boolean isDone(Decision.Execution each) {
    return each.state() == ExecutionState.DONE || each.state() == ExecutionState.CONFIRMED;
  }

  private Map<String, Decision.Execution> latest() {
    Map<String, Decision.Execution> last = new LinkedHashMap<>();
    executions.forEach(each -> last.put(each.provider(), each));
    return last;
  }

  private DecisionPage.Provider provider(Decision.Execution each) {
    return new DecisionPage.Provider(
        each.provider(),
        new Tag(
            words.say("decision.execution." + each.state().code()),
            switch (each.state()) {
              case ORDERED -> "open";
              case DONE -> "soon";
              case CONFIRMED -> "good";
              case FAILED -> "late";
            },
            ""),
        words.instant(each.happenedAt()),
        each.note());
  }
}
