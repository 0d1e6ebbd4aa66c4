package id.narahubung.requests;

import static id.narahubung.db.Tables.ANSWER;
import static id.narahubung.db.Tables.ANSWER_TAKEN_BACK;
import static id.narahubung.db.Tables.CLARIFICATION;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.ITEM_CHECK;
import static id.narahubung.db.Tables.ITEM_CREDIT;
import static id.narahubung.db.Tables.ITEM_EXTENSION;
import static id.narahubung.db.Tables.ITEM_ROUND;
import static id.narahubung.db.Tables.ITEM_WITHDRAWAL;
import static id.narahubung.db.Tables.OBJECTION;
import static id.narahubung.db.Tables.OBJECTION_DECISION;
import static id.narahubung.db.Tables.OUTAGE;
import static id.narahubung.db.Tables.RULING;
import static id.narahubung.db.Tables.SAMPLE_ACCEPTANCE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Ledger;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;

/** Reads everything people did to items: eleven statements, however many items. */
public final class FactStore {

  private static final Kept KEPT = new Kept();
  private static final String ITEMS = "items";

  /** Whether, when and by whom an answer was taken back. */
  private static final Field<Optional<TakenBack>> TAKEN_BACK =
      multiset(
              select(ANSWER_TAKEN_BACK.REASON, ANSWER_TAKEN_BACK.TAKEN_BACK_AT, Ledger.BY)
                  .from(ANSWER_TAKEN_BACK)
                  .join(EVENT)
                  .on(EVENT.ID.eq(ANSWER_TAKEN_BACK.EVENT_ID))
                  .where(ANSWER_TAKEN_BACK.ANSWER_ID.eq(ANSWER.ID)))
          .convertFrom(rows -> rows.map(mapping(TakenBack::new)).stream().findFirst());

  /** How an objection ended, when and by whom. */
  private static final Field<Optional<Objection.Decision>> DECISION =
      multiset(
              select(
                      OBJECTION_DECISION.OUTCOME,
                      OBJECTION_DECISION.REASON,
                      OBJECTION_DECISION.DECIDED_AT,
                      Ledger.BY)
                  .from(OBJECTION_DECISION)
                  .join(EVENT)
                  .on(EVENT.ID.eq(OBJECTION_DECISION.EVENT_ID))
                  .where(OBJECTION_DECISION.ANSWER_ID.eq(OBJECTION.ANSWER_ID)))
          .convertFrom(rows -> rows.map(mapping(Objection.Decision::new)).stream().findFirst());

  /** The facts of each item, by its id. */
  public Map<Long, ItemFacts> fetch(Tx tx, Collection<Long> items) {
    Map<Long, List<Round>> rounds = rounds(tx, items);
    Map<Long, List<Answer>> answers = answers(tx, items);
    Map<Long, List<Check>> checks = checks(tx, items);
    Map<Long, List<Ruling>> rulings = rulings(tx, items);
    Map<Long, List<Clarification>> clarifications = clarifications(tx, items);
    Map<Long, List<Objection>> objections = objections(tx, items);
    Map<Long, List<Extension>> extensions = extensions(tx, items);
    Map<Long, List<Credit>> credits = credits(tx, items);
    Map<Long, List<SampleAcceptance>> acceptances = acceptances(tx, items);
    Map<Long, List<Withdrawal>> withdrawals = withdrawals(tx, items);
    Map<Long, ItemFacts> facts = new LinkedHashMap<>();
    for (Long item : items) {
      facts.put(
          item,
          new ItemFacts(
              item,
              rounds.getOrDefault(item, List.of()),
              answers.getOrDefault(item, List.of()),
              checks.getOrDefault(item, List.of()),
              rulings.getOrDefault(item, List.of()),
              clarifications.getOrDefault(item, List.of()),
              objections.getOrDefault(item, List.of()),
              extensions.getOrDefault(item, List.of()),
              credits.getOrDefault(item, List.of()),
              acceptances.getOrDefault(item, List.of()),
              withdrawals.getOrDefault(item, List.of()).stream().findFirst()));
    }
    return facts;
  }

