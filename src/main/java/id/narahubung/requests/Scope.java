package id.narahubung.requests;

/** Where the measure is to take effect. */
public enum Scope {
  INDONESIA,
  WORLDWIDE,
  ACCOUNT
}
