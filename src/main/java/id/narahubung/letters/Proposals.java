package id.narahubung.letters;

import id.narahubung.data.Tx;
import id.narahubung.letters.LetterRule.Missed;
import id.narahubung.letters.LetterRule.Past;
import id.narahubung.letters.ProposalStore.PastDue;
import id.narahubung.requests.FactStore;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what the clock proposes. Nothing of it is stored. */
final class Proposals {

  /** So many items one letter covers at most; for more, another is proposed once it was sent. */
  static final int MOST_ITEMS = 1_000;

  private final ProposalStore store;
  private final FactStore facts;
  private final int most;

  /**
   * What is proposed at once.
   *
   * @param most so many items; {@link #MOST_ITEMS} but in a test
   */
  Proposals(ProposalStore store, FactStore facts, int most) {
    this.store = store;
    this.facts = facts;
    this.most = most;
  }

  /** The letters proposed, the longest first; at most so many. */
  List<ProposalStore.Wanted> wanted(Tx tx) {
    return store.wanted(tx);
  }

  /** For how many requests one is proposed for items that stand open; at most so many. */
  int countOpen(Tx tx) {
    return store.countOpen(tx);
  }

  /** Reads on past those that are in a letter already, until so many are found. */
  List<Proposal> of(Tx tx, TakedownRequest request, RuleSet rules) {
    List<Missed> missed = new ArrayList<>();
    List<PastDue> read = store.pastDue(tx, request.id(), 0, most);
    while (!read.isEmpty() && missed.size() < most) {
      missed.addAll(missed(tx, read.stream().map(PastDue::id).toList(), rules));
      read =
          read.size() < most
              ? List.of()
              : store.pastDue(tx, request.id(), read.getLast().ordinal(), most);
    }
    return Proposal.group(missed.subList(0, Math.min(most, missed.size())));
  }

  private List<Missed> missed(Tx tx, List<Long> ids, RuleSet rules) {
    Map<Long, List<Past>> past = store.past(tx, ids);
    Map<Long, ItemFacts> factsOf = facts.fetch(tx, ids);
    List<Missed> missed = new ArrayList<>();
    for (Long id : ids) {
      ItemFacts fact = factsOf.get(id);
      if (fact != null) {
        LetterRule.missed(fact, past.getOrDefault(id, List.of()), rules::letterAfter, tx.now())
            .ifPresent(missed::add);
      }
    }
    return missed;
  }
}
