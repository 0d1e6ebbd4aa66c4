package id.narahubung.letters;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.EVIDENCE;
import static id.narahubung.db.Tables.EVIDENCE_REMOVAL;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.LETTER;
import static id.narahubung.db.Tables.LETTER_ACCOUNT;
import static id.narahubung.db.Tables.LETTER_ACKNOWLEDGEMENT;
import static id.narahubung.db.Tables.LETTER_COMMITMENT;
import static id.narahubung.db.Tables.LETTER_ITEM;
import static id.narahubung.db.Tables.LETTER_OBJECTION;
import static id.narahubung.db.Tables.LETTER_OBJECTION_DECISION;
import static id.narahubung.db.Tables.LETTER_PAYMENT;
import static id.narahubung.db.Tables.LETTER_PAYMENT_REVERSAL;
import static id.narahubung.db.Tables.LETTER_WITHDRAWAL;
import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.REQUEST;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.NotFound;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Ledger;
import id.narahubung.letters.Letter.Account;
import id.narahubung.letters.Letter.Commitment;
import id.narahubung.letters.Letter.Decision;
import id.narahubung.letters.Letter.Objection;
import id.narahubung.letters.Letter.Payment;
import id.narahubung.letters.Letter.Reversal;
import id.narahubung.letters.Letter.Step;
import id.narahubung.letters.Letter.Withdrawal;
import id.narahubung.requests.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectJoinStep;

/** Letters as they were sent and as they stand: what happened to them, and the items they cover. */
public final class LetterStore {

  private static final Field<Optional<Step>> ACKNOWLEDGED =
      multiset(
              select(LETTER_ACKNOWLEDGEMENT.ACKNOWLEDGED_AT, Ledger.BY)
                  .from(LETTER_ACKNOWLEDGEMENT)
                  .join(EVENT)
                  .on(EVENT.ID.eq(LETTER_ACKNOWLEDGEMENT.EVENT_ID))
                  .where(LETTER_ACKNOWLEDGEMENT.LETTER_ID.eq(LETTER.ID)))
          .convertFrom(rows -> rows.map(mapping(Step::new)).stream().findFirst());

  private static final Field<Optional<Commitment>> COMMITMENT =
      multiset(
              select(
                      LETTER_COMMITMENT.PAY_BY,
                      LETTER_COMMITMENT.EVIDENCE_ID.convertFrom(Optional::ofNullable),
                      LETTER_COMMITMENT.MADE_AT,
                      Ledger.BY)
                  .from(LETTER_COMMITMENT)
                  .join(EVENT)
                  .on(EVENT.ID.eq(LETTER_COMMITMENT.EVENT_ID))
                  .where(LETTER_COMMITMENT.LETTER_ID.eq(LETTER.ID)))
          .convertFrom(rows -> rows.map(mapping(Commitment::new)).stream().findFirst());

  private static final Field<Optional<Reversal>> REVERSAL =
      multiset(
              select(LETTER_PAYMENT_REVERSAL.REASON, LETTER_PAYMENT_REVERSAL.REVERSED_AT, Ledger.BY)
                  .from(LETTER_PAYMENT_REVERSAL)
                  .join(EVENT)
                  .on(EVENT.ID.eq(LETTER_PAYMENT_REVERSAL.EVENT_ID))
                  .where(LETTER_PAYMENT_REVERSAL.PAYMENT_ID.eq(LETTER_PAYMENT.ID)))
          .convertFrom(rows -> rows.map(mapping(Reversal::new)).stream().findFirst());

  private static final Field<List<Payment>> PAYMENTS =
      multiset(
              select(
                      LETTER_PAYMENT.ID,
                      LETTER_PAYMENT.RECORDED,
                      LETTER_PAYMENT.AMOUNT,
                      LETTER_PAYMENT.PAID_ON,
                      LETTER_PAYMENT.REFERENCE,
                      LETTER_PAYMENT.TOLD_AT,
                      Ledger.BY,
                      REVERSAL)
                  .from(LETTER_PAYMENT)
                  .join(EVENT)
                  .on(EVENT.ID.eq(LETTER_PAYMENT.EVENT_ID))
                  .where(LETTER_PAYMENT.LETTER_ID.eq(LETTER.ID))
                  .orderBy(LETTER_PAYMENT.ID))
          .convertFrom(rows -> rows.map(mapping(Payment::new)));

