package id.narahubung.requests;

import id.narahubung.ledger.By;
import java.time.Instant;
import java.util.Optional;

/**
 * What a company has against what the ministry said of one of its answers (sanggah), and until when
 * that is to be decided. The order stands meanwhile.
 */
public record Objection(
    long answerId,
    String reason,
    Instant filedAt,
    Instant dueAt,
    By by,
    Optional<Decision> decision) {

  /** How it ended. */
  public record Decision(ObjectionOutcome outcome, String reason, Instant decidedAt, By by) {}

  /** The same as it was known at an instant. */
  Objection asOf(Instant instant) {
    return new Objection(
        answerId,
        reason,
        filedAt,
        dueAt,
        by,
        decision.filter(end -> end.decidedAt().isBefore(instant)));
  }

  public boolean isOpen() {
    return decision.isEmpty();
  }

  boolean isAccepted() {
    return decision.filter(end -> end.outcome() == ObjectionOutcome.ACCEPTED).isPresent();
  }

  /** When it was decided, or else filed. */
  Instant lastMovedAt() {
    return decision.map(Decision::decidedAt).orElse(filedAt);
  }
}
