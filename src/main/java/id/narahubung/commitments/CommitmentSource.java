package id.narahubung.commitments;

import java.util.Locale;
import java.util.Optional;

/** Where a commitment comes from. */
public enum CommitmentSource {
  MEETING,
  LETTER,
  DECISION,
  /** Of one's own accord. */
  OWN;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<CommitmentSource> find(String code) {
    for (CommitmentSource each : values()) {
      if (each.code().equals(code)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
