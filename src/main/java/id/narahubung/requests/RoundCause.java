package id.narahubung.requests;

/** Why an item's clock started from its full hours. */
public enum RoundCause {
  SENT,
  UPHELD
}
