package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Decides on the objection to a letter: accepted, the letter is withdrawn and nothing is owed for
 * it; upheld, all stays. Refused when the viewer may not send letters, without a reason, where no
 * objection waits, and for whoever sent the letter, in person or by a loan on either side.
 */
public final class DecideOnLetter {

  private final LetterActs acts;
  private final LetterActStore store;

  DecideOnLetter(LetterActs acts, LetterActStore store) {
    this.acts = acts;
    this.store = store;
  }

  public void run(Tx tx, UUID act, String number, LetterOutcome outcome, String reason) {
    Letter letter = acts.lock(tx, number, LetterAct.DECIDE);
    if (reason.isEmpty()) {
      throw new RuleBroken("letter.refused.objection.reason");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.LETTER_DECIDED,
            Permission.SEND_LETTERS,
            letter,
            Map.of("outcome", outcome.name().toLowerCase(Locale.ROOT)));
    store.decide(tx, event, letter, outcome, reason);
  }
}
