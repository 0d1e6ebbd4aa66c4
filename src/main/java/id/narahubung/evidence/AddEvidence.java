package id.narahubung.evidence;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.Optional;
import java.util.UUID;

/**
 * Adds a file as evidence to a request, or to an item of one that was sent: for both sides, or for
 * one's own. A draft's is the ministry's alone until it is sent. Refused when the viewer may not,
 * while a draft awaits approval or is discarded, and where no picture may be kept, for all but
 * plain text.
 */
public final class AddEvidence {

  private final EvidenceStore evidence;
  private final FileStore files;
  private final Ledger ledger;

  public AddEvidence(EvidenceStore evidence, FileStore files, Ledger ledger) {
    this.evidence = evidence;
    this.files = files;
    this.ledger = ledger;
  }

  /** Adds it and gives its id. */
  public long run(
      Tx tx,
      UUID act,
      CaseRef given,
      Optional<Integer> ordinal,
      ReceivedFile file,
      boolean shared,
      String note) {
    tx.viewer().require(Permission.ADD_EVIDENCE);
    CaseRef request = evidence.lock(tx, given);
    if (request.isWaiting()) {
      throw new RuleBroken("evidence.refused.waiting");
    }
    if (request.isRestricted() && file.kind() != FileKind.TXT && file.kind() != FileKind.CSV) {
      throw new RuleBroken("evidence.refused.restricted");
    }
    Optional<Long> item = ordinal.map(number -> evidence.item(tx, request, number));
    StoredFile stored = files.store(tx, file);
    long event = ledger.add(tx, told(tx, act, request, ordinal, stored, shared));
    if (request.isDraft()) {
      evidence.addAuthor(tx, request);
    }
    return evidence.insert(
        tx,
        event,
        request,
        item,
        new EvidenceStore.NewEvidence(stored, file.name(), note, !shared));
  }

  private static Act told(
      Tx tx,
      UUID act,
      CaseRef request,
      Optional<Integer> ordinal,
      StoredFile stored,
      boolean shared) {
    Share share = shared ? request.share() : Share.only(tx.person().side());
    Act told = act(tx, act, EventKind.EVIDENCE_ADDED, request, share);
    for (int number : ordinal.stream().toList()) {
      told = told.with("item", number);
    }
    return told.with("file", stored.id()).with("sha256", stored.sha256());
  }

  /** A draft's events carry no company: it may still change. */
  static Act act(Tx tx, UUID act, EventKind kind, CaseRef request, Share share) {
    Act told =
        Act.of(act, kind, tx.person().roleFor(Permission.ADD_EVIDENCE).code(), share)
            .on(request.id());
    return request.isDraft() ? told : told.behind(request.companyId());
  }
}
