package id.narahubung.roster;

import static id.narahubung.db.Tables.DUTY_SETTING;
import static id.narahubung.db.Tables.DUTY_SHIFT;
import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.PERSON;
import static id.narahubung.db.Tables.PERSON_ROLE;
import static org.jooq.impl.DSL.select;

import id.narahubung.access.NotFound;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Stale;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.platforms.Organisation;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Records;

/** Shifts of the own side, and what may be known of the other's. */
public final class RosterStore {

  /** Who stands on duty has work to do. */
  private static final List<Role> ROLES =
      List.of(Role.OFFICER, Role.SUPERVISOR, Role.DECISION_MAKER, Role.RESPONDER, Role.LEAD);

  /** Until somebody settles it. */
  private static final RosterSetting FIRST_SETTING =
      new RosterSetting(Words.WIB, false, Duration.ofMinutes(15), Duration.ofMinutes(60), 1);

  /** How the own organisation keeps its list. */
  RosterSetting setting(Tx tx) {
    return tx.sql()
        .select(
            DUTY_SETTING.TIME_ZONE,
            DUTY_SETTING.SHARE_PHONE,
            DUTY_SETTING.URGENT_MINUTES,
            DUTY_SETTING.OTHER_MINUTES,
            DUTY_SETTING.VERSION)
        .from(DUTY_SETTING)
        .where(DUTY_SETTING.ORGANISATION_ID.eq(own(tx)))
        .fetchOptional(
            row ->
                new RosterSetting(
                    ZoneId.of(row.value1()),
                    row.value2(),
                    Duration.ofMinutes(row.value3()),
                    Duration.ofMinutes(row.value4()),
                    row.value5()))
        .orElse(FIRST_SETTING);
  }

  /** The same, and nobody else of the organisation changes the list before this is over. */
  RosterSetting lock(Tx tx) {
    tx.sql()
        .insertInto(DUTY_SETTING)
        .set(DUTY_SETTING.ORGANISATION_ID, own(tx))
        .set(DUTY_SETTING.SIDE, tx.person().side())
        .set(DUTY_SETTING.TIME_ZONE, FIRST_SETTING.zone().getId())
        .set(DUTY_SETTING.SHARE_PHONE, FIRST_SETTING.sharesPhone())
        .set(DUTY_SETTING.URGENT_MINUTES, (int) FIRST_SETTING.urgent().toMinutes())
        .set(DUTY_SETTING.OTHER_MINUTES, (int) FIRST_SETTING.other().toMinutes())
        .set(DUTY_SETTING.VERSION, FIRST_SETTING.version())
        .onConflictDoNothing()
        .execute();
    tx.sql()
        .select(DUTY_SETTING.VERSION)
        .from(DUTY_SETTING)
        .where(DUTY_SETTING.ORGANISATION_ID.eq(own(tx)))
        .forUpdate()
        .execute();
    return setting(tx);
  }

  /** Saves it over the version it was made from. */
  void save(Tx tx, RosterSetting wanted) {
    int changed =
        tx.sql()
            .update(DUTY_SETTING)
            .set(DUTY_SETTING.TIME_ZONE, wanted.zone().getId())
            .set(DUTY_SETTING.SHARE_PHONE, wanted.sharesPhone())
            .set(DUTY_SETTING.URGENT_MINUTES, (int) wanted.urgent().toMinutes())
            .set(DUTY_SETTING.OTHER_MINUTES, (int) wanted.other().toMinutes())
            .set(DUTY_SETTING.VERSION, DUTY_SETTING.VERSION.plus(1))
            .where(DUTY_SETTING.ORGANISATION_ID.eq(own(tx)))
            .and(DUTY_SETTING.VERSION.eq(wanted.version()))
            .execute();
    if (changed == 0) {
      throw new Stale("duty setting");
    }
  }

  /** Those of the own side who can stand on duty. */
  List<Member> members(Tx tx) {
    return tx.sql()
        .select(PERSON.ID, PERSON.CODE, PERSON.NAME)
        .from(PERSON)
        .where(PERSON.ORGANISATION_ID.eq(own(tx)))
        .and(PERSON.ACTIVE)
        .and(
            PERSON.ID.in(
                select(PERSON_ROLE.PERSON_ID).from(PERSON_ROLE).where(PERSON_ROLE.ROLE.in(ROLES))))
        .orderBy(PERSON.CODE)
        .fetch(Records.mapping(Member::new));
  }

  /** The own side's shifts that a span touches, in the order of time. */
  List<Shift> shifts(Tx tx, Span span) {
    return shifts(tx, DUTY_SHIFT.STARTS_AT.lt(span.end()).and(DUTY_SHIFT.ENDS_AT.gt(span.start())));
  }

  /** When the shift of a colleague ends that runs now; none where that person is not on duty. */
  public Optional<Instant> shiftEnd(Tx tx, long person) {
    return shifts(tx, new Span(tx.now(), tx.now().plusNanos(1000))).stream()
        .filter(shift -> shift.person() == person && shift.span().holds(tx.now()))
        .map(shift -> shift.span().end())
        .max(Instant::compareTo);
  }

