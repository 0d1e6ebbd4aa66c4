package id.narahubung.decisions;

import id.narahubung.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens next to a platform's access: when it ends, what is looked at, who decides. */
final class AccessNext {

  private final Words words;
  private final DecisionWording wording;

  AccessNext(Words words) {
    this.words = words;
    this.wording = new DecisionWording(words);
  }

  /**
   * The lines of it.
   *
   * @param signed all decisions of the platform
   * @param standing the decision that stands; empty where none does
   * @param asked the request to open again that waits
   * @param now with nothing decided until then
   */
  List<String> lines(
      List<AccessHistory.Signed> signed,
      Optional<Decision> standing,
      Optional<Normalisation> asked,
      Instant now) {
    List<String> lines = new ArrayList<>();
    standing
        .flatMap(decision -> decision.content().endsAt())
        .ifPresent(
            end ->
                lines.add(
                    words.say(
                        "platforms.next.ends",
                        words.instant(end),
                        wording.status(AccessHistory.after(signed, end)))));
    signed.stream()
        .filter(each -> each.startsAt().isAfter(now))
        .forEach(
            each ->
                lines.add(
                    words.say(
                        "platforms.next.starts", words.instant(each.startsAt()), each.number())));
    asked.ifPresent(
        each ->
            lines.add(
                each.dueAt()
                    .map(due -> words.say("platforms.next.due", each.number(), words.instant(due)))
                    .orElseGet(() -> words.say("platforms.next.papers", each.number()))));
    LocalDate today = LocalDate.ofInstant(now, Words.WIB);
    standing.ifPresent(
        decision -> {
          decision.content().watch().stream()
              .filter(watch -> !watch.on().isBefore(today))
              .map(wording::watch)
              .forEach(lines::add);
          decision.waivers().stream()
              .filter(each -> each.second().isPresent() && !each.until().isBefore(today))
              .map(
                  each ->
                      words.say("platforms.next.waiver", words.date(each.until()), each.owner()))
              .distinct()
              .forEach(lines::add);
        });
    lines.add(words.say("platforms.next.who"));
    return lines;
  }
}
