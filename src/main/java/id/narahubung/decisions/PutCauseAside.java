package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import java.util.UUID;

/**
 * Says of what may lead to a decision that nothing follows, with the reason. It covers what was
 * known and read; anything more of its kind at the platform brings all of it back. Refused when the
 * viewer may not prepare decisions, for what is not to be weighed there, when more happened than
 * was read, and without a reason.
 */
public final class PutCauseAside {

  private final PlatformStore platforms;
  private final Causes causes;
  private final CauseStore store;
  private final Ledger ledger;

  PutCauseAside(PlatformStore platforms, Causes causes, CauseStore store, Ledger ledger) {
    this.platforms = platforms;
    this.causes = causes;
    this.store = store;
    this.ledger = ledger;
  }

  /**
   * @param read the mark of what stood on the page
   */
  void run(Tx tx, UUID act, long platform, Cause.Kind kind, String read, String reason) {
    Platform of = platforms.fetch(tx, platform);
    tx.person().require(Permission.PREPARE_DECISIONS);
    Cause cause =
        causes.find(tx, platform, kind).orElseThrow(() -> new RuleBroken("decision.refused.cause"));
    if (!cause.mark().equals(read)) {
      throw new RuleBroken("decision.refused.cause.more");
    }
    if (reason.isEmpty()) {
      throw new RuleBroken("decision.refused.reason");
    }
    long event =
        ledger.add(
            tx,
            Act.of(
                    act,
                    EventKind.DECISION_CAUSE_PUT_ASIDE,
                    tx.person().roleFor(Permission.PREPARE_DECISIONS),
                    tx.person().side())
                .behind(of.companyId())
                .with("platform", of.id())
                .with("cause", kind.code()));
    store.putAside(tx, event, of, kind, reason);
  }
}
