package id.narahubung.decisions;

import id.narahubung.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Draws the band of a platform's access, and tells it in rows. */
final class AccessBandMaker {

  private final Words words;
  private final DecisionWording wording;

  AccessBandMaker(Words words) {
    this.words = words;
    this.wording = new DecisionWording(words);
  }

  AccessBand draw(AccessHistory history, AccessTimeline line, Instant now) {
    return new AccessBand(
        words.say(
            "platforms.band.label", wording.status(history.status()), history.bands().size()),
        words.date(day(line.from())),
        line.until().isBefore(now)
            ? words.say("platforms.until.same", words.date(day(line.until())))
            : words.say("platforms.until.now"),
        segments(history, line),
        marks(line),
        stood(history));
  }

  private List<AccessBand.Segment> segments(AccessHistory history, AccessTimeline line) {
    return history.bands().stream()
        .map(
            each ->
                new AccessBand.Segment(
                    wording.status(each.status(), Optional.empty()).css(),
                    line.x(each.from().orElse(line.from())),
                    line.width(each.from().orElse(line.from()), each.until().orElse(line.until())),
                    wording.status(each.status())))
        .toList();
  }

  private List<AccessBand.Stood> stood(AccessHistory history) {
    return history.bands().reversed().stream()
        .map(
            each ->
                new AccessBand.Stood(
                    wording.status(each.status(), Optional.empty()),
                    each.from().map(words::instant).orElse(words.say("platforms.from.ever")),
                    each.until().map(words::instant).orElse(words.say("platforms.until.now")),
                    each.decision(),
                    each.decision().isEmpty() ? "" : "/decisions/" + each.decision()))
        .toList();
  }

  /** The newest first, as the table tells them. */
  private List<AccessBand.Mark> marks(AccessTimeline line) {
    return line.marks().reversed().stream()
        .map(
            mark ->
                new AccessBand.Mark(
                    mark.kind().code(),
                    line.x(mark.at()),
                    words.say("platforms.mark." + mark.kind().code()),
                    mark.kind() == AccessTimeline.Kind.COMMITMENT
                        ? words.date(day(mark.at()))
                        : words.instant(mark.at()),
                    mark.href(),
                    mark.number(),
                    mark.text()))
        .toList();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, Words.WIB);
  }
}
