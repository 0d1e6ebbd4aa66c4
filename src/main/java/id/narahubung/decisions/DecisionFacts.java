package id.narahubung.decisions;

import id.narahubung.ledger.By;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The content of a decision in words, for its page and its paper. */
public final class DecisionFacts {

  private final Words words;
  private final DecisionWording wording;

  public DecisionFacts(Words words) {
    this.words = words;
    this.wording = new DecisionWording(words);
  }

  /**
   * What stands in it, line by line; empty ones are left out.
   *
   * @param shown people as they may be told where it is read
   */
  public List<Fact> of(RuleSet set, Decision decision, UnaryOperator<By> shown) {
    DecisionContent content = decision.content();
    List<Fact> facts = new ArrayList<>();
    add(facts, "kind", wording.kind(set, content.kindCode()));
    decision
        .signature()
        .ifPresent(s -> add(facts, "signed", wording.signed(s.at(), shown.apply(s.by()))));
    add(
        facts,
        "prepared",
        wording.signed(decision.preparedAt(), shown.apply(decision.preparedBy())));
    add(
        facts,
        "starts",
        content
            .startsAt()
            .map(at -> words.deadline(at))
            .orElseGet(() -> words.say("decision.at_signature")));
    add(facts, "ends", content.endsAt().map(at -> words.deadline(at)).orElse(""));
    add(facts, "targets", lines(content.targets().stream().map(wording::target).toList()));
    add(facts, "scope", content.scope());
    add(facts, "basis", content.basis());
    add(facts, "grounds", content.grounds());
    add(facts, "reasons", content.reasons());
    add(facts, "note", decision.signerNote());
    if (decision.despiteBlocks()) {
      add(facts, "despite", words.say("decision.despite.chosen"));
    }
    add(facts, "bodies", lines(content.bodies().stream().map(wording::body).toList()));
    add(facts, "watch", lines(content.watch().stream().map(wording::watch).toList()));
    add(facts, "statement", content.statement());
    decision
        .withdrawal()
        .ifPresent(
            end ->
                add(
                    facts,
                    "withdrawn",
                    end.reason() + "\n" + wording.signed(end.at(), shown.apply(end.by()))));
    return facts;
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  private void add(List<Fact> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(words.say("decision.form." + name), value));
    }
  }
}
