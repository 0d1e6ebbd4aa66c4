package id.narahubung.demo;

import static id.narahubung.demo.Part.KLIP_LEAD;
import static id.narahubung.demo.Part.KLIP_RESPONDER;
import static id.narahubung.demo.Part.OFFICER_1;
import static id.narahubung.demo.Part.OFFICER_2;
import static id.narahubung.demo.Part.SUPERVISOR_1;
import static id.narahubung.demo.Part.SUPERVISOR_2;

import id.narahubung.roster.AddShifts.NewShifts;
import id.narahubung.roster.Place;
import id.narahubung.roster.RosterDesk;
import id.narahubung.roster.RosterSetting;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Who is on duty on either side for the two weeks from the hour of loading, one night of which was
 * forgotten, and a test call that was confirmed.
 */
final class DutyToday {

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime EVENING = LocalTime.of(20, 0);
  private static final int DAYS = 14;
  private static final int FORGOTTEN = 5;
  private static final String MINISTRY_PHONE = "+62 21 555 0117";
  private static final String KLIP_PHONE = "+62 411 555 0142";

  private final Turns turns;
  private final RosterDesk desk;
  private final Instant loading;

  DutyToday(Turns turns, RosterDesk desk, Instant loading) {
    this.turns = turns;
    this.desk = desk;
    this.loading = loading;
  }

  void play() {
    Instant written = loading.minus(Duration.ofHours(3));
    LocalDate today = LocalDate.ofInstant(written, Words.WIB);
    LocalTime hour = LocalTime.ofInstant(written, Words.WIB);
    // Whoever loads before eight finds the night before still on duty, and after twenty the day
    // over.
    LocalDate firstNight = hour.isBefore(MORNING) ? today.minusDays(1) : today;
    LocalDate firstDay = hour.isBefore(EVENING) ? today : today.plusDays(1);
    List<LocalDate> days = firstDay.datesUntil(today.plusDays(DAYS)).toList();
    List<LocalDate> nights = firstNight.datesUntil(today.plusDays(DAYS)).toList();
    shares(written, KLIP_LEAD);
    shares(written, SUPERVISOR_1);
    shift(written, SUPERVISOR_1, OFFICER_1, Place.FIRST, days, true, MINISTRY_PHONE);
    shift(written, SUPERVISOR_1, OFFICER_2, Place.FIRST, nights, false, MINISTRY_PHONE);
    shift(written, SUPERVISOR_1, SUPERVISOR_2, Place.SECOND, nights, false, MINISTRY_PHONE);
    shift(written, SUPERVISOR_1, SUPERVISOR_1, Place.SECOND, days, true, MINISTRY_PHONE);
    shift(written, KLIP_LEAD, KLIP_RESPONDER, Place.FIRST, days, true, KLIP_PHONE);
    List<LocalDate> kept =
        nights.stream().filter(night -> !night.equals(today.plusDays(FORGOTTEN))).toList();
    shift(written, KLIP_LEAD, KLIP_LEAD, Place.FIRST, kept, false, KLIP_PHONE);
    testCall(loading.minus(Duration.ofHours(2)));
  }

  private void shares(Instant when, Part by) {
    RosterSetting setting =
        new RosterSetting(Words.WIB, true, Duration.ofMinutes(15), Duration.ofMinutes(60), 1);
    turns.at(
        when,
        turns.person(by),
        tx -> {
          desk.settle().run(tx, turns.nextAct(), setting);
          return true;
        });
  }

  private void shift(
      Instant when,
      Part by,
      Part who,
      Place place,
      List<LocalDate> days,
      boolean byDay,
      String phone) {
    NewShifts wanted =
        new NewShifts(
            turns.person(who).personId(),
            place,
            days,
            byDay ? MORNING : EVENING,
            byDay ? EVENING : MORNING,
            phone);
    turns.at(
        when,
        turns.person(by),
        tx -> {
          desk.add().run(tx, turns.nextAct(), wanted);
          return true;
        });
  }

  /** Who is on duty at the company confirms within four minutes. */
  private void testCall(Instant when) {
    LocalTime hour = LocalTime.ofInstant(when, Words.WIB);
    boolean byDay = !hour.isBefore(MORNING) && hour.isBefore(EVENING);
    Part onDuty = byDay ? KLIP_RESPONDER : KLIP_LEAD;
    long call =
        turns.at(
            when,
            turns.person(SUPERVISOR_1),
            tx -> desk.ring().run(tx, turns.nextAct(), turns.person(onDuty).organisationId()));
    turns.at(
        when.plus(Duration.ofMinutes(4)),
        turns.person(onDuty),
        tx -> {
          desk.confirm().run(tx, turns.nextAct(), call);
          return true;
        });
  }
}
