package id.narahubung.roster;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;

/**
 * Tells the second on duty of what the first left alone for too long, and everybody of what the
 * second did; a test call likewise. What was told once is not told again.
 */
public final class PassOnDuty {

  private final Database db;
  private final RosterStore roster;

  public PassOnDuty(Database db, RosterStore roster) {
    this.db = db;
    this.roster = roster;
  }

  /** Gives how many were told. */
  public int run() {
    return db.as(SystemViewer.MAIL, roster::passOn);
  }
}
