package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.commitments.Terms.Fault;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileStore;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.ledger.EventKind;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Says for the company how far it is, with the files that prove it, and where it says so that the
 * commitment is met: then somebody of the ministry is to look. Said while a pass holds, that asks
 * nobody to look again: it is a report. Refused when the viewer may not report, while it is only
 * proposed, once it is cancelled, with more files than one report takes, and for what
 * ReportGiven.faults finds.
 */
public final class ReportProgress {

  static final int MOST_FILES = 10;

  private final CommitmentActs acts;
  private final CommitmentActStore store;
  private final FileStore files;

  ReportProgress(CommitmentActs acts, CommitmentActStore store, FileStore files) {
    this.acts = acts;
    this.store = store;
    this.files = files;
  }

  public void run(Tx tx, UUID act, String number, ReportGiven given, List<ReceivedFile> received) {
    CommitmentActs.Held held = acts.hold(tx, number, Permission.REPORT_PROGRESS);
    Version inForce = held.inForce();
    if (received.size() > MOST_FILES) {
      throw new RuleBroken("commitment.fault.files", MOST_FILES);
    }
    LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
    List<Fault> faults =
        given.faults(acts.kind(tx, held.commitment()), inForce.terms(), received.size(), today);
    if (!faults.isEmpty()) {
      Fault first = faults.getFirst();
      throw new RuleBroken(first.key(), first.arguments().toArray());
    }
    boolean claims = given.claims(held.commitment().standing());
    long event =
        acts.tell(
            tx,
            act,
            claims ? EventKind.COMMITMENT_CLAIMED : EventKind.COMMITMENT_REPORTED,
            Permission.REPORT_PROGRESS,
            held.commitment(),
            Map.of("version", inForce.number(), "files", received.size()));
    long report = store.report(tx, event, held.commitment(), inForce.number(), given);
    for (ReceivedFile file : received) {
      store.prove(tx, held.commitment(), report, files.store(tx, file), file.name());
    }
  }
}