  private static final Field<Optional<Decision>> DECISION =
      multiset(
              select(
                      LETTER_OBJECTION_DECISION.OUTCOME,
                      LETTER_OBJECTION_DECISION.REASON,
                      LETTER_OBJECTION_DECISION.DECIDED_AT,
                      Ledger.BY)
                  .from(LETTER_OBJECTION_DECISION)
                  .join(EVENT)
                  .on(EVENT.ID.eq(LETTER_OBJECTION_DECISION.EVENT_ID))
                  .where(LETTER_OBJECTION_DECISION.LETTER_ID.eq(LETTER_OBJECTION.LETTER_ID)))
          .convertFrom(rows -> rows.map(mapping(Decision::new)).stream().findFirst());

  private static final Field<Optional<Objection>> OBJECTION =
      multiset(
              select(
                      LETTER_OBJECTION.REASON,
                      LETTER_OBJECTION.FILED_AT,
                      LETTER_OBJECTION.DUE_AT,
                      Ledger.BY,
                      DECISION)
                  .from(LETTER_OBJECTION)
                  .join(EVENT)
                  .on(EVENT.ID.eq(LETTER_OBJECTION.EVENT_ID))
                  .where(LETTER_OBJECTION.LETTER_ID.eq(LETTER.ID)))
          .convertFrom(rows -> rows.map(mapping(Objection::new)).stream().findFirst());

  private static final Field<Optional<Withdrawal>> WITHDRAWAL =
      multiset(
              select(
                      LETTER_WITHDRAWAL.REASON,
                      LETTER_WITHDRAWAL.PROPOSED_AGAIN,
                      LETTER_WITHDRAWAL.WITHDRAWN_AT,
                      Ledger.BY)
                  .from(LETTER_WITHDRAWAL)
                  .join(EVENT)
                  .on(EVENT.ID.eq(LETTER_WITHDRAWAL.EVENT_ID))
                  .where(LETTER_WITHDRAWAL.LETTER_ID.eq(LETTER.ID)))
          .convertFrom(rows -> rows.map(mapping(Withdrawal::new)).stream().findFirst());

  /** The items it covers that are not settled. */
  private static final Field<Integer> UNSETTLED =
      field(
          select(count())
              .from(LETTER_ITEM)
              .join(ITEM)
              .on(ITEM.ID.eq(LETTER_ITEM.ITEM_ID))
              .where(
                  LETTER_ITEM.LETTER_ID.eq(LETTER.ID),
                  LETTER_ITEM.LEFT_OUT.isFalse(),
                  ITEM.STANDING.notIn(Standing.settled())));

  /** What other letters change of its fine. */
  private static final Field<Account> ACCOUNT =
      multiset(
              select(LETTER_ACCOUNT.REPLACED, LETTER_ACCOUNT.REPLACED_BY, LETTER_ACCOUNT.CREDITED)
                  .from(LETTER_ACCOUNT)
                  .where(
                      LETTER_ACCOUNT.REQUEST_ID.eq(LETTER.REQUEST_ID),
                      LETTER_ACCOUNT.LETTER_ID.eq(LETTER.ID)))
          .convertFrom(
              rows -> rows.map(mapping(Account::new)).stream().findFirst().orElse(Account.NONE));

  /** By the ministry itself, or because an objection was accepted. */
  private static Condition isWithdrawn(Field<Long> letter) {
    return exists(
            selectOne()
                .from(LETTER_OBJECTION_DECISION)
                .where(
                    LETTER_OBJECTION_DECISION.LETTER_ID.eq(letter),
                    LETTER_OBJECTION_DECISION.OUTCOME.eq(LetterOutcome.ACCEPTED)))
        .or(
            exists(
                selectOne().from(LETTER_WITHDRAWAL).where(LETTER_WITHDRAWAL.LETTER_ID.eq(letter))));
  }

