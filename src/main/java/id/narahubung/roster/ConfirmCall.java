package id.narahubung.roster;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Confirms that a test call was heard. Refused to all but whom it rang and whom it was passed on
 * to, when it is confirmed already, and when its hour is over.
 */
public final class ConfirmCall {

  private final CallStore calls;
  private final Ledger ledger;

  ConfirmCall(CallStore calls, Ledger ledger) {
    this.calls = calls;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long id) {
    tx.viewer().require(Permission.CONFIRM_CALLS);
    TestCall call = calls.lock(tx, id);
    if (!call.isFor(tx.person().organisationId(), tx.person().code())) {
      throw new RuleBroken("call.not_for_you");
    }
    if (call.confirmed().isPresent()) {
      throw new RuleBroken("call.confirmed_already");
    }
    if (!call.isOpen(tx.now())) {
      throw new RuleBroken("call.lapsed");
    }
    Act said =
        Act.of(
                act,
                EventKind.CALL_CONFIRMED,
                tx.person().roleFor(Permission.CONFIRM_CALLS).code(),
                call.share())
            .with("call", id);
    calls.confirm(tx, id, ledger.add(tx, RingDuty.behind(said, call.company())));
  }
}
