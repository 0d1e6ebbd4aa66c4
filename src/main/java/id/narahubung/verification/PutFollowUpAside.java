package id.narahubung.verification;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Says of what a check asks for that it is not to follow after all, with the reason. Refused when
 * the viewer may not conclude checks, where nothing is to follow any more, and without a reason.
 */
final class PutFollowUpAside {

  private final VerificationStore steps;
  private final FollowStore follow;
  private final VerificationActs acts;

  PutFollowUpAside(VerificationStore steps, FollowStore follow, VerificationActs acts) {
    this.steps = steps;
    this.follow = follow;
    this.acts = acts;
  }

  void run(Tx tx, UUID act, String number, String reason) {
    VerificationStep step = steps.lock(tx, number, Permission.CONCLUDE_VERIFICATIONS);
    VerificationResult result =
        steps.findResult(tx, number).orElseThrow(() -> new NotFound(number));
    if (!follow.isOpen(tx, result)) {
      throw new RuleBroken("verification.refused.follow");
    }
    if (reason.isEmpty()) {
      throw new RuleBroken("verification.refused.reason");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.VERIFICATION_FOLLOW_PUT_ASIDE,
            Permission.CONCLUDE_VERIFICATIONS,
            step.of().companyId(),
            number,
            Map.of());
    follow.putAside(tx, event, result, reason);
  }
}
