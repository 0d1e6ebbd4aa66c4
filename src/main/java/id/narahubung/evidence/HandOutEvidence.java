package id.narahubung.evidence;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Hands out a piece of evidence; of a restricted case, only with the permission and with an event
 * that tells of it. NotFound where it was taken back.
 */
public final class HandOutEvidence {

  private final EvidenceStore evidence;
  private final Ledger ledger;

  public HandOutEvidence(EvidenceStore evidence, Ledger ledger) {
    this.evidence = evidence;
    this.ledger = ledger;
  }

  Evidence run(Tx tx, UUID act, CaseRef request, long id) {
    if (request.isRestricted()) {
      tx.viewer().require(Permission.SEE_RESTRICTED);
    }
    Evidence piece = evidence.fetch(tx, request, id);
    if (piece.isRemoved()) {
      throw new NotFound("evidence that was taken back");
    }
    if (request.isRestricted()) {
      Act told = Act.shown(act, tx.person()).on(request.id()).with("items", 0).with("evidence", id);
      ledger.add(tx, request.isDraft() ? told : told.behind(request.companyId()));
    }
    return piece;
  }
}
