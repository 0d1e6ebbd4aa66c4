package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileKind;
import id.narahubung.evidence.FileStore;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.ledger.EventKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Adds photos, minutes or screenshots to a step; who does had a hand in what was recorded. Refused
 * when the viewer may not, once the step is concluded or called off, without a file, when it would
 * be too many, and where no picture may be kept, for all but plain text.
 */
public final class AddVerificationFiles {

  static final int MOST = 200;

  private final VerificationStore steps;
  private final VerificationActStore store;
  private final VerificationFileStore files;
  private final FileStore stored;
  private final VerificationActs acts;

  AddVerificationFiles(
      VerificationStore steps,
      VerificationActStore store,
      VerificationFileStore files,
      FileStore stored,
      VerificationActs acts) {
    this.steps = steps;
    this.store = store;
    this.files = files;
    this.stored = stored;
    this.acts = acts;
  }

  public void run(Tx tx, UUID act, String number, List<ReceivedFile> received, String note) {
    VerificationStep step = steps.lock(tx, number, Permission.RECORD_VERIFICATIONS);
    step.requireOpen();
    if (received.isEmpty()) {
      throw new RuleBroken("evidence.fault.none");
    }
    require(tx, step, received);
    long event =
        acts.tell(
            tx,
            act,
            EventKind.VERIFICATION_FILES_ADDED,
            Permission.RECORD_VERIFICATIONS,
            step.of().companyId(),
            number,
            told(received));
    hang(tx, event, step, received, note);
    store.keepHand(tx, event, step);
  }

  /** Refuses what may not be hung on a step, before anything is written. */
  void require(Tx tx, VerificationStep step, List<ReceivedFile> received) {
    if (received.isEmpty()) {
      return;
    }
    if (files.count(tx, step) + received.size() > MOST) {
      throw new RuleBroken("verification.refused.files", MOST);
    }
    if (files.isRestricted(tx, step)
        && received.stream()
            .anyMatch(each -> each.kind() != FileKind.TXT && each.kind() != FileKind.CSV)) {
      throw new RuleBroken("evidence.refused.restricted");
    }
  }

  /** What an event says of them. */
  static Map<String, Object> told(List<ReceivedFile> received) {
    return Map.of("sha256", received.stream().map(ReceivedFile::sha256).toList());
  }

  void hang(Tx tx, long event, VerificationStep step, List<ReceivedFile> received, String note) {
    for (ReceivedFile each : received) {
      files.add(tx, event, step, stored.store(tx, each), each.name(), note);
    }
  }
}
