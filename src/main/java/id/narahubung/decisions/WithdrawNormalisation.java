package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Takes back a request to open again, so that another may be made. Refused when the viewer may not
 * ask, when it was decided or taken back already, and without a reason.
 */
public final class WithdrawNormalisation {

  private final NormalisationStore normalisations;
  private final Ledger ledger;

  WithdrawNormalisation(NormalisationStore normalisations, Ledger ledger) {
    this.normalisations = normalisations;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, String number, String reason) {
    Normalisation of = normalisations.lock(tx, number, Permission.ASK_NORMALISATION);
    of.requireWaiting();
    if (reason.isEmpty()) {
      throw new RuleBroken("normalisation.refused.why");
    }
    long event =
        ledger.add(
            tx,
            AskNormalisation.told(
                    tx, act, EventKind.NORMALISATION_WITHDRAWN, of.companyId(), number)
                .with("platform", of.platformId()));
    normalisations.withdraw(tx, event, of, reason);
  }
}
