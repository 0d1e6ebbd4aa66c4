package id.narahubung.decisions;

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

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a decision may be signed over it. */
  public boolean isFine() {
    return this == MET || this == WAIVED;
  }
}
