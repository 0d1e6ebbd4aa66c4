package id.narahubung.commitments;

import java.util.Locale;

/** What a check of a commitment came to. */
public enum FindingResult {
  PASS,
  PARTLY,
  FAIL,
  /** It could not be checked: what was known before stands. */
  UNCHECKED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
