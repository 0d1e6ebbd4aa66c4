package id.narahubung.evidence;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Takes back evidence of one's own side, with a reason: it stays stored and is no longer shown.
 * From a draft it goes altogether. Refused for the other side's, while a draft awaits approval or
 * is discarded, and when it was taken back before.
 */
public final class RemoveEvidence {

  private final EvidenceStore evidence;
  private final Ledger ledger;

  public RemoveEvidence(EvidenceStore evidence, Ledger ledger) {
    this.evidence = evidence;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, CaseRef given, long id, String reason) {
    tx.viewer().require(Permission.ADD_EVIDENCE);
    CaseRef request = evidence.lock(tx, given);
    Evidence piece = evidence.fetch(tx, request, id);
    if (piece.owner() != tx.person().side()) {
      throw new RuleBroken("evidence.refused.not_ours");
    }
    if (request.isWaiting()) {
      throw new RuleBroken("evidence.refused.waiting");
    }
    if (piece.isRemoved()) {
      throw new RuleBroken("evidence.refused.removed");
    }
    long event =
        ledger.add(
            tx,
            AddEvidence.act(tx, act, EventKind.EVIDENCE_REMOVED, request, piece.share())
                .with("file", piece.file().id())
                .with("sha256", piece.file().sha256()));
    if (request.isDraft()) {
      evidence.addAuthor(tx, request);
      evidence.delete(tx, piece);
    } else {
      evidence.insertRemoval(tx, event, request, piece, reason);
    }
  }
}
