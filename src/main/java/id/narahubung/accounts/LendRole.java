package id.narahubung.accounts;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.time.Instant;
import java.util.UUID;

/**
 * Lends a colleague a role one holds oneself, from an instant until another, for a reason; what is
 * lent is not lent on. Refused when the viewer may not lend or does not hold the role, the
 * colleague does no casework, holds the role already or is of another organisation, when there is
 * no reason, and when the end is past, before the beginning or more than 92 days after it.
 */
public final class LendRole {

  private final PersonStore persons;
  private final LoanStore loans;
  private final Ledger ledger;

  public LendRole(PersonStore persons, LoanStore loans, Ledger ledger) {
    this.persons = persons;
    this.loans = loans;
    this.ledger = ledger;
  }

  /** What to lend, and to whom. A beginning that is past counts as now. */
  public record Wanted(long person, Role role, Instant from, Instant until, String reason) {

    Wanted notBefore(Instant now) {
      return from.isBefore(now) ? new Wanted(person, role, now, until, reason) : this;
    }
  }

  public long run(Tx tx, UUID act, Wanted said) {
    Wanted wanted = said.notBefore(tx.now());
    Account borrower = persons.lock(tx, wanted.person());
    tx.viewer().require(Permission.LEND_ROLES);
    PersonViewer me = tx.person();
    if (wanted.reason().isBlank() || wanted.reason().length() > 1000) {
      throw new RuleBroken("loan.refused.reason");
    }
    Loan.check(me, borrower, wanted.role(), wanted.from(), wanted.until(), tx.now());
    if (loans.open(tx, borrower.id()).stream()
        .anyMatch(
            other ->
                other.person() == borrower.id()
                    && other.role() == wanted.role()
                    && other.startsAt().isBefore(wanted.until())
                    && wanted.from().isBefore(other.endsAt()))) {
      throw new RuleBroken("loan.refused.twice");
    }
    long loan = loans.insert(tx, borrower, wanted);
    long event = ledger.add(tx, told(me, act, loan, wanted));
    if (wanted.from().equals(tx.now())) {
      loans.begun(tx, loan, event);
    }
    return loan;
  }

  private static Act told(PersonViewer me, UUID act, long loan, Wanted wanted) {
    Act told =
        Act.of(act, EventKind.ROLE_LENT, wanted.role(), me.side())
            .with("loan", loan)
            .with("person", wanted.person())
            .with("role", RoleCode.of(wanted.role()))
            .with("from", wanted.from().toString())
            .with("until", wanted.until().toString());
    return me.side() == Side.COMPANY ? told.behind(me.organisationId()) : told;
  }
}
