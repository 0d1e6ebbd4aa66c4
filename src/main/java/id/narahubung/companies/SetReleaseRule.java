package id.narahubung.companies;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Settles whether answers written by a responder wait until a lead releases them. Refused when the
 * viewer may not settle anything for the company. To settle what is settled is no act.
 */
public final class SetReleaseRule {

  private final ReleaseRuleStore rules;
  private final Ledger ledger;

  public SetReleaseRule(ReleaseRuleStore rules, Ledger ledger) {
    this.rules = rules;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, boolean required) {
    tx.viewer().require(Permission.SET_UP_COMPANY);
    if (rules.isRequired(tx) == required) {
      return;
    }
    long event =
        ledger.add(
            tx,
            Act.of(
                    act,
                    EventKind.RELEASE_SET,
                    tx.person().roleFor(Permission.SET_UP_COMPANY),
                    Side.COMPANY)
                .behind(tx.person().organisationId())
                .with("required", required));
    rules.put(tx, event, required);
  }
}
