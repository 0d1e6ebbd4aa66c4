package id.narahubung.access;

import io.javalin.security.RouteRole;

/** What a person may do. Each line says what it opens; a route names the one it needs. */
public enum Permission implements RouteRole {
  /** Everybody, signed in or not. */
  ANYONE,
  /** Everybody signed in: one's own account. */
  SIGNED_IN,
  /** Read the requests one's side can see. */
  VIEW_REQUESTS,
  /** Write in a request's conversation, or a note for one's own side. */
  WRITE_MESSAGES,
  /** Add evidence files to a request or an item, and take back one's own side's. */
  ADD_EVIDENCE,
  /** Take items into one's own hands, and pass them on. */
  HOLD_ITEMS,
  /** Share out items that a colleague holds. */
  SHARE_OUT_ITEMS,
  /** Keep a list as it is narrowed, under a name. */
  KEEP_VIEWS,
  /** Draft requests and submit them for approval. */
  DRAFT_REQUESTS,
  /** Approve and send what somebody else drafted, or return it. */
  SEND_REQUESTS,
  /**
   * Send what is urgent and somebody else drafted, where the rules let a supervisor confirm it
   * later.
   */
  SEND_IN_HASTE,
  /** Withdraw an item or a request. */
  WITHDRAW_REQUESTS,
  /** Record what was found when an answered item was looked at. */
  CHECK_ITEMS,
  /** See which items were drawn to be looked at again, and what was found. */
  VIEW_SAMPLES,
  /** Reply to a question the company asked about an item. */
  REPLY_TO_CLARIFICATIONS,
  /** Accept or uphold where the company did not act. */
  RULE_ON_REFUSALS,
  /** Grant items more time, and credit outages of the portal to their clocks. */
  GIVE_TIME,
  /** Send letters of warning, record what was paid, decide on objections to them. */
  SEND_LETTERS,
  /** Commit the company to pay a letter's fine, tell of payments, object to the letter. */
  ANSWER_LETTERS,
  /** Read commitments. */
  VIEW_COMMITMENTS,
  /** Propose a commitment, or a further version of one. */
  PROPOSE_COMMITMENTS,
  /** Sign a version for one's side, refuse it, or say that a commitment should be cancelled. */
  SIGN_COMMITMENTS,
  /** Be the one who minds a commitment on one's side. */
  MIND_COMMITMENTS,
  /** Report a commitment's progress for the company, and claim that it is met. */
  REPORT_PROGRESS,
  /** See what was verified; the ministry also what is planned and recorded. */
  VIEW_VERIFICATIONS,
  /** Plan steps of verification, carry them out and record them. */
  RECORD_VERIFICATIONS,
  /** Conclude what a step of verification came to. */
  CONCLUDE_VERIFICATIONS,
  /** Read where the access to platforms stands, decisions about it, requests to open again. */
  VIEW_DECISIONS,
  /**
   * Prepare a decision about access for somebody else to sign, and record how it is carried out.
   */
  PREPARE_DECISIONS,
  /** Let a condition be until a day, together with a second one who may. */
  WAIVE_CONDITIONS,
  /** Sign what somebody else prepared about access, refuse it, or ask back. */
  SIGN_DECISIONS,
  /** Ask for one's own platform to be opened again, and contest a decision about it. */
  ASK_NORMALISATION,
  /** Acknowledge a request for the company. */
  ACKNOWLEDGE_REQUESTS,
  /** Answer items for the company. */
  ANSWER_ITEMS,
  /** Release answers that a colleague drafted, or return them. */
  RELEASE_ANSWERS,
  /** See what one's own company has settled for itself. */
  VIEW_COMPANY,
  /** Settle it. */
  SET_UP_COMPANY,
  /** Make accounts of one's own company, change and close them. */
  KEEP_COLLEAGUES,
  /** See who is on duty on either side. */
  VIEW_ROSTER,
  /** Confirm a test call that rings whoever is on duty. */
  CONFIRM_CALLS,
  /** Keep the own side's list, and ring whoever is on duty to try it. */
  SET_ROSTER,
  /** Lend a role of one's own to a colleague, for a time. */
  LEND_ROLES,
  /** Be shown what identifies items of restricted categories; each showing is an event. */
  SEE_RESTRICTED,
  /** Open the first page of the administration; each of its sections asks for its own. */
  VIEW_ADMINISTRATION,
  /** Write the minutes of a meeting, for both sides to sign. */
  WRITE_MINUTES,
  /** Sign the minutes of a meeting for one's own side. */
  SIGN_MINUTES,
  /** Read the weekly status. */
  VIEW_STATUS,
  /** Have one's own copy of a weekly status sent once more. */
  ASK_STATUS_AGAIN,
  /** Say something to the other side about a number of the weekly status. */
  REMARK_ON_STATUS,
  /** Read the rules, released ones; the ministry also what is being drafted. */
  VIEW_RULES,
  /** Draft a version of the rules. */
  WRITE_RULES,
  /** Release a version of the rules that others wrote. */
  RELEASE_RULES,
  /** Make organisations, platforms and accounts, and change them. */
  ADMINISTER;

  /** Whether it goes with a role that is lent. Who may be whom stays with who holds the role. */
  public boolean isLent() {
    return this != KEEP_COLLEAGUES && this != LEND_ROLES;
  }
}
