package id.narahubung.letters;

import id.narahubung.data.Tx;
import id.narahubung.letters.LetterRule.Missed;
import id.narahubung.letters.LetterRule.Past;
import id.narahubung.requests.FactStore;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what the clock proposes. Nothing of it is stored. */
final class Proposals {

  private final ProposalStore store;
  private final FactStore facts;

  Proposals(ProposalStore store, FactStore facts) {
    this.store = store;
    this.facts = facts;
  }

  /** Where letters are proposed for items that stand open, the longest first; at most so many. */
  List<ProposalStore.Wanted> wanted(Tx tx) {
    return store.wanted(tx);
  }

  List<Proposal> of(Tx tx, TakedownRequest request, RuleSet rules) {
    List<Long> ids = store.pastDue(tx, request.id());
    if (ids.isEmpty()) {
      return List.of();
    }
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
    return Proposal.group(missed);
  }
}
