package id.narahubung.papers;

import id.narahubung.decisions.CellState;
import id.narahubung.decisions.Decision;
import id.narahubung.decisions.DecisionFacts;
import id.narahubung.decisions.DecisionStore;
import id.narahubung.decisions.DecisionWording;
import id.narahubung.ledger.By;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes a decision as it is printed: as it was signed, with what providers did since. */
final class DecisionPaperMaker {

  private final Twice.Both words;
  private final URI publicUrl;

  DecisionPaperMaker(Twice.Both words, URI publicUrl) {
    this.words = words;
    this.publicUrl = publicUrl;
  }

  /**
   * What was read for it, in one transaction.
   *
   * @param saw what its signer saw
   */
  record Read(String ministry, Decision decision, RuleSet rules, DecisionStore.Saw saw) {

    String number() {
      return decision.number().orElseThrow();
    }

    Instant signedAt() {
      return decision.signature().orElseThrow().at();
    }

    /** The platform and the company that runs it. */
    String addressee() {
      return decision.of().platform() + " – " + decision.of().company();
    }
  }

  DecisionPaper make(Read read, String paper, String code) {
    Decision decision = read.decision();
    Twice kind = words.of(each -> kind(each, read));
    return new DecisionPaper(
        kind.id() + " " + paper,
        read.ministry(),
        kind,
        paper,
        facts(read),
        words.say("paper.decision.waivers"),
        waivers(words, read),
        words.say("decision.executions"),
        decision.executions().isEmpty()
            ? words.say("paper.decision.execution.none")
            : words.say("paper.decision.execution", decision.executions().size()),
        decision.executions().stream().map(this::provider).toList(),
        words.say("paper.decision.check"),
        CheckCode.printed(code),
        publicUrl.resolve("/verify").toString());
  }

  static String kind(Words each, Read read) {
    return new DecisionWording(each).kind(read.rules(), read.decision().content().kindCode());
  }

  private List<OrderPaper.Fact> facts(Read read) {
    Decision decision = read.decision();
    List<OrderPaper.Fact> facts = new ArrayList<>();
    add(facts, "paper.to", new Twice(read.addressee(), ""));
    facts.addAll(content(words, read.rules(), decision));
    add(facts, "paper.decision.dossier", new Twice(read.saw().sha256(), ""));
    return facts;
  }

  /** What is decided, and what it rests on. */
  static List<OrderPaper.Fact> content(Twice.Both words, RuleSet rules, Decision decision) {
    List<String> links = decision.content().links();
    return Stream.concat(
            words
                .facts(each -> new DecisionFacts(each).of(rules, decision, By::withoutName))
                .stream(),
            links.isEmpty()
                ? Stream.of()
                : Stream.of(
                    new OrderPaper.Fact(
                        words.say("decision.form.links"), new Twice(String.join("\n", links), ""))))
        .toList();
  }

  private void add(List<OrderPaper.Fact> facts, String key, Twice value) {
    facts.add(new OrderPaper.Fact(words.say(key), value));
  }

  /** Those the signature stands on. */
  static List<OrderPaper.Fact> waivers(Twice.Both words, Read read) {
    return read.saw().dossier().cells().stream()
        .filter(cell -> cell.row().state() == CellState.WAIVED)
        .flatMap(
            cell ->
                cell
                    .waiver()
                    .map(
                        waiver ->
                            new OrderPaper.Fact(
                                words.of(each -> each.label(cell.label())),
                                words.of(each -> new DecisionWording(each).waiver(waiver))))
                    .stream())
        .toList();
  }

  private DecisionPaper.Provider provider(Decision.Execution each) {
    return new DecisionPaper.Provider(
        each.provider(),
        words.say("decision.execution." + each.state().code()),
        words.id().instant(each.happenedAt()),
        each.note());
  }
}
