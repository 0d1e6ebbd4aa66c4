package id.narahubung.decisions;

import id.narahubung.ledger.By;
import id.narahubung.requests.ObjectionOutcome;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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

  /** Access stands by decisions alone: after these another one follows. */
  static final Set<ObjectionOutcome> ASK_FOR_DECISION =
      EnumSet.of(ObjectionOutcome.ACCEPTED, ObjectionOutcome.NARROWED);

  /** How it ended, and why. */
  record End(ObjectionOutcome outcome, String reason, Instant at, By by) {

    /** Whether another decision is to follow. */
    boolean asksForDecision() {
      return ASK_FOR_DECISION.contains(outcome);
    }
  }

  boolean isLate(Instant now) {
    return end.isEmpty() && now.isAfter(dueAt);
  }
}
