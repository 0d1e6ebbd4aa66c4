package id.narahubung.accounts;

import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A role that one lent a colleague, from an instant until another (penugasan sementara).
 *
 * @param lenderCode what the other side sees of who lent it
 * @param endedAt when somebody ended it before its time
 */
public record Loan(
    long id,
    long organisation,
    Role role,
    long lender,
    int lenderCode,
    String lenderName,
    long person,
    int personCode,
    String personName,
    String reason,
    Instant startsAt,
    Instant endsAt,
    Optional<Instant> endedAt) {

  /** A slip in the year must not lend a role for good; the database holds the same. */
  static final Duration LONGEST = Duration.ofDays(92);

  /** Who decides lends; what is restricted, and the portal itself, is nobody's to pass on. */
  private static final Set<Role> LENDABLE =
      EnumSet.of(Role.SUPERVISOR, Role.DECISION_MAKER, Role.LEAD);

  /** A loan is for who does casework already: who only reads, or keeps the portal, stays so. */
  private static final Set<Role> BORROWERS =
      EnumSet.of(Role.OFFICER, Role.SUPERVISOR, Role.DECISION_MAKER, Role.RESPONDER, Role.LEAD);

  /** When it is over, or will be. */
  public Instant end() {
    return endedAt.filter(endsAt::isAfter).orElse(endsAt);
  }

  boolean isOverAt(Instant now) {
    return !now.isBefore(end());
  }

  boolean runsAt(Instant now) {
    return !now.isBefore(startsAt) && !isOverAt(now);
  }

  /** Which of these roles their holder can lend. */
  static Set<Role> lendable(Set<Role> roles) {
    Set<Role> lendable = EnumSet.copyOf(LENDABLE);
    lendable.retainAll(roles);
    return lendable;
  }

  /** Whether somebody with these roles can be lent this one. */
  static boolean canBorrow(Set<Role> roles, Role role) {
    return !roles.contains(role)
        && !roles.contains(Role.ADMINISTRATOR)
        && !roles.contains(Role.AUDITOR)
        && roles.stream().anyMatch(BORROWERS::contains);
  }

  /** Refuses what cannot be lent, to whom or for how long. */
  static void check(
      PersonViewer lender, Account borrower, Role role, Instant from, Instant until, Instant now) {
    if (!lendable(lender.roles()).contains(role)) {
      throw new RuleBroken("loan.refused.not_held");
    }
    if (borrower.id() == lender.personId()
        || borrower.organisationId() != lender.organisationId()
        || !borrower.active()
        || !canBorrow(borrower.roles(), role)) {
      throw new RuleBroken("loan.refused.person");
    }
    if (!until.isAfter(from) || !until.isAfter(now)) {
      throw new RuleBroken("loan.refused.until");
    }
    if (until.isAfter(from.plus(LONGEST))) {
      throw new RuleBroken("loan.refused.long", LONGEST.toDays());
    }
  }
}
