package id.narahubung.letters;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Adds a payment of a letter's fine, or of a part: the ministry records what it finds at the
 * treasury; what a company says it paid counts for nothing until then. Refused when the viewer may
 * not, when the letter has no fine, was withdrawn, replaced or paid, for nothing or more than is
 * left, on a day before the letter or to come, without the treasury's number, when that payment was
 * told already, and when the number stands for another company's payment.
 */
public final class AddPayment {

  private final LetterActs acts;
  private final LetterActStore store;
  private final LetterAct kind;

  /** Either {@code TELL_PAYMENT} or {@code RECORD_PAYMENT}. */
  AddPayment(LetterActs acts, LetterActStore store, LetterAct kind) {
    this.acts = acts;
    this.store = store;
    this.kind = kind;
  }

  public void run(Tx tx, UUID act, String number, PaymentGiven given) {
    boolean recorded = kind == LetterAct.RECORD_PAYMENT;
    Letter letter = acts.lock(tx, number, kind);
    given.check(tx, letter);
    boolean known =
        letter.payments().stream()
            .filter(each -> each.recorded() == recorded && each.reversal().isEmpty())
            .anyMatch(each -> each.reference().equals(given.reference()));
    if (known) {
      throw new RuleBroken("letter.refused.told");
    }
    // A company sees no other's payments, and need not know of them.
    if (recorded && store.isAnothers(tx, letter, given.reference())) {
      throw new RuleBroken("letter.refused.anothers");
    }
    long event =
        acts.tell(
            tx,
            act,
            recorded ? EventKind.LETTER_PAYMENT_RECORDED : EventKind.LETTER_PAYMENT_TOLD,
            kind.permission(),
            letter,
            Map.of("amount", given.amount()));
    store.pay(tx, event, letter, given, recorded);
  }
}
