package id.narahubung.papers;

import id.narahubung.letters.Letter;
import id.narahubung.letters.LetterStore.Covered;
import id.narahubung.letters.LetterWording;
import id.narahubung.requests.Item;
import id.narahubung.requests.Wording;
import id.narahubung.rules.RuleSet;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a letter of warning as it is printed: as it was sent, whatever happened since. */
final class LetterPaperMaker {

  private final Twice.Both words;
  private final URI publicUrl;

  LetterPaperMaker(Twice.Both words, URI publicUrl) {
    this.words = words;
    this.publicUrl = publicUrl;
  }

  /** What was read for it, in one transaction. */
  record Read(
      String ministry, Letter letter, RuleSet rules, List<Covered> covered, Map<Long, Item> items) {

    /** The platform and the company that runs it. */
    String addressee() {
      return letter.of().platform() + " – " + letter.of().company();
    }
  }

  LetterPaper make(Read read, String code) {
    Letter letter = read.letter();
    Twice stage = words.of(each -> new LetterWording(each).stage(read.rules(), letter));
    return new LetterPaper(
        stage.id() + " " + letter.number(),
        read.ministry(),
        stage,
        letter.number(),
        facts(read),
        text(letter),
        words.say("letter.fine.title"),
        words.facts(each -> new LetterWording(each).receipt(read.rules(), letter)),
        words.say("paper.letter.check"),
        CheckCode.printed(code),
        publicUrl.resolve("/verify").toString(),
        words.say("paper.annex", letter.items()),
        words.id().say("column.no"),
        words.say("column.content"),
        words.say("letter.missed"),
        lines(read));
  }

  private List<OrderPaper.Fact> facts(Read read) {
    Letter letter = read.letter();
    List<OrderPaper.Fact> facts = new ArrayList<>();
    add(facts, "paper.to", new Twice(read.addressee(), ""));
    add(facts, "paper.letter.order", new Twice(letter.of().requestNumber(), ""));
    add(facts, "paper.subject", new Twice(letter.of().subject(), ""));
    add(facts, "paper.sent", words.of(each -> each.instant(letter.sentAt())));
    add(facts, "letter.due", words.of(each -> each.instant(letter.dueAt())));
    add(
        facts,
        "letter.basis",
        words.of(each -> new LetterWording(each).article(read.rules(), letter)));
    letter
        .fine()
        .flatMap(fine -> read.rules().warnings().fine())
        .ifPresent(
            fine -> add(facts, "letter.fine.basis", words.of(each -> each.label(fine.article()))));
    if (!letter.note().isEmpty()) {
      add(facts, "letter.note", new Twice(letter.note(), ""));
    }
    add(facts, "paper.letter.by", words.of(each -> letter.by().withoutName().told(each)));
    return facts;
  }

  /** What it asks for, a paragraph each. */
  private List<Twice> text(Letter letter) {
    List<Twice> text = new ArrayList<>();
    text.add(words.of(each -> each.say("paper.letter.text", each.instant(letter.dueAt()))));
    if (letter.fine().isPresent()) {
      text.add(words.say("paper.letter.fine"));
    }
    if (letter.asksToPay()) {
      text.add(words.say("paper.letter.commitment"));
    }
    return text;
  }

  private void add(List<OrderPaper.Fact> facts, String key, Twice value) {
    facts.add(new OrderPaper.Fact(words.say(key), value));
  }

  private List<LetterPaper.Line> lines(Read read) {
    Wording wording = new Wording(words.id(), read.letter().sentAt());
    return read.covered().stream()
        .filter(each -> !each.leftOut())
        .flatMap(
            each ->
                Optional.ofNullable(read.items().get(each.itemId()))
                    .map(
                        item ->
                            new LetterPaper.Line(
                                item.shortNumber(),
                                AddressOnPaper.of(item, wording),
                                words.id().instant(each.missedAt())))
                    .stream())
        .toList();
  }
}
