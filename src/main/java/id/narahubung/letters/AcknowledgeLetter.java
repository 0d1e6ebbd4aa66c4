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
  private final LetterActStore store;

  AcknowledgeLetter(LetterActs acts, LetterActStore store) {
    this.acts = acts;
    this.store = store;
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
    store.acknowledge(tx, event, letter);
  }
}
