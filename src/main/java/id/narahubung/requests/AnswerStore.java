package id.narahubung.requests;

import static id.narahubung.db.Tables.ANSWER;
import static id.narahubung.db.Tables.ANSWER_TAKEN_BACK;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.ITEM;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.Event;
import id.narahubung.db.tables.records.AnswerRecord;
import id.narahubung.ledger.EventKind;
import id.narahubung.rules.AnswerType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Records;
import org.jooq.impl.DSL;

/** What the company says. Only added. */
public final class AnswerStore {

  /** For SQL over answers: those that were not taken back. */
  static final Condition STANDS =
      DSL.notExists(
          DSL.select(ANSWER_TAKEN_BACK.ANSWER_ID)
              .from(ANSWER_TAKEN_BACK)
              .where(ANSWER_TAKEN_BACK.ANSWER_ID.eq(ANSWER.ID)));

  /** Writes an answer of one type to each item: what it says of it. */
  void insert(
      Tx tx,
      long event,
      Collection<Item> items,
      AnswerType type,
      long ruleSetId,
      Function<Item, AnswerGiven> says) {
    Map<Map<String, String>, String> written = new HashMap<>();
    List<AnswerRecord> rows = new ArrayList<>();
    for (Item item : items) {
      AnswerGiven given = says.apply(item);
      AnswerRecord row = tx.sql().newRecord(ANSWER);
      row.setItemId(item.id());
      row.setCompanyId(item.companyId());
      row.setSide(Share.BOTH);
      row.setEventId(event);
      row.setRuleSetId(ruleSetId);
      row.setTypeCode(type.code());
      row.setClass_(type.answerClass());
      row.setGroundCode(given.ground().orElse(null));
      row.setDetails(written.computeIfAbsent(given.details(), Details::write));
      row.setAnsweredAt(tx.now());
      rows.add(row);
    }
    tx.insert(rows);
  }

  /**
   * The events of answering that were written with this one and of which something stands still:
   * one act over several requests, or of several answers, has an event for each. Where nothing of
   * this one stands, it alone.
   */
  List<Long> actOf(Tx tx, long event) {
    Event asked = EVENT.as("asked");
    List<Long> together =
        tx.sql()
            .select(EVENT.ID)
            .from(EVENT)
            .join(asked)
            // A restored database counts its transactions from the beginning again.
            .on(asked.XID.eq(EVENT.XID), asked.AT.eq(EVENT.AT), asked.ACTOR_ID.eq(EVENT.ACTOR_ID))
            .where(
                asked.ID.eq(event),
                EVENT.KIND.eq(inline(EventKind.ANSWERED.code())),
                exists(select(ANSWER.ID).from(ANSWER).where(ANSWER.EVENT_ID.eq(EVENT.ID), STANDS)))
            .orderBy(EVENT.ID)
            .fetch(EVENT.ID);
    return together.contains(event) ? together : List.of(event);
  }

  /** The items that these events answered, as they stand now. */
  List<ItemRef> itemsOf(Tx tx, Collection<Long> events) {
    return tx.sql()
        .select(ITEM.ID, ITEM.VERSION)
        .from(ANSWER)
        .join(ITEM)
        .on(ITEM.ID.eq(ANSWER.ITEM_ID))
        .where(ANSWER.EVENT_ID.in(events))
        .orderBy(ITEM.ID)
        .fetch(Records.mapping(ItemRef::new));
  }

  /** Takes back what these events answered to these items. */
  void takeBack(Tx tx, long told, Collection<Long> events, Collection<Item> items, String reason) {
    tx.sql()
        .insertInto(
            ANSWER_TAKEN_BACK,
            ANSWER_TAKEN_BACK.ANSWER_ID,
            ANSWER_TAKEN_BACK.ITEM_ID,
            ANSWER_TAKEN_BACK.COMPANY_ID,
            ANSWER_TAKEN_BACK.SIDE,
            ANSWER_TAKEN_BACK.EVENT_ID,
            ANSWER_TAKEN_BACK.REASON,
            ANSWER_TAKEN_BACK.TAKEN_BACK_AT)
        .select(
            DSL.select(
                    ANSWER.ID,
                    ANSWER.ITEM_ID,
                    ANSWER.COMPANY_ID,
                    ANSWER.SIDE,
                    DSL.val(told),
                    DSL.val(reason),
                    DSL.val(tx.now()))
                .from(ANSWER)
                .where(
                    ANSWER.EVENT_ID.in(events),
                    ANSWER.ITEM_ID.eq(DSL.any(items.stream().map(Item::id).toArray(Long[]::new)))))
        .execute();
  }
}
