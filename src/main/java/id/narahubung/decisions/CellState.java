package id.narahubung.decisions;

import id.narahubung.commitments.Condition;
import id.narahubung.commitments.FindingResult;
import java.time.LocalDate;
import java.util.Locale;

/** How a cell of a truth table stands. */
public enum CellState {
  MET,
  /** Looked at, and it is not so. */
  NOT_MET,
  /** It was so, and what proved it has lapsed. */
  EXPIRED,
  /** Nobody has looked. */
  MISSING,
  /** Not met, and let be by two people until a day. */
  WAIVED;

  /** How a condition is found on a day. */
  static CellState of(Condition condition, LocalDate today) {
    if (condition.isMet(today)) {
      return MET;
    }
    if (condition.isExpired(today)) {
      return EXPIRED;
    }
    return condition.lastResult().filter(found -> found != FindingResult.UNCHECKED).isPresent()
        ? NOT_MET
        : MISSING;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a decision may be signed over it. */
  public boolean isFine() {
    return this == MET || this == WAIVED;
  }
}
