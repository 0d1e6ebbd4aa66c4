package id.narahubung.access;

import static id.narahubung.access.Permission.ACKNOWLEDGE_REQUESTS;
import static id.narahubung.access.Permission.ADD_EVIDENCE;
import static id.narahubung.access.Permission.ADMINISTER;
import static id.narahubung.access.Permission.ANSWER_ITEMS;
import static id.narahubung.access.Permission.ANSWER_LETTERS;
import static id.narahubung.access.Permission.ASK_NORMALISATION;
import static id.narahubung.access.Permission.ASK_STATUS_AGAIN;
import static id.narahubung.access.Permission.CHECK_ITEMS;
import static id.narahubung.access.Permission.CONCLUDE_VERIFICATIONS;
import static id.narahubung.access.Permission.CONFIRM_CALLS;
import static id.narahubung.access.Permission.DRAFT_REQUESTS;
import static id.narahubung.access.Permission.GIVE_TIME;
import static id.narahubung.access.Permission.HOLD_ITEMS;
import static id.narahubung.access.Permission.KEEP_COLLEAGUES;
import static id.narahubung.access.Permission.KEEP_VIEWS;
import static id.narahubung.access.Permission.LEND_ROLES;
import static id.narahubung.access.Permission.MIND_COMMITMENTS;
import static id.narahubung.access.Permission.PREPARE_DECISIONS;
import static id.narahubung.access.Permission.PROPOSE_COMMITMENTS;
import static id.narahubung.access.Permission.RECORD_VERIFICATIONS;
import static id.narahubung.access.Permission.RELEASE_ANSWERS;
import static id.narahubung.access.Permission.RELEASE_RULES;
import static id.narahubung.access.Permission.REMARK_ON_STATUS;
import static id.narahubung.access.Permission.REPLY_TO_CLARIFICATIONS;
import static id.narahubung.access.Permission.REPORT_PROGRESS;
import static id.narahubung.access.Permission.RULE_ON_REFUSALS;
import static id.narahubung.access.Permission.SEE_RESTRICTED;
import static id.narahubung.access.Permission.SEND_IN_HASTE;
import static id.narahubung.access.Permission.SEND_LETTERS;
import static id.narahubung.access.Permission.SEND_REQUESTS;
import static id.narahubung.access.Permission.SET_ROSTER;
import static id.narahubung.access.Permission.SET_UP_COMPANY;
import static id.narahubung.access.Permission.SHARE_OUT_ITEMS;
import static id.narahubung.access.Permission.SIGN_COMMITMENTS;
import static id.narahubung.access.Permission.SIGN_DECISIONS;
import static id.narahubung.access.Permission.SIGN_MINUTES;
import static id.narahubung.access.Permission.VIEW_ADMINISTRATION;
import static id.narahubung.access.Permission.VIEW_COMMITMENTS;
import static id.narahubung.access.Permission.VIEW_COMPANY;
import static id.narahubung.access.Permission.VIEW_DECISIONS;
import static id.narahubung.access.Permission.VIEW_REQUESTS;
import static id.narahubung.access.Permission.VIEW_ROSTER;
import static id.narahubung.access.Permission.VIEW_RULES;
import static id.narahubung.access.Permission.VIEW_SAMPLES;
import static id.narahubung.access.Permission.VIEW_STATUS;
import static id.narahubung.access.Permission.VIEW_VERIFICATIONS;
import static id.narahubung.access.Permission.WAIVE_CONDITIONS;
import static id.narahubung.access.Permission.WITHDRAW_REQUESTS;
import static id.narahubung.access.Permission.WRITE_MESSAGES;
import static id.narahubung.access.Permission.WRITE_MINUTES;
import static id.narahubung.access.Permission.WRITE_RULES;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The roles of both sides and what each may do. The only place that maps one to the other. */
public enum Role {
  OFFICER(
      Side.MINISTRY,
      VIEW_REQUESTS,
      VIEW_COMMITMENTS,
      VIEW_DECISIONS,
      VIEW_STATUS,
      ASK_STATUS_AGAIN,
      REMARK_ON_STATUS,
      PREPARE_DECISIONS,
      PROPOSE_COMMITMENTS,
      MIND_COMMITMENTS,
      VIEW_RULES,
      WRITE_MESSAGES,
      ADD_EVIDENCE,
      HOLD_ITEMS,
      KEEP_VIEWS,
      DRAFT_REQUESTS,
      SEND_IN_HASTE,
      CHECK_ITEMS,
      VIEW_SAMPLES,
      VIEW_VERIFICATIONS,
      RECORD_VERIFICATIONS,
      VIEW_ROSTER,
      CONFIRM_CALLS,
      WRITE_MINUTES,
      REPLY_TO_CLARIFICATIONS),
  SUPERVISOR(
      Side.MINISTRY,
      VIEW_REQUESTS,
      VIEW_COMMITMENTS,
      VIEW_DECISIONS,
      VIEW_STATUS,
      ASK_STATUS_AGAIN,
      REMARK_ON_STATUS,
      PREPARE_DECISIONS,
      WAIVE_CONDITIONS,
      PROPOSE_COMMITMENTS,
      SIGN_COMMITMENTS,
      MIND_COMMITMENTS,
      VIEW_RULES,
      WRITE_MESSAGES,
      ADD_EVIDENCE,
      HOLD_ITEMS,
      KEEP_VIEWS,
      DRAFT_REQUESTS,
      CHECK_ITEMS,
      VIEW_SAMPLES,
      VIEW_VERIFICATIONS,
      RECORD_VERIFICATIONS,
      CONCLUDE_VERIFICATIONS,
      VIEW_ROSTER,
      CONFIRM_CALLS,
      SET_ROSTER,
      REPLY_TO_CLARIFICATIONS,
      SEND_REQUESTS,
      SHARE_OUT_ITEMS,
      WITHDRAW_REQUESTS,
      GIVE_TIME,
      SEND_LETTERS,
      RULE_ON_REFUSALS,
      WRITE_MINUTES,
      SIGN_MINUTES,
      LEND_ROLES,
      RELEASE_RULES),
  DECISION_MAKER(
      Side.MINISTRY,
      VIEW_REQUESTS,
      VIEW_COMMITMENTS,
      VIEW_DECISIONS,
      VIEW_STATUS,
      ASK_STATUS_AGAIN,
      REMARK_ON_STATUS,
      PREPARE_DECISIONS,
      WAIVE_CONDITIONS,
      SIGN_DECISIONS,
      PROPOSE_COMMITMENTS,
      SIGN_COMMITMENTS,
      MIND_COMMITMENTS,
      VIEW_RULES,
      WRITE_MESSAGES,
      ADD_EVIDENCE,
      HOLD_ITEMS,
      KEEP_VIEWS,
      DRAFT_REQUESTS,
      CHECK_ITEMS,
      VIEW_SAMPLES,
      VIEW_VERIFICATIONS,
      RECORD_VERIFICATIONS,
      CONCLUDE_VERIFICATIONS,
      VIEW_ROSTER,
      CONFIRM_CALLS,
      SET_ROSTER,
      REPLY_TO_CLARIFICATIONS,
      SEND_REQUESTS,
      SHARE_OUT_ITEMS,
      WITHDRAW_REQUESTS,
      GIVE_TIME,
      SEND_LETTERS,
      RULE_ON_REFUSALS,
      WRITE_MINUTES,
      SIGN_MINUTES,
      LEND_ROLES,
      RELEASE_RULES),
  /** Keeps platforms, accounts and rules; no casework. */
  ADMINISTRATOR(Side.MINISTRY, VIEW_ADMINISTRATION, ADMINISTER, VIEW_RULES, WRITE_RULES),
  /** Reads what the ministry may read; changes nothing. */
  AUDITOR(
      Side.MINISTRY,
      VIEW_REQUESTS,
      VIEW_COMMITMENTS,
      VIEW_DECISIONS,
      VIEW_STATUS,
      VIEW_ROSTER,
      VIEW_RULES,
      VIEW_SAMPLES,
      VIEW_VERIFICATIONS),
  /** Given beside another role: may be shown what others must not see. */
  RESTRICTED_OFFICER(Side.MINISTRY, VIEW_REQUESTS, SEE_RESTRICTED),
  RESPONDER(
      Side.COMPANY,
      VIEW_REQUESTS,
      VIEW_COMMITMENTS,
      VIEW_DECISIONS,
      VIEW_STATUS,
      ASK_STATUS_AGAIN,
      REMARK_ON_STATUS,
      REPORT_PROGRESS,
      MIND_COMMITMENTS,
      VIEW_RULES,
      WRITE_MESSAGES,
      ADD_EVIDENCE,
      HOLD_ITEMS,
      KEEP_VIEWS,
      VIEW_VERIFICATIONS,
      ACKNOWLEDGE_REQUESTS,
      ANSWER_ITEMS,
      VIEW_ROSTER,
      CONFIRM_CALLS,
      WRITE_MINUTES,
      VIEW_COMPANY),
  LEAD(
      Side.COMPANY,
      VIEW_REQUESTS,
      VIEW_COMMITMENTS,
      VIEW_DECISIONS,
      VIEW_STATUS,
      ASK_STATUS_AGAIN,
      REMARK_ON_STATUS,
      ASK_NORMALISATION,
      PROPOSE_COMMITMENTS,
      SIGN_COMMITMENTS,
      REPORT_PROGRESS,
      MIND_COMMITMENTS,
      VIEW_RULES,
      WRITE_MESSAGES,
      ADD_EVIDENCE,
      HOLD_ITEMS,
      KEEP_VIEWS,
      SHARE_OUT_ITEMS,
      VIEW_VERIFICATIONS,
      ACKNOWLEDGE_REQUESTS,
      ANSWER_ITEMS,
      RELEASE_ANSWERS,
      ANSWER_LETTERS,
      WRITE_MINUTES,
      SIGN_MINUTES,
      VIEW_ROSTER,
      CONFIRM_CALLS,
      SET_ROSTER,
      VIEW_COMPANY,
      SET_UP_COMPANY,
      KEEP_COLLEAGUES,
      LEND_ROLES),
  VIEWER(
      Side.COMPANY,
      VIEW_REQUESTS,
      VIEW_COMMITMENTS,
      VIEW_DECISIONS,
      VIEW_STATUS,
      ASK_STATUS_AGAIN,
      VIEW_RULES,
      KEEP_VIEWS,
      VIEW_VERIFICATIONS,
      VIEW_ROSTER,
      VIEW_COMPANY),
  /** Given beside another role: may be shown what others must not see. */
  RESTRICTED_RESPONDER(Side.COMPANY, VIEW_REQUESTS, SEE_RESTRICTED);

  private final Side side;

  @SuppressWarnings("ImmutableEnumChecker") // never written after construction, never handed out
  private final Set<Permission> permissions;

  Role(Side side, Permission... permissions) {
    this.side = side;
    this.permissions = EnumSet.copyOf(Arrays.asList(permissions));
  }

  /** As it stands in the database and in message keys: 'decision_maker'. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Side side() {
    return side;
  }

  public boolean may(Permission needed) {
    return needed == Permission.ANYONE
        || needed == Permission.SIGNED_IN
        || permissions.contains(needed);
  }

  /** The roles that hold a permission, for the page that tells a refused person whom to ask. */
  public static List<Role> holding(Permission needed) {
    return Arrays.stream(values()).filter(role -> role.may(needed)).toList();
  }
}
