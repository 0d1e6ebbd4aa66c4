package id.narahubung.requests;

import java.time.Duration;
import java.time.Instant;

/** A stretch in which no instance of the portal gave a sign of life. */
public record Outage(Instant from, Instant to) {

  public Outage {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("an outage ends before it begins");
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
