package id.narahubung.decisions;

import id.narahubung.text.Words;
import java.time.Instant;
import java.util.Optional;

/** What happens if nobody signs a decision, in the one sentence that its signer reads first. */
final class IfNobodySigns {

  private final Words words;
  private final DecisionWording wording;

  IfNobodySigns(Words words) {
    this.words = words;
    this.wording = new DecisionWording(words);
  }

  /**
   * The sentence: how access stands on, and which clock runs out meanwhile; without one, that a
   * draft never ends by itself.
   *
   * @param turn when access comes to stand otherwise by itself
   * @param asked the request to open again that waits for it
   */
  String sentence(
      AccessStatus status,
      Optional<AccessHistory.Turn> turn,
      Optional<Normalisation> asked,
      Instant now) {
    String stands = wording.status(status);
    String access =
        turn.map(
                to ->
                    words.say(
                        "decision.unsigned.until",
                        stands,
                        words.deadline(to.at()),
                        wording.status(to.then())))
            .orElseGet(() -> words.say("decision.unsigned", stands));
    return asked
        .flatMap(each -> clock(access, each, now))
        .orElseGet(() -> words.say("decision.unsigned.draft", access));
  }

  private Optional<String> clock(String access, Normalisation asked, Instant now) {
    String within = wording.within(asked.within());
    if (asked.overran()) {
      return Optional.of(words.say("decision.unsigned.overran", access, within, asked.number()));
    }
    return asked
        .dueAt()
        .map(
            due ->
                words.say(
                    asked.isLate(now) ? "decision.unsigned.late" : "decision.unsigned.due",
                    access,
                    within,
                    asked.number(),
                    words.deadline(due)));
  }
}
