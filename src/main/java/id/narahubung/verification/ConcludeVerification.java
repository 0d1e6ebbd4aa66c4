package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.FindingGiven;
import id.narahubung.commitments.FindingResult;
import id.narahubung.commitments.RecordFinding;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.EventKind;
import id.narahubung.rules.CheckMethod;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Concludes a step and tells both sides what it came to. Refused when the viewer may not, before
 * anything was recorded, once it is concluded or called off, when somebody changed it meanwhile, by
 * one who recorded it where the rules ask for a second person, without findings, without what
 * follows where it did not pass, with a new due date that is not to come, and valid until before it
 * was carried out; of a sample, before all of it was looked at, and as passed where it did not
 * pass; of a commitment, as RecordFinding refuses it. What was seen at items that were drawn is
 * recorded as their check.
 */
public final class ConcludeVerification {

  private final VerificationStore steps;
  private final VerificationActStore store;
  private final VerificationActs acts;
  private final RuleStore rules;
  private final SampleStore samples;
  private final SettleSample settle;
  private final RecordFinding findings;

  ConcludeVerification(
      VerificationStore steps,
      VerificationActStore store,
      VerificationActs acts,
      RuleStore rules,
      SampleStore samples,
      SettleSample settle,
      RecordFinding findings) {
    this.steps = steps;
    this.store = store;
    this.acts = acts;
    this.rules = rules;
    this.samples = samples;
    this.settle = settle;
    this.findings = findings;
  }

  public void run(Tx tx, UUID act, String number, int version, ConclusionGiven given) {
    VerificationStep step = steps.lock(tx, number, Permission.CONCLUDE_VERIFICATIONS);
    step.requireOpen(version);
    require(rules.fetch(tx, step.ruleSetId()), step, steps.recorders(tx, step), tx.person());
    require(step, given, VerificationActs.today(tx));
    Optional<Sample> sample = samples.find(tx, step);
    require(rules.fetch(tx, step.ruleSetId()), step, sample, given);
    long event =
        acts.tellBoth(
            tx,
            act,
            EventKind.VERIFICATION_CONCLUDED,
            step,
            Map.of("result", given.outcome().code()));
    int settled = sample.map(each -> settle.run(tx, act, step, given)).orElse(0);
    // What a pass of a commitment is good for, its kind says where nobody does.
    Optional<LocalDate> until =
        step.of()
            .commitmentId()
            .flatMap(commitment -> findings.run(tx, event, commitment, finding(step, given)))
            .or(given::validUntil);
    store.conclude(tx, event, step, given.until(until), sample.flatMap(Sample::result), settled);
  }

  private static FindingGiven finding(VerificationStep step, ConclusionGiven given) {
    return new FindingGiven(
        FindingResult.valueOf(given.outcome().name()),
        given.value(),
        step.carriedOutOn().orElseThrow(),
        given.validUntil(),
        given.findings(),
        Optional.of(step.number()));
  }

  private static void require(
      RuleSet rules, VerificationStep step, Optional<Sample> sample, ConclusionGiven given) {
    boolean needsSample =
        rules.checkMethod(step.methodCode()).form() == CheckMethod.Form.SAMPLE
            && given.outcome() != VerificationOutcome.UNCHECKED;
    if (sample.isPresent() ? !sample.get().isComplete() : needsSample) {
      throw new RuleBroken("sample.refused.open");
    }
    if (given.outcome() == VerificationOutcome.PASS
        && sample.flatMap(Sample::result).filter(each -> !each.isPassed()).isPresent()) {
      throw new RuleBroken("sample.refused.not_passed");
    }
  }

  /** Refuses whom the step does not let conclude it, whatever is typed. */
  static void require(
      RuleSet rules, VerificationStep step, List<By> recorders, PersonViewer viewer) {
    step.requireOpen();
    if (step.stage() != VerificationStage.RECORDED) {
      throw new RuleBroken("verification.refused.not_recorded");
    }
    if (isOwn(rules, step, recorders, viewer)) {
      throw new RuleBroken("verification.refused.second_person");
    }
  }

  /** Whether somebody else must conclude it: the rules ask for it, and the viewer recorded it. */
  static boolean isOwn(
      RuleSet rules, VerificationStep step, List<By> recorders, PersonViewer viewer) {
    return rules.checkMethod(step.methodCode()).secondPerson()
        && recorders.stream()
            .anyMatch(by -> by.sharesHandWith(viewer, Permission.CONCLUDE_VERIFICATIONS));
  }

  private static void require(VerificationStep step, ConclusionGiven given, LocalDate today) {
    if (given.findings().isEmpty()) {
      throw new RuleBroken("verification.refused.findings");
    }
    if (given.outcome().asksForMore() && given.followUp().isEmpty()) {
      throw new RuleBroken("verification.refused.follow_up");
    }
    boolean asksForDay = given.followUp().filter(each -> each == FollowUp.NEW_DUE).isPresent();
    if (asksForDay != given.newDueOn().isPresent()
        || given.newDueOn().filter(day -> !day.isAfter(today)).isPresent()) {
      throw new RuleBroken("verification.refused.new_due");
    }
    if (given
        .validUntil()
        .filter(day -> !day.isAfter(step.carriedOutOn().orElseThrow()))
        .isPresent()) {
      throw new RuleBroken("verification.refused.valid_until");
    }
  }
}
