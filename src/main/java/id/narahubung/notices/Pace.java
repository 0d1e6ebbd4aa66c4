package id.narahubung.notices;

import java.util.Locale;

/** How often somebody hears of what no clock hangs on. */
public enum Pace {
  AT_ONCE,
  DAILY,
  WEEKLY,
  NEVER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Pace of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
