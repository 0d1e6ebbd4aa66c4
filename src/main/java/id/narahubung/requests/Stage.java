package id.narahubung.requests;

/** The few stages a person moves a request through. Everything else follows from its items. */
public enum Stage {
  DRAFT,
  AWAITING_APPROVAL,
  /** A draft that nobody needs: put aside as it is, until somebody restores it. */
  DISCARDED,
  SENT,
  WITHDRAWN
}
