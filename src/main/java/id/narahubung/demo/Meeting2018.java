package id.narahubung.demo;

import static id.narahubung.demo.Part.BYTEDANCE_LEAD;
import static id.narahubung.demo.Part.OFFICER_1;
import static id.narahubung.demo.Part.SUPERVISOR_1;

import id.narahubung.ledger.Ledger;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.MinutesGiven;
import id.narahubung.meetings.SignMinutes;
import id.narahubung.meetings.WriteMinutes;
import id.narahubung.platforms.PlatformStore;
import java.time.LocalDate;

/** The meeting of 4 July 2018: what was said is from the press, that both signed it is made up. */
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
    MinutesGiven minutes =
        new MinutesGiven(
            LocalDate.of(2018, 7, 4),
            scene.text("place"),
            new Meeting.Text(
                scene.text("agenda"),
                scene.text("ministry"),
                scene.text("company"),
                scene.text("body")));
    long meeting =
        scene.give(
            "2018-07-04T22:41", OFFICER_1, tx -> write.run(tx, scene.nextAct(), platform, minutes));
    scene.act("2018-07-04T22:43", SUPERVISOR_1, tx -> sign.run(tx, scene.nextAct(), meeting, 1));
    scene.act("2018-07-04T22:45", BYTEDANCE_LEAD, tx -> sign.run(tx, scene.nextAct(), meeting, 1));
    return meeting;
  }
}
