package id.narahubung.decisions;

import id.narahubung.ledger.By;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * That a company contests a decision which was signed.
 *
 * @param dueAt until when it is to be decided
 * @param end how it ended; empty while it waits
 */
record Objection(
    long decisionId,
    long platformId,
    String platform,
    String number,
    String reason,
    Instant filedAt,
    Instant dueAt,
    By by,
    Optional<End> end) {

  /** How it ended, and why. */
  record End(Outcome outcome, String reason, Instant at, By by) {}

  /** How it may end. Access stands by decisions alone: of the first two another one follows. */
  enum Outcome {
    ACCEPTED,
    NARROWED,
    UPHELD,
    /** By the company itself. */
    WITHDRAWN;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Outcome> find(String code) {
      for (Outcome each : values()) {
        if (each.code().equals(code)) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }

    /** Whether another decision is to follow. */
    boolean asksForDecision() {
      return this == ACCEPTED || this == NARROWED;
    }
  }

  boolean isLate(Instant now) {
    return end.isEmpty() && now.isAfter(dueAt);
  }
}
