package id.narahubung.decisions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a provider of access has carried a decision out. */
public enum ExecutionState {
  ORDERED,
  /** The provider says so. */
  DONE,
  /** The ministry looked, and it is so. */
  CONFIRMED,
  FAILED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ExecutionState> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
