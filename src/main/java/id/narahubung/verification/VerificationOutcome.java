package id.narahubung.verification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a step comes to. */
public enum VerificationOutcome {
  PASS,
  PARTLY,
  FAIL,
  /** Could not be checked: neither the one nor the other. */
  UNCHECKED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether something must follow from it. */
  boolean asksForMore() {
    return this == PARTLY || this == FAIL;
  }

  static Optional<VerificationOutcome> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
