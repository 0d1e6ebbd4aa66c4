package id.narahubung.decisions;

import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.TEST_CALL;
import static id.narahubung.db.Tables.VERIFICATION_RESULT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import id.narahubung.data.Tx;
import id.narahubung.requests.Stage;
import id.narahubung.requests.Standing;
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

  /**
   * Orders and their items.
   *
   * @param acknowledged how many of the orders were
   */
  record Orders(int sent, int acknowledged, int items, int unsettled, int overdue) {}

  /** Of the linked requests, where there are some; else of all of the platform. */
  Orders orders(Tx tx, long platform, List<String> linked) {
    Condition which =
        REQUEST
            .PLATFORM_ID
            .eq(platform)
            .and(REQUEST.STAGE.eq(Stage.SENT))
            .and(linked.isEmpty() ? noCondition() : REQUEST.NUMBER.in(linked));
    int overdue =
        tx.sql()
            .select(count())
            .from(ITEM)
            .join(REQUEST)
            .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
            .where(which, ITEM.STANDING.eq(Standing.OPEN), ITEM.DUE_AT.lt(tx.now()))
            .fetchSingle()
            .value1();
    return tx.sql()
        .select(
            count(),
            count(REQUEST.ACKNOWLEDGED_AT),
            sum(REQUEST.ITEM_COUNT),
            sum(REQUEST.ITEM_COUNT.minus(REQUEST.SETTLED_COUNT)))
        .from(REQUEST)
        .where(which)
        .fetchSingle(
            r -> new Orders(r.value1(), r.value2(), whole(r.value3()), whole(r.value4()), overdue));
  }

  private static int whole(@Nullable BigDecimal sum) {
    return sum == null ? 0 : sum.intValue();
  }

  /** How the latest sample of the platform ended that showed anything; see {@link AccessFacts}. */
  Optional<String> sample(Tx tx, long platform, LocalDate today) {
    return tx.sql()
        .select(VERIFICATION_RESULT.RESULT, VERIFICATION_RESULT.VALID_UNTIL)
        .from(VERIFICATION_RESULT)
        .where(
            VERIFICATION_RESULT.PLATFORM_ID.eq(platform),
            VERIFICATION_RESULT.SAMPLE_SIZE.isNotNull(),
            VERIFICATION_RESULT.RESULT.ne(VerificationOutcome.UNCHECKED))
        .orderBy(VERIFICATION_RESULT.CARRIED_OUT_ON.desc(), VERIFICATION_RESULT.ID.desc())
        .limit(1)
        .fetchOptional(
            row -> {
              LocalDate until = row.value2();
              return until != null && until.isBefore(today)
                  ? "expired"
                  : row.value1().name().toLowerCase(Locale.ROOT);
            });
  }

  /** When the company's contact last confirmed a call that tried whether anybody answers. */
  Optional<Instant> called(Tx tx, long company) {
    return Optional.ofNullable(
        tx.sql()
            .select(max(TEST_CALL.CONFIRMED_AT))
            .from(TEST_CALL)
            .where(TEST_CALL.CALLED_ORGANISATION_ID.eq(company))
            .fetchSingle()
            .value1());
  }
}
