package id.narahubung.decisions;

import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the band of a platform's access, and tells it in rows. */
final class AccessBandMaker {

  /** How high the figures stand, as their drawing counts. */
  private static final int STRIP = 48;

  private final Words words;
  private final DecisionWording wording;

  AccessBandMaker(Words words) {
    this.words = words;
    this.wording = new DecisionWording(words);
  }

  /**
   * Draws it.
   *
   * @param due what fell due along it
   * @param figures where more is told of that; empty where the reader may not see it
   */
  AccessBand draw(
      AccessHistory history,
      AccessTimeline line,
      Stretches due,
      Optional<Link> figures,
      Instant now) {
    return new AccessBand(
        words.say("platforms.band.label", wording.status(history.status()), history.bands().size()),
        words.date(day(line.from())),
        line.until().isBefore(now)
            ? words.say("platforms.until.same", words.date(day(line.until())))
            : words.say("platforms.until.now"),
        segments(history, line),
        marks(line),
        stood(history),
        Optional.of(due.where(each -> line.shows(start(each.first()), start(each.next()))))
            .filter(shown -> shown.most() > 0)
            .map(shown -> strip(line, shown, figures)));
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

  private AccessBand.Strip strip(AccessTimeline line, Stretches due, Optional<Link> figures) {
    String each = due.monthly() ? "month" : "week";
    Weeks.Count all =
        due.rows().stream().map(Stretches.Stretch::due).reduce(Weeks.Count.NONE, Weeks.Count::and);
    List<Stretches.Stretch> counted =
        due.rows().stream().filter(stretch -> stretch.due().of() > 0).toList();
    return new AccessBand.Strip(
        words.say("platforms.strip.label", all.good(), all.of()),
        words.say("platforms.strip.key." + (due.whole() ? each : "last"), due.most()),
        words.say("platforms.strip." + each),
        counted.stream().map(stretch -> bar(line, stretch, due.most())).toList(),
        counted.reversed().stream()
            .map(
                stretch ->
                    new AccessBand.Row(
                        words.date(stretch.first()),
                        words.number(stretch.due().of()),
                        WeeksPlot.share(words, stretch.due().good(), stretch.due().of())))
            .toList(),
        figures);
  }

  private AccessBand.Bar bar(AccessTimeline line, Stretches.Stretch stretch, int most) {
    Instant first = start(stretch.first());
    return new AccessBand.Bar(
        line.x(first),
        line.width(first, start(stretch.next())),
        part(stretch.due().of(), most),
        part(stretch.due().good(), most),
        words.say(
            "platforms.strip.bar",
            words.date(stretch.first()),
            stretch.due().of(),
            stretch.due().good()));
  }

  /** What is something stays visible beside the most. */
  private static AccessBand.Part part(int count, int most) {
    double height = count == 0 ? 0 : Math.max(STRIP * (double) count / most, 1.5);
    return new AccessBand.Part(at(STRIP - height), at(height));
  }

  private static String at(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Words.WIB).toInstant();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, Words.WIB);
  }
}
