package id.narahubung.decisions;

import id.narahubung.requests.Wording.Tag;
import id.narahubung.text.Words;

/** Requests to open again in words. */
final class NormalisationWording {

  private final Words words;

  NormalisationWording(Words words) {
    this.words = words;
  }

  /** Complete and until when, or what is missing and whether the clock rests, or how it ended. */
  String standing(Normalisation each) {
    if (each.closedBy().isPresent()) {
      return words.say("normalisation.closed", each.closedBy().get());
    }
    if (each.withdrawal().isPresent()) {
      return words.say("normalisation.withdrawn", words.instant(each.withdrawal().get().at()));
    }
    Completeness papers = each.completeness();
    String within = new DecisionWording(words).within(each.within());
    return each.dueAt()
        .map(due -> words.say("normalisation.complete", words.deadline(due)))
        .orElseGet(
            () ->
                papers.rests()
                    ? words.say(
                        each.overran() ? "normalisation.rests.late" : "normalisation.rests",
                        papers.missing().size(),
                        words.span(papers.spent()),
                        within)
                    : words.say("normalisation.incomplete", papers.missing().size(), within));
  }

  Tag state(Normalisation each) {
    if (each.withdrawal().isPresent()) {
      return new Tag(words.say("normalisation.state.withdrawn"), "withdrawn", "");
    }
    return new Tag(
        words.say(
            each.closedBy().isPresent()
                ? "normalisation.state.closed"
                : each.completeness().isComplete()
                    ? "normalisation.state.complete"
                    : "normalisation.state.incomplete"),
        each.closedBy().isPresent()
            ? "good"
            : each.overran() ? "late" : each.dueAt().isPresent() ? "open" : "soon",
        "");
  }
}
