package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Calls a step off. Refused when the viewer may not, without a reason, once it is concluded or
 * called off, when somebody changed it meanwhile, and once a sample was drawn: whoever draws until
 * it passes proves nothing, so what was drawn comes to a result.
 */
public final class CallOffVerification {

  private final VerificationStore steps;
  private final VerificationActStore store;
  private final SampleStore samples;
  private final VerificationActs acts;

  CallOffVerification(
      VerificationStore steps,
      VerificationActStore store,
      SampleStore samples,
      VerificationActs acts) {
    this.steps = steps;
    this.store = store;
    this.samples = samples;
    this.acts = acts;
  }

  void run(Tx tx, UUID act, String number, int version, String reason) {
    VerificationStep step = steps.lock(tx, number, Permission.RECORD_VERIFICATIONS);
    step.requireOpen(version);
    if (samples.find(tx, step).flatMap(Sample::drawn).isPresent()) {
      throw new RuleBroken("verification.refused.drawn");
    }
    if (reason.isEmpty()) {
      throw new RuleBroken("verification.refused.reason");
    }
    acts.tell(
        tx,
        act,
        EventKind.VERIFICATION_CALLED_OFF,
        Permission.RECORD_VERIFICATIONS,
        step.of().companyId(),
        number,
        Map.of("person", step.plan().officerId()));
    store.callOff(tx, step, reason);
  }
}
