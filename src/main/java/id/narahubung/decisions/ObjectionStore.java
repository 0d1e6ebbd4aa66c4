package id.narahubung.decisions;

import static id.narahubung.db.Tables.ACCESS_DECISION;
import static id.narahubung.db.Tables.DECISION_OBJECTION;
import static id.narahubung.db.Tables.DECISION_OBJECTION_END;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.PLATFORM;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.AccessDecision;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.ObjectionOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** What companies say against decisions, and how that ended. */
final class ObjectionStore {

  private static final AccessDecision LATER = ACCESS_DECISION.as("later");

  private static final Field<List<Objection.End>> ENDS =
      multiset(
              select(
                      DECISION_OBJECTION_END.OUTCOME,
                      DECISION_OBJECTION_END.REASON,
                      DECISION_OBJECTION_END.ENDED_AT,
                      Ledger.BY)
                  .from(DECISION_OBJECTION_END)
                  .join(EVENT)
                  .on(EVENT.ID.eq(DECISION_OBJECTION_END.EVENT_ID))
                  .where(DECISION_OBJECTION_END.DECISION_ID.eq(DECISION_OBJECTION.DECISION_ID)))
          .convertFrom(
              rows ->
                  rows.map(r -> new Objection.End(r.value1(), r.value2(), r.value3(), r.value4())));

  Optional<Objection> find(Tx tx, long decision) {
    return read(tx, DECISION_OBJECTION.DECISION_ID.eq(decision)).stream().findFirst();
  }

  /** Of every decision about a platform. */
  List<Objection> ofPlatform(Tx tx, long platform) {
    return read(tx, ACCESS_DECISION.PLATFORM_ID.eq(platform));
  }

  /** Those that wait, the one due first before the others. */
  List<Objection> open(Tx tx) {
    return read(
        tx,
        DECISION_OBJECTION.DECISION_ID.notIn(
            select(DECISION_OBJECTION_END.DECISION_ID).from(DECISION_OBJECTION_END)));
  }

  /** Those that were accepted at least in part, until a later decision about the platform. */
  List<Objection> toFollow(Tx tx) {
    return read(
        tx,
        exists(
            select(DECISION_OBJECTION_END.EVENT_ID)
                .from(DECISION_OBJECTION_END)
                .where(
                    DECISION_OBJECTION_END.DECISION_ID.eq(DECISION_OBJECTION.DECISION_ID),
                    DECISION_OBJECTION_END.OUTCOME.in(Objection.ASK_FOR_DECISION),
                    notExists(
                        select(LATER.ID)
                            .from(LATER)
                            .where(
                                LATER.PLATFORM_ID.eq(ACCESS_DECISION.PLATFORM_ID),
                                LATER.SIGNED_EVENT_ID.gt(DECISION_OBJECTION_END.EVENT_ID))))));
  }

  /** Holds what is said against a decision until the transaction ends: no company may lock it. */
  void hold(Tx tx, long decision) {
    tx.sql()
        .execute(
            "select pg_advisory_xact_lock(hashtext('objection'), ?)", Math.toIntExact(decision));
  }

  private static List<Objection> read(Tx tx, Condition which) {
    return tx.sql()
        .select(DECISION_OBJECTION.fields())
        .select(ACCESS_DECISION.NUMBER, PLATFORM.ID, PLATFORM.NAME, Ledger.BY, ENDS)
        .from(DECISION_OBJECTION)
        .join(ACCESS_DECISION)
        .on(ACCESS_DECISION.ID.eq(DECISION_OBJECTION.DECISION_ID))
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(ACCESS_DECISION.PLATFORM_ID))
        .join(EVENT)
        .on(EVENT.ID.eq(DECISION_OBJECTION.EVENT_ID))
        .where(which)
        .orderBy(DECISION_OBJECTION.DUE_AT, DECISION_OBJECTION.DECISION_ID)
        .fetch(ObjectionStore::objection);
  }

  private static Objection objection(Record r) {
    return new Objection(
        r.get(DECISION_OBJECTION.DECISION_ID),
        r.get(PLATFORM.ID),
        r.get(PLATFORM.NAME),
        r.get(ACCESS_DECISION.NUMBER),
        r.get(DECISION_OBJECTION.REASON),
        r.get(DECISION_OBJECTION.FILED_AT),
        r.get(DECISION_OBJECTION.DUE_AT),
        r.get(Ledger.BY),
        r.get(ENDS).stream().findFirst());
  }

  void file(Tx tx, long event, Decision to, String reason, Instant due) {
    tx.sql()
        .insertInto(DECISION_OBJECTION)
        .set(DECISION_OBJECTION.DECISION_ID, to.id())
        .set(DECISION_OBJECTION.COMPANY_ID, to.of().companyId())
        .set(DECISION_OBJECTION.SIDE, Share.BOTH)
        .set(DECISION_OBJECTION.EVENT_ID, event)
        .set(DECISION_OBJECTION.REASON, reason)
        .set(DECISION_OBJECTION.FILED_AT, tx.now())
        .set(DECISION_OBJECTION.DUE_AT, due)
        .execute();
  }

  void end(Tx tx, long event, Decision of, ObjectionOutcome outcome, String reason) {
    tx.sql()
        .insertInto(DECISION_OBJECTION_END)
        .set(DECISION_OBJECTION_END.DECISION_ID, of.id())
        .set(DECISION_OBJECTION_END.COMPANY_ID, of.of().companyId())
        .set(DECISION_OBJECTION_END.SIDE, Share.BOTH)
        .set(DECISION_OBJECTION_END.EVENT_ID, event)
        .set(DECISION_OBJECTION_END.OUTCOME, outcome)
        .set(DECISION_OBJECTION_END.REASON, reason)
        .set(DECISION_OBJECTION_END.ENDED_AT, tx.now())
        .execute();
  }
}
