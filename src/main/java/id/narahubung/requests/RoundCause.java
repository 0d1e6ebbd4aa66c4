package id.narahubung.requests;

/** Why an item's clock started from its full hours. */
public enum RoundCause {
  SENT,
  UPHELD,
  /** An objection led to less being asked for. */
  NARROWED,
  /** A question was answered, where the rules start the hours again then. */
  CLARIFIED
}
