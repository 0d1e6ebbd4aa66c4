package id.narahubung.requests;

import static id.narahubung.access.Permission.ANSWER_ITEMS;

import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Notes that a person opened a request: one 'seen' event for the company's first responder or lead,
 * and when this person last looked. Moves no clock.
 */
public final class SeeRequest {

  private final VisitStore visits;
  private final Ledger ledger;

  public SeeRequest(VisitStore visits, Ledger ledger) {
    this.visits = visits;
    this.ledger = ledger;
  }

  /** When the person last looked before this visit; empty at the first. */
  public Optional<Instant> run(Tx tx, TakedownRequest request) {
    if (request.stage() == Stage.SENT && tx.viewer().may(ANSWER_ITEMS)) {
      ledger.addFirst(
          tx,
          Act.joint(UUID.randomUUID(), EventKind.SEEN, tx.person().roleFor(ANSWER_ITEMS))
              .behind(request.companyId())
              .on(request.id()));
    }
    return visits.visit(tx, request);
  }
}
