package id.narahubung.requests;

/** The ministry's word on an answer that did not act. */
public enum RulingOutcome {
  /** Settles the item. */
  ACCEPTED,
  /** The order stands: a new round with full hours. */
  UPHELD
}
