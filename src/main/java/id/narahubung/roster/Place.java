package id.narahubung.roster;

import java.util.Locale;

/** Who is told first, and who is told of what the first leaves alone. */
public enum Place {
  FIRST,
  SECOND;

  /** As it stands in forms and message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
