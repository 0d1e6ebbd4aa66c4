package id.narahubung.accounts;

import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.PERSON;
import static id.narahubung.db.Tables.PERSON_ROLE;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.ROLE_LOAN;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import id.narahubung.access.NotFound;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Stale;
import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.Person;
import id.narahubung.db.tables.PersonRole;
import id.narahubung.text.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectSeekStep3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** People and their roles. */
public final class PersonStore {

  private static final Person LENDER = PERSON.as("lender");
  private static final PersonRole HELD = PERSON_ROLE.as("held");

  private static final Field<List<Held>> ROLES =
      multiset(
              select(PERSON_ROLE.ROLE, PERSON_ROLE.REQUEST_ID, PERSON_ROLE.ENDS_AT)
                  .from(PERSON_ROLE)
                  .where(PERSON_ROLE.PERSON_ID.eq(PERSON.ID)))
          .convertFrom(rows -> rows.map(Records.mapping(Held::new)));

  private static final List<Field<?>> COLUMNS =
      List.of(
          PERSON.ID,
          PERSON.ORGANISATION_ID,
          ORGANISATION.NAME,
          PERSON.SIDE,
          PERSON.CODE,
          PERSON.NAME,
          PERSON.EMAIL,
          PERSON.PASSWORD_HASH,
          PERSON.LANGUAGE,
          PERSON.TIME_ZONE,
          PERSON.ACTIVE,
          PERSON.VERSION,
          ROLES);

  private static final String BORROWED = "borrowed";
  private static final int FETCHED_AT_ONCE = 500;

  /** Whether anybody could sign in at all. */
  public boolean isEmpty(Tx tx) {
    return !tx.sql().fetchExists(PERSON);
  }

  public Account fetch(Tx tx, long id) {
    return accounts(tx, PERSON.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("person " + id));
  }

  /** As fetch, and nobody else changes it until the transaction ends. */
  Account lock(Tx tx, long id) {
    tx.sql().select(PERSON.ID).from(PERSON).where(PERSON.ID.eq(id)).forUpdate().fetch();
    return fetch(tx, id);
  }

  /** By mail address, whatever its capitals. */
  public Optional<Account> find(Tx tx, String email) {
    return accounts(tx, lower(PERSON.EMAIL).eq(email.toLowerCase(Locale.ROOT))).stream()
        .findFirst();
  }

  /** Everybody the viewer may see, by organisation and code. */
  public List<Account> list(Tx tx) {
    return accounts(tx, DSL.noCondition());
  }

  /**
   * What narrows a list of accounts.
   *
   * @param after the account that the page before ended with
   */
  record Filter(
      Optional<Long> organisation,
      Optional<Role> role,
      Optional<Boolean> active,
      Optional<Long> after) {}

  /** So many of them, in the same order. */
  List<Account> list(Tx tx, Filter filter, int most) {
    Condition behind = filter.after().map(id -> after(fetch(tx, id))).orElse(DSL.noCondition());
    return accounts(tx, narrowed(filter).and(behind), most);
  }

  /** All of them, in the same order, fetched while the work goes on. */
  void each(Tx tx, Filter filter, Consumer<Account> work) {
    try (Stream<Record> rows =
        ordered(tx, narrowed(filter)).fetchSize(FETCHED_AT_ONCE).fetchStream()) {
      rows.map(row -> account(tx, row)).forEach(work);
    }
  }

  private static Condition narrowed(Filter filter) {
    return DSL.and(
        filter.organisation().map(PERSON.ORGANISATION_ID::eq).orElse(DSL.noCondition()),
        filter
            .role()
            .map(
                role ->
                    PERSON.ID.in(
                        select(PERSON_ROLE.PERSON_ID)
                            .from(PERSON_ROLE)
                            .where(PERSON_ROLE.ROLE.eq(role))))
            .orElse(DSL.noCondition()),
        filter.active().map(PERSON.ACTIVE::eq).orElse(DSL.noCondition()));
  }

  private static Condition after(Account last) {
    return PERSON
        .SIDE
        .lt(last.side())
        .or(
            PERSON
                .SIDE
                .eq(last.side())
                .and(DSL.row(ORGANISATION.NAME, PERSON.CODE).gt(last.organisation(), last.code())));
  }

