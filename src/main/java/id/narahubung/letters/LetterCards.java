package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.requests.ItemPage;
import id.narahubung.requests.LetterBox;
import id.narahubung.requests.LetterCard;
import id.narahubung.requests.QueuePage;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What letters show beside requests and items. */
final class LetterCards implements LetterBox {

  private final LetterStore letters;
  private final Proposals proposals;
  private final RuleStore rules;

  LetterCards(LetterStore letters, Proposals proposals, RuleStore rules) {
    this.letters = letters;
    this.proposals = proposals;
    this.rules = rules;
  }

  @Override
  public Optional<LetterCard> onRequest(Tx tx, Words words, TakedownRequest request) {
    RuleSet set = rules.fetch(tx, request.ruleSetId());
    LetterWording wording = new LetterWording(words);
    List<Letter> sent = letters.of(tx, request.id());
    List<Proposal> wanted =
        tx.viewer().may(Permission.SEND_LETTERS) ? proposals.of(tx, request, set) : List.of();
    if (sent.isEmpty() && wanted.isEmpty()) {
      return Optional.empty();
    }
    boolean fined = sent.stream().anyMatch(letter -> letter.owed() > 0);
    long owed = sent.stream().mapToLong(Letter::owed).sum();
    long paid = sent.stream().mapToLong(Letter::met).sum();
    return Optional.of(
        new LetterCard(
            wanted.stream().map(each -> wanted(words, request, each)).toList(),
            sent.stream()
                .map(
                    letter ->
                        new LetterCard.Line(
                            letter.number(),
                            "/letters/" + letter.number(),
                            words.say(
                                "letter.line",
                                wording.stage(set, letter),
                                letter.items(),
                                words.deadline(letter.dueAt())),
                            wording.state(letter, tx.now())))
                .toList(),
            fined ? words.say("letter.owed", wording.rupiah(owed), wording.rupiah(paid)) : ""));
  }

  private static LetterCard.Wanted wanted(Words words, TakedownRequest request, Proposal each) {
    String stage = words.label(each.stage().label());
    return new LetterCard.Wanted(
        words.say("letter.wanted.line", stage, each.items().size(), words.instant(each.missedAt())),
        "/requests/" + request.requireNumber() + "/letters/new?stage=" + each.stage().code(),
        words.say("letter.wanted.look", stage));
  }

  @Override
  public List<ItemPage.Link> onItem(Tx tx, Words words, long item) {
    LetterWording wording = new LetterWording(words);
    return letters.ofItem(tx, item).stream()
        .map(
            letter ->
                new ItemPage.Link(
                    words.say(
                        "letter.of_item",
                        wording.stage(rules.fetch(tx, letter.of().ruleSetId()), letter),
                        letter.number(),
                        wording.state(letter, tx.now()).text()),
                    "/letters/" + letter.number()))
        .toList();
  }

  @Override
  public List<QueuePage.Counter> asked(Tx tx, Words words) {
    List<LetterNeed> needs = LetterNeed.of(tx.viewer());
    return needs.isEmpty()
        ? List.of()
        : letters.asked(tx).stream()
            .filter(each -> needs.contains(each.need()) && each.count() > 0)
            .map(
                each ->
                    new QueuePage.Counter(
                        each.until().filter(tx.now()::isAfter).isPresent() ? "late" : "soon",
                        words.number(each.count()),
                        words.say(
                            "queue.show.letters." + each.need().code(),
                            each.until().map(words::instant).orElse("")),
                        "/letters?asks=" + each.need().code(),
                        false))
            .toList();
  }

  @Override
  public OptionalInt wanted(Tx tx) {
    return tx.viewer().may(Permission.SEND_LETTERS)
        ? OptionalInt.of(proposals.countOpen(tx))
        : OptionalInt.empty();
  }
}
