package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.requests.StrikeRows.Strike;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.time.Duration;
import java.util.UUID;

/**
 * Sends an urgent request for an officer who had no hand in it; a supervisor has to confirm that
 * within the time of the rules. Refused when the rules in force know no such sending, when the
 * request is not urgent, and for whatever a supervisor's sending is refused for.
 */
public final class SendInHaste {

  private final RequestStore requests;
  private final HasteStore hastes;
  private final RuleStore rules;
  private final SendRequest send;

  SendInHaste(RequestStore requests, HasteStore hastes, RuleStore rules, SendRequest send) {
    this.requests = requests;
    this.hastes = hastes;
    this.rules = rules;
    this.send = send;
  }

  /** Gives the number it was sent under. */
  public String run(Tx tx, UUID act, long id, int version) {
    TakedownRequest waiting = requests.lock(tx, id, Permission.SEND_IN_HASTE);
    RuleSet inForce = rules.inForce(tx);
    Duration within =
        inForce.sending().confirmWithin().orElseThrow(() -> new RuleBroken("haste.refused.off"));
    long event = send.deliver(tx, act, waiting, version, Strike.NONE, Permission.SEND_IN_HASTE);
    if (!inForce.urgency(waiting.content().urgencyCode()).mark()) {
      throw new RuleBroken("haste.refused.not_urgent");
    }
    hastes.insert(tx, waiting, event, tx.now().plus(within));
    return requests.number(tx, id);
  }
}
