package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.letters.LetterRule.Missed;
import id.narahubung.requests.RequestStore;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.rules.LetterStage;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sends a letter that the clock proposes, with its own due time and fine, and gives its number.
 * Refused when the viewer may not send letters, when no letter of the stage is proposed, when one
 * of the items that were shown is not proposed any more, without an item, when items are left out
 * without a reason, without the company's size where the fine depends on it, and with a fine that
 * is none or above the ceiling.
 */
public final class SendLetter {

  private final RequestStore requests;
  private final RuleStore rules;
  private final LetterActStore store;
  private final Proposals proposals;
  private final Ledger ledger;

  SendLetter(
      RequestStore requests,
      RuleStore rules,
      LetterActStore store,
      Proposals proposals,
      Ledger ledger) {
    this.requests = requests;
    this.rules = rules;
    this.store = store;
    this.proposals = proposals;
    this.ledger = ledger;
  }

  public String run(Tx tx, UUID act, String number, LetterGiven given) {
    long id = requests.fetch(tx, number).id();
    TakedownRequest request = requests.lock(tx, id, Permission.SEND_LETTERS);
    RuleSet set = rules.fetch(tx, request.ruleSetId());
    Proposal proposal = proposed(tx, request, set, given);
    LetterStage stage = proposal.stage();
    Optional<FineGiven> fine =
        FineGiven.of(
            set,
            set.category(request.content().categoryCode()),
            stage,
            given.scale(),
            given.fine());
    Duration ordered = set.urgency(request.content().urgencyCode()).span();
    Instant due = stage.term().end(tx.now(), ordered, set.workingDays());
    String letter = store.number(tx);
    int items = given.items().size();
    long event =
        ledger.add(
            tx,
            Act.joint(act, EventKind.LETTER_SENT, tx.person().roleFor(Permission.SEND_LETTERS))
                .behind(request.companyId())
                .on(request.id())
                .with("letter", letter)
                .with("stage", stage.code())
                .with("items", items)
                .with("fine", fine.map(each -> each.perItem() * items).orElse(0L)));
    List<Missed> shown =
        proposal.items().stream().filter(each -> given.shown().contains(each.itemId())).toList();
    store.insert(tx, event, request, letter, stage, due, fine, given, shown);
    return letter;
  }

  private Proposal proposed(Tx tx, TakedownRequest request, RuleSet set, LetterGiven given) {
    Proposal proposal =
        proposals.of(tx, request, set).stream()
            .filter(each -> each.stage().code().equals(given.stage()))
            .findFirst()
            .orElseThrow(() -> new RuleBroken("letter.refused.none"));
    Set<Long> now =
        proposal.items().stream().map(Missed::itemId).collect(Collectors.toUnmodifiableSet());
    if (!now.containsAll(given.shown()) || !given.shown().containsAll(given.items())) {
      throw new RuleBroken("letter.refused.moved");
    }
    if (given.items().isEmpty()) {
      throw new RuleBroken("letter.refused.no_items");
    }
    if (given.leavesOut() && given.leftOutReason().isEmpty()) {
      throw new RuleBroken("letter.refused.reason");
    }
    return proposal;
  }
}
