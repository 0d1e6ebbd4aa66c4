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
import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Who holds which items. PostgreSQL shows the viewer's side only. */
public final class HoldStore {

  private static final Kept COLLEAGUES = new Kept();

  private static final Condition MAY_HOLD =
      PERSON_ROLE.ROLE.in(
          Role.holding(Permission.HOLD_ITEMS).stream()
              .map(role -> inline(role, PERSON_ROLE.ROLE))
              .toList());

  private static final Field<List<Role>> ROLES =
      multiset(
              select(PERSON_ROLE.ROLE)
                  .from(PERSON_ROLE)
                  .where(PERSON_ROLE.PERSON_ID.eq(PERSON.ID), MAY_HOLD))
          .convertFrom(rows -> rows.map(row -> row.value1()));

  private static final Field<Integer> HELD = DSL.count(ITEM.ID);

  private static final Field<Instant> NEXT_DUE =
      DSL.min(ITEM.DUE_AT).filterWhere(ItemRowStore.stands(Standing.OPEN));

  /** A hold that has not ended. */
  static Condition stands(Tx tx) {
    return ITEM_HOLD.ENDS_AT.gt(Kept.now(tx));
  }

  /** Items that wait for the viewer's side; what was found down only when it is to be looked at. */
  private static Condition waits(Tx tx) {
    Side side = tx.person().side();
    Condition stand = ItemRowStore.stands(Standing.waitingFor(side));
    return side == Side.MINISTRY ? stand.or(ITEM.ID.in(RecheckStore.dueBy(Kept.now(tx)))) : stand;
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
    return COLLEAGUES
        .fetch(tx, tx.person().side(), Map.of(), () -> load(tx))
        .map(
            row ->
                new Colleague(
                    row.get(PERSON.ID),
                    by(tx.person(), row.get(ROLES), row.get(PERSON.CODE), row.get(PERSON.NAME)),
                    row.get(HELD),
                    row.get("late", int.class),
                    Optional.ofNullable(row.get(NEXT_DUE))));
  }

  private static Select<?> load(Tx tx) {
    return tx.sql()
        .select(
            PERSON.ID,
            PERSON.CODE,
            PERSON.NAME,
            ROLES,
            HELD,
            DSL.count(ITEM.ID)
                .filterWhere(ItemRowStore.stands(Standing.OPEN), ITEM.DUE_AT.lt(Kept.now(tx)))
                .as("late"),
            NEXT_DUE)
        .from(PERSON)
        .leftJoin(ITEM_HOLD)
        .on(ITEM_HOLD.PERSON_ID.eq(PERSON.ID), stands(tx))
        .leftJoin(ITEM)
        .on(ITEM.ID.eq(ITEM_HOLD.ITEM_ID), waits(tx))
        .where(
            PERSON.ACTIVE.isTrue(),
            PERSON.ORGANISATION_ID.eq(Kept.organisation(tx)),
            PERSON.ID.in(select(PERSON_ROLE.PERSON_ID).from(PERSON_ROLE).where(MAY_HOLD)))
        .groupBy(PERSON.ID)
        .orderBy(PERSON.CODE);
  }

  private static By by(PersonViewer viewer, List<Role> roles, int code, String name) {
    String role = roles.stream().sorted().findFirst().map(Role::code).orElse("");
    return new By(viewer.side().name().toLowerCase(Locale.ROOT), role, code, Optional.of(name));
  }
}
