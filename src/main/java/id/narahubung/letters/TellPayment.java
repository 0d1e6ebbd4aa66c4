package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Says for the company that it paid a letter's fine, or a part. Counts for nothing until the
 * ministry records it. Refused when the viewer may not, when the letter has no fine or was
 * withdrawn, when it is paid, for nothing or more than is left, on a day before the letter or to
 * come, without the treasury's number, and when that payment was told already.
 */
public final class TellPayment {

  private final LetterActs acts;
  private final LetterActStore store;

  TellPayment(LetterActs acts, LetterActStore store) {
    this.acts = acts;
    this.store = store;
  }

  public void run(Tx tx, UUID act, String number, PaymentGiven given) {
    Letter letter = acts.lock(tx, number, Permission.ANSWER_LETTERS);
    given.check(tx, letter);
    boolean known =
        letter.payments().stream()
            .anyMatch(each -> !each.recorded() && each.reference().equals(given.reference()));
    if (known) {
      throw new RuleBroken("letter.refused.told");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.LETTER_PAYMENT_TOLD,
            Permission.ANSWER_LETTERS,
            letter,
            Map.of("amount", given.amount()));
    store.pay(tx, event, letter, given, false);
  }
}
