package id.narahubung.verification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What follows from a step that did not pass. */
public enum FollowUp {
  NONE,
  NEW_DUE,
  LETTER,
  DECISION;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FollowUp> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
