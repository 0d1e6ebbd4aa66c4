package id.narahubung.requests;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.HEARTBEAT;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_CREDIT;
import static id.narahubung.db.Tables.ITEM_ROUND;
import static id.narahubung.db.Tables.OUTAGE;
import static id.narahubung.db.Tables.OUTAGE_DECISION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import id.narahubung.access.NotFound;
import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/** Signs of life, outages noticed by them, and the time they cost. */
public final class OutageStore {

  /** How long the sign of life of an instance that is gone is kept. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

  private static final Set<Standing> SENT =
      EnumSet.complementOf(EnumSet.of(Standing.DRAFT, Standing.WITHDRAWN));

  private static final Field<Optional<By>> BY =
      multiset(select(Ledger.BY).from(EVENT).where(EVENT.ID.eq(OUTAGE_DECISION.EVENT_ID)))
          .convertFrom(rows -> rows.map(mapping(by -> by)).stream().findFirst());

  /** An outage, and what was decided on it. */
  record Noticed(long id, Outage outage, Optional<Decision> decision) {}

  /** How many items of how many requests it was credited to: none where it was declined. */
  record Decision(
      boolean granted,
      String reason,
      int requests,
      int items,
      Instant decidedAt,
      Optional<By> by) {}

  /** An item that was sent, and its request. */
  record Running(long request, long item) {}

  /**
   * Gives an instance's sign of life, and tells since when no instance had given one, if that is
   * longer ago than it may be. One at a time: of two that come back together the first notices.
   */
  Optional<Outage> beat(Tx tx, UUID instance, Duration longest) {
    tx.sql().execute("lock table heartbeat in share row exclusive mode");
    Instant last = tx.sql().select(max(HEARTBEAT.BEAT_AT)).from(HEARTBEAT).fetchSingle().value1();
    tx.sql()
        .insertInto(HEARTBEAT)
        .set(HEARTBEAT.INSTANCE, instance)
        .set(HEARTBEAT.BEAT_AT, tx.now())
        .onConflict(HEARTBEAT.INSTANCE)
        .doUpdate()
        .set(HEARTBEAT.BEAT_AT, tx.now())
        .execute();
    tx.sql()
        .deleteFrom(HEARTBEAT)
        .where(HEARTBEAT.BEAT_AT.lt(tx.now().minus(FORGOTTEN_AFTER)))
        .execute();
    return Optional.ofNullable(last)
        .filter(at -> Duration.between(at, tx.now()).compareTo(longest) > 0)
        .map(at -> new Outage(at, tx.now()));
  }

  /** Writes it down and gives its id. */
  long insert(Tx tx, long event, Outage outage) {
    return tx.sql()
        .insertInto(OUTAGE)
        .set(OUTAGE.BEGAN_AT, outage.from())
        .set(OUTAGE.ENDED_AT, outage.to())
        .set(OUTAGE.EVENT_ID, event)
        .returningResult(OUTAGE.ID)
        .fetchSingle()
        .value1();
  }

  Noticed fetch(Tx tx, long id) {
    return noticed(tx)
        .where(OUTAGE.ID.eq(id))
        .fetchOptional(OutageStore::toNoticed)
        .orElseThrow(() -> new NotFound("outage"));
  }

  /** The newest, or those before one. */
  List<Noticed> list(Tx tx, Optional<Long> before, int limit) {
    Condition older = before.map(OUTAGE.ID::lt).orElse(noCondition());
    return noticed(tx)
        .where(older)
        .orderBy(OUTAGE.ID.desc())
        .limit(limit)
        .fetch(OutageStore::toNoticed);
  }

  /** The first of those that began before this one and are not decided. */
  Optional<Noticed> earlierOpen(Tx tx, Outage outage) {
    return noticed(tx)
        .where(OUTAGE.BEGAN_AT.lt(outage.from()), OUTAGE_DECISION.OUTAGE_ID.isNull())
        .orderBy(OUTAGE.BEGAN_AT)
        .limit(1)
        .fetchOptional(OutageStore::toNoticed);
  }

  private static SelectOnConditionStep<? extends Record> noticed(Tx tx) {
    return tx.sql()
        .select(OUTAGE.fields())
        .select(OUTAGE_DECISION.fields())
        .select(BY)
        .from(OUTAGE)
        .leftJoin(OUTAGE_DECISION)
        .on(OUTAGE_DECISION.OUTAGE_ID.eq(OUTAGE.ID));
  }

  private static Noticed toNoticed(Record r) {
    return new Noticed(
        r.get(OUTAGE.ID),
        new Outage(r.get(OUTAGE.BEGAN_AT), r.get(OUTAGE.ENDED_AT)),
        r.get(OUTAGE_DECISION.OUTAGE_ID) == null
            ? Optional.empty()
            : Optional.of(
                new Decision(
                    r.get(OUTAGE_DECISION.GRANTED),
                    r.get(OUTAGE_DECISION.REASON),
                    r.get(OUTAGE_DECISION.REQUESTS),
                    r.get(OUTAGE_DECISION.ITEMS),
                    r.get(OUTAGE_DECISION.DECIDED_AT),
                    r.get(BY))));
  }

  /**
   * The items on which a clock may have run meanwhile: due after it began, sent before it ended.
   */
  List<Running> running(Tx tx, Outage outage) {
    return tx.sql()
        .select(ITEM.REQUEST_ID, ITEM.ID)
        .from(ITEM)
        .where(
            ITEM.STANDING.in(SENT),
            ITEM.DUE_AT.gt(outage.from()),
            exists(
                selectOne()
                    .from(ITEM_ROUND)
                    .where(ITEM_ROUND.ITEM_ID.eq(ITEM.ID), ITEM_ROUND.STARTED_AT.lt(outage.to()))))
        .orderBy(ITEM.REQUEST_ID, ITEM.ID)
        .fetch(mapping(Running::new));
  }

  /** Writes the decision; false when there is one already. */
  boolean decide(Tx tx, long event, long outage, Decision decision) {
    return tx.sql()
            .insertInto(OUTAGE_DECISION)
            .set(OUTAGE_DECISION.OUTAGE_ID, outage)
            .set(OUTAGE_DECISION.EVENT_ID, event)
            .set(OUTAGE_DECISION.GRANTED, decision.granted())
            .set(OUTAGE_DECISION.REASON, decision.reason())
            .set(OUTAGE_DECISION.REQUESTS, decision.requests())
            .set(OUTAGE_DECISION.ITEMS, decision.items())
            .set(OUTAGE_DECISION.DECIDED_AT, decision.decidedAt())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Credits an outage to items, locked before. */
  void credit(Tx tx, long event, long outage, Collection<Item> items) {
    tx.sql()
        .insertInto(
            ITEM_CREDIT,
            ITEM_CREDIT.ITEM_ID,
            ITEM_CREDIT.OUTAGE_ID,
            ITEM_CREDIT.EVENT_ID,
            ITEM_CREDIT.COMPANY_ID,
            ITEM_CREDIT.SIDE,
            ITEM_CREDIT.GRANTED_AT)
        .select(
            select(
                    ITEM.ID,
                    val(outage),
                    val(event),
                    ITEM.COMPANY_ID,
                    val(Share.BOTH, ITEM_CREDIT.SIDE),
                    val(tx.now()))
                .from(ITEM)
                .where(ITEM.ID.eq(any(items.stream().map(Item::id).toArray(Long[]::new)))))
        .execute();
  }
}
