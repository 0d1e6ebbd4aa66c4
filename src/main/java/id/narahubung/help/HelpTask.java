package id.narahubung.help;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What people come to do. Each has a text in both languages, help/LANGUAGE/CODE.txt, and the
 * permission that whoever does it holds. Which role does which, in which order, stands below.
 */
enum HelpTask {
  SIGN_IN(Permission.ANYONE),
  CHECK_PAPER(Permission.ANYONE),
  QUEUE(Permission.VIEW_REQUESTS),
  CLOCK(Permission.VIEW_REQUESTS),
  MESSAGES(Permission.WRITE_MESSAGES),
  SEARCH(Permission.VIEW_REQUESTS),
  SAVED_VIEWS(Permission.KEEP_VIEWS),
  WEEKLY_STATUS(Permission.VIEW_STATUS),
  FIGURES(Permission.VIEW_REQUESTS),
  ACCOUNT(Permission.SIGNED_IN),
  MAIL_SETTINGS(Permission.SIGNED_IN),
  FILE_REQUEST(Permission.DRAFT_REQUESTS),
  PREFLIGHT(Permission.DRAFT_REQUESTS),
  RESTRICTED_REQUEST(Permission.VIEW_REQUESTS),
  ANSWER_QUESTION(Permission.REPLY_TO_CLARIFICATIONS),
  CHECK(Permission.CHECK_ITEMS),
  LOOK_AGAIN(Permission.CHECK_ITEMS),
  VERIFY(Permission.RECORD_VERIFICATIONS),
  SAMPLE(Permission.RECORD_VERIFICATIONS),
  PREPARE_DECISION(Permission.PREPARE_DECISIONS),
  CARRY_OUT(Permission.PREPARE_DECISIONS),
  MEETING(Permission.WRITE_MINUTES),
  APPROVE(Permission.SEND_REQUESTS),
  DECIDE_REFUSAL(Permission.RULE_ON_REFUSALS),
  GIVE_TIME(Permission.GIVE_TIME),
  WITHDRAW(Permission.WITHDRAW_REQUESTS),
  SEND_LETTER(Permission.SEND_LETTERS),
  SIGN_COMMITMENT(Permission.SIGN_COMMITMENTS),
  CONCLUDE(Permission.CONCLUDE_VERIFICATIONS),
  WAIVE(Permission.WAIVE_CONDITIONS),
  SHARE_OUT(Permission.HOLD_ITEMS),
  ROSTER(Permission.SET_ROSTER),
  LEND_ROLE(Permission.LEND_ROLES),
  RELEASE_RULES(Permission.RELEASE_RULES),
  SIGN_DECISION(Permission.SIGN_DECISIONS),
  OPEN_AGAIN(Permission.SIGN_DECISIONS),
  ORGANISATIONS(Permission.ADMINISTER),
  ACCOUNTS(Permission.ADMINISTER),
  RULES(Permission.WRITE_RULES),
  MAIL_AND_JOBS(Permission.ADMINISTER),
  RECIPIENTS(Permission.ADMINISTER),
  TRANSPARENCY(Permission.ADMINISTER),
  READ_CASE(Permission.VIEW_REQUESTS),
  PROOF(Permission.VIEW_REQUESTS),
  ACKNOWLEDGE(Permission.ACKNOWLEDGE_REQUESTS),
  ANSWER(Permission.ANSWER_ITEMS),
  ANSWER_MANY(Permission.ANSWER_ITEMS),
  ANSWER_SHEET(Permission.ANSWER_ITEMS),
  ASK(Permission.ANSWER_ITEMS),
  OBJECT(Permission.ANSWER_ITEMS),
  REPORT(Permission.REPORT_PROGRESS),
  RELEASE_ANSWERS(Permission.RELEASE_ANSWERS),
  LETTER_RECEIVED(Permission.ANSWER_LETTERS),
  ASK_TO_OPEN(Permission.ASK_NORMALISATION),
  INVITE(Permission.KEEP_COLLEAGUES);

  private final Permission needed;

