package id.narahubung.requests;

/** How an objection ends. */
public enum ObjectionOutcome {
  /** The ministry was wrong: a refusal is accepted after all, a check does not count. */
  ACCEPTED,
  /** What the ministry said stands. */
  UPHELD,
  /** Less is asked for: a new round with full hours. */
  NARROWED,
  /** The company takes it back. */
  WITHDRAWN
}
