package id.narahubung.demo;

import static id.narahubung.demo.Part.BYTEDANCE_LEAD;
import static id.narahubung.demo.Part.SUPERVISOR_1;

import id.narahubung.roster.AddShifts.NewShifts;
import id.narahubung.roster.Place;
import id.narahubung.roster.RosterDesk;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The contact of the company is on duty, and answers when the ministry tries it: made up. */
final class Contact2018 {

  private static final LocalDate DAY = LocalDate.of(2018, 7, 9);

  private final Scene scene;
  private final RosterDesk desk;

  Contact2018(Scene scene, RosterDesk desk) {
    this.scene = scene;
    this.desk = desk;
  }

  void play() {
    scene.act(
        "2018-07-09T08:20",
        BYTEDANCE_LEAD,
        tx ->
            desk.add()
                .run(
                    tx,
                    scene.nextAct(),
                    new NewShifts(
                        scene.idOf(BYTEDANCE_LEAD),
                        Place.FIRST,
                        List.of(DAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(21, 0),
                        scene.text("phone"))));
    long call =
        scene.give(
            "2018-07-09T09:56",
            SUPERVISOR_1,
            tx -> desk.ring().run(tx, scene.nextAct(), scene.organisationOf(BYTEDANCE_LEAD)));
    scene.act(
        "2018-07-09T09:58", BYTEDANCE_LEAD, tx -> desk.confirm().run(tx, scene.nextAct(), call));
  }
}