  void save(Tx tx, long person, int version, ChangePerson.Particulars wanted) {
    int saved =
        tx.sql()
            .update(PERSON)
            .set(PERSON.NAME, wanted.name())
            .set(PERSON.EMAIL, wanted.email())
            .set(PERSON.LANGUAGE, wanted.language().code())
            .set(PERSON.TIME_ZONE, wanted.zone().getId())
            .set(PERSON.VERSION, PERSON.VERSION.plus(1))
            .where(PERSON.ID.eq(person), PERSON.VERSION.eq(version))
            .execute();
    if (saved == 0) {
      throw new Stale("person " + person);
    }
  }

  void setActive(Tx tx, long person, boolean active) {
    tx.sql()
        .update(PERSON)
        .set(PERSON.ACTIVE, active)
        .set(PERSON.VERSION, PERSON.VERSION.plus(1))
        .where(PERSON.ID.eq(person))
        .execute();
  }

  /** Its sessions, its links and what it holds of items, which nobody else may see. */
  void endAllOf(Tx tx, long person) {
    tx.sql().execute("select end_all_of(?)", person);
  }

  void removeRole(Tx tx, long person, Role role) {
    tx.sql()
        .deleteFrom(PERSON_ROLE)
        .where(PERSON_ROLE.PERSON_ID.eq(person), PERSON_ROLE.ROLE.eq(role))
        .execute();
  }

  /** Refuses where this one is the last who could sign in and administer. */
  void requireOtherAdministrators(Tx tx, long person) {
    // Two who each take the other's role would both find one left: the second waits here.
    tx.sql().execute("select pg_advisory_xact_lock(hashtext('administrators'))");
    if (!tx.sql()
        .fetchExists(
            select(PERSON.ID)
                .from(PERSON)
                .join(PERSON_ROLE)
                .on(PERSON_ROLE.PERSON_ID.eq(PERSON.ID))
                .where(
                    PERSON_ROLE.ROLE.eq(Role.ADMINISTRATOR),
                    PERSON.ACTIVE.isTrue(),
                    PERSON.ID.ne(person)))) {
      throw new RuleBroken("person.last_administrator");
    }
  }

  /** The request an auditor is limited to, by its number. */
  Optional<Long> findRequest(Tx tx, String number) {
    return tx.sql()
        .select(REQUEST.ID)
        .from(REQUEST)
        .where(REQUEST.NUMBER.eq(number))
        .fetchOptional(row -> row.value1());
  }

  /** Its number; an auditor's limit shows nothing else of it. */
  String number(Tx tx, long request) {
    return tx.sql()
        .select(REQUEST.NUMBER)
        .from(REQUEST)
        .where(REQUEST.ID.eq(request))
        .fetchOptional(row -> row.value1())
        .orElse("–");
  }

  /** Adds a person with the organisation's next code. */
  long insert(Tx tx, MakePerson.NewPerson person, String email) {
    // Two at once would take the same code: the second waits here for the first.
    tx.sql().execute("select pg_advisory_xact_lock(?)", person.organisation().id());
    int code =
        Optional.ofNullable(
                    tx.sql()
                        .select(max(PERSON.CODE))
                        .from(PERSON)
                        .where(PERSON.ORGANISATION_ID.eq(person.organisation().id()))
                        .fetchSingle()
                        .value1())
                .orElse(0)
            + 1;
    long id =
        tx.sql()
            .insertInto(PERSON)
            .set(PERSON.ORGANISATION_ID, person.organisation().id())
            .set(PERSON.SIDE, person.organisation().side())
            .set(PERSON.CODE, code)
            .set(PERSON.NAME, person.name())
            .set(PERSON.EMAIL, email)
            .set(PERSON.LANGUAGE, person.language().code())
            .set(PERSON.TIME_ZONE, person.zone().getId())
            .set(PERSON.CREATED_AT, tx.now())
            .returningResult(PERSON.ID)
            .fetchSingle()
            .value1();
    for (Role role : person.roles()) {
      putRole(tx, id, role, person.limits());
    }
    return id;
  }

  /** Gives a role, or new limits to one that was given. */
  void putRole(Tx tx, long person, Role role, Limits limits) {
    if (role != Role.AUDITOR) {
      tx.sql()
          .insertInto(PERSON_ROLE)
          .set(PERSON_ROLE.PERSON_ID, person)
          .set(PERSON_ROLE.SIDE, role.side())
          .set(PERSON_ROLE.ROLE, role)
          .onConflictDoNothing()
          .execute();
      return;
    }
    tx.sql()
        .insertInto(PERSON_ROLE)
        .set(PERSON_ROLE.PERSON_ID, person)
        .set(PERSON_ROLE.SIDE, role.side())
        .set(PERSON_ROLE.ROLE, role)
        .set(PERSON_ROLE.REQUEST_ID, limits.request().orElse(null))
        .set(PERSON_ROLE.ENDS_AT, limits.until().orElse(null))
        .onConflict(PERSON_ROLE.PERSON_ID, PERSON_ROLE.ROLE)
        .doUpdate()
        .set(PERSON_ROLE.REQUEST_ID, limits.request().orElse(null))
        .set(PERSON_ROLE.ENDS_AT, limits.until().orElse(null))
        .execute();
  }

