package id.narahubung.meetings;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.meetings.Meeting.Text;
import id.narahubung.text.Words;
import java.time.LocalDate;

/** A meeting as somebody writes it down. */
public record MinutesGiven(LocalDate heldOn, String place, Text text) {

  /** Minutes tell of what was, by the day in WIB. */
  void require(Tx tx) {
    if (heldOn.isAfter(LocalDate.ofInstant(tx.now(), Words.WIB))) {
      throw new RuleBroken("meeting.refused.held_on");
    }
  }
}