  private static final Condition WITHDRAWN = isWithdrawn(LETTER.ID);

  /** Until when an objection to it is to be decided; null where none waits. */
  private static final Field<Instant> OPEN_OBJECTION_DUE =
      field(
          select(LETTER_OBJECTION.DUE_AT)
              .from(LETTER_OBJECTION)
              .where(
                  LETTER_OBJECTION.LETTER_ID.eq(LETTER.ID),
                  notExists(
                      selectOne()
                          .from(LETTER_OBJECTION_DECISION)
                          .where(LETTER_OBJECTION_DECISION.LETTER_ID.eq(LETTER.ID)))));

  private static final Condition REPLACED = stands(LETTER_ACCOUNT.REPLACED.eq(LETTER.ITEMS));

  /** As Letter.state says it of one. */
  private static final Condition CLOSED =
      LETTER
          .FINE
          .isNull()
          .and(UNSETTLED.eq(inline(0)))
          .or(
              stands(
                  LETTER_ACCOUNT
                      .PAID
                      .plus(LETTER_ACCOUNT.CREDITED)
                      .ge(LETTER_ACCOUNT.OWED)
                      .and(LETTER_ACCOUNT.REPLACED.ne(LETTER.ITEMS))));

  /** Whether it stands, has a fine, and that is so. */
  private static Condition stands(Condition fine) {
    return exists(
        selectOne()
            .from(LETTER_ACCOUNT)
            .where(
                LETTER_ACCOUNT.REQUEST_ID.eq(LETTER.REQUEST_ID),
                LETTER_ACCOUNT.LETTER_ID.eq(LETTER.ID),
                fine));
  }

  /** The letter of a number; NotFound when there is none the viewer can see. */
  public Letter fetch(Tx tx, String number) {
    return all(tx)
        .where(LETTER.NUMBER.eq(number))
        .fetchOptional(LetterStore::toLetter)
        .orElseThrow(() -> new NotFound(number));
  }

  /** The number of the letter that an act sent. */
  String ofEvent(Tx tx, long event) {
    return tx.sql()
        .select(LETTER.NUMBER)
        .from(LETTER)
        .where(LETTER.EVENT_ID.eq(event))
        .fetchOptional(LETTER.NUMBER)
        .orElseThrow(() -> new NotFound("letter"));
  }

  /** The letters of a request, oldest first. */
  public List<Letter> of(Tx tx, long request) {
    return all(tx)
        .where(LETTER.REQUEST_ID.eq(request))
        .orderBy(LETTER.ID)
        .fetch(LetterStore::toLetter);
  }

  /** The letters about a platform's requests, the newest first, so many of them. */
  public List<Letter> ofPlatform(Tx tx, long platform, int most) {
    return all(tx)
        .where(REQUEST.PLATFORM_ID.eq(platform))
        .orderBy(LETTER.ID.desc())
        .limit(most)
        .fetch(LetterStore::toLetter);
  }

  /** The letters that cover an item, oldest first. */
  List<Letter> ofItem(Tx tx, long item) {
    return all(tx)
        .where(
            LETTER.ID.in(
                select(LETTER_ITEM.LETTER_ID)
                    .from(LETTER_ITEM)
                    .where(LETTER_ITEM.ITEM_ID.eq(item), LETTER_ITEM.LEFT_OUT.isFalse())))
        .orderBy(LETTER.ID)
        .fetch(LetterStore::toLetter);
  }

  /** The newest first, behind the last one of the page before. */
  List<Letter> list(Tx tx, LetterFilter filter, Optional<Long> before, int rows) {
    return narrowed(tx, filter)
        .and(before.map(LETTER.ID::lt).orElse(noCondition()))
        .orderBy(LETTER.ID.desc())
        .limit(rows)
        .fetch(LetterStore::toLetter);
  }

