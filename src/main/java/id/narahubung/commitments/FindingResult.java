package id.narahubung.commitments;

import java.util.Locale;

/** What a check of a commitment came to. */
public enum FindingResult {
  PASS,
  PARTLY,
  FAIL,
  /** It could not be checked: what was known before stands. */
  UNCHECKED;

  /** Whether it was looked at and is not kept, or not all of it. */
  public boolean isShort() {
    return this == PARTLY || this == FAIL;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
