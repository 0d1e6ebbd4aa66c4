package id.narahubung.roster;

import id.narahubung.ledger.Ledger;

/** What can be done with the lists of who is on duty, and what they are read from. */
public final class RosterDesk {

  private final RosterStore roster = new RosterStore();
  private final CallStore calls = new CallStore();
  private final Ledger ledger;

  public RosterDesk(Ledger ledger) {
    this.ledger = ledger;
  }

  RosterStore roster() {
    return roster;
  }

  CallStore calls() {
    return calls;
  }

  public AddShifts add() {
    return new AddShifts(roster, ledger);
  }

  public RemoveShift remove() {
    return new RemoveShift(roster, ledger);
  }

  public CopyWeek copy() {
    return new CopyWeek(roster, ledger);
  }

  public SetRoster settle() {
    return new SetRoster(roster, ledger);
  }

  public RingDuty ring() {
    return new RingDuty(roster, calls, ledger);
  }

  public ConfirmCall confirm() {
    return new ConfirmCall(calls, ledger);
  }
}
