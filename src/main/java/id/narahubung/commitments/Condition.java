package id.narahubung.commitments;

import id.narahubung.ledger.By;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Label;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A commitment that access to a platform hangs on, as the version in force has it (or the latest
 * while none is), with what was found last.
 *
 * @param version the one in force, or the one that waits; not raised by acts as the head's is
 * @param agreed whether one is in force
 * @param lastResult of the last check that could be made under that version
 * @param value what was found then, and as of which day
 * @param verifiedBy role and code of whoever concluded it; the portal itself where it measures
 * @param validUntil how long a pass holds; empty where it does not lapse
 * @param evidenceOn the day the company's newest evidence bears
 * @param evidenceUntil how long that holds; empty where it does not lapse
 * @param soonDays from how many days before it lapses one is told, and looks anew
 */
public record Condition(
    long commitmentId,
    String number,
    int version,
    boolean agreed,
    Label kind,
    String text,
    Optional<BigDecimal> target,
    Optional<Label> unit,
    CommitmentKind.Direction direction,
    LocalDate dueOn,
    Optional<FindingResult> lastResult,
    Optional<BigDecimal> value,
    Optional<LocalDate> asOf,
    Optional<By> verifiedBy,
    Optional<LocalDate> validUntil,
    Optional<LocalDate> evidenceOn,
    Optional<LocalDate> evidenceUntil,
    int soonDays) {

  /** Whether a pass stands on this day, and what proved it. */
  public boolean isMet(LocalDate today) {
    return lastResult.filter(FindingResult.PASS::equals).isPresent()
        && lapse().filter(today::isAfter).isEmpty();
  }

  /**
   * The last day on which a pass and its evidence hold; empty where neither lapses. A check that
   * was made once it was told that the evidence lapses, or after it had, looked with that in mind:
   * it stands for itself, as it clears the list of what is to be checked anew. PostgreSQL says the
   * same (commitment_holds_until).
   */
  public Optional<LocalDate> lapse() {
    return Stream.of(validUntil, evidenceUntil.filter(until -> !isCheckedWithItInMind(until)))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private boolean isCheckedWithItInMind(LocalDate until) {
    return asOf.filter(day -> !day.isBefore(until.minusDays(soonDays))).isPresent();
  }

  /** Whether a pass stood, and it or its evidence has lapsed. */
  public boolean isExpired(LocalDate today) {
    return lastResult.filter(FindingResult.PASS::equals).isPresent() && !isMet(today);
  }
}
