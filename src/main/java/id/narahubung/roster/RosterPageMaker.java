package id.narahubung.roster;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.platforms.Organisation;
import id.narahubung.roster.RosterPage.CallRow;
import id.narahubung.roster.RosterPage.Desk;
import id.narahubung.roster.RosterPage.Mine;
import id.narahubung.roster.RosterPage.Row;
import id.narahubung.roster.RosterPage.WeekCount;
import id.narahubung.text.Words;
import id.narahubung.text.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws who is on duty, the week of the own side, and the test calls. */
final class RosterPageMaker {

  /** How far ahead 'next' looks. */
  private static final Duration AHEAD = Duration.ofDays(2);

  private static final int CALLS = 20;

  private final Tx tx;
  private final Words words;
  private final RosterStore roster;
  private final CallStore calls;

  RosterPageMaker(Tx tx, Words words, RosterStore roster, CallStore calls) {
    this.tx = tx;
    this.words = words;
    this.roster = roster;
    this.calls = calls;
  }

  RosterPage page(Optional<LocalDate> day) {
    RosterSetting setting = roster.setting(tx);
    ZoneId zone = setting.zone();
    Week week = day.map(each -> Week.of(each, zone)).orElseGet(() -> Week.at(tx.now(), zone));
    List<Shift> shifts = roster.shifts(tx, week.span());
    List<TestCall> rung = calls.latest(tx, CALLS);
    boolean keeps = tx.viewer().may(Permission.SET_ROSTER);
    return new RosterPage(
        words.say("roster.title"),
        keeps,
        rung.stream().filter(this::isMine).map(this::mine).toList(),
        now(keeps),
        week.monday().toString(),
        words.say("roster.week", words.date(week.monday()), words.date(week.monday().plusDays(6))),
        Zones.label(zone, tx.now(), words),
        "/roster?week=" + week.later(-1).monday(),
        "/roster?week=" + week.later(1).monday(),
        rows(shifts, zone, keeps, standingIn(week.span())),
        gaps(week, shifts),
        IntStream.rangeClosed(1, CopyWeek.MOST_WEEKS)
            .mapToObj(weeks -> new WeekCount(weeks, words.say("roster.copy.weeks", weeks)))
            .toList(),
        rung.stream().map(call -> call(call, setting)).toList());
  }

  private boolean isMine(TestCall call) {
    return call.isOpen(tx.now()) && call.isFor(tx.person().organisationId(), tx.person().code());
  }

  private Mine mine(TestCall call) {
    return new Mine(
        "/roster/calls/" + call.id() + "/confirmation",
        words.say("call.mine", words.instant(call.rungAt()), call.rungBy().told(words)));
  }

  private List<Desk> now(boolean keeps) {
    List<OnDuty> told = roster.told(tx, new Span(tx.now(), tx.now().plus(AHEAD)));
    return roster.organisations(tx).stream().map(each -> desk(each, told, keeps)).toList();
  }

  private Desk desk(Organisation organisation, List<OnDuty> told, boolean keeps) {
    List<OnDuty> here =
        told.stream().filter(each -> each.organisation() == organisation.id()).toList();
    List<OnDuty> on = here.stream().filter(each -> each.span().holds(tx.now())).toList();
    return new Desk(
        Long.toString(organisation.id()),
        organisation.name(),
        on(on, Place.FIRST),
        on(on, Place.SECOND),
        here.stream()
            .filter(each -> each.span().start().isAfter(tx.now()))
            .min(
                Comparator.comparing((OnDuty each) -> each.span().start())
                    .thenComparing(OnDuty::place))
            .map(
                each ->
                    words.say(
                        "roster.next_is",
                        DutyCard.who(words, each),
                        words.instant(each.span().start())))
            .orElse(words.say("roster.next_none")),
        on.isEmpty(),
        keeps && !on.isEmpty());
  }

  private String on(List<OnDuty> on, Place place) {
    return on.stream()
        .filter(each -> each.place() == place)
        .findFirst()
        .map(
            each ->
                words.say(
                    "roster.on_until", DutyCard.who(words, each), words.instant(each.span().end())))
        .orElse("–");
  }

