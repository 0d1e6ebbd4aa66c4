package id.narahubung.accounts;

import static id.narahubung.db.Tables.PERSON;
import static id.narahubung.db.Tables.ROLE_LOAN;

import id.narahubung.access.NotFound;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.Person;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Roles that are lent. */
public final class LoanStore {

  private static final Person LENDER = PERSON.as("lender");

  Loan fetch(Tx tx, long id) {
    return loans(tx, ROLE_LOAN.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("loan " + id));
  }

  /** As fetch, and nobody else ends it until the transaction ends. */
  Loan lock(Tx tx, long id) {
    tx.sql().select(ROLE_LOAN.ID).from(ROLE_LOAN).where(ROLE_LOAN.ID.eq(id)).forUpdate().fetch();
    return fetch(tx, id);
  }

  /** A loan that ends with what it hangs on; why it was lent is not for who takes that. */
  record Hanging(long id, long person, String role) {}

  /** What this account lent of the role, or all that it lent and borrowed. */
  List<Hanging> hangingOn(Tx tx, long person, Optional<Role> taken) {
    return tx.sql()
        .resultQuery(
            "select id, person_id, role from loans_hanging_on(?, ?, ?::timestamptz)",
            person,
            taken.map(RoleCode::of).orElse(null),
            tx.now().toString())
        .fetch(
            row ->
                new Hanging(
                    row.get("id", Long.class),
                    row.get("person_id", Long.class),
                    row.get("role", String.class)));
  }

  void endHanging(Tx tx, long loan, long event) {
    tx.sql()
        .execute("select end_hanging_loan(?, ?, ?::timestamptz)", loan, event, tx.now().toString());
  }

  /** What is lent by or to a person and not over yet, the first to begin first. */
  List<Loan> open(Tx tx, long person) {
    return loans(
        tx,
        ROLE_LOAN
            .PERSON_ID
            .eq(person)
            .or(ROLE_LOAN.LENDER_ID.eq(person))
            .and(ROLE_LOAN.ENDS_AT.gt(tx.now()))
            .and(ROLE_LOAN.ENDED_AT.isNull()));
  }

  /** Whose beginning has come and is not told yet; one ended before it began never did. */
  List<Loan> untoldBeginnings(Tx tx) {
    return loans(
        tx,
        ROLE_LOAN
            .BEGUN_EVENT_ID
            .isNull()
            .and(ROLE_LOAN.STARTS_AT.le(tx.now()))
            .and(ROLE_LOAN.ENDED_AT.isNull().or(ROLE_LOAN.ENDED_AT.gt(ROLE_LOAN.STARTS_AT))));
  }

  /** Whose time is up and is not told yet. */
  List<Loan> untoldEnds(Tx tx) {
    return loans(tx, ROLE_LOAN.ENDED_EVENT_ID.isNull().and(ROLE_LOAN.ENDS_AT.le(tx.now())));
  }

  long insert(Tx tx, Account borrower, LendRole.Wanted wanted) {
    PersonViewer me = tx.person();
    return tx.sql()
        .insertInto(ROLE_LOAN)
        .set(ROLE_LOAN.ORGANISATION_ID, me.organisationId())
        .set(ROLE_LOAN.SIDE, me.side())
        .set(ROLE_LOAN.ROLE, wanted.role())
        .set(ROLE_LOAN.LENDER_ID, me.personId())
        .set(ROLE_LOAN.LENDER_CODE, me.code())
        .set(ROLE_LOAN.PERSON_ID, borrower.id())
        .set(ROLE_LOAN.REASON, wanted.reason())
        .set(ROLE_LOAN.LENT_AT, tx.now())
        .set(ROLE_LOAN.STARTS_AT, wanted.from())
        .set(ROLE_LOAN.ENDS_AT, wanted.until())
        .returningResult(ROLE_LOAN.ID)
        .fetchSingle()
        .value1();
  }

  void begun(Tx tx, long loan, long event) {
    tx.sql()
        .update(ROLE_LOAN)
        .set(ROLE_LOAN.BEGUN_EVENT_ID, event)
        .where(ROLE_LOAN.ID.eq(loan))
        .execute();
  }

  /** By itself, at its time. */
  void over(Tx tx, long loan, long event) {
    tx.sql()
        .update(ROLE_LOAN)
        .set(ROLE_LOAN.ENDED_EVENT_ID, event)
        .where(ROLE_LOAN.ID.eq(loan), ROLE_LOAN.ENDED_EVENT_ID.isNull())
        .execute();
  }

  /** Before its time. */
  void end(Tx tx, long loan, long event) {
    tx.sql()
        .update(ROLE_LOAN)
        .set(ROLE_LOAN.ENDED_AT, tx.now())
        .set(ROLE_LOAN.ENDED_EVENT_ID, event)
        .where(ROLE_LOAN.ID.eq(loan), ROLE_LOAN.ENDED_AT.isNull())
        .execute();
  }

  private static List<Loan> loans(Tx tx, Condition which) {
    return tx.sql()
        .select(
            ROLE_LOAN.ID,
            ROLE_LOAN.ORGANISATION_ID,
            ROLE_LOAN.ROLE,
            ROLE_LOAN.LENDER_ID,
            ROLE_LOAN.LENDER_CODE,
            LENDER.NAME,
            ROLE_LOAN.PERSON_ID,
            PERSON.CODE,
            PERSON.NAME,
            ROLE_LOAN.REASON,
            ROLE_LOAN.STARTS_AT,
            ROLE_LOAN.ENDS_AT,
            ROLE_LOAN.ENDED_AT)
        .from(ROLE_LOAN)
        .join(PERSON)
        .on(PERSON.ID.eq(ROLE_LOAN.PERSON_ID))
        .join(LENDER)
        .on(LENDER.ID.eq(ROLE_LOAN.LENDER_ID))
        .where(which)
        .orderBy(ROLE_LOAN.STARTS_AT, ROLE_LOAN.ID)
        .fetch(
            row ->
                new Loan(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    row.value9(),
                    row.value10(),
                    row.value11(),
                    row.value12(),
                    Optional.ofNullable(row.value13())));
  }
}
