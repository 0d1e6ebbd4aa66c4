package id.narahubung.requests;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch the clock does not count: from a question to its reply. Without an end it still waits.
 */
public record Pause(Instant from, Optional<Instant> to) {

  public Pause {
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new IllegalArgumentException("a pause ends before it begins");
    }
  }
}
