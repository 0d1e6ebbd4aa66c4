package id.narahubung.requests;

import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_CHECK;
import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.RECHECK;
import static id.narahubung.db.Tables.RECHECK_DRAWN;
import static id.narahubung.db.Tables.RECHECK_SAMPLE;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.URGENCY;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record9;
import org.jooq.Records;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

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
   * seed and item number, and keeps who was drawn: whoever has the seed can draw them again. To
   * keep one waits for whoever acts on it just then; no look is planned at what was withdrawn, or
   * was seen to have come back, meanwhile.
   */
  int draw(Tx tx, long sample, long company, Population population, UUID seed, int size) {
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
                .where(
                    ITEM.ID.in(
                        select(ITEM.ID)
                            .from(ITEM)
                            .join(REQUEST)
                            .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
                            .where(ITEM.COMPANY_ID.eq(company), in(population))
                            .orderBy(order(seed))
                            .limit(size)))
                // As a sending locks what it asks for again: neither waits for the other in a ring.
                .orderBy(ITEM.ID))
        .execute();
    return tx.sql()
        .insertInto(
            RECHECK,
            RECHECK.ITEM_ID,
            RECHECK.COMPANY_ID,
            RECHECK.ITEM_SIDE,
            RECHECK.SIDE,
            RECHECK.DUE_AT,
            RECHECK.SAMPLE_ID,
            RECHECK.ASKED_AGAIN)
        .select(
            select(
                    RECHECK_DRAWN.ITEM_ID,
                    RECHECK_DRAWN.COMPANY_ID,
                    RECHECK_DRAWN.ITEM_SIDE,
                    RECHECK_DRAWN.SIDE,
                    val(tx.now(), RECHECK.DUE_AT),
                    RECHECK_DRAWN.SAMPLE_ID,
                    RecheckStore.askedAgain(RECHECK_DRAWN.ITEM_ID))
                .from(RECHECK_DRAWN)
                .join(ITEM)
                .on(ITEM.ID.eq(RECHECK_DRAWN.ITEM_ID))
                .where(RECHECK_DRAWN.SAMPLE_ID.eq(sample), isStillDown()))
        .execute();
  }

  /** What the first look since the draw found; one that could not be taken is none. */
  private static final Field<Verdict> FOUND =
      field(
          select(ITEM_CHECK.VERDICT)
              .from(ITEM_CHECK)
              .where(
                  ITEM_CHECK.ITEM_ID.eq(RECHECK_DRAWN.ITEM_ID),
                  ITEM_CHECK.AGAIN.isTrue(),
                  ITEM_CHECK.VERDICT.ne(Verdict.UNCHECKED),
                  ITEM_CHECK.CHECKED_AT.ge(RECHECK_SAMPLE.DRAWN_AT))
              .orderBy(ITEM_CHECK.ID)
              .limit(inline(1)));

  /** The samples drawn before one, the latest first, at most so many. */
  List<RecheckSample> list(Tx tx, Optional<Long> before, int limit) {
    return samples(tx)
        .where(before.map(RECHECK_SAMPLE.ID::lt).orElse(noCondition()))
        .orderBy(RECHECK_SAMPLE.ID.desc())
        .limit(limit)
        .fetch(Records.mapping(RecheckSample::new));
  }

  /** A sample; none where the viewer sees none of that id. */
  Optional<RecheckSample> find(Tx tx, long id) {
    return samples(tx)
        .where(RECHECK_SAMPLE.ID.eq(id))
        .fetchOptional(Records.mapping(RecheckSample::new));
  }

  private static SelectJoinStep<
          Record9<Long, String, LocalDate, Instant, UUID, Integer, Integer, Integer, Integer>>
      samples(Tx tx) {
    return tx.sql()
        .select(
            RECHECK_SAMPLE.ID,
            ORGANISATION.NAME,
            RECHECK_SAMPLE.WEEK,
            RECHECK_SAMPLE.DRAWN_AT,
            RECHECK_SAMPLE.SEED,
            RECHECK_SAMPLE.POPULATION,
            RECHECK_SAMPLE.SIZE,
            counted(FOUND.isNotNull()),
            counted(FOUND.in(Verdict.STILL_UP, Verdict.PARTLY)))
        .from(RECHECK_SAMPLE)
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(RECHECK_SAMPLE.COMPANY_ID));
  }

  private static Field<Integer> counted(Condition which) {
    return field(
        select(DSL.count())
            .from(RECHECK_DRAWN)
            .where(RECHECK_DRAWN.SAMPLE_ID.eq(RECHECK_SAMPLE.ID), which));
  }

  /** The items of a sample in the order in which they were drawn. */
  List<RecheckSample.Drawn> drawn(Tx tx, RecheckSample sample) {
    Field<byte[]> hash = order(sample.seed());
    return tx.sql()
        .select(
            RECHECK_DRAWN.ITEM_ID,
            REQUEST.NUMBER,
            ITEM.ORDINAL,
            hash.convertFrom(HexFormat.of()::formatHex))
        .from(RECHECK_DRAWN)
        .join(ITEM)
        .on(ITEM.ID.eq(RECHECK_DRAWN.ITEM_ID))
        .join(REQUEST)
        .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
        .where(RECHECK_DRAWN.SAMPLE_ID.eq(sample.id()))
        .orderBy(hash)
        .fetch(Records.mapping(RecheckSample.Drawn::new));
  }

  private static Field<byte[]> order(UUID seed) {
    return field(
        "sha256(convert_to({0} || '/' || {1} || '/' || {2}, 'UTF8'))",
        byte[].class, val(seed.toString()), REQUEST.NUMBER, ITEM.ORDINAL);
  }

  /** What the first look at each item since the draw found, and when; none where nobody looked. */
  Map<Long, Look> looks(Tx tx, RecheckSample sample) {
    return tx.sql()
        .select(ITEM_CHECK.ITEM_ID, ITEM_CHECK.VERDICT, ITEM_CHECK.OBSERVED_AT)
        .distinctOn(ITEM_CHECK.ITEM_ID)
        .from(RECHECK_DRAWN)
        .join(ITEM_CHECK)
        .on(
            ITEM_CHECK.ITEM_ID.eq(RECHECK_DRAWN.ITEM_ID),
            ITEM_CHECK.AGAIN.isTrue(),
            ITEM_CHECK.VERDICT.ne(Verdict.UNCHECKED),
            ITEM_CHECK.CHECKED_AT.ge(sample.drawnAt()))
        .where(RECHECK_DRAWN.SAMPLE_ID.eq(sample.id()))
        .orderBy(ITEM_CHECK.ITEM_ID, ITEM_CHECK.ID)
        .fetchMap(row -> row.value1(), row -> new Look(row.value2(), row.value3()));
  }

  /** What was found, and when. */
  record Look(Verdict verdict, Instant seenAt) {}

  private static Condition in(Population population) {
    return isStillDown()
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
        .and(notExists(selectOne().from(RECHECK).where(RECHECK.ITEM_ID.eq(ITEM.ID))));
  }

  /** What came back is asked for anew; its old item is not looked at any more. */
  private static Condition isStillDown() {
    var again = ITEM_CHECK.as("again");
    return ITEM.STANDING
        .eq(Standing.CONFIRMED)
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
