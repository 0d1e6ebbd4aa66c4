package id.narahubung.roster;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Settles how the own list is kept: its zone, whether the other side sees telephones, after how
 * long the second is told. Refused when the viewer may not keep the list, and when somebody changed
 * it meanwhile.
 */
public final class SetRoster {

  private final RosterStore roster;
  private final Ledger ledger;

  public SetRoster(RosterStore roster, Ledger ledger) {
    this.roster = roster;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, RosterSetting wanted) {
    tx.viewer().require(Permission.SET_ROSTER);
    roster.lock(tx);
    roster.save(tx, wanted);
    ledger.add(
        tx,
        AddShifts.own(tx, act, EventKind.ROSTER_SET)
            .with("zone", wanted.zone().getId())
            .with("shares_phone", wanted.sharesPhone())
            .with("urgent_minutes", wanted.urgent().toMinutes())
            .with("other_minutes", wanted.other().toMinutes()));
  }
}
