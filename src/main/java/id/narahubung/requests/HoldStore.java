package id.narahubung.requests;

import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_HOLD;
import static id.narahubung.db.Tables.PERSON;
import static id.narahubung.db.Tables.PERSON_ROLE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Who holds which items. PostgreSQL shows the viewer's side only. */
public final class HoldStore {

  /** A hold that has not ended. */
  static Condition stands(Tx tx) {
    return ITEM_HOLD.ENDS_AT.gt(tx.now());
  }

  /** Items that wait for the viewer's side; what was found down only when it is to be looked at. */
  private static Condition waits(Tx tx) {
    Side side = tx.person().side();
    Condition stand = ITEM.STANDING.in(Standing.waitingFor(side));
    return side == Side.MINISTRY
        ? stand.or(
            ITEM.STANDING.eq(Standing.CONFIRMED).and(ITEM.ID.in(RecheckStore.dueBy(tx.now()))))
        : stand;
  }

  /** Which of these items wait for the viewer's side. */
  List<Long> waiting(Tx tx, Collection<Long> items) {
    return tx.sql()
        .select(ITEM.ID)
        .from(ITEM)
        .where(ITEM.ID.eq(DSL.any(items.toArray(Long[]::new))), waits(tx))
        .fetch(ITEM.ID);
  }

  /** The hold of an item in a query, where it has not ended. */
  static Condition ofItem(Tx tx) {
    return ITEM_HOLD.ITEM_ID.eq(ITEM.ID).and(stands(tx));
  }

  /**
   * Puts items into a person's hands: those that nobody holds, or the person already, or the
   * viewer; with 'others', whoever holds them.
   *
   * @return the items that the person holds now
   */
  List<Long> put(Tx tx, Collection<Long> items, long person, Instant endsAt, boolean others) {
    PersonViewer viewer = tx.person();
    Condition free =
        ITEM_HOLD
            .ENDS_AT
            .le(tx.now())
            .or(ITEM_HOLD.PERSON_ID.in(person, viewer.personId()))
            .or(DSL.val(others));
    return tx.sql()
        .insertInto(
            ITEM_HOLD,
            ITEM_HOLD.ITEM_ID,
            ITEM_HOLD.COMPANY_ID,
            ITEM_HOLD.ITEM_SIDE,
            ITEM_HOLD.SIDE,
            ITEM_HOLD.PERSON_ID,
            ITEM_HOLD.HELD_AT,
            ITEM_HOLD.ENDS_AT)
        .select(
            select(
                    ITEM.ID,
                    ITEM.COMPANY_ID,
                    inline("both"),
                    val(viewer.side(), ITEM_HOLD.SIDE),
                    val(person),
                    val(tx.now(), ITEM_HOLD.HELD_AT),
                    val(endsAt, ITEM_HOLD.ENDS_AT))
                .from(ITEM)
                .where(ITEM.ID.eq(DSL.any(items.toArray(Long[]::new))))
                .orderBy(ITEM.ID))
        .onConflict(ITEM_HOLD.ITEM_ID, ITEM_HOLD.SIDE)
        .doUpdate()
        .set(ITEM_HOLD.PERSON_ID, excluded(ITEM_HOLD.PERSON_ID))
        .set(ITEM_HOLD.HELD_AT, excluded(ITEM_HOLD.HELD_AT))
        .set(ITEM_HOLD.ENDS_AT, excluded(ITEM_HOLD.ENDS_AT))
        .where(free)
        .returningResult(ITEM_HOLD.ITEM_ID)
        .fetch(row -> row.value1());
  }

  /** Lets go of items that the viewer holds; with 'others', whoever holds them. */
  List<Long> end(Tx tx, Collection<Long> items, boolean others) {
    return tx.sql()
        .deleteFrom(ITEM_HOLD)
        .where(
            ITEM_HOLD.ITEM_ID.eq(DSL.any(items.toArray(Long[]::new))),
            others ? noCondition() : ITEM_HOLD.PERSON_ID.eq(tx.person().personId()))
        .returningResult(ITEM_HOLD.ITEM_ID)
        .fetch(row -> row.value1());
  }

  /** Everybody of the viewer's organisation who may work on items, with what they hold. */
  List<Colleague> colleagues(Tx tx) {
    List<Role> roles = Role.holding(Permission.HOLD_ITEMS);
    Field<Integer> held = DSL.count(ITEM.ID);
    Field<Integer> late =
        DSL.count(ITEM.ID)
            .filterWhere(ITEM.STANDING.eq(inline(Standing.OPEN)), ITEM.DUE_AT.lt(tx.now()));
    Field<Instant> next = DSL.min(ITEM.DUE_AT).filterWhere(ITEM.STANDING.eq(inline(Standing.OPEN)));
    return tx.sql()
        .select(
            PERSON.ID,
            PERSON.CODE,
            PERSON.NAME,
            multiset(
                    select(PERSON_ROLE.ROLE)
                        .from(PERSON_ROLE)
                        .where(PERSON_ROLE.PERSON_ID.eq(PERSON.ID), PERSON_ROLE.ROLE.in(roles)))
                .convertFrom(rows -> rows.map(row -> row.value1())),
            held,
            late,
            next)
        .from(PERSON)
        .leftJoin(ITEM_HOLD)
        .on(ITEM_HOLD.PERSON_ID.eq(PERSON.ID), stands(tx))
        .leftJoin(ITEM)
        .on(ITEM.ID.eq(ITEM_HOLD.ITEM_ID), waits(tx))
        .where(
            PERSON.ACTIVE.isTrue(),
            PERSON.ORGANISATION_ID.eq(tx.person().organisationId()),
            PERSON.ID.in(
                select(PERSON_ROLE.PERSON_ID).from(PERSON_ROLE).where(PERSON_ROLE.ROLE.in(roles))))
        .groupBy(PERSON.ID)
        .orderBy(PERSON.CODE)
        .fetch(
            row ->
                new Colleague(
                    row.value1(),
                    by(tx.person(), row.value4(), row.value2(), row.value3()),
                    row.value5(),
                    row.value6(),
                    Optional.ofNullable(row.value7())));
  }

  private static By by(PersonViewer viewer, List<Role> roles, int code, String name) {
    String role = roles.stream().sorted().findFirst().map(Role::code).orElse("");
    return new By(viewer.side().name().toLowerCase(Locale.ROOT), role, code, Optional.of(name));
  }
}
