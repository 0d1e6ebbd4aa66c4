package id.narahubung.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a mail rests after attempts in vain: longer each time, and after two days for good. */
final class Retry {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(3),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private Retry() {}

  /** The pause after so many attempts; none when it is parked. */
  static Optional<Duration> after(int attempts) {
    return attempts > PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(attempts - 1));
  }
}
