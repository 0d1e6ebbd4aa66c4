package id.narahubung.decisions;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.ObjectionOutcome;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.util.UUID;

/**
 * What is said against a decision and how that ends: the company contests it, somebody of the
 * ministry decides, or the company takes it back. The decision stands meanwhile and after: of an
 * objection that is accepted or narrowed another decision follows.
 *
 * <p>Refused when the viewer may not, before the decision is signed, without a reason; contested a
 * second time or after the time that the rules give; decided where nothing waits, and by whoever
 * prepared, changed or signed the decision or proposed or seconded a waiver of it, in person or by
 * a loan on either side; taken back where nothing waits.
 */
public final class ContestDecision {

  private final DecisionStore decisions;
  private final ObjectionStore objections;
  private final RuleStore rules;
  private final Ledger ledger;

  ContestDecision(
      DecisionStore decisions, ObjectionStore objections, RuleStore rules, Ledger ledger) {
    this.decisions = decisions;
    this.objections = objections;
    this.rules = rules;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, String number, String reason) {
    Decision decision = require(tx, number, ObjectionAct.OBJECT, reason);
    long event = tell(tx, act, EventKind.DECISION_OBJECTED, ObjectionAct.OBJECT, decision);
    RuleSet set = rules.fetch(tx, decision.of().ruleSetId());
    objections.file(
        tx,
        event,
        decision,
        reason,
        set.workingDays().endOf(tx.now(), set.limits().answerContestDays()));
  }

  public void decide(Tx tx, UUID act, String number, ObjectionOutcome outcome, String reason) {
    Decision decision = require(tx, number, ObjectionAct.DECIDE, reason);
    long event =
        ledger.add(
            tx,
            told(tx, act, EventKind.DECISION_OBJECTION_DECIDED, ObjectionAct.DECIDE, decision)
                .with("outcome", outcome.code()));
    objections.end(tx, event, decision, outcome, reason);
  }

  public void takeBack(Tx tx, UUID act, String number, String reason) {
    Decision decision = require(tx, number, ObjectionAct.TAKE_BACK, reason);
    long event =
        tell(tx, act, EventKind.DECISION_OBJECTION_WITHDRAWN, ObjectionAct.TAKE_BACK, decision);
    objections.end(tx, event, decision, ObjectionOutcome.WITHDRAWN, reason);
  }

  /** The decision with what was said against it, as the viewer sees it now. */
  ObjectionAct.Case read(Tx tx, Decision decision) {
    RuleSet set = rules.fetch(tx, decision.of().ruleSetId());
    return new ObjectionAct.Case(
        decision,
        objections.find(tx, decision.id()),
        decision
            .signature()
            .map(by -> set.workingDays().endOf(by.at(), set.limits().contestDays())),
        decisions.history(tx, decision.of().platformId()).status() != AccessStatus.OPEN,
        tx.now());
  }

  /** NotFound comes before NotAllowed; of two at once the second sees what the first did. */
  private Decision require(Tx tx, String number, ObjectionAct act, String reason) {
    Decision decision = decisions.fetch(tx, number);
    tx.viewer().require(act.permission());
    objections.hold(tx, decision.id());
    act.require(read(tx, decision), tx.person());
    if (reason.isEmpty()) {
      throw new RuleBroken("decision.refused.objection.reason");
    }
    return decision;
  }

  private long tell(Tx tx, UUID act, EventKind kind, ObjectionAct done, Decision decision) {
    return ledger.add(tx, told(tx, act, kind, done, decision));
  }

  private static Act told(Tx tx, UUID act, EventKind kind, ObjectionAct done, Decision decision) {
    return Act.joint(act, kind, tx.person().roleFor(done.permission()))
        .behind(decision.of().companyId())
        .with("number", decision.number().orElseThrow())
        .with("decision", decision.id())
        .with("platform", decision.of().platformId());
  }
}
