package id.narahubung.commitments;

/** What the signatures made of a commitment. */
public enum CommitmentStage {
  /** No version is signed by both sides yet. */
  PROPOSED,
  AGREED,
  /** Refused before it was agreed, or cancelled by both sides since. */
  CANCELLED
}
