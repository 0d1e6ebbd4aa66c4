package id.narahubung.verification;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** A step as somebody plans it: from what, and what, when, where and who. */
public record PlanGiven(From from, String methodCode, String claim, When when) {

  /**
   * What it is planned from: a platform, and the commitment, request, decision or step of it where
   * it is one.
   */
  public record From(
      long platformId,
      Optional<Long> commitment,
      Optional<String> request,
      Optional<Long> decision,
      Optional<String> again) {

    /** Of no decision. */
    public From(
        long platformId,
        Optional<Long> commitment,
        Optional<String> request,
        Optional<String> again) {
      this(platformId, commitment, request, Optional.empty(), again);
    }
  }

  /** What may change until it is carried out. */
  public record When(LocalDate on, Optional<LocalTime> at, String place, long officer) {}
}
