package id.narahubung.requests;

import java.time.Instant;
import java.util.Optional;

/** How many of a request's items stand where, and which falls due next. */
public record Counts(
    int items,
    int open,
    int asked,
    int claimed,
    int contested,
    int settled,
    Optional<Instant> nextDue,
    int nextDueShared) {

  public boolean isClosed() {
    return items > 0 && settled == items;
  }

  /** Items the company has spoken on and that are not settled yet. */
  public int waitingForMinistry() {
    return asked + claimed + contested;
  }
}