  private static Map<Long, List<Round>> rounds(Tx tx, Collection<Long> items) {
    return read(
        tx,
        items,
        ITEM_ROUND.ITEM_ID,
        these ->
            tx.sql()
                .select(ITEM_ROUND.fields())
                .from(ITEM_ROUND)
                .where(ITEM_ROUND.ITEM_ID.eq(any(these)))
                .orderBy(ITEM_ROUND.ITEM_ID, ITEM_ROUND.NUMBER),
        r ->
            new Round(
                r.get(ITEM_ROUND.NUMBER),
                r.get(ITEM_ROUND.CAUSE),
                r.get(ITEM_ROUND.STARTED_AT),
                Duration.ofMinutes(r.get(ITEM_ROUND.MINUTES))));
  }

  private static Map<Long, List<Answer>> answers(Tx tx, Collection<Long> items) {
    return acts(
        tx,
        items,
        ANSWER.ITEM_ID,
        ANSWER.EVENT_ID,
        List.of(Ledger.BY, TAKEN_BACK),
        FactStore::toAnswer);
  }

  private static Answer toAnswer(Record r) {
    return new Answer(
        r.get(ANSWER.ID),
        r.get(ANSWER.EVENT_ID),
        r.get(ANSWER.TYPE_CODE),
        r.get(ANSWER.CLASS),
        Optional.ofNullable(r.get(ANSWER.GROUND_CODE)),
        Details.read(r.get(ANSWER.DETAILS)),
        r.get(ANSWER.ANSWERED_AT),
        r.get(Ledger.BY),
        r.get(TAKEN_BACK));
  }

  private static Map<Long, List<Check>> checks(Tx tx, Collection<Long> items) {
    return acts(
        tx,
        items,
        ITEM_CHECK.ITEM_ID,
        ITEM_CHECK.EVENT_ID,
        List.of(Ledger.BY),
        r ->
            new Check(
                r.get(ITEM_CHECK.ANSWER_ID),
                r.get(ITEM_CHECK.AGAIN),
                r.get(ITEM_CHECK.VERDICT),
                r.get(ITEM_CHECK.OBSERVED_AT),
                r.get(ITEM_CHECK.CHECKED_AT),
                r.get(ITEM_CHECK.NETWORK),
                r.get(ITEM_CHECK.COUNTRY),
                r.get(ITEM_CHECK.SURFACE),
                r.get(ITEM_CHECK.SIGNED_IN),
                r.get(ITEM_CHECK.NOTE),
                r.get(Ledger.BY)));
  }

  private static Map<Long, List<Ruling>> rulings(Tx tx, Collection<Long> items) {
    return acts(
        tx,
        items,
        RULING.ITEM_ID,
        RULING.EVENT_ID,
        List.of(Ledger.BY),
        r ->
            new Ruling(
                r.get(RULING.ANSWER_ID),
                r.get(RULING.OUTCOME),
                r.get(RULING.REASON),
                r.get(RULING.RULED_AT),
                r.get(Ledger.BY)));
  }

  private static Map<Long, List<Clarification>> clarifications(Tx tx, Collection<Long> items) {
    return acts(
        tx,
        items,
        CLARIFICATION.ITEM_ID,
        CLARIFICATION.EVENT_ID,
        List.of(Ledger.BY),
        r ->
            new Clarification(
                r.get(CLARIFICATION.ANSWER_ID),
                r.get(CLARIFICATION.REPLY),
                r.get(CLARIFICATION.REPLIED_AT),
                r.get(Ledger.BY)));
  }

  private static Map<Long, List<Objection>> objections(Tx tx, Collection<Long> items) {
    return acts(
        tx,
        items,
        OBJECTION.ITEM_ID,
        OBJECTION.EVENT_ID,
        List.of(Ledger.BY, DECISION),
        r ->
            new Objection(
                r.get(OBJECTION.ANSWER_ID),
                r.get(OBJECTION.REASON),
                r.get(OBJECTION.FILED_AT),
                r.get(OBJECTION.DUE_AT),
                r.get(Ledger.BY),
                r.get(DECISION)));
  }

