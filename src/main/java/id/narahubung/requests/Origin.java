package id.narahubung.requests;

/** How the content came to the ministry's notice. */
public enum Origin {
  CYBER_PATROL,
  PUBLIC_REPORT,
  AGENCY_REPORT,
  LAW_ENFORCEMENT,
  COURT_DECISION
}
