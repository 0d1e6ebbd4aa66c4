package id.narahubung.decisions;

import static java.util.stream.Collectors.toSet;

import id.narahubung.commitments.Commitment;
import id.narahubung.commitments.CommitmentFilter;
import id.narahubung.commitments.CommitmentStage;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.commitments.CommitmentStore;
import id.narahubung.data.Tx;
import id.narahubung.letters.Letter;
import id.narahubung.letters.LetterState;
import id.narahubung.letters.LetterStore;
import id.narahubung.letters.LetterWording;
import id.narahubung.requests.RequestStore;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a platform is open, and may be ticked on a decision instead of typing its number: orders
 * with items that are not settled, letters that are not closed, commitments that are not kept yet.
 * What is ticked already is offered whatever became of it since, and however much else is open.
 */
final class LinkOffers {

  /** As many of each as somebody looks through; the others are typed. */
  private static final int MOST = 30;

  /** Among so many of the newest those that are open are looked for. */
  private static final int MOST_READ = 500;

  private static final Set<LetterState> OPEN = Set.of(LetterState.OPEN, LetterState.OVERDUE);

  private final AccessFactStore facts;
  private final RequestStore requests;
  private final Links links;
  private final LetterStore letters;
  private final CommitmentStore commitments;
  private final RuleStore rules;

  LinkOffers(
      AccessFactStore facts,
      RequestStore requests,
      LetterStore letters,
      CommitmentStore commitments,
      RuleStore rules,
      Links links) {
    this.facts = facts;
    this.requests = requests;
    this.links = links;
    this.letters = letters;
    this.commitments = commitments;
    this.rules = rules;
  }

  /** One of them, and what it is. */
  record Offer(String number, String text) {}

  /**
   * The newest first, by kind; before them what is ticked and not among them.
   *
   * @param ticked numbers; those that are none of the platform's are offered to nobody
   */
  List<Offer> of(Tx tx, Words words, long platform, Collection<String> ticked) {
    List<Offer> open = open(tx, words, platform);
    Set<String> offered = open.stream().map(Offer::number).collect(toSet());
    return Stream.concat(
            ticked.stream()
                .distinct()
                .filter(number -> !offered.contains(number))
                .filter(number -> links.isOf(tx, platform, number))
                .map(number -> ticked(tx, words, number)),
            open.stream())
        .toList();
  }

  private List<Offer> open(Tx tx, Words words, long platform) {
    LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
    return Stream.of(
            facts.openOrders(tx, platform, MOST).stream()
                .map(each -> new Offer(each.number(), each.subject())),
            letters.ofPlatform(tx, platform, MOST_READ).stream()
                .filter(each -> OPEN.contains(each.state(tx.now())))
                .limit(MOST)
                .map(each -> offer(tx, words, each)),
            commitments
                .list(tx, CommitmentFilter.of(platform), Optional.empty(), MOST_READ)
                .stream()
                .filter(each -> each.standing().stage() != CommitmentStage.CANCELLED)
                .filter(each -> each.state(today).word() != Word.VERIFIED)
                .limit(MOST)
                .map(each -> offer(words, each)))
        .flatMap(each -> each)
        .toList();
  }

  private Offer ticked(Tx tx, Words words, String number) {
    return switch (number.substring(0, 2)) {
      case "PA" -> new Offer(number, requests.fetch(tx, number).content().subject());
      case "ST" -> offer(tx, words, letters.fetch(tx, number));
      default -> offer(words, commitments.fetch(tx, number));
    };
  }

  private Offer offer(Tx tx, Words words, Letter letter) {
    return new Offer(
        letter.number(),
        new LetterWording(words).stage(rules.fetch(tx, letter.of().ruleSetId()), letter));
  }

  private static Offer offer(Words words, Commitment commitment) {
    return new Offer(commitment.number(), words.label(commitment.kind().label()));
  }
}
