package id.narahubung.requests;

/** What the ministry found when it looked at an answered item. */
public enum Verdict {
  DOWN,
  STILL_UP,
  PARTLY,
  /** Could not be checked: it stays to be checked. */
  UNCHECKED
}
