package id.narahubung.decisions;

import static id.narahubung.db.Tables.ANSWER;
import static id.narahubung.db.Tables.ANSWER_TAKEN_BACK;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_CHECK;
import static id.narahubung.db.Tables.ITEM_ROUND;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.requests.Standing;
import id.narahubung.requests.Verdict;
import id.narahubung.rules.AnswerClass;
import id.narahubung.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;

/** Counts what a platform's items did, day by day. */
final class WeekStore {

  /** As a commitment that measures itself counts it. */
  static final Condition IN_TIME =
      exists(
          selectOne()
              .from(ANSWER)
              .where(
                  ANSWER.ITEM_ID.eq(ITEM.ID),
                  ANSWER.CLASS.notIn(AnswerClass.ASKS, AnswerClass.PENDING),
                  ANSWER.ANSWERED_AT.le(ITEM.DUE_AT),
                  ANSWER.ANSWERED_AT.ge(
                      field(
                          select(max(ITEM_ROUND.STARTED_AT))
                              .from(ITEM_ROUND)
                              .where(ITEM_ROUND.ITEM_ID.eq(ITEM.ID)))),
                  notExists(
                      selectOne()
                          .from(ANSWER_TAKEN_BACK)
                          .where(ANSWER_TAKEN_BACK.ANSWER_ID.eq(ANSWER.ID)))));

  /** The twelve weeks up to now. */
  Weeks read(Tx tx, long platform) {
    LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
    Instant from = Weeks.first(today).atStartOfDay(Words.WIB).toInstant();
    return Weeks.of(today, due(tx, platform, from, tx.now()), checked(tx, platform, from));
  }

  /** What fell due from one day on, and before another, of it all until now. */
  Map<LocalDate, Weeks.Count> due(Tx tx, long platform, LocalDate from, LocalDate next) {
    Instant end = next.atStartOfDay(Words.WIB).toInstant();
    return due(
        tx,
        platform,
        from.atStartOfDay(Words.WIB).toInstant(),
        end.isBefore(tx.now()) ? end : tx.now());
  }

  private static Map<LocalDate, Weeks.Count> due(
      Tx tx, long platform, Instant from, Instant until) {
    Field<LocalDate> day = day(ITEM.DUE_AT);
    return tx.sql()
        .select(day, count(), count().filterWhere(IN_TIME))
        .from(ITEM)
        .where(
            ITEM.PLATFORM_ID.eq(platform),
            ITEM.SIDE.eq(Share.BOTH),
            ITEM.DUE_AT.ge(from),
            ITEM.DUE_AT.le(until),
            ITEM.STANDING.ne(Standing.WITHDRAWN))
        .groupBy(day)
        .fetchMap(r -> r.value1(), r -> new Weeks.Count(r.value2(), r.value3()));
  }

  private static Map<LocalDate, Weeks.Count> checked(Tx tx, long platform, Instant from) {
    Field<LocalDate> day = day(ITEM_CHECK.CHECKED_AT);
    return tx.sql()
        .select(day, count(), count().filterWhere(ITEM_CHECK.VERDICT.eq(Verdict.DOWN)))
        .from(ITEM_CHECK)
        .join(ITEM)
        .on(ITEM.ID.eq(ITEM_CHECK.ITEM_ID))
        .where(
            ITEM.PLATFORM_ID.eq(platform),
            ITEM_CHECK.CHECKED_AT.ge(from),
            ITEM_CHECK.CHECKED_AT.le(tx.now()),
            ITEM_CHECK.VERDICT.ne(Verdict.UNCHECKED))
        .groupBy(day)
        .fetchMap(r -> r.value1(), r -> new Weeks.Count(r.value2(), r.value3()));
  }

  private static Field<LocalDate> day(Field<Instant> at) {
    return field("({0} at time zone 'Asia/Jakarta')::date", LocalDate.class, at);
  }
}
