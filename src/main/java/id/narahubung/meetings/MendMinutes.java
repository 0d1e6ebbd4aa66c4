package id.narahubung.meetings;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.meetings.Meeting.Text;
import java.util.UUID;

/**
 * Writes another version of a meeting's minutes, which both sides sign anew; what they signed stays
 * in force until then. Refused when the viewer may not, when somebody else has written one
 * meanwhile, without a reason, and where nothing differs.
 */
public final class MendMinutes {

  private final MeetingStore meetings;
  private final Ledger ledger;

  public MendMinutes(MeetingStore meetings, Ledger ledger) {
    this.meetings = meetings;
    this.ledger = ledger;
  }

  /**
   * Does it.
   *
   * @param version the one that was mended
   */
  public void run(Tx tx, UUID act, long id, int version, Text text, String reason) {
    tx.person().require(Permission.WRITE_MINUTES);
    Meeting meeting = meetings.fetch(tx, id);
    if (meeting.latest().number() != version) {
      throw new Stale("minutes of meeting " + id);
    }
    if (reason.isEmpty()) {
      throw new RuleBroken("meeting.refused.reason");
    }
    if (meeting.latest().text().equals(text)) {
      throw new RuleBroken("meeting.refused.same");
    }
    long event =
        ledger.add(
            tx,
            Act.joint(act, EventKind.MINUTES_MENDED, tx.person().roleFor(Permission.WRITE_MINUTES))
                .behind(meeting.companyId())
                .with("meeting", id)
                .with("version", version + 1));
    meetings.add(tx, event, id, meeting.companyId(), version + 1, text, reason);
  }
}
