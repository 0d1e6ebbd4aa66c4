package id.narahubung.decisions;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.decisions.Decision.Execution;
import id.narahubung.ledger.EventKind;
import id.narahubung.rules.DecisionKind.Effect;
import id.narahubung.rules.RuleStore;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Records how far a provider of access has carried a signed decision out. Refused when the viewer
 * may not, before it is signed, for a refusal, which nobody carries out, without a provider, for a
 * time before the minute of the signature or after now, and for a confirmation of what the provider
 * has not said to be done. A provider known already keeps its spelling.
 */
public final class RecordExecution {

  private final DecisionActs acts;
  private final RuleStore rules;
  private final DecisionActStore store;

  RecordExecution(DecisionActs acts, RuleStore rules, DecisionActStore store) {
    this.acts = acts;
    this.rules = rules;
    this.store = store;
  }

  public void run(Tx tx, UUID act, long id, ExecutionGiven given) {
    Decision decision = acts.lock(tx, id, DecisionAct.EXECUTE);
    if (given.provider().isEmpty()) {
      throw new RuleBroken("decision.refused.provider");
    }
    boolean early =
        decision
            .signature()
            .filter(s -> given.happenedAt().isBefore(s.at().truncatedTo(ChronoUnit.MINUTES)))
            .isPresent();
    if (early || given.happenedAt().isAfter(tx.now())) {
      throw new RuleBroken("decision.refused.happened");
    }
    Effect effect =
        rules
            .fetch(tx, decision.of().ruleSetId())
            .decisionKind(decision.content().kindCode())
            .effect();
    if (effect == Effect.REFUSAL) {
      throw new RuleBroken("decision.refused.nothing_to_do");
    }
    List<Execution> earlier =
        decision.executions().stream()
            .filter(each -> each.provider().equalsIgnoreCase(given.provider()))
            .toList();
    if (given.state() == ExecutionState.CONFIRMED
        && earlier.stream().noneMatch(each -> each.state() == ExecutionState.DONE)) {
      throw new RuleBroken("decision.refused.not_done");
    }
    String provider = earlier.isEmpty() ? given.provider() : earlier.getFirst().provider();
    long event =
        acts.tellBoth(
            tx,
            act,
            EventKind.DECISION_EXECUTED,
            DecisionAct.EXECUTE,
            decision,
            decision.number().orElseThrow(),
            Map.of("state", given.state().code()));
    store.execute(
        tx,
        event,
        decision,
        new ExecutionGiven(provider, given.state(), given.happenedAt(), given.note()));
  }
}
