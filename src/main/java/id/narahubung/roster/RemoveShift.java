package id.narahubung.roster;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Takes a shift off the list, or ends it now where it has begun: who was on duty stays on record.
 * Refused when the viewer may not keep the list, and when the shift is over.
 */
public final class RemoveShift {

  private final RosterStore roster;
  private final Ledger ledger;

  public RemoveShift(RosterStore roster, Ledger ledger) {
    this.roster = roster;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long id) {
    tx.viewer().require(Permission.SET_ROSTER);
    roster.lock(tx);
    Shift shift = roster.fetch(tx, id);
    if (!shift.span().end().isAfter(tx.now())) {
      throw new RuleBroken("shift.ended");
    }
    if (shift.span().start().isBefore(tx.now())) {
      roster.end(tx, id, tx.now());
    } else {
      roster.delete(tx, id);
    }
    Act said =
        AddShifts.own(tx, act, EventKind.SHIFT_REMOVED)
            .with("person", Long.toString(shift.person()))
            .with("place", shift.place().code())
            .with("start", shift.span().start().toString())
            .with("end", shift.span().end().toString());
    ledger.add(tx, said);
  }
}