  /** All of them, one after the other. */
  void each(Tx tx, LetterFilter filter, Consumer<Letter> work) {
    narrowed(tx, filter)
        .orderBy(LETTER.ID.desc())
        .fetchSize(500)
        .fetchStream()
        .map(LetterStore::toLetter)
        .forEach(work);
  }

  private static SelectConditionStep<Record> narrowed(Tx tx, LetterFilter filter) {
    return all(tx)
        .where(filter.stage().map(LETTER.STAGE::eq).orElse(noCondition()))
        .and(filter.state().map(state -> stands(tx, state)).orElse(noCondition()))
        .and(filter.asks().map(LetterStore::asks).orElse(noCondition()));
  }

  private static Condition asks(LetterNeed need) {
    var recorded = LETTER_PAYMENT.as("recorded_payment");
    Condition owes =
        stands(LETTER_ACCOUNT.PAID.plus(LETTER_ACCOUNT.CREDITED).lt(LETTER_ACCOUNT.OWED));
    return switch (need) {
      case ACKNOWLEDGE ->
          not(WITHDRAWN)
              .and(
                  notExists(
                      selectOne()
                          .from(LETTER_ACKNOWLEDGEMENT)
                          .where(LETTER_ACKNOWLEDGEMENT.LETTER_ID.eq(LETTER.ID))));
      case PAY -> owes;
      case DECIDE -> not(WITHDRAWN).and(OPEN_OBJECTION_DUE.isNotNull());
      case RECORD ->
          owes.and(
              exists(
                  selectOne()
                      .from(LETTER_PAYMENT)
                      .where(
                          LETTER_PAYMENT.LETTER_ID.eq(LETTER.ID),
                          LETTER_PAYMENT.RECORDED.isFalse(),
                          notExists(
                              selectOne()
                                  .from(recorded)
                                  .where(
                                      recorded.LETTER_ID.eq(LETTER.ID),
                                      recorded.REFERENCE.eq(LETTER_PAYMENT.REFERENCE),
                                      recorded.RECORDED.isTrue(),
                                      notExists(
                                          selectOne()
                                              .from(LETTER_PAYMENT_REVERSAL)
                                              .where(
                                                  LETTER_PAYMENT_REVERSAL.PAYMENT_ID.eq(
                                                      recorded.ID))))))));
    };
  }

  /**
   * How many letters ask for something.
   *
   * @param until the first time until when it is to be done, where there is one
   */
  record Asked(LetterNeed need, int count, Optional<Instant> until) {}

  /** What the letters that the viewer sees ask for. */
  List<Asked> asked(Tx tx) {
    return Stream.of(LetterNeed.values())
        .<Select<Record3<String, Integer, Instant>>>map(
            need ->
                select(
                        inline(need.name()),
                        count(),
                        min(
                            switch (need) {
                              case PAY -> LETTER.DUE_AT;
                              case DECIDE -> OPEN_OBJECTION_DUE;
                              case ACKNOWLEDGE, RECORD -> castNull(LETTER.DUE_AT);
                            }))
                    .from(LETTER)
                    .where(asks(need)))
        .reduce(Select::unionAll)
        .map(all -> tx.sql().fetch(all))
        .orElseThrow()
        .map(
            row ->
                new Asked(
                    LetterNeed.valueOf(row.value1()),
                    row.value2(),
                    Optional.ofNullable(row.value3())));
  }

  private static Condition stands(Tx tx, LetterState state) {
    Condition open = not(WITHDRAWN).and(not(REPLACED)).and(not(CLOSED));
    return switch (state) {
      case OPEN -> open;
      case OVERDUE -> open.and(LETTER.DUE_AT.lt(tx.now()));
      case CLOSED -> not(WITHDRAWN).and(CLOSED);
      case REPLACED -> REPLACED;
      case WITHDRAWN -> WITHDRAWN;
    };
  }

