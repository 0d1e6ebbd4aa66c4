package id.narahubung.status;

import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.status.CompanyWeek.Access;
import id.narahubung.status.CompanyWeek.Failed;
import id.narahubung.status.CompanyWeek.Finding;
import id.narahubung.status.CompanyWeek.Matter;
import id.narahubung.status.CompanyWeek.Promise;
import id.narahubung.status.CompanyWeek.Warning;
import id.narahubung.status.Sheet.Entry;
import id.narahubung.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what stands beside the figures of a week as lines. */
final class StandingEntries {

  private final Words words;
  private final StatusWording say;
  private final StatusWeek week;

  StandingEntries(Words words, StatusWeek week) {
    this.words = words;
    this.say = new StatusWording(words, week);
    this.week = week;
  }

  Entry promise(Promise each) {
    return Entry.of(
            say.promise(each),
            say.reached(each),
            say.standing(each),
            "/commitments/" + each.number())
        .toned(
            each.marks().contains(Mark.LATE.code())
                ? "red"
                : each.marks().isEmpty() ? "" : "amber");
  }

  Entry letter(Warning each) {
    return Entry.of(
            each.stage().isEmpty()
                ? words.say("status.letter_kept", each.number())
                : words.say("status.letter", each.number(), say.stage(each)),
            each.stage().isEmpty()
                ? words.say("status.items_kept")
                : each.fine() > 0
                    ? words.say("status.letter.fine", each.fine(), each.paid())
                    : words.say("status.items", each.items()),
            each.contested().isEmpty()
                ? say.due(Instant.parse(each.due()))
                : words.say("status.letter.contested", say.until(Instant.parse(each.contested()))),
            "/letters/" + each.number())
        .toned(each.overdue() ? "red" : "");
  }

  /** What it asked for, until when that is to be decided, and what it came to. */
  Entry matter(Matter each) {
    String value =
        each.waits()
            ? words.say("status.objection.waits")
            : words.say("status.matter." + each.kind() + "." + each.outcome());
    return Entry.of(
            words.say("status.need." + each.kind(), each.number()),
            value,
            joined(week.platform(each.platform()), time(each), each.decision()),
            StatusWording.href(each.kind(), each.number()))
        .toned(
            each.rests().equals("late")
                    || (!each.due().isEmpty() && Instant.parse(each.due()).isBefore(week.asOf()))
                ? "red"
                : "");
  }

  private String time(Matter each) {
    if (!each.waits()) {
      return words.instant(Instant.parse(each.ended()));
    }
    if (!each.rests().isEmpty()) {
      return words.say("status.matter.rests." + each.rests());
    }
    return each.due().isEmpty()
        ? words.say("status.matter.incomplete")
        : say.due(Instant.parse(each.due()));
  }

  /** An item that was found up, when, and from where it was seen. */
  Entry failed(Failed each) {
    return Entry.of(
        each.item(),
        words.say((each.again() ? "verdict.again." : "verdict.") + each.verdict()),
        joined(
            words.instant(Instant.parse(each.at())),
            each.surface().isEmpty()
                ? ""
                : words.say(
                    "status.failed.seen",
                    words.say("surface." + each.surface()),
                    each.country(),
                    words.say("signed_in." + each.signedIn()))),
        "/requests/" + each.item().replace("/", "/items/"));
  }

  /** What was found of a commitment, and by which step. */
  Entry finding(Finding each) {
    return Entry.of(
        say.promise(each.ruleSet(), each.kind(), each.number(), each.platform()),
        words.say("commitment.result." + each.result()),
        joined(say.found(each), words.date(LocalDate.parse(each.on())), each.verification()),
        each.verification().isEmpty()
            ? "/commitments/" + each.number()
            : "/verifications/" + each.verification());
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(each -> !each.isEmpty()).collect(Collectors.joining("; "));
  }

  Entry access(Access each) {
    String since =
        each.since().isEmpty()
            ? words.say("status.access.never")
            : words.say("status.access.since", words.date(day(each.since())), each.decision());
    String ends = each.ends().isEmpty() ? "" : "; " + left(day(each.ends()));
    return Entry.of(
        week.platform(each.platform()),
        words.say("decision.status." + each.status()),
        since + ends,
        "/platforms/" + each.platform());
  }

  private String left(LocalDate end) {
    long days = ChronoUnit.DAYS.between(day(week.asOf().toString()), end);
    return words.say("status.access.ends", words.date(end), Math.max(0, days));
  }

  private static LocalDate day(String instant) {
    return LocalDate.ofInstant(Instant.parse(instant), Words.WIB);
  }
}
