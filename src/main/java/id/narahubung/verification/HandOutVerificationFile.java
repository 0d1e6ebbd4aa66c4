package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Hands out a file of a step; of one about a restricted case, only with the permission and with an
 * event that tells of it.
 */
final class HandOutVerificationFile {

  private final VerificationFileStore files;
  private final Ledger ledger;

  HandOutVerificationFile(VerificationFileStore files, Ledger ledger) {
    this.files = files;
    this.ledger = ledger;
  }

  VerificationFile run(Tx tx, UUID act, VerificationStep step, long id) {
    boolean restricted = files.isRestricted(tx, step);
    if (restricted) {
      tx.viewer().require(Permission.SEE_RESTRICTED);
    }
    VerificationFile file = files.fetch(tx, step, id);
    if (restricted) {
      Act told =
          Act.shown(act, tx.person())
              .behind(step.of().companyId())
              .with("items", 0)
              .with("verification", step.number())
              .with("file", id);
      ledger.add(tx, step.of().requestId().map(told::on).orElse(told));
    }
    return file;
  }
}