  private List<Row> rows(List<Shift> shifts, ZoneId zone, boolean keeps, List<OnDuty> standIns) {
    return shifts.stream()
        .map(
            shift ->
                row(
                    shift,
                    standIns.stream().filter(each -> isOf(each, shift)).findFirst(),
                    zone,
                    keeps))
        .toList();
  }

  /** Who stands in for somebody of the own list: now for whoever is on duty, else as it begins. */
  private List<OnDuty> standingIn(Span span) {
    return Stream.concat(roster.now(tx).stream(), roster.told(tx, span).stream())
        .filter(each -> each.organisation() == tx.person().organisationId())
        .toList();
  }

  private static boolean isOf(OnDuty each, Shift shift) {
    return each.place() == shift.place() && each.span().equals(shift.span());
  }

  private Row row(Shift shift, Optional<OnDuty> standing, ZoneId zone, boolean keeps) {
    boolean over = !shift.span().end().isAfter(tx.now());
    return new Row(
        words.weekday(shift.span().start().atZone(zone).toLocalDate()),
        hours(shift.span(), zone),
        words.say("roster.place." + shift.place().code()),
        standing
            .filter(each -> each.standsInFor().isPresent())
            .map(each -> words.capital(each.by().told(words)))
            .orElseGet(() -> String.format(Locale.ROOT, "%02d", shift.code()) + " " + shift.name()),
        shift.phone(),
        shift.span().holds(tx.now()),
        !shift.active(),
        keeps && !over ? "/roster/shifts/" + shift.id() + "/removal" : "");
  }

  /** '20.00–08.00 (hari berikutnya)'. */
  private String hours(Span span, ZoneId zone) {
    ZonedDateTime start = span.start().atZone(zone);
    ZonedDateTime end = span.end().atZone(zone);
    String told = words.time(start.toLocalTime()) + "–" + words.time(end.toLocalTime());
    return end.toLocalDate().equals(start.toLocalDate())
        ? told
        : words.say("roster.until_next_day", told);
  }

  /** When nobody of the own side is on duty in a week for which somebody made a list. */
  private List<String> gaps(Week week, List<Shift> shifts) {
    if (shifts.isEmpty()) {
      return List.of();
    }
    return week
        .span()
        .without(shifts.stream().filter(Shift::active).map(Shift::span).toList())
        .stream()
        .map(
            gap ->
                words.say(
                    "roster.gap", moment(gap.start(), week.zone()), moment(gap.end(), week.zone())))
        .toList();
  }

  private String moment(Instant instant, ZoneId zone) {
    ZonedDateTime here = instant.atZone(zone);
    return words.weekday(here.toLocalDate()) + " " + words.time(here.toLocalTime());
  }

  /** A shift in words, for the page that asks before it is removed. */
  String told(Shift shift) {
    Row row = row(shift, Optional.empty(), roster.setting(tx).zone(), false);
    return String.join(", ", Stream.of(row.day(), row.time(), row.place(), row.who()).toList());
  }

  private CallRow call(TestCall call, RosterSetting setting) {
    boolean unanswered = call.isUnanswered(tx.now(), setting.urgent());
    return new CallRow(
        words.instant(call.rungAt()),
        call.organisationName() + ", " + told(call.called()),
        told(call.rungBy()),
        call.confirmed()
            .map(
                done ->
                    words.say(
                        "call.confirmed_by",
                        told(done.by()),
                        words.duration(Duration.between(call.rungAt(), done.at()))))
            .orElseGet(
                () ->
                    call.isLapsed(tx.now())
                        ? words.say("call.not_answered")
                        : words.say(
                            unanswered ? "call.unanswered" : "call.waits",
                            words.duration(Duration.between(call.rungAt(), tx.now())))),
        call.passedTo()
            .map(
                passed ->
                    words.say("call.passed_on", told(passed.to()), words.instant(passed.at())))
            .orElse(""),
        unanswered);
  }

  private String told(By by) {
    return by.told(words);
  }
}
