package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Commits the company to pay a letter's fine by a day (surat komitmen pembayaran); the signed file
 * is evidence of the request. Refused when the viewer may not answer letters, when the letter has
 * no fine or asks for no commitment to it, was withdrawn, replaced or paid, when one was made, for
 * a day that has passed, and with evidence that is not the company's own, shared, of that request.
 */
public final class PromisePayment {

  private final LetterActs acts;
  private final LetterStore letters;
  private final LetterActStore store;

  PromisePayment(LetterActs acts, LetterStore letters, LetterActStore store) {
    this.acts = acts;
    this.letters = letters;
    this.store = store;
  }

  public void run(Tx tx, UUID act, String number, LocalDate payBy, Optional<Long> evidence) {
    Letter letter = acts.lock(tx, number, LetterAct.COMMIT);
    if (payBy.isBefore(LocalDate.ofInstant(tx.now(), Words.WIB))) {
      throw new RuleBroken("letter.refused.pay_by");
    }
    if (evidence.isPresent()
        && letters.signable(tx, letter).stream().noneMatch(piece -> piece.id() == evidence.get())) {
      throw new RuleBroken("letter.refused.evidence");
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.LETTER_PAY_PROMISED,
            Permission.ANSWER_LETTERS,
            letter,
            Map.of("pay_by", payBy.toString()));
    store.promise(tx, event, letter, payBy, evidence);
  }
}
