package id.narahubung.rules;

import id.narahubung.text.Label;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A law or an article that a request rests on.
 *
 * @param validUntil its last day, where it is known; what was cited before stays
 */
public record LegalBasis(String code, Label label, Optional<LocalDate> validUntil) {

  public boolean isInForceOn(LocalDate day) {
    return validUntil.filter(day::isAfter).isEmpty();
  }
}
