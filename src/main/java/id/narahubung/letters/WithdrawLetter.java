package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Takes a letter back, and its fine with it: besides an accepted objection the only way by which a
 * fine falls away. Refused when the viewer may not send letters, without a reason, and when it was
 * withdrawn already. An objection that waited needs no decision any more.
 */
public final class WithdrawLetter {

  private final LetterActs acts;
  private final LetterActStore store;

  WithdrawLetter(LetterActs acts, LetterActStore store) {
    this.acts = acts;
    this.store = store;
  }

  /**
   * Takes it back.
   *
   * @param again whether another letter may be proposed in its place
   */
  public void run(Tx tx, UUID act, String number, String reason, boolean again) {
    Letter letter = acts.lock(tx, number, LetterAct.WITHDRAW);
    if (reason.isEmpty()) {
      throw new RuleBroken("letter.refused.objection.reason");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.LETTER_WITHDRAWN,
            Permission.SEND_LETTERS,
            letter,
            Map.of("again", again));
    store.withdraw(tx, event, letter, reason, again);
  }
}