  HelpTask(Permission needed) {
    this.needed = needed;
  }

  /** Whether the viewer does this task. */
  boolean isFor(Viewer viewer) {
    return viewer.may(needed);
  }

  /** As it stands in the page's address and in the names of its texts: 'file-request'. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String href() {
    return HelpRoutes.PATH + "/" + code();
  }

  /** Whether it is for somebody who has not signed in, too. */
  boolean isPublic() {
    return needed == Permission.ANYONE;
  }

  static Optional<HelpTask> find(String code) {
    return Arrays.stream(values()).filter(task -> task.code().equals(code)).findFirst();
  }

  /** Those that need nobody signed in. */
  static List<HelpTask> ofEverybody() {
    return Arrays.stream(values()).filter(HelpTask::isPublic).toList();
  }

  /** What this role does that makes it one. */
  static List<HelpTask> of(Role role) {
    return switch (role) {
      case OFFICER ->
          List.of(
              QUEUE,
              FILE_REQUEST,
              PREFLIGHT,
              RESTRICTED_REQUEST,
              ANSWER_QUESTION,
              CHECK,
              LOOK_AGAIN,
              SHARE_OUT,
              VERIFY,
              SAMPLE,
              MEETING,
              PREPARE_DECISION,
              CARRY_OUT);
      case SUPERVISOR ->
          List.of(
              APPROVE,
              DECIDE_REFUSAL,
              GIVE_TIME,
              WITHDRAW,
              SEND_LETTER,
              SIGN_COMMITMENT,
              CONCLUDE,
              WAIVE,
              ROSTER,
              LEND_ROLE,
              RELEASE_RULES);
      case DECISION_MAKER -> List.of(SIGN_DECISION, OPEN_AGAIN);
      case ADMINISTRATOR ->
          List.of(ORGANISATIONS, ACCOUNTS, RULES, RECIPIENTS, TRANSPARENCY, MAIL_AND_JOBS);
      case AUDITOR -> List.of(READ_CASE, PROOF);
      case RESTRICTED_OFFICER, RESTRICTED_RESPONDER -> List.of(RESTRICTED_REQUEST);
      case RESPONDER ->
          List.of(
              QUEUE,
              ACKNOWLEDGE,
              ANSWER,
              ANSWER_MANY,
              ANSWER_SHEET,
              ASK,
              OBJECT,
              SHARE_OUT,
              REPORT,
              MEETING,
              PROOF);
      case LEAD ->
          List.of(
              RELEASE_ANSWERS,
              SIGN_COMMITMENT,
              LETTER_RECEIVED,
              ASK_TO_OPEN,
              ROSTER,
              INVITE,
              LEND_ROLE);
      case VIEWER -> List.of(QUEUE, READ_CASE, PROOF);
    };
  }

  /** What is common to all who are signed in. */
  static List<HelpTask> ofAll() {
    return List.of(
        SIGN_IN,
        ACCOUNT,
        MAIL_SETTINGS,
        CLOCK,
        MESSAGES,
        SEARCH,
        SAVED_VIEWS,
        WEEKLY_STATUS,
        FIGURES,
        CHECK_PAPER);
  }

  /** A role and those whose work it may do, too, its own first. */
  static List<Role> with(Role role) {
    return switch (role) {
      case DECISION_MAKER -> List.of(role, Role.SUPERVISOR, Role.OFFICER);
      case SUPERVISOR -> List.of(role, Role.OFFICER);
      case LEAD -> List.of(role, Role.RESPONDER);
      case OFFICER,
          ADMINISTRATOR,
          AUDITOR,
          RESTRICTED_OFFICER,
          RESPONDER,
          VIEWER,
          RESTRICTED_RESPONDER ->
          List.of(role);
    };
  }

  /** Those who have the task as their own. */
  static List<Role> rolesOf(HelpTask task) {
    List<Role> roles = new ArrayList<>();
    for (Role role : Role.values()) {
      if (of(role).contains(task)) {
        roles.add(role);
      }
    }
    return roles;
  }
}
