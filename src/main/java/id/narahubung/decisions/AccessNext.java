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
   * @param saw what its signer saw: the waivers that it was signed on
   * @param asked the request to open again that waits
   * @param now with nothing decided until then
   */
  List<String> lines(
      List<AccessHistory.Signed> signed,
      Optional<Decision> standing,
      Optional<Dossier> saw,
      Optional<Normalisation> asked,
      Instant now) {
    List<String> lines = new ArrayList<>();
    AccessHistory.nextTurn(signed, now)
        .ifPresent(
            turn ->
                lines.add(
                    words.say(
                        "platforms.next.ends",
                        words.deadline(turn.at()),
                        wording.status(turn.then()))));
    AccessHistory.toCome(signed, now)
        .forEach(
            each ->
                lines.add(
                    words.say(
                        "platforms.next.starts", words.deadline(each.startsAt()), each.number())));
    asked.ifPresent(
        each ->
            lines.add(
                each.dueAt()
                    .map(due -> words.say("platforms.next.due", each.number(), words.deadline(due)))
                    .orElseGet(
                        () ->
                            words.say(
                                "platforms.next.papers",
                                each.number(),
                                wording.within(each.within())))));
    LocalDate today = LocalDate.ofInstant(now, Words.WIB);
    standing.stream()
        .flatMap(decision -> decision.content().watch().stream())
        .filter(watch -> !watch.on().isBefore(today))
        .map(wording::watch)
        .forEach(lines::add);
    saw.stream()
        .flatMap(dossier -> dossier.cells().stream())
        .filter(cell -> cell.row().state() == CellState.WAIVED)
        .flatMap(cell -> cell.waiver().stream())
        .filter(waiver -> !waiver.until().isBefore(today))
        .map(
            waiver ->
                words.say("platforms.next.waiver", words.deadline(waiver.until()), waiver.owner()))
        .distinct()
        .forEach(lines::add);
    lines.add(words.say("platforms.next.who"));
    return lines;
  }
}
