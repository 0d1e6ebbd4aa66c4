package id.narahubung.decisions;

import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.Map;
import java.util.UUID;

/**
 * What every act on a decision shares: find it, hold it so that nobody acts on it at the same
 * moment, and tell of it. Until it is signed the ministry alone is told.
 */
final class DecisionActs {

  private final DecisionStore decisions;
  private final Ledger ledger;

  DecisionActs(DecisionStore decisions, Ledger ledger) {
    this.decisions = decisions;
    this.ledger = ledger;
  }

  /** The decision for one who may act so; NotFound comes before NotAllowed. */
  Decision lock(Tx tx, long id, DecisionAct act) {
    Decision decision = decisions.lock(tx, id, act.permission());
    act.require(decision, tx.person());
    return decision;
  }

  /** Tells the ministry alone. */
  long tell(
      Tx tx,
      UUID act,
      EventKind kind,
      DecisionAct done,
      Decision decision,
      Map<String, Object> more) {
    return add(
        tx,
        Act.of(act, kind, tx.person().roleFor(done.permission()), tx.person().side())
            .behind(decision.of().companyId())
            .with("decision", decision.id())
            .with("platform", decision.of().platformId()),
        more);
  }

  /** Tells both sides. */
  long tellBoth(
      Tx tx,
      UUID act,
      EventKind kind,
      DecisionAct done,
      Decision decision,
      String number,
      Map<String, Object> more) {
    return add(
        tx,
        Act.joint(act, kind, tx.person().roleFor(done.permission()))
            .behind(decision.of().companyId())
            .with("number", number)
            .with("decision", decision.id())
            .with("platform", decision.of().platformId()),
        more);
  }

  private long add(Tx tx, Act act, Map<String, Object> more) {
    Act told = act;
    for (Map.Entry<String, Object> each : more.entrySet()) {
      told = told.with(each.getKey(), each.getValue());
    }
    return ledger.add(tx, told);
  }
}
