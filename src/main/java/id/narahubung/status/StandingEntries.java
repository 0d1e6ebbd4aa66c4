package id.narahubung.status;

import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.status.CompanyWeek.Access;
import id.narahubung.status.CompanyWeek.Promise;
import id.narahubung.status.CompanyWeek.Warning;
import id.narahubung.status.Sheet.Entry;
import id.narahubung.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Writes what stands beside the figures of a week as lines: commitments, letters and access. */
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
