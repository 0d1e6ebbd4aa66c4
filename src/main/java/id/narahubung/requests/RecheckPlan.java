package id.narahubung.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When content that was found down is to be looked at again. Pure. */
final class RecheckPlan {

  private RecheckPlan() {}

  /**
   * The first of these times after the confirmation that is still to come after the last look: a
   * look that came late stands for those it missed. None after the last.
   */
  static Optional<Instant> next(Instant confirmedAt, Instant lookedAt, List<Duration> after) {
    return after.stream().map(confirmedAt::plus).filter(lookedAt::isBefore).sorted().findFirst();
  }
}
