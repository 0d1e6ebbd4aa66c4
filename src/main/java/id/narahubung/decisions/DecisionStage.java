package id.narahubung.decisions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people did with a decision. */
public enum DecisionStage {
  /** Ready to be signed. */
  PREPARED,
  /** The signer asked whoever prepared it. */
  ASKED_BACK,
  SIGNED,
  /** Not signed, and it will not be. */
  WITHDRAWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<DecisionStage> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  public boolean isOpen() {
    return this == PREPARED || this == ASKED_BACK;
  }
}