  private static Map<Long, List<Extension>> extensions(Tx tx, Collection<Long> items) {
    return acts(
        tx,
        items,
        ITEM_EXTENSION.ITEM_ID,
        ITEM_EXTENSION.EVENT_ID,
        List.of(Ledger.BY),
        r ->
            new Extension(
                r.get(ITEM_EXTENSION.ROUND),
                Duration.ofMinutes(r.get(ITEM_EXTENSION.MINUTES)),
                r.get(ITEM_EXTENSION.REASON),
                r.get(ITEM_EXTENSION.GRANTED_AT),
                r.get(Ledger.BY)));
  }

  private static Map<Long, List<Credit>> credits(Tx tx, Collection<Long> items) {
    return read(
        tx,
        items,
        ITEM_CREDIT.ITEM_ID,
        these ->
            tx.sql()
                .select(ITEM_CREDIT.fields())
                .select(OUTAGE.BEGAN_AT, OUTAGE.ENDED_AT, Ledger.BY)
                .from(ITEM_CREDIT)
                .join(OUTAGE)
                .on(OUTAGE.ID.eq(ITEM_CREDIT.OUTAGE_ID))
                .join(EVENT)
                .on(EVENT.ID.eq(ITEM_CREDIT.EVENT_ID))
                .where(ITEM_CREDIT.ITEM_ID.eq(any(these)))
                .orderBy(ITEM_CREDIT.ITEM_ID, ITEM_CREDIT.OUTAGE_ID),
        r ->
            new Credit(
                new Outage(r.get(OUTAGE.BEGAN_AT), r.get(OUTAGE.ENDED_AT)),
                r.get(ITEM_CREDIT.GRANTED_AT),
                r.get(Ledger.BY)));
  }

  private static Map<Long, List<SampleAcceptance>> acceptances(Tx tx, Collection<Long> items) {
    return acts(
        tx,
        items,
        SAMPLE_ACCEPTANCE.ITEM_ID,
        SAMPLE_ACCEPTANCE.EVENT_ID,
        List.of(Ledger.BY),
        r ->
            new SampleAcceptance(
                r.get(SAMPLE_ACCEPTANCE.ANSWER_ID),
                r.get(SAMPLE_ACCEPTANCE.STEP_NUMBER),
                r.get(SAMPLE_ACCEPTANCE.ACCEPTED_AT),
                r.get(Ledger.BY)));
  }

  private static Map<Long, List<Withdrawal>> withdrawals(Tx tx, Collection<Long> items) {
    return acts(
        tx,
        items,
        ITEM_WITHDRAWAL.ITEM_ID,
        ITEM_WITHDRAWAL.EVENT_ID,
        List.of(Ledger.BY),
        r ->
            new Withdrawal(
                r.get(ITEM_WITHDRAWAL.OUR_ERROR),
                r.get(ITEM_WITHDRAWAL.REASON),
                r.get(ITEM_WITHDRAWAL.WITHDRAWN_AT),
                r.get(Ledger.BY)));
  }

  /**
   * What was done to each item, by its id, in the order in which it was done.
   *
   * @param more what a fact says besides its own columns: who did it, at least
   */
  private static <T> Map<Long, List<T>> acts(
      Tx tx,
      Collection<Long> items,
      TableField<?, Long> item,
      TableField<?, Long> event,
      List<Field<?>> more,
      RecordMapper<Record, T> fact) {
    Table<?> done = Objects.requireNonNull(item.getTable());
    return read(
        tx,
        items,
        item,
        these ->
            tx.sql()
                .select(done.fields())
                .select(more)
                .from(done)
                .join(EVENT)
                .on(EVENT.ID.eq(event))
                .where(item.eq(any(these)))
                .orderBy(event),
        fact);
  }

  /** What is known of each item, by its id: read by statements that are written once. */
  private static <T> Map<Long, List<T>> read(
      Tx tx,
      Collection<Long> items,
      TableField<?, Long> item,
      Function<Param<Long[]>, Select<Record>> query,
      RecordMapper<Record, T> fact) {
    Long[] ids = items.toArray(Long[]::new);
    return KEPT.fetch(
            tx,
            Objects.requireNonNull(item.getTable()).getName(),
            Map.of(ITEMS, ids),
            () -> query.apply(Kept.value(ITEMS, ids)))
        .intoGroups(item, fact);
  }
}
