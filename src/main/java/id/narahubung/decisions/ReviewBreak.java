package id.narahubung.decisions;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Says what follows from a broken condition of an opening, which settles the task; nothing follows
 * by itself. Refused when the viewer may not, for what is not broken or was looked into already,
 * and without a word of what follows.
 */
public final class ReviewBreak {

  private final DecisionActs acts;
  private final Reviews reviews;
  private final DecisionActStore store;

  ReviewBreak(DecisionActs acts, Reviews reviews, DecisionActStore store) {
    this.acts = acts;
    this.reviews = reviews;
    this.store = store;
  }

  public void run(Tx tx, UUID act, long id, String broken, String outcome) {
    Decision decision = acts.lock(tx, id, DecisionAct.REVIEW);
    List<Reviews.Task> tasks = reviews.of(tx, decision);
    if (tasks.stream().noneMatch(task -> task.broken().equals(broken))) {
      throw new RuleBroken("decision.refused.review");
    }
    if (outcome.isEmpty()) {
      throw new RuleBroken("decision.refused.outcome");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.DECISION_REVIEWED,
            DecisionAct.REVIEW,
            decision,
            Map.of("broken", broken));
    store.review(tx, event, decision, broken, outcome);
  }
}
