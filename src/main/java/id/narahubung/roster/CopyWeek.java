package id.narahubung.roster;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Copies the shifts that begin in a week to the weeks after it, at the same times of day. What is
 * taken already, would be over or without length, belongs to a closed account, or was ended before
 * its time, is left out and counted. Refused when the viewer may not keep the list, and when the
 * week is empty.
 */
public final class CopyWeek {

  /** As far ahead as a list is kept. */
  static final int MOST_WEEKS = 12;

  private final RosterStore roster;
  private final Ledger ledger;

  public CopyWeek(RosterStore roster, Ledger ledger) {
    this.roster = roster;
    this.ledger = ledger;
  }

  /** What came of it: asked is the sum of the others. */
  public record Copied(int asked, int copied, int taken, int closed, int cutShort) {}

  public Copied run(Tx tx, UUID act, LocalDate monday, int weeks) {
    tx.viewer().require(Permission.SET_ROSTER);
    ZoneId zone = roster.lock(tx).zone();
    Week week = Week.of(monday, zone);
    List<Shift> shifts =
        roster.shifts(tx, week.span()).stream()
            .filter(shift -> week.span().holds(shift.span().start()))
            .toList();
    if (shifts.isEmpty()) {
      throw new RuleBroken("roster.copy.nothing");
    }
    Set<Long> there = roster.members(tx).stream().map(Member::id).collect(Collectors.toSet());
    int copied = 0;
    int closed = 0;
    int cutShort = 0;
    for (int later = 1; later <= weeks; later++) {
      for (Shift shift : shifts) {
        Span span = shift.span().later(later, zone);
        if (shift.cutShort()) {
          cutShort++;
        } else if (!there.contains(shift.person())) {
          closed++;
        } else if (isFree(tx, shift, span)) {
          roster.insert(tx, shift.person(), shift.place(), span, shift.phone());
          copied++;
        }
      }
    }
    int asked = weeks * shifts.size();
    Copied result = new Copied(asked, copied, asked - copied - closed - cutShort, closed, cutShort);
    ledger.add(
        tx,
        AddShifts.own(tx, act, EventKind.WEEK_COPIED)
            .with("week", week.monday().toString())
            .with("weeks", weeks)
            .with("asked", asked)
            .with("shifts", copied));
    return result;
  }

  private boolean isFree(Tx tx, Shift shift, Span span) {
    return !span.isEmpty()
        && span.end().isAfter(tx.now())
        && roster.shifts(tx, span).stream()
            .noneMatch(each -> each.place() == shift.place() || each.person() == shift.person());
  }
}
