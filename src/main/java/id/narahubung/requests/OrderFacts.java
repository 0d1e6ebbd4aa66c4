package id.narahubung.requests;

import static id.narahubung.requests.Completeness.State.OVERRIDDEN;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.Urgency;
import id.narahubung.text.Language;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What an order says, as a list of labels and values; what is not written yet is left out. */
public final class OrderFacts {

  private final Words words;

  public OrderFacts(Words words) {
    this.words = words;
  }

  /** All that was written. */
  public List<Fact> of(TakedownRequest request, RuleSet rules) {
    return facts(request, rules, true);
  }

  /** As the order prints it: the summary in English is for companies that declared English. */
  public List<Fact> printed(TakedownRequest request, RuleSet rules, Language declared) {
    return facts(request, rules, declared == Language.EN);
  }

  private List<Fact> facts(TakedownRequest request, RuleSet rules, boolean summed) {
    RequestContent content = request.content();
    List<Fact> facts = new ArrayList<>();
    add(facts, "category", words.label(rules.category(content.categoryCode()).label()));
    Urgency urgency = rules.urgency(content.urgencyCode());
    add(facts, "urgency", words.label(urgency.label()) + ", " + words.span(urgency.span()));
    add(facts, "measure", words.label(rules.measure(content.measureCode()).label()));
    add(facts, "scope", words.say("scope." + Wording.lower(content.scope())));
    add(
        facts,
        "basis",
        String.join(
            "; ",
            content.basisCodes().stream()
                .map(code -> words.label(rules.basis(code).label()))
                .toList()));
    add(facts, "analysis", content.analysis());
    add(facts, "urgency_reason", content.urgencyReason());
    add(
        facts,
        "requester",
        words.say("requester_kind." + Wording.lower(content.requesterKind()))
            + (content.requesterBody().isEmpty() ? "" : ": " + content.requesterBody()));
    add(facts, "requester_contact", content.requesterContact());
    add(facts, "origin", words.say("origin." + Wording.lower(content.origin())));
    add(
        facts,
        "letter",
        content.letterNumber()
            + content.letterDate().map(date -> ", " + words.date(date)).orElse(""));
    add(facts, "uploader", words.say(content.uploaderMayBeTold() ? "uploader.yes" : "uploader.no"));
    add(facts, "redress", content.redress());
    add(facts, "english_summary", summed ? content.englishSummary() : "");
    for (Completeness.Line line : Completeness.of(request, rules).in(OVERRIDDEN)) {
      facts.add(
          new Fact(
              words.say("order.without", words.say("need." + line.requirement().need())),
              line.reason()));
    }
    return facts;
  }

  private void add(List<Fact> facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(words.say("order." + key), value));
    }
  }
}
