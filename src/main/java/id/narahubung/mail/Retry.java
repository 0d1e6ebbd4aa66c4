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

  /** Of four hours that an urgent order gives, the mail of it must not rest away one. */
  private static final Duration OFTEN = Duration.ofMinutes(10);

  static final Duration LONGEST = Duration.ofDays(2);

  /** The status of a week is worth reading until the next one comes. */
  static final Duration LONGEST_OF_STATUS = Duration.ofDays(7);

  private Retry() {}

  /**
   * The pause after so many attempts; none when it is parked.
   *
   * @param tried for how long it has been tried
   * @param often whether it must not rest for long
   */
  static Optional<Duration> after(int attempts, Duration tried, boolean often) {
    return after(attempts, tried, often, LONGEST);
  }

  /** The same of a mail that is tried for so long at most. */
  static Optional<Duration> after(int attempts, Duration tried, boolean often, Duration longest) {
    Duration growing = PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
    Duration pause = often && growing.compareTo(OFTEN) > 0 ? OFTEN : growing;
    return tried.plus(pause).compareTo(longest) > 0 ? Optional.empty() : Optional.of(pause);
  }
}
