package id.narahubung.commitments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a check of a commitment came to.
 *
 * @param validUntil how long a pass holds; empty leaves it to the kind
 * @param findings what was found, in words both sides read
 * @param verificationNumber of the step that found it
 * @param version of the commitment that was checked; empty takes the one in force on that day
 */
public record FindingGiven(
    FindingResult result,
    Optional<BigDecimal> value,
    LocalDate asOf,
    Optional<LocalDate> validUntil,
    String findings,
    Optional<String> verificationNumber,
    Optional<Integer> version) {

  /** What was checked is the version in force on that day. */
  public FindingGiven(
      FindingResult result,
      Optional<BigDecimal> value,
      LocalDate asOf,
      Optional<LocalDate> validUntil,
      String findings,
      Optional<String> verificationNumber) {
    this(result, value, asOf, validUntil, findings, verificationNumber, Optional.empty());
  }
}
