package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Says that what was handed in for an entry of the list is insufficient, and why: it counts no
 * more, and the clock rests until a better paper comes. Refused when the viewer prepares no
 * decisions, when the request waits no more, for what is not there, and without a reason.
 */
public final class CallPaperLacking {

  private final NormalisationStore normalisations;
  private final Ledger ledger;

  CallPaperLacking(NormalisationStore normalisations, Ledger ledger) {
    this.normalisations = normalisations;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, String number, String entry, String reason) {
    Normalisation of = normalisations.lock(tx, number, Permission.PREPARE_DECISIONS);
    of.requireWaiting();
    if (!of.isThere(entry)) {
      throw new RuleBroken("normalisation.refused.not_there");
    }
    if (reason.isEmpty()) {
      throw new RuleBroken("normalisation.refused.reason");
    }
    long event =
        ledger.add(
            tx,
            Act.joint(
                    act,
                    EventKind.NORMALISATION_PAPER_LACKING,
                    tx.person().roleFor(Permission.PREPARE_DECISIONS))
                .behind(of.companyId())
                .with("normalisation", number)
                .with("platform", of.platformId())
                .with("paper", entry));
    normalisations.call(tx, event, of, entry, reason);
  }
}
