package id.narahubung.decisions;

import java.util.Locale;

/** Where the access to a platform stands. */
public enum AccessStatus {
  OPEN,
  /** Open on conditions that are watched. */
  CONDITIONAL,
  /** Open until a day. */
  TEMPORARY,
  /** Its registration rests; the service is open. */
  FROZEN,
  /** Its app is to leave the stores; the service is open. */
  APP_REMOVED,
  PARTLY_BLOCKED,
  BLOCKED,
  /** Its registration has ended. */
  REVOKED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether somebody is kept from it. */
  public boolean isShut() {
    return switch (this) {
      case PARTLY_BLOCKED, BLOCKED, REVOKED -> true;
      case OPEN, CONDITIONAL, TEMPORARY, FROZEN, APP_REMOVED -> false;
    };
  }
}
