package id.narahubung.meetings;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.UUID;

/**
 * Signs the latest minutes of a meeting for one's own side. Refused when the viewer may not sign,
 * when somebody has written another version meanwhile, and when the side has signed.
 */
public final class SignMinutes {

  private final MeetingStore meetings;
  private final Ledger ledger;

  public SignMinutes(MeetingStore meetings, Ledger ledger) {
    this.meetings = meetings;
    this.ledger = ledger;
  }

  /**
   * Does it.
   *
   * @param version the one that was read
   */
  public void run(Tx tx, UUID act, long id, int version) {
    tx.person().require(Permission.SIGN_MINUTES);
    Meeting meeting = meetings.fetch(tx, id);
    if (meeting.latest().number() != version) {
      throw new Stale("minutes of meeting " + id);
    }
    if (meeting.latest().signature(tx.person().side()).isPresent()) {
      throw new RuleBroken("meeting.refused.signed");
    }
    long event =
        ledger.add(
            tx,
            Act.joint(act, EventKind.MINUTES_SIGNED, tx.person().roleFor(Permission.SIGN_MINUTES))
                .behind(meeting.companyId())
                .with("meeting", id)
                .with("version", version));
    meetings.sign(tx, event, meeting, version, tx.person().side());
  }
}
