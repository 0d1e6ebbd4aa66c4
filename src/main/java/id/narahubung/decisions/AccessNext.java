package id.narahubung.decisions;

import id.narahubung.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        .flatMap(decision -> toWatch(decision.content(), today))
        .map(wording::watch)
        .forEach(lines::add);
    saw.stream()
        .flatMap(dossier -> waived(dossier.cells(), today))
        .flatMap(cell -> cell.waiver().stream())
        .map(
            waiver ->
                words.say("platforms.next.waiver", words.deadline(waiver.until()), waiver.owner()))
        .distinct()
        .forEach(lines::add);
    lines.add(words.say("platforms.next.who"));
    return lines;
  }

  /** What is still to be looked at. */
  static Stream<DecisionContent.Watch> toWatch(DecisionContent content, LocalDate today) {
    return content.watch().stream().filter(watch -> !watch.on().isBefore(today));
  }

  /** The cells that were let be until a day that is still to come. */
  static Stream<Cell> waived(List<Cell> cells, LocalDate today) {
    return cells.stream()
        .filter(cell -> cell.row().state() == CellState.WAIVED)
        .filter(
            cell -> cell.waiver().filter(waiver -> !waiver.until().isBefore(today)).isPresent());
  }
}
