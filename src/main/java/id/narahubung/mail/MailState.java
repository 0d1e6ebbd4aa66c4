package id.narahubung.mail;

import java.util.Locale;

/** Where a mail stands. */
public enum MailState {
  /** Made while no server was named: to be read in the portal. */
  KEPT,
  WAITING,
  SENT,
  /** Not tried any more until an administrator says so. */
  PARKED,
  /** Forgotten before it was sent; what it told another tells. */
  DROPPED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MailState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
