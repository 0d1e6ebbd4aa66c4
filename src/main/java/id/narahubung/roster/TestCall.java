package id.narahubung.roster;

import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.ledger.By;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A call to try whether who is on duty answers.
 *
 * @param company behind whose wall it stands; none for the ministry's own
 * @param rungBy who rang
 * @param called who was on duty first
 * @param passedTo who was told next, because nobody confirmed it
 */
public record TestCall(
    long id,
    OptionalLong company,
    Share share,
    Side side,
    long organisation,
    String organisationName,
    Instant rungAt,
    By rungBy,
    By called,
    Optional<Passed> passedTo,
    Optional<Confirmed> confirmed) {

  /** After so long nobody answers it any more: it is passed on, shown and confirmed until then. */
  static final Duration OPEN_FOR = Duration.ofHours(1);

  /** To whom it was passed on. */
  public record Passed(Instant at, By to) {}

  /** Who confirmed it. */
  public record Confirmed(Instant at, By by) {}

  boolean isFor(long organisationId, int code) {
    return organisation == organisationId
        && (called.code() == code
            || passedTo.filter(passed -> passed.to().code() == code).isPresent());
  }

  /** Whether somebody may still confirm it. */
  boolean isOpen(Instant now) {
    return confirmed.isEmpty() && !isLapsed(now);
  }

  /** Whether nobody confirmed it in its time, and nobody will. */
  boolean isLapsed(Instant now) {
    return confirmed.isEmpty() && !now.isBefore(rungAt.plus(OPEN_FOR));
  }

  /** Whether nobody has confirmed it for so long that it shows. */
  boolean isUnanswered(Instant now, Duration after) {
    return isLapsed(now) || (confirmed.isEmpty() && !rungAt.plus(after).isAfter(now));
  }
}
