package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.List;
import java.util.UUID;

/**
 * Withdraws a whole request with every item of it that is not settled: what was confirmed stays so.
 * Refused when the viewer may not withdraw, without a reason, when it was never sent or is
 * withdrawn already, and when somebody changed it meanwhile.
 */
public final class WithdrawRequest {

  private final RequestStore requests;
  private final ItemStore items;
  private final FindingStore findings;
  private final StandingStore standings;
  private final Ledger ledger;

  public WithdrawRequest(
      RequestStore requests,
      ItemStore items,
      FindingStore findings,
      StandingStore standings,
      Ledger ledger) {
    this.requests = requests;
    this.items = items;
    this.findings = findings;
    this.standings = standings;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, String number, int version, boolean ourError, String reason) {
    TakedownRequest request =
        requests.lock(tx, requests.fetch(tx, number).id(), Permission.WITHDRAW_REQUESTS);
    Stage next = RequestLifecycle.after(request.stage(), RequestAction.WITHDRAW);
    if (reason.isEmpty()) {
      throw new RuleBroken("withdrawal.refused.reason");
    }
    List<Item> living = items.lock(tx, items.unsettled(tx, request.id()));
    requests.moveTo(tx, request, version, next);
    long event =
        ledger.add(
            tx,
            Act.joint(act, EventKind.WITHDRAWN, tx.person().roleFor(Permission.WITHDRAW_REQUESTS))
                .behind(request.companyId())
                .on(request.id())
                .with("items", living.size())
                .with("our_error", ourError));
    findings.insertWithdrawals(tx, event, living, ourError, reason);
    standings.follow(tx, event, request.id(), living);
  }
}
