package id.narahubung.commitments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a check of a commitment came to: of the version that was in force on its day.
 *
 * @param validUntil how long a pass holds; empty leaves it to the kind
 * @param findings what was found, in words both sides read
 * @param verificationNumber of the step that found it
 */
public record FindingGiven(
    FindingResult result,
    Optional<BigDecimal> value,
    LocalDate asOf,
    Optional<LocalDate> validUntil,
    String findings,
    Optional<String> verificationNumber) {}