  void setPassword(Tx tx, long person, String hash) {
    tx.sql()
        .update(PERSON)
        .set(PERSON.PASSWORD_HASH, hash)
        .set(PERSON.VERSION, PERSON.VERSION.plus(1))
        .where(PERSON.ID.eq(person))
        .execute();
  }

  void setReading(Tx tx, long person, Language language, ZoneId zone) {
    tx.sql()
        .update(PERSON)
        .set(PERSON.LANGUAGE, language.code())
        .set(PERSON.TIME_ZONE, zone.getId())
        .set(PERSON.VERSION, PERSON.VERSION.plus(1))
        .where(PERSON.ID.eq(person))
        .execute();
  }

  private static List<Account> accounts(Tx tx, Condition which) {
    return accounts(tx, which, Integer.MAX_VALUE);
  }

  private static List<Account> accounts(Tx tx, Condition which, int most) {
    return ordered(tx, which).limit(most).fetch(row -> account(tx, row));
  }

  private static SelectSeekStep3<Record, Side, String, Integer> ordered(Tx tx, Condition which) {
    return tx.sql()
        .select(columns(tx))
        .from(PERSON)
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(PERSON.ORGANISATION_ID))
        .where(which)
        .orderBy(PERSON.SIDE.desc(), ORGANISATION.NAME, PERSON.CODE);
  }

  /** What an account is read from, of a person joined with the organisation. */
  static List<Field<?>> columns(Tx tx) {
    return Stream.concat(COLUMNS.stream(), Stream.of(borrowed(Kept.now(tx)))).toList();
  }

  static Account account(Tx tx, Record row) {
    return new Account(
        row.get(PERSON.ID),
        row.get(PERSON.ORGANISATION_ID),
        row.get(ORGANISATION.NAME),
        row.get(PERSON.SIDE),
        row.get(PERSON.CODE),
        row.get(PERSON.NAME),
        row.get(PERSON.EMAIL),
        Optional.ofNullable(row.get(PERSON.PASSWORD_HASH)),
        Language.of(row.get(PERSON.LANGUAGE)),
        ZoneId.of(row.get(PERSON.TIME_ZONE)),
        row.get(PERSON.ACTIVE),
        row.get(PERSON.VERSION),
        row.get(ROLES).stream().map(role -> role.at(tx.now())).toList(),
        borrowed(row));
  }

  // The column of this name is made below.
  @SuppressWarnings("unchecked")
  private static List<Account.Borrowed> borrowed(Record row) {
    return (List<Account.Borrowed>) Objects.requireNonNull(row.get(BORROWED));
  }

  /** What is lent now, by somebody who still holds it and whose account is open. */
  private static Field<List<Account.Borrowed>> borrowed(Field<Instant> now) {
    return multiset(
            select(ROLE_LOAN.ROLE, ROLE_LOAN.ID, ROLE_LOAN.LENDER_CODE)
                .from(ROLE_LOAN)
                .join(LENDER)
                .on(LENDER.ID.eq(ROLE_LOAN.LENDER_ID), LENDER.ACTIVE.isTrue())
                .join(HELD)
                .on(HELD.PERSON_ID.eq(ROLE_LOAN.LENDER_ID), HELD.ROLE.eq(ROLE_LOAN.ROLE))
                .where(
                    ROLE_LOAN.PERSON_ID.eq(PERSON.ID),
                    ROLE_LOAN.STARTS_AT.le(now),
                    ROLE_LOAN.ENDS_AT.gt(now),
                    ROLE_LOAN.ENDED_AT.isNull())
                .orderBy(ROLE_LOAN.ENDS_AT))
        .convertFrom(rows -> rows.map(Records.mapping(Account.Borrowed::new)))
        .as(BORROWED);
  }

  /** A role as it stands in its row. */
  private record Held(Role role, @Nullable Long request, @Nullable Instant end) {

    Account.Given at(Instant now) {
      Limits limits = new Limits(Optional.ofNullable(request), Optional.ofNullable(end));
      return new Account.Given(role, limits, limits.isOverAt(now));
    }
  }
}
