package id.narahubung.requests;

/** A request's state in words: follows from its stage and its items, and is never stored. */
public enum RequestState {
  DRAFT,
  AWAITING_APPROVAL,
  DISCARDED,
  /** At least one item is the company's to answer. */
  WAITING_FOR_COMPANY,
  /** Everything is answered; at least one item is the ministry's to check, decide or clarify. */
  WAITING_FOR_MINISTRY,
  CLOSED,
  WITHDRAWN;

  /** The ministry's own: a company never sees it. */
  boolean isDraft() {
    return this == DRAFT || this == AWAITING_APPROVAL || this == DISCARDED;
  }

  static RequestState of(Stage stage, Counts counts) {
    return switch (stage) {
      case DRAFT -> DRAFT;
      case AWAITING_APPROVAL -> AWAITING_APPROVAL;
      case DISCARDED -> DISCARDED;
      case WITHDRAWN -> WITHDRAWN;
      case SENT -> {
        if (counts.isClosed()) {
          yield CLOSED;
        }
        yield counts.open() > 0 ? WAITING_FOR_COMPANY : WAITING_FOR_MINISTRY;
      }
    };
  }
}
