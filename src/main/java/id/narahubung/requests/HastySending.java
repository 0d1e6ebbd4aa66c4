package id.narahubung.requests;

import id.narahubung.ledger.By;
import java.time.Instant;
import java.util.Optional;

/**
 * An urgent order that an officer sent, for a supervisor to confirm.
 *
 * @param sentBy the officer
 * @param confirmBy until when the rules want it confirmed
 */
record HastySending(
    long request,
    String number,
    String subject,
    Instant sentAt,
    By sentBy,
    Instant confirmBy,
    Optional<Confirmed> confirmed) {

  /** When that was done, and by whom. */
  record Confirmed(Instant at, By by) {}

  boolean isOpen() {
    return confirmed.isEmpty();
  }

  boolean isLate(Instant now) {
    return confirmed.map(Confirmed::at).orElse(now).isAfter(confirmBy);
  }
}
