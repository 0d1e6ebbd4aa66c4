package id.narahubung.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is counted, and from which facts.
 *
 * @param from the first instant in it
 * @param to the first instant after it
 * @param asOf only what was recorded before this instant is read: who counts later counts the same
 */
public record Period(Instant from, Instant to, Instant asOf) {

  /**
   * Nothing is counted for good sooner after its end: a transaction that began in it may write of
   * it until it is committed, and what was counted without that row would stay wrong. None is open
   * for so long, since the database ends a statement after 30 seconds and an idle one after 60.
   */
  public static final Duration SETTLING = Duration.ofMinutes(15);

  public Period {
    if (to.isBefore(from) || asOf.isBefore(to)) {
      throw new IllegalArgumentException(from + " to " + to + " as of " + asOf);
    }
  }

  /** A whole week, as it was known at its end. */
  public static Period of(Week week) {
    return new Period(week.from(), week.to(), week.to());
  }

  /** The week that runs, with everything recorded until now. */
  public static Period soFar(Instant now) {
    Instant after = now.plus(1, ChronoUnit.MICROS);
    return new Period(Week.containing(now).from(), after, after);
  }
}
