package id.narahubung.verification;

import id.narahubung.access.BadInput;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.ledger.EventKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Records what was found on the way, in place of what was recorded before. Refused when the viewer
 * may not, once the step is concluded or called off, when somebody changed it meanwhile, for a day
 * still to come, when more was caught than was uploaded, and files as AddVerificationFiles refuses
 * them.
 */
public final class RecordVerification {

  private final VerificationStore steps;
  private final VerificationActStore store;
  private final VerificationActs acts;
  private final RuleStore rules;
  private final AddVerificationFiles files;

  RecordVerification(
      VerificationStore steps,
      VerificationActStore store,
      VerificationActs acts,
      RuleStore rules,
      AddVerificationFiles files) {
    this.steps = steps;
    this.store = store;
    this.acts = acts;
    this.rules = rules;
    this.files = files;
  }

  public void run(Tx tx, UUID act, String number, int version, Recorded given) {
    run(tx, act, number, version, given, List.of());
  }

  /** With the files that were taken on the way. */
  void run(
      Tx tx, UUID act, String number, int version, Recorded given, List<ReceivedFile> received) {
    VerificationStep step = steps.lock(tx, number, Permission.RECORD_VERIFICATIONS);
    step.requireOpen(version);
    RuleSet set = rules.fetch(tx, step.ruleSetId());
    if (given.carriedOutOn().isAfter(VerificationActs.today(tx))) {
      throw new RuleBroken("verification.refused.future");
    }
    if (!given.isPossible()) {
      throw new RuleBroken("verification.refused.caught");
    }
    for (Recorded.Checked check : given.checks()) {
      if (set.checklist(step.methodCode()).stream()
          .noneMatch(entry -> entry.code().equals(check.entry()) && !entry.isOfMinutes())) {
        throw new BadInput("no such entry");
      }
    }
    files.require(tx, step, received);
    Recorded asked = given.of(set.checkMethod(step.methodCode()).form(), step.looksAs());
    long event =
        acts.tell(
            tx,
            act,
            EventKind.VERIFICATION_RECORDED,
            Permission.RECORD_VERIFICATIONS,
            step.of().companyId(),
            number,
            told(asked, received));
    store.record(tx, event, step, asked);
    files.hang(tx, event, step, received, "");
  }

  private static Map<String, Object> told(Recorded asked, List<ReceivedFile> received) {
    Map<String, Object> told = new HashMap<>(AddVerificationFiles.told(received));
    told.put("lines", asked.lines().size());
    told.put("checks", asked.checks().size());
    return told;
  }
}
