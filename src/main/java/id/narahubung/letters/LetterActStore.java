package id.narahubung.letters;

import static id.narahubung.db.Tables.LETTER;
import static id.narahubung.db.Tables.LETTER_ACKNOWLEDGEMENT;
import static id.narahubung.db.Tables.LETTER_COMMITMENT;
import static id.narahubung.db.Tables.LETTER_COUNTER;
import static id.narahubung.db.Tables.LETTER_ITEM;
import static id.narahubung.db.Tables.LETTER_OBJECTION;
import static id.narahubung.db.Tables.LETTER_OBJECTION_DECISION;
import static id.narahubung.db.Tables.LETTER_PAYMENT;
import static id.narahubung.db.Tables.LETTER_PAYMENT_REVERSAL;
import static id.narahubung.db.Tables.LETTER_WITHDRAWAL;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.LetterItemRecord;
import id.narahubung.db.tables.records.LetterRecord;
import id.narahubung.ledger.NumberStore;
import id.narahubung.letters.LetterRule.Missed;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.rules.LetterStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.InsertSetMoreStep;
import org.jooq.Record;
import org.jooq.Table;

/** Writes letters and what is done to them: a row an act, only added. */
final class LetterActStore {

  /** The next of the year; see {@link NumberStore}. */
  String number(Tx tx) {
    return NumberStore.next(tx, LETTER_COUNTER, LETTER_COUNTER.YEAR, LETTER_COUNTER.LAST, "ST", 6);
  }

  void insert(
      Tx tx,
      long event,
      TakedownRequest request,
      String number,
      LetterStage stage,
      Instant due,
      Optional<FineGiven> fine,
      LetterGiven given,
      List<Missed> shown) {
    LetterRecord row = tx.sql().newRecord(LETTER);
    row.setRequestId(request.id());
    row.setCompanyId(request.companyId());
    row.setSide(Share.BOTH);
    row.setEventId(event);
    row.setNumber(number);
    row.setRuleSetId(request.ruleSetId());
    row.setStageCode(stage.code());
    row.setStage(stage.ordinal());
    row.setSentAt(tx.now());
    row.setDueAt(due);
    row.setItems(given.items().size());
    row.setAsksToPay(stage.asksToPay() && fine.isPresent());
    row.setNote(given.note());
    row.setLeftOutReason(given.leavesOut() ? given.leftOutReason() : "");
    fine.ifPresent(each -> row.setFine(each.perItem()));
    fine.flatMap(FineGiven::sum)
        .ifPresent(
            sum -> {
              row.setFineBase(sum.base());
              row.setCategoryPercent(sum.categoryPercent());
              row.setScaleCode(sum.scale().orElse(null));
              row.setScalePercent(sum.scalePercent());
              row.setLetterPercent(sum.letterPercent());
            });
    row.insert();
    List<LetterItemRecord> items = new ArrayList<>();
    for (Missed missed : shown) {
      LetterItemRecord item = tx.sql().newRecord(LETTER_ITEM);
      item.setLetterId(row.getId());
      item.setItemId(missed.itemId());
      item.setCompanyId(request.companyId());
      item.setSide(Share.BOTH);
      item.setRound(missed.round());
      item.setMissedAt(missed.at());
      item.setLeftOut(!given.items().contains(missed.itemId()));
      items.add(item);
    }
    tx.insert(items);
  }

  void acknowledge(Tx tx, long event, Letter letter) {
    on(tx, LETTER_ACKNOWLEDGEMENT, letter, event)
        .set(LETTER_ACKNOWLEDGEMENT.ACKNOWLEDGED_AT, tx.now())
        .execute();
  }

  void promise(Tx tx, long event, Letter letter, LocalDate payBy, Optional<Long> evidence) {
    on(tx, LETTER_COMMITMENT, letter, event)
        .set(LETTER_COMMITMENT.PAY_BY, payBy)
        .set(LETTER_COMMITMENT.EVIDENCE_ID, evidence.orElse(null))
        .set(LETTER_COMMITMENT.MADE_AT, tx.now())
        .execute();
  }

  void pay(Tx tx, long event, Letter letter, PaymentGiven given, boolean recorded) {
    on(tx, LETTER_PAYMENT, letter, event)
        .set(LETTER_PAYMENT.RECORDED, recorded)
        .set(LETTER_PAYMENT.AMOUNT, given.amount())
        .set(LETTER_PAYMENT.PAID_ON, given.paidOn())
        .set(LETTER_PAYMENT.REFERENCE, given.reference())
        .set(LETTER_PAYMENT.TOLD_AT, tx.now())
        .execute();
  }

  /** Whether the treasury's number stands for a payment of another company. */
  boolean isAnothers(Tx tx, Letter letter, String reference) {
    return tx.sql()
        .fetchExists(
            selectOne()
                .from(LETTER_PAYMENT)
                .leftJoin(LETTER_PAYMENT_REVERSAL)
                .on(LETTER_PAYMENT_REVERSAL.PAYMENT_ID.eq(LETTER_PAYMENT.ID))
                .where(
                    LETTER_PAYMENT.RECORDED.isTrue(),
                    LETTER_PAYMENT.REFERENCE.eq(reference),
                    LETTER_PAYMENT.COMPANY_ID.ne(letter.of().companyId()),
                    LETTER_PAYMENT_REVERSAL.PAYMENT_ID.isNull()));
  }

  void reverse(Tx tx, long event, Letter letter, long payment, String reason) {
    on(tx, LETTER_PAYMENT_REVERSAL, letter, event)
        .set(LETTER_PAYMENT_REVERSAL.PAYMENT_ID, payment)
        .set(LETTER_PAYMENT_REVERSAL.REASON, reason)
        .set(LETTER_PAYMENT_REVERSAL.REVERSED_AT, tx.now())
        .execute();
  }

  void object(Tx tx, long event, Letter letter, String reason, Instant due) {
    on(tx, LETTER_OBJECTION, letter, event)
        .set(LETTER_OBJECTION.REASON, reason)
        .set(LETTER_OBJECTION.FILED_AT, tx.now())
        .set(LETTER_OBJECTION.DUE_AT, due)
        .execute();
  }

  void decide(Tx tx, long event, Letter letter, LetterOutcome outcome, String reason) {
    on(tx, LETTER_OBJECTION_DECISION, letter, event)
        .set(LETTER_OBJECTION_DECISION.OUTCOME, outcome)
        .set(LETTER_OBJECTION_DECISION.REASON, reason)
        .set(LETTER_OBJECTION_DECISION.DECIDED_AT, tx.now())
        .execute();
  }

  void withdraw(Tx tx, long event, Letter letter, String reason, boolean proposedAgain) {
    on(tx, LETTER_WITHDRAWAL, letter, event)
        .set(LETTER_WITHDRAWAL.REASON, reason)
        .set(LETTER_WITHDRAWAL.PROPOSED_AGAIN, proposedAgain)
        .set(LETTER_WITHDRAWAL.WITHDRAWN_AT, tx.now())
        .execute();
  }

  /** A row that hangs on a letter and on the event it came with, as all of these do. */
  private static <R extends Record> InsertSetMoreStep<R> on(
      Tx tx, Table<R> table, Letter letter, long event) {
    return tx.sql()
        .insertInto(table)
        .set(table.field(LETTER_OBJECTION.LETTER_ID), letter.id())
        .set(table.field(LETTER_OBJECTION.COMPANY_ID), letter.of().companyId())
        .set(table.field(LETTER_OBJECTION.SIDE), Share.BOTH)
        .set(table.field(LETTER_OBJECTION.EVENT_ID), event);
  }
}
