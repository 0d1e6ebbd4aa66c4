package id.narahubung.letters;

import java.util.Locale;
import java.util.Optional;

/** Where a letter stands. Derived, never stored. */
public enum LetterState {
  /** Something is to be done: its items, or its fine. */
  OPEN,
  /** The same after its own due time. */
  OVERDUE,
  /** The fine is paid, or where there is none, every item is settled. */
  CLOSED,
  /** Where fines do not add up, later ones took the place of its own. */
  REPLACED,
  /** The ministry took it back, or accepted an objection. */
  WITHDRAWN;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<LetterState> find(String code) {
    for (LetterState each : values()) {
      if (each.code().equals(code)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
