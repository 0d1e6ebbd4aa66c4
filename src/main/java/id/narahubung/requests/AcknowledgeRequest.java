package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Acknowledges a request for the company; moves no clock. Refused when the viewer may not. A second
 * acknowledgement changes nothing: the first one stands.
 */
public final class AcknowledgeRequest {

  private final RequestStore requests;
  private final StandingStore standings;
  private final Ledger ledger;

  public AcknowledgeRequest(RequestStore requests, StandingStore standings, Ledger ledger) {
    this.requests = requests;
    this.standings = standings;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, String number) {
    TakedownRequest request =
        requests.lock(tx, requests.fetch(tx, number).id(), Permission.ACKNOWLEDGE_REQUESTS);
    RequestLifecycle.after(request.stage(), RequestAction.ACKNOWLEDGE);
    if (request.acknowledgedAt().isPresent()) {
      return;
    }
    ledger.add(
        tx,
        Act.joint(act, EventKind.ACKNOWLEDGED, tx.person().roleFor(Permission.ACKNOWLEDGE_REQUESTS))
            .behind(request.companyId())
            .on(request.id()));
    standings.followRequest(tx, request.id());
  }
}
