package id.narahubung.requests;

/** The few stages a person moves a request through. Everything else follows from its items. */
public enum Stage {
  DRAFT,
  AWAITING_APPROVAL,
  SENT,
  WITHDRAWN
}
