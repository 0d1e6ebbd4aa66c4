package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Map;
import java.util.UUID;

/**
 * Acknowledges a letter for the company; moves no clock. Refused when the viewer may not. A second
 * acknowledgement changes nothing: the first one stands.
 */
public final class AcknowledgeLetter {

  private final LetterActs acts;
  private final LetterStore letters;

  AcknowledgeLetter(LetterActs acts, LetterStore letters) {
    this.acts = acts;
    this.letters = letters;
  }

  public void run(Tx tx, UUID act, String number) {
    Letter letter = acts.lock(tx, number, Permission.ACKNOWLEDGE_REQUESTS);
    if (letter.acknowledged().isPresent()) {
      return;
    }
    long event =
        acts.tell(
            tx,
            act,
            EventKind.LETTER_ACKNOWLEDGED,
            Permission.ACKNOWLEDGE_REQUESTS,
            letter,
            Map.of());
    letters.acknowledge(tx, event, letter);
  }
}
