package id.narahubung.accounts;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.text.Words;
import java.time.Instant;
import java.util.Locale;

/**
 * A lent role as a page tells of it.
 *
 * @param endHref empty where the viewer may not end it
 */
public record LoanRow(String title, String when, String reason, String endHref) {

  static LoanRow of(Loan loan, PersonViewer viewer, Instant now, Words words) {
    String role = words.say("role." + RoleCode.of(loan.role()));
    String title =
        viewer.personId() == loan.person()
            ? words.say("loan.row.to_me", role, who(loan.lenderCode(), loan.lenderName()))
            : words.say(
                "loan.row",
                role,
                who(loan.lenderCode(), loan.lenderName()),
                who(loan.personCode(), loan.personName()));
    return new LoanRow(
        title,
        words.say(
            loan.runsAt(now) ? "loan.row.runs" : "loan.row.later",
            words.instant(loan.startsAt()),
            words.instant(loan.endsAt())),
        loan.reason(),
        EndLoan.mayEnd(viewer, loan) ? "/loans/" + loan.id() + "/ending" : "");
  }

  private static String who(int code, String name) {
    return String.format(Locale.ROOT, "%02d", code) + " " + name;
  }
}
