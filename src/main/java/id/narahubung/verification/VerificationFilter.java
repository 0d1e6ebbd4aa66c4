package id.narahubung.verification;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What narrows the list of steps.
 *
 * @param until the last day of this week
 */
record VerificationFilter(
    Show show, Optional<String> method, Optional<Long> platform, LocalDate until) {

  /** Which steps one looks at. */
  enum Show {
    /** One's own, until the end of this week; what should have been before is among them. */
    MINE,
    OPEN,
    /** Recorded, and waiting for somebody to conclude them. */
    TO_CONCLUDE,
    /** Passes and evidence that lapse, of which nothing is planned yet. */
    DUE,
    /** Results that ask for something that nobody did yet. */
    FOLLOW,
    /** Of these, those of one's own steps and conclusions. */
    FOLLOW_MINE,
    OVER;

    /** Whether it is of results, not of steps. */
    boolean follows() {
      return this == FOLLOW || this == FOLLOW_MINE;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Show of(String code) {
      return Arrays.stream(values())
          .filter(each -> each.code().equals(code))
          .findFirst()
          .orElse(MINE);
    }
  }
}
