package id.narahubung.demo;

import static id.narahubung.demo.Part.BYTEDANCE_LEAD;
import static id.narahubung.demo.Part.OFFICER_1;
import static id.narahubung.demo.Part.OFFICER_2;
import static id.narahubung.demo.Part.SUPERVISOR_1;
import static id.narahubung.demo.Part.SUPERVISOR_2;

import id.narahubung.ledger.Ledger;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.MinutesGiven;
import id.narahubung.meetings.SignMinutes;
import id.narahubung.meetings.WriteMinutes;
import id.narahubung.platforms.PlatformStore;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The meeting of 4 July 2018: what was said is from the press, that both signed it is made up; and
 * the minutes of a visit, which are made up whole.
 */
final class Meeting2018 {

  private final Scene scene;
  private final WriteMinutes write;
  private final SignMinutes sign;

  Meeting2018(Scene scene, Ledger ledger) {
    this.scene = scene;
    MeetingStore meetings = new MeetingStore();
    this.write = new WriteMinutes(new PlatformStore(), meetings, ledger);
    this.sign = new SignMinutes(meetings, ledger);
  }

  long play(long platform) {
    MinutesGiven minutes = given(LocalDate.of(2018, 7, 4), "");
    long meeting =
        scene.give(
            "2018-07-04T22:41", OFFICER_1, tx -> write.run(tx, scene.nextAct(), platform, minutes));
    scene.act("2018-07-04T22:43", SUPERVISOR_1, tx -> sign.run(tx, scene.nextAct(), meeting, 1));
    scene.act("2018-07-04T22:45", BYTEDANCE_LEAD, tx -> sign.run(tx, scene.nextAct(), meeting, 1));
    return meeting;
  }

  /** What a visit's officer wrote at noon and both sides signed before anybody concluded. */
  void ofVisit(long platform, String visit, LocalDate day) {
    MinutesGiven minutes = given(day, "visit.");
    long meeting =
        scene.give(
            day + "T13:00",
            OFFICER_2,
            tx -> write.run(tx, scene.nextAct(), platform, minutes, Optional.of(visit)));
    scene.act(day + "T13:20", SUPERVISOR_2, tx -> sign.run(tx, scene.nextAct(), meeting, 1));
    scene.act(day + "T14:10", BYTEDANCE_LEAD, tx -> sign.run(tx, scene.nextAct(), meeting, 1));
  }

  private MinutesGiven given(LocalDate day, String of) {
    return new MinutesGiven(
        day,
        scene.text(of + "place"),
        new Meeting.Text(
            scene.text(of + "agenda"),
            scene.text(of + "ministry"),
            scene.text(of + "company"),
            scene.text(of + "body")));
  }
}
