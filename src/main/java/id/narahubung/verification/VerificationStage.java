package id.narahubung.verification;

import java.util.Locale;

/** What people did to a step so far. */
public enum VerificationStage {
  PLANNED,
  RECORDED,
  CONCLUDED,
  CALLED_OFF;

  /** As it stands in message keys. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isOpen() {
    return this == PLANNED || this == RECORDED;
  }
}
