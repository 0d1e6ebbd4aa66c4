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