  private static SelectJoinStep<Record> all(Tx tx) {
    return tx.sql()
        .select(LETTER.fields())
        .select(REQUEST.NUMBER, REQUEST.SUBJECT, PLATFORM.NAME, ORGANISATION.NAME)
        .select(Ledger.BY, ACKNOWLEDGED, COMMITMENT, PAYMENTS, OBJECTION, WITHDRAWAL)
        .select(ACCOUNT, UNSETTLED)
        .from(LETTER)
        .join(EVENT)
        .on(EVENT.ID.eq(LETTER.EVENT_ID))
        .join(REQUEST)
        .on(REQUEST.ID.eq(LETTER.REQUEST_ID))
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(REQUEST.PLATFORM_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(LETTER.COMPANY_ID));
  }

  private static Letter toLetter(Record r) {
    return new Letter(
        r.get(LETTER.ID),
        new Letter.Of(
            r.get(LETTER.REQUEST_ID),
            r.get(REQUEST.NUMBER),
            r.get(REQUEST.SUBJECT),
            r.get(PLATFORM.NAME),
            r.get(ORGANISATION.NAME),
            r.get(LETTER.COMPANY_ID),
            r.get(LETTER.RULE_SET_ID)),
        r.get(LETTER.NUMBER),
        r.get(LETTER.STAGE_CODE),
        r.get(LETTER.STAGE),
        r.get(LETTER.SENT_AT),
        r.get(LETTER.DUE_AT),
        r.get(LETTER.ITEMS),
        Optional.ofNullable(r.get(LETTER.FINE)).map(fine -> new FineGiven(fine, sumOf(r))),
        r.get(LETTER.ASKS_TO_PAY),
        r.get(LETTER.NOTE),
        r.get(LETTER.LEFT_OUT_REASON),
        r.get(Ledger.BY),
        r.get(ACKNOWLEDGED),
        r.get(COMMITMENT),
        r.get(PAYMENTS),
        r.get(OBJECTION),
        r.get(WITHDRAWAL),
        r.get(ACCOUNT),
        r.get(UNSETTLED));
  }

  private static Optional<FineGiven.Sum> sumOf(Record r) {
    return Optional.ofNullable(r.get(LETTER.FINE_BASE))
        .map(
            base ->
                new FineGiven.Sum(
                    base,
                    r.get(LETTER.CATEGORY_PERCENT),
                    Optional.ofNullable(r.get(LETTER.SCALE_CODE)),
                    r.get(LETTER.SCALE_PERCENT),
                    r.get(LETTER.LETTER_PERCENT)));
  }

  /**
   * An item of a letter.
   *
   * @param missedAt the time that was missed, as it stood when the letter was sent
   */
  public record Covered(long itemId, Instant missedAt, boolean leftOut) {}

  /** The items of a letter in their order. */
  public List<Covered> items(Tx tx, Letter letter) {
    return tx.sql()
        .select(LETTER_ITEM.ITEM_ID, LETTER_ITEM.MISSED_AT, LETTER_ITEM.LEFT_OUT)
        .from(LETTER_ITEM)
        .join(ITEM)
        .on(ITEM.ID.eq(LETTER_ITEM.ITEM_ID))
        .where(LETTER_ITEM.LETTER_ID.eq(letter.id()))
        .orderBy(ITEM.ORDINAL)
        .fetch(mapping(Covered::new));
  }

  /** A file that may be named as the signed commitment. */
  record Signable(long id, String name) {}

  /** The company's own files that both sides see, on the request as a whole or an item. */
  List<Signable> signable(Tx tx, Letter letter) {
    return tx.sql()
        .select(EVIDENCE.ID, EVIDENCE.NAME)
        .from(EVIDENCE)
        .where(
            EVIDENCE.REQUEST_ID.eq(letter.of().requestId()),
            EVIDENCE.OWNER_SIDE.eq(Side.COMPANY),
            EVIDENCE.PRIVATE.isFalse(),
            not(
                exists(
                    selectOne()
                        .from(EVIDENCE_REMOVAL)
                        .where(EVIDENCE_REMOVAL.EVIDENCE_ID.eq(EVIDENCE.ID)))))
        .orderBy(EVIDENCE.ID.desc())
        .limit(50)
        .fetch(mapping(Signable::new));
  }
}