  Shift fetch(Tx tx, long id) {
    return shifts(tx, DUTY_SHIFT.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("shift " + id));
  }

  private static List<Shift> shifts(Tx tx, Condition which) {
    return tx.sql()
        .select(
            DUTY_SHIFT.ID,
            PERSON.ID,
            PERSON.NAME,
            PERSON.CODE,
            PERSON.ACTIVE,
            DUTY_SHIFT.PLACE,
            DUTY_SHIFT.STARTS_AT,
            DUTY_SHIFT.ENDS_AT,
            DUTY_SHIFT.MEANT_UNTIL,
            DUTY_SHIFT.PHONE)
        .from(DUTY_SHIFT)
        .join(PERSON)
        .on(PERSON.ID.eq(DUTY_SHIFT.PERSON_ID))
        .where(DUTY_SHIFT.ORGANISATION_ID.eq(own(tx)))
        .and(which)
        .orderBy(DUTY_SHIFT.STARTS_AT, DUTY_SHIFT.PLACE)
        .fetch(
            row ->
                new Shift(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    new Span(row.value7(), row.value8()),
                    row.value9() != null,
                    row.value10()));
  }

  void insert(Tx tx, long person, Place place, Span span, String phone) {
    tx.sql()
        .insertInto(DUTY_SHIFT)
        .set(DUTY_SHIFT.ORGANISATION_ID, own(tx))
        .set(DUTY_SHIFT.SIDE, tx.person().side())
        .set(DUTY_SHIFT.PERSON_ID, person)
        .set(DUTY_SHIFT.PLACE, place)
        .set(DUTY_SHIFT.STARTS_AT, span.start())
        .set(DUTY_SHIFT.ENDS_AT, span.end())
        .set(DUTY_SHIFT.PHONE, phone)
        .execute();
  }

  /** Ends a shift that runs, and keeps until when it was meant. */
  void end(Tx tx, long id, Instant at) {
    tx.sql()
        .update(DUTY_SHIFT)
        .set(DUTY_SHIFT.ENDS_AT, at)
        .set(DUTY_SHIFT.MEANT_UNTIL, DUTY_SHIFT.ENDS_AT)
        .where(DUTY_SHIFT.ID.eq(id))
        .execute();
  }

  /** Removes one that has not begun. */
  void delete(Tx tx, long id) {
    tx.sql().deleteFrom(DUTY_SHIFT).where(DUTY_SHIFT.ID.eq(id)).execute();
  }

  /** Who is on duty now, of the sides that the viewer may know of. */
  public List<OnDuty> now(Tx tx) {
    return told(tx, new Span(tx.now(), tx.now().plusMillis(1)));
  }

  /** Who is on duty now for a case with a company. */
  public List<OnDuty> now(Tx tx, long company) {
    return now(tx).stream()
        .filter(each -> each.organisation() == company || each.side().equals("ministry"))
        .toList();
  }

  /** The shifts that a span touches, of the sides that the viewer may know of. */
  List<OnDuty> told(Tx tx, Span span) {
    return tx.sql()
        .fetch(
            "select organisation_id, side, organisation, place, role, code, name, for_role, for_code,"
                + " starts_at, ends_at, phone from duty_told(cast(? as timestamptz), cast(? as"
                + " timestamptz))",
            span.start().atOffset(ZoneOffset.UTC),
            span.end().atOffset(ZoneOffset.UTC))
        .map(
            row ->
                new OnDuty(
                    row.get("organisation_id", Long.class),
                    row.get("side", String.class),
                    row.get("organisation", String.class),
                    Place.valueOf(row.get("place", String.class).toUpperCase(Locale.ROOT)),
                    row.get("role", String.class),
                    row.get("code", Integer.class),
                    Optional.ofNullable(row.get("name", String.class)),
                    Optional.ofNullable(row.get("for_role", String.class))
                        .map(role -> new By.Lent(role, row.get("for_code", Integer.class))),
                    new Span(
                        row.get("starts_at", Instant.class), row.get("ends_at", Instant.class)),
                    Optional.ofNullable(row.get("phone", String.class))));
  }

  /** The own organisation, and those of the other side that the viewer works with. */
  List<Organisation> organisations(Tx tx) {
    Side other = tx.person().side() == Side.MINISTRY ? Side.COMPANY : Side.MINISTRY;
    return tx.sql()
        .select(ORGANISATION.ID, ORGANISATION.SIDE, ORGANISATION.NAME)
        .from(ORGANISATION)
        .where(ORGANISATION.ID.eq(own(tx)).or(ORGANISATION.SIDE.eq(other)))
        .orderBy(ORGANISATION.ID.eq(own(tx)).desc(), ORGANISATION.NAME, ORGANISATION.ID)
        .fetch(Records.mapping(Organisation::new));
  }

  /** Tells the next of what was left alone; gives how many were told. */
  int passOn(Tx tx) {
    Integer told =
        tx.sql()
            .fetchSingle(
                "select pass_on_duty(cast(? as timestamptz)) as told",
                tx.now().atOffset(ZoneOffset.UTC))
            .get("told", Integer.class);
    return told == null ? 0 : told;
  }

  private static long own(Tx tx) {
    return tx.person().organisationId();
  }
}
