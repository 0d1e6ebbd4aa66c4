package id.narahubung.help;

import id.narahubung.access.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which task helps on which page: the longest line that a route's path begins with counts, and of
 * its tasks the first that the reader does. Forms that come back stand under the same beginnings.
 */
final class TaskOfPage {

  /** A beginning of routes' paths, and the tasks done there. */
  record Row(String begin, List<HelpTask> tasks) {

    boolean matches(String route) {
      return route.equals(begin) || (begin.length() > 1 && route.startsWith(begin + "/"));
    }
  }

  private static final List<Row> ROWS =
      List.of(
          row("/", HelpTask.QUEUE),
          row("/queue", HelpTask.QUEUE),
          row("/sign-in", HelpTask.SIGN_IN),
          row("/links", HelpTask.SIGN_IN),
          row("/kept-form", HelpTask.SIGN_IN),
          row("/verify", HelpTask.CHECK_PAPER),
          row("/account", HelpTask.ACCOUNT),
          row("/account/notices", HelpTask.MAIL_SETTINGS),
          row("/search", HelpTask.SEARCH),
          row("/views", HelpTask.SAVED_VIEWS),
          row("/requests", HelpTask.READ_CASE),
          row("/requests/{number}", HelpTask.ANSWER, HelpTask.CHECK, HelpTask.READ_CASE),
          row("/requests/{number}/evidence", HelpTask.MESSAGES),
          row("/requests/{number}/messages", HelpTask.MESSAGES),
          row("/requests/{number}/letters", HelpTask.SEND_LETTER),
          row("/requests/{number}/showings", HelpTask.RESTRICTED_REQUEST, HelpTask.ANSWER),
          row("/requests/{number}/withdrawal", HelpTask.WITHDRAW),
          row("/drafts", HelpTask.FILE_REQUEST),
          row("/drafts/new", HelpTask.FILE_REQUEST),
          row("/drafts/{id}", HelpTask.APPROVE, HelpTask.PREFLIGHT),
          row("/drafts/{id}/edit", HelpTask.FILE_REQUEST),
          row("/drafts/{id}/uploads", HelpTask.FILE_REQUEST),
          row("/drafts/{id}/evidence", HelpTask.MESSAGES),
          row("/drafts/{id}/findings", HelpTask.RESTRICTED_REQUEST),
          row("/sendings", HelpTask.APPROVE),
          row("/checks", HelpTask.CHECK),
          row("/rechecks", HelpTask.LOOK_AGAIN),
          row("/recheck-samples", HelpTask.LOOK_AGAIN),
          row("/reappearances", HelpTask.LOOK_AGAIN),
          row("/clarifications", HelpTask.ANSWER_QUESTION),
          row("/rulings", HelpTask.DECIDE_REFUSAL),
          row("/extensions", HelpTask.GIVE_TIME),
          row("/outages", HelpTask.GIVE_TIME),
          row("/withdrawals", HelpTask.WITHDRAW),
          row("/holds", HelpTask.SHARE_OUT),
          row("/answers", HelpTask.ANSWER),
          row("/answer-sheets", HelpTask.ANSWER_SHEET),
          row("/answer-drafts", HelpTask.RELEASE_ANSWERS, HelpTask.ANSWER),
          row("/objections", HelpTask.OBJECT),
          row("/objections/decisions", HelpTask.DECIDE_REFUSAL),
          row("/letters", HelpTask.SEND_LETTER, HelpTask.LETTER_RECEIVED),
          row("/commitments", HelpTask.SIGN_COMMITMENT, HelpTask.REPORT),
          row("/commitments/{commitment}/reports", HelpTask.REPORT),
          row("/platforms/{platform}/commitments", HelpTask.SIGN_COMMITMENT, HelpTask.REPORT),
          row("/companies/{company}/commitments", HelpTask.SIGN_COMMITMENT, HelpTask.REPORT),
          row("/platforms/{platform}/normalisation", HelpTask.ASK_TO_OPEN),
          row("/platforms", HelpTask.PREPARE_DECISION, HelpTask.ASK_TO_OPEN),
          row(
              "/normalisations",
              HelpTask.ASK_TO_OPEN,
              HelpTask.OPEN_AGAIN,
              HelpTask.PREPARE_DECISION),
          row("/decisions", HelpTask.SIGN_DECISION, HelpTask.PREPARE_DECISION),
          row("/decisions/new", HelpTask.PREPARE_DECISION),
          row("/decisions/{decision}/edit", HelpTask.PREPARE_DECISION),
          row("/decisions/{decision}/executions", HelpTask.CARRY_OUT),
          row("/decisions/{decision}/reviews", HelpTask.CARRY_OUT),
          row("/decisions/{decision}/waivers", HelpTask.WAIVE),
          row("/verifications", HelpTask.VERIFY),
          row("/verifications/{verification}/conclusion", HelpTask.CONCLUDE),
          row("/verifications/{verification}/sample", HelpTask.SAMPLE),
          row("/status", HelpTask.WEEKLY_STATUS),
          row("/figures", HelpTask.FIGURES),
          row("/meetings", HelpTask.MEETING),
          row("/roster", HelpTask.ROSTER),
          row("/loans", HelpTask.LEND_ROLE),
          row("/company", HelpTask.RELEASE_ANSWERS),
          row("/company/colleagues", HelpTask.INVITE),
          row("/rules", HelpTask.RULES, HelpTask.RELEASE_RULES),
          row("/administration", HelpTask.ORGANISATIONS),
          row("/administration/accounts", HelpTask.ACCOUNTS),
          row("/administration/mail", HelpTask.MAIL_AND_JOBS),
          row("/administration/status", HelpTask.RECIPIENTS),
          row("/administration/transparency", HelpTask.TRANSPARENCY),
          row("/administration/jobs", HelpTask.MAIL_AND_JOBS));

  private TaskOfPage() {}

  static List<Row> rows() {
    return ROWS;
  }

  /** The task that helps on this route's page: for whoever is signed in, or for nobody known. */
  static Optional<HelpTask> of(String route, Optional<? extends Viewer> viewer) {
    return ROWS.stream()
        .filter(row -> row.matches(route))
        .max(Comparator.comparingInt(row -> row.begin().length()))
        .flatMap(
            row ->
                row.tasks().stream()
                    .filter(task -> task.isPublic() || viewer.filter(task::isFor).isPresent())
                    .findFirst());
  }

  private static Row row(String begin, HelpTask... tasks) {
    return new Row(begin, List.of(tasks));
  }
}
