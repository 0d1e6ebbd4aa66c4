package id.narahubung.meetings;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.requests.QueueCounters;
import id.narahubung.requests.QueuePage;
import id.narahubung.text.Words;
import java.util.List;

/** Minutes that wait for the signature of the viewer's side. */
public final class MeetingCounters implements QueueCounters {

  private final MeetingStore meetings;

  public MeetingCounters(MeetingStore meetings) {
    this.meetings = meetings;
  }

  @Override
  public List<QueuePage.Counter> of(Tx tx, Words words) {
    if (!tx.viewer().may(Permission.SIGN_MINUTES)) {
      return List.of();
    }
    int waiting = meetings.countToSign(tx);
    return waiting == 0
        ? List.of()
        : List.of(
            new QueuePage.Counter(
                "soon",
                words.number(waiting),
                words.say("queue.show.minutes"),
                "/meetings?" + MeetingPages.TO_SIGN + "=yes",
                false));
  }
}
