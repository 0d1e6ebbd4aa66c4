package id.narahubung.notices;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.ledger.NoticeKind;
import java.util.Arrays;
import java.util.List;

/**
 * Tells what no act tells and the clock does: an urgent order nobody opened, half and four fifths
 * of the time gone, a due time passed; of a letter and of an objection to a decision half and all
 * of its own time. Once for a round and mark, however often it is asked.
 */
public final class ClockNotices {

  private static final List<NoticeKind> ALONE =
      Arrays.stream(NoticeKind.values()).filter(NoticeKind::isAloneIfUrgent).toList();

  private final Database db;
  private final NoticeStore notices;

  public ClockNotices(Database db, NoticeStore notices) {
    this.db = db;
    this.notices = notices;
  }

  public void run() {
    db.run(SystemViewer.MAIL, tx -> notices.tellTheClock(tx, ALONE));
  }
}
