package id.narahubung.requests;

/** Who may ask for a takedown (PM 5/2020 art. 14(1)). */
public enum RequesterKind {
  PUBLIC,
  AGENCY,
  LAW_ENFORCEMENT,
  COURT
}
