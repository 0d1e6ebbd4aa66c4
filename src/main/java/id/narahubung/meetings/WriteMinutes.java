package id.narahubung.meetings;

import id.narahubung.access.BadInput;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the minutes of a meeting, for both sides to sign, and gives the meeting's id. Refused when
 * the viewer may not, for a platform that the viewer cannot see, for a day that has not come, for a
 * visit that the viewer does not see, that was not carried out or is none, for one to another
 * platform, and for one that has minutes.
 */
public final class WriteMinutes {

  private final PlatformStore platforms;
  private final MeetingStore meetings;
  private final Ledger ledger;

  public WriteMinutes(PlatformStore platforms, MeetingStore meetings, Ledger ledger) {
    this.platforms = platforms;
    this.meetings = meetings;
    this.ledger = ledger;
  }

  public long run(Tx tx, UUID act, long platformId, MinutesGiven given) {
    return run(tx, act, platformId, given, Optional.empty());
  }

  /** The same of a visit: the number of a step that was carried out. */
  public long run(Tx tx, UUID act, long platformId, MinutesGiven given, Optional<String> visit) {
    tx.person().require(Permission.WRITE_MINUTES);
    Platform platform = platforms.fetch(tx, platformId);
    given.require(tx);
    visit.ifPresent(number -> requireVisit(tx, platform, number));
    long event =
        ledger.add(
            tx,
            Act.joint(act, EventKind.MINUTES_WRITTEN, tx.person().roleFor(Permission.WRITE_MINUTES))
                .behind(platform.companyId())
                .with("platform", platform.id())
                .with("held_on", given.heldOn().toString()));
    long meeting = meetings.insert(tx, event, platform, given.heldOn(), given.place(), visit);
    meetings.add(tx, event, meeting, platform.companyId(), 1, given.text(), "");
    return meeting;
  }

  private void requireVisit(Tx tx, Platform platform, String visit) {
    MeetingStore.Visit found =
        meetings.visit(tx, visit).orElseThrow(() -> new BadInput("no visit that was carried out"));
    if (found.platformId() != platform.id()) {
      throw new RuleBroken("meeting.refused.visit_platform");
    }
    if (meetings.ofVisit(tx, visit).isPresent()) {
      throw new RuleBroken("meeting.refused.visit");
    }
  }
}
