package id.narahubung.letters;

/** How the ministry decides on an objection to a letter. */
public enum LetterOutcome {
  /** The letter is withdrawn, and its fine with it. */
  ACCEPTED,
  UPHELD
}
