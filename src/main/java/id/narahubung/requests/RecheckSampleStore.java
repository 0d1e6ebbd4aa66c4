package id.narahubung.requests;

import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_CHECK;
import static id.narahubung.db.Tables.RECHECK;
import static id.narahubung.db.Tables.RECHECK_DRAWN;
import static id.narahubung.db.Tables.RECHECK_SAMPLE;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.URGENCY;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/** Weekly samples of what was confirmed down and is not looked at one by one. */
public final class RecheckSampleStore {

  /** A week's population: confirmed from one instant until before another. */
  record Population(LocalDate week, Instant from, Instant until) {}

  /** The companies with items in a population, where no sample was drawn yet. */
  List<Long> companies(Tx tx, Population population) {
    return tx.sql()
        .selectDistinct(ITEM.COMPANY_ID)
        .from(ITEM)
        .where(
            in(population),
            notExists(
                selectOne()
                    .from(RECHECK_SAMPLE)
                    .where(
                        RECHECK_SAMPLE.COMPANY_ID.eq(ITEM.COMPANY_ID),
                        RECHECK_SAMPLE.WEEK.eq(population.week()))))
        .orderBy(ITEM.COMPANY_ID)
        .fetch(ITEM.COMPANY_ID);
  }

  /** How many items of a company are in a population. */
  int count(Tx tx, long company, Population population) {
    return tx.sql().fetchCount(ITEM, ITEM.COMPANY_ID.eq(company), in(population));
  }

  /** Keeps that a sample is drawn; none where another instance has just done so. */
  Optional<Long> insert(
      Tx tx, long company, Population population, UUID seed, int counted, int size) {
    return tx.sql()
        .insertInto(RECHECK_SAMPLE)
        .set(RECHECK_SAMPLE.COMPANY_ID, company)
        .set(RECHECK_SAMPLE.SIDE, Share.MINISTRY)
        .set(RECHECK_SAMPLE.WEEK, population.week())
        .set(RECHECK_SAMPLE.DRAWN_AT, tx.now())
        .set(RECHECK_SAMPLE.SEED, seed)
        .set(RECHECK_SAMPLE.POPULATION, counted)
        .set(RECHECK_SAMPLE.SIZE, size)
        .onConflictDoNothing()
        .returningResult(RECHECK_SAMPLE.ID)
        .fetchOptional(row -> row.value1());
  }

  /**
   * Plans a look at the first so many of a company's population, in the order of the SHA-256 of
   * seed and item number, and keeps who was drawn: whoever has the seed can draw them again.
   */
  int draw(Tx tx, long sample, long company, Population population, UUID seed, int size) {
    Field<byte[]> order =
        field(
            "sha256(convert_to({0} || '/' || {1} || '/' || {2}, 'UTF8'))",
            byte[].class, val(seed.toString()), REQUEST.NUMBER, ITEM.ORDINAL);
    tx.sql()
        .insertInto(
            RECHECK_DRAWN,
            RECHECK_DRAWN.SAMPLE_ID,
            RECHECK_DRAWN.ITEM_ID,
            RECHECK_DRAWN.COMPANY_ID,
            RECHECK_DRAWN.ITEM_SIDE,
            RECHECK_DRAWN.SIDE)
        .select(
            select(
                    val(sample),
                    ITEM.ID,
                    ITEM.COMPANY_ID,
                    inline("both", RECHECK_DRAWN.ITEM_SIDE),
                    inline(Share.MINISTRY, RECHECK_DRAWN.SIDE))
                .from(ITEM)
                .join(REQUEST)
                .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
                .where(ITEM.COMPANY_ID.eq(company), in(population))
                .orderBy(order)
                .limit(size))
        .execute();
    return tx.sql()
        .insertInto(
            RECHECK,
            RECHECK.ITEM_ID,
            RECHECK.COMPANY_ID,
            RECHECK.ITEM_SIDE,
            RECHECK.SIDE,
            RECHECK.DUE_AT,
            RECHECK.SAMPLE_ID)
        .select(
            select(
                    RECHECK_DRAWN.ITEM_ID,
                    RECHECK_DRAWN.COMPANY_ID,
                    RECHECK_DRAWN.ITEM_SIDE,
                    RECHECK_DRAWN.SIDE,
                    val(tx.now(), RECHECK.DUE_AT),
                    RECHECK_DRAWN.SAMPLE_ID)
                .from(RECHECK_DRAWN)
                .where(RECHECK_DRAWN.SAMPLE_ID.eq(sample)))
        .execute();
  }

  private static Condition in(Population population) {
    var again = ITEM_CHECK.as("again");
    return ITEM.STANDING
        .eq(Standing.CONFIRMED)
        .and(
            ITEM.ID.in(
                select(ITEM_CHECK.ITEM_ID)
                    .from(ITEM_CHECK)
                    .where(
                        ITEM_CHECK.VERDICT.eq(Verdict.DOWN),
                        ITEM_CHECK.AGAIN.isFalse(),
                        ITEM_CHECK.CHECKED_AT.ge(population.from()),
                        ITEM_CHECK.CHECKED_AT.lt(population.until()))))
        .and(
            ITEM.REQUEST_ID.in(
                select(REQUEST.ID)
                    .from(REQUEST)
                    .where(
                        row(REQUEST.RULE_SET_ID, REQUEST.URGENCY_CODE)
                            .in(
                                select(URGENCY.RULE_SET_ID, URGENCY.CODE)
                                    .from(URGENCY)
                                    .where(cardinality(URGENCY.RECHECK_MINUTES).eq(0))))))
        // What still waits to be looked at for an earlier sample takes no place in another.
        .and(notExists(selectOne().from(RECHECK).where(RECHECK.ITEM_ID.eq(ITEM.ID))))
        // What came back is asked for anew; its old item is not looked at any more.
        .and(
            notExists(
                selectOne()
                    .from(again)
                    .where(
                        again.ITEM_ID.eq(ITEM.ID),
                        again.AGAIN.isTrue(),
                        again.VERDICT.in(Verdict.STILL_UP, Verdict.PARTLY))));
  }
}
