package id.narahubung.roster;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Puts one person on duty at the same hours of some days. Refused when the viewer may not keep the
 * list, when that is nobody of the own side who could, when one of the shifts is over already or
 * has no length because clocks go forward, and when the place is taken or the person on duty
 * elsewhere for a part of one: then none is added.
 */
public final class AddShifts {

  private final RosterStore roster;
  private final Ledger ledger;

  public AddShifts(RosterStore roster, Ledger ledger) {
    this.roster = roster;
    this.ledger = ledger;
  }

  /** The shifts to add. */
  public record NewShifts(
      long person,
      Place place,
      List<LocalDate> days,
      LocalTime from,
      LocalTime until,
      String phone) {

    public NewShifts {
      days = days.stream().distinct().sorted().toList();
    }
  }

  public void run(Tx tx, UUID act, NewShifts wanted) {
    tx.viewer().require(Permission.SET_ROSTER);
    ZoneId zone = roster.lock(tx).zone();
    if (roster.members(tx).stream().noneMatch(member -> member.id() == wanted.person())) {
      throw new RuleBroken("shift.person_needed");
    }
    for (LocalDate day : wanted.days()) {
      Span span = Span.on(day, wanted.from(), wanted.until(), zone);
      if (span.isEmpty()) {
        throw new RuleBroken("shift.skipped", day);
      }
      if (!span.end().isAfter(tx.now())) {
        throw new RuleBroken("shift.over", day);
      }
      requireFree(roster.shifts(tx, span), wanted, day);
      roster.insert(tx, wanted.person(), wanted.place(), span, wanted.phone());
    }
    ledger.add(
        tx,
        own(tx, act, EventKind.SHIFTS_ADDED)
            .with("person", Long.toString(wanted.person()))
            .with("place", wanted.place().code())
            .with("days", wanted.days().stream().map(LocalDate::toString).toList())
            .with("shifts", wanted.days().size()));
  }

  private static void requireFree(List<Shift> there, NewShifts wanted, LocalDate day) {
    for (Shift each : there) {
      if (each.person() == wanted.person()) {
        throw new RuleBroken("shift.twice", day);
      }
      if (each.place() == wanted.place()) {
        throw new RuleBroken("shift.taken", day);
      }
    }
  }

  /** An act on the own list, which the other side does not read. */
  static Act own(Tx tx, UUID act, EventKind kind) {
    Act said =
        Act.of(
            act,
            kind,
            tx.person().roleFor(Permission.SET_ROSTER).code(),
            Share.only(tx.person().side()));
    return switch (tx.person().side()) {
      case MINISTRY -> said;
      case COMPANY -> said.behind(tx.person().organisationId());
    };
  }
}
