package id.narahubung.rules;

/** All that Java knows of an answer type; its name, fields and what it fulfils are rows. */
public enum AnswerClass {
  ACTED,
  PARTLY,
  UNAVAILABLE,
  NOT_OURS,
  DUPLICATE,
  REFUSED,
  IMPOSSIBLE,
  /** A question: the clock pauses until the ministry replies. */
  ASKS,
  /** Under review: says when to expect more, stops no clock. */
  PENDING;

  /** Whether it answers the order, on time or late; a question and a promise do not. */
  public boolean isFinal() {
    return this != ASKS && this != PENDING;
  }

  /** Whether there is something to look at: the content should be gone. */
  public boolean isCheckable() {
    return this == ACTED || this == PARTLY || this == UNAVAILABLE;
  }

  /** Whether the ministry has to accept or uphold it. */
  public boolean isContestable() {
    return isFinal() && this != ACTED && this != PARTLY;
  }
}
