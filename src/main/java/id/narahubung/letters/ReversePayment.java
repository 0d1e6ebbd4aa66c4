package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Undoes a payment that was recorded wrongly: it stays on record and counts for nothing. Refused
 * when the viewer may not send letters, without a reason, and where there is no such payment of the
 * letter that counts.
 */
public final class ReversePayment {

  private final LetterActs acts;
  private final LetterActStore store;

  ReversePayment(LetterActs acts, LetterActStore store) {
    this.acts = acts;
    this.store = store;
  }

  public void run(Tx tx, UUID act, String number, long payment, String reason) {
    Letter letter = acts.lock(tx, number, LetterAct.REVERSE_PAYMENT);
    Letter.Payment wrong =
        letter.payments().stream()
            .filter(each -> each.id() == payment && each.counts())
            .findFirst()
            .orElseThrow(() -> new RuleBroken("letter.refused.no_payment"));
    if (reason.isEmpty()) {
      throw new RuleBroken("letter.refused.objection.reason");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.LETTER_PAYMENT_REVERSED,
            Permission.SEND_LETTERS,
            letter,
            Map.of("amount", wrong.amount()));
    store.reverse(tx, event, letter, payment, reason);
  }
}
