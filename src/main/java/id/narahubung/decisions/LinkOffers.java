package id.narahubung.decisions;

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
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a platform is open, and may be ticked on a decision instead of typing its number: orders
 * with items that are not settled, letters that are not closed, commitments that are not kept yet.
 */
final class LinkOffers {

  /** As many of each as somebody looks through; the others are typed. */
  private static final int MOST = 30;

  private static final Set<LetterState> OPEN = Set.of(LetterState.OPEN, LetterState.OVERDUE);

  private final AccessFactStore facts;
  private final LetterStore letters;
  private final CommitmentStore commitments;
  private final RuleStore rules;

  LinkOffers(
      AccessFactStore facts, LetterStore letters, CommitmentStore commitments, RuleStore rules) {
    this.facts = facts;
    this.letters = letters;
    this.commitments = commitments;
    this.rules = rules;
  }

  /** One of them, and what it is. */
  record Offer(String number, String text) {}

  /** The newest first, by kind. */
  List<Offer> of(Tx tx, Words words, long platform) {
    List<Offer> offers = new ArrayList<>();
    facts
        .openOrders(tx, platform, MOST)
        .forEach(each -> offers.add(new Offer(each.number(), each.subject())));
    LetterWording wording = new LetterWording(words);
    for (Letter each : letters.ofPlatform(tx, platform, MOST)) {
      if (OPEN.contains(each.state(tx.now()))) {
        offers.add(
            new Offer(each.number(), wording.stage(rules.fetch(tx, each.of().ruleSetId()), each)));
      }
    }
    LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
    for (Commitment each :
        commitments.list(tx, CommitmentFilter.of(platform), Optional.empty(), MOST)) {
      if (each.standing().stage() != CommitmentStage.CANCELLED
          && each.state(today).word() != Word.VERIFIED) {
        offers.add(new Offer(each.number(), words.label(each.kind().label())));
      }
    }
    return offers;
  }
}
