package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.util.Map;
import java.util.UUID;

/**
 * Contests a letter and its fine for the company; both stand meanwhile, and no further letter is
 * proposed. Refused when the viewer may not answer letters, without a reason, to a letter that was
 * withdrawn, a second time, and after the time that the rule set gives.
 */
public final class ObjectToLetter {

  private final LetterActs acts;
  private final LetterActStore store;
  private final RuleStore rules;

  ObjectToLetter(LetterActs acts, LetterActStore store, RuleStore rules) {
    this.acts = acts;
    this.store = store;
    this.rules = rules;
  }

  public void run(Tx tx, UUID act, String number, String reason) {
    Letter letter = acts.lock(tx, number, LetterAct.OBJECT);
    if (reason.isEmpty()) {
      throw new RuleBroken("letter.refused.objection.reason");
    }
    RuleSet set = rules.fetch(tx, letter.of().ruleSetId());
    long event =
        acts.tell(tx, act, EventKind.LETTER_OBJECTED, Permission.ANSWER_LETTERS, letter, Map.of());
    store.object(tx, event, letter, reason, tx.now().plus(set.limits().decideObjectionWithin()));
  }
}
