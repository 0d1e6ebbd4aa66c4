package id.narahubung.decisions;

import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.OBJECTION;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.TEST_CALL;
import static id.narahubung.db.Tables.VERIFICATION_RESULT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.Stage;
import id.narahubung.requests.Standing;
import id.narahubung.text.Words;
import id.narahubung.verification.VerificationOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** What the portal itself knows of a platform, counted over requests, items and calls. */
final class AccessFactStore {

  /** So many fit what somebody reads before signing; the others stand at their items. */
  private static final int MOST_OBJECTIONS = 50;

  /**
   * Orders and their items.
   *
   * @param acknowledged how many of the orders were
   * @param sampled how many of the items a sample settled, unseen
   */
  record Orders(int sent, int acknowledged, int items, int unsettled, int sampled, int overdue) {}

  /** Of the linked requests, where there are some; else of all of the platform. */
  Orders orders(Tx tx, long platform, List<String> linked) {
    Condition which =
        REQUEST
            .PLATFORM_ID
            .eq(platform)
            .and(REQUEST.STAGE.eq(Stage.SENT))
            .and(linked.isEmpty() ? noCondition() : REQUEST.NUMBER.in(linked));
    int overdue =
        items(tx, which.and(ITEM.STANDING.eq(Standing.OPEN)).and(ITEM.DUE_AT.lt(tx.now())));
    int sampled = items(tx, which.and(ITEM.STANDING.eq(Standing.SAMPLED)));
    return tx.sql()
        .select(
            count(),
            count(REQUEST.ACKNOWLEDGED_AT),
            sum(REQUEST.ITEM_COUNT),
            sum(REQUEST.ITEM_COUNT.minus(REQUEST.SETTLED_COUNT)))
        .from(REQUEST)
        .where(which)
        .fetchSingle(
            r ->
                new Orders(
                    r.value1(),
                    r.value2(),
                    whole(r.value3()),
                    whole(r.value4()),
                    sampled,
                    overdue));
  }

  private static int items(Tx tx, Condition which) {
    return tx.sql()
        .select(count())
        .from(ITEM)
        .join(REQUEST)
        .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
        .where(which)
        .fetchSingle()
        .value1();
  }

  /** An order that is not settled. */
  record OpenOrder(String number, String subject) {}

  /** Orders of a platform with items that are not settled, the newest first. */
  List<OpenOrder> openOrders(Tx tx, long platform, int most) {
    return tx.sql()
        .select(REQUEST.NUMBER, REQUEST.SUBJECT)
        .from(REQUEST)
        .where(
            REQUEST.PLATFORM_ID.eq(platform),
            REQUEST.STAGE.eq(Stage.SENT),
            REQUEST.SETTLED_COUNT.lt(REQUEST.ITEM_COUNT))
        .orderBy(REQUEST.SENT_AT.desc(), REQUEST.ID.desc())
        .limit(most)
        .fetch(mapping(OpenOrder::new));
  }

  private static int whole(@Nullable BigDecimal sum) {
    return sum == null ? 0 : sum.intValue();
  }

  /** The latest sample since then that showed anything. */
  Optional<AccessFacts.Sampled> sample(
      Tx tx, long platform, Optional<Instant> since, LocalDate today) {
    return tx.sql()
        .select(
            VERIFICATION_RESULT.RESULT,
            VERIFICATION_RESULT.VALID_UNTIL.convertFrom(Optional::ofNullable),
            VERIFICATION_RESULT.STEP_NUMBER,
            VERIFICATION_RESULT.CARRIED_OUT_ON,
            Ledger.BY)
        .from(VERIFICATION_RESULT)
        .join(EVENT)
        .on(EVENT.ID.eq(VERIFICATION_RESULT.EVENT_ID))
        .where(
            VERIFICATION_RESULT.PLATFORM_ID.eq(platform),
            VERIFICATION_RESULT.SAMPLE_SIZE.isNotNull(),
            VERIFICATION_RESULT.RESULT.ne(VerificationOutcome.UNCHECKED),
            since
                .map(at -> LocalDate.ofInstant(at, Words.WIB))
                .map(VERIFICATION_RESULT.CARRIED_OUT_ON::ge)
                .orElse(noCondition()))
        .orderBy(VERIFICATION_RESULT.CARRIED_OUT_ON.desc(), VERIFICATION_RESULT.ID.desc())
        .limit(1)
        .fetchOptional(
            row ->
                new AccessFacts.Sampled(
                    row.value2().filter(until -> until.isBefore(today)).isPresent()
                        ? "expired"
                        : row.value1().name().toLowerCase(Locale.ROOT),
                    row.value3(),
                    row.value4(),
                    row.value2(),
                    row.value5().withoutName()));
  }

  /** The ministry's last call since then that tried whether anybody of the company answers. */
  Optional<AccessFacts.Call> called(Tx tx, long company, Optional<Instant> since) {
    return tx.sql()
        .select(TEST_CALL.RUNG_AT, TEST_CALL.CONFIRMED_AT.isNotNull(), Ledger.BY)
        .from(TEST_CALL)
        .join(EVENT)
        .on(EVENT.ID.eq(TEST_CALL.EVENT_ID))
        .where(
            TEST_CALL.CALLED_ORGANISATION_ID.eq(company),
            TEST_CALL.SIDE.ne(Share.COMPANY),
            since.map(TEST_CALL.RUNG_AT::ge).orElse(noCondition()))
        .orderBy(TEST_CALL.RUNG_AT.desc(), TEST_CALL.ID.desc())
        .limit(1)
        .fetchOptional(r -> new AccessFacts.Call(r.value1(), r.value2(), r.value3().withoutName()));
  }

  /**
   * What the company objected to about items, in its own words, the newest first. Of restricted
   * items nothing: the reason can tell as much as the address.
   */
  List<Dossier.Word> objections(Tx tx, long platform) {
    return tx.sql()
        .select(REQUEST.NUMBER, ITEM.ORDINAL, OBJECTION.REASON, OBJECTION.FILED_AT, Ledger.BY)
        .from(OBJECTION)
        .join(ITEM)
        .on(ITEM.ID.eq(OBJECTION.ITEM_ID))
        .join(REQUEST)
        .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
        .join(EVENT)
        .on(EVENT.ID.eq(OBJECTION.EVENT_ID))
        .where(ITEM.PLATFORM_ID.eq(platform), ITEM.RESTRICTED.isFalse())
        .orderBy(OBJECTION.FILED_AT.desc(), OBJECTION.ANSWER_ID.desc())
        .limit(MOST_OBJECTIONS)
        .fetch(
            r ->
                new Dossier.Word(
                    String.format(Locale.ROOT, "%s/%04d", r.value1(), r.value2()),
                    r.value3(),
                    r.value4(),
                    r.value5().withoutName()));
  }

  /** Holds a platform's access and what an opening hangs on until the transaction ends. */
  void hold(Tx tx, long platform) {
    holdAccess(tx, platform);
    tx.sql()
        .select(COMMITMENT.ID)
        .from(COMMITMENT)
        .where(COMMITMENT.PLATFORM_ID.eq(platform))
        .orderBy(COMMITMENT.ID)
        .forShare()
        .fetch();
  }

  /** Holds a platform's access alone: who signs, and whoever changes what a signature rests on. */
  static void holdAccess(Tx tx, long platform) {
    // The platform's own row only administrators may lock.
    tx.sql()
        .execute("select pg_advisory_xact_lock(hashtext('access'), ?)", Math.toIntExact(platform));
  }
}
