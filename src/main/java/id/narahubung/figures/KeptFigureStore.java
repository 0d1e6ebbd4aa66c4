package id.narahubung.figures;

import static id.narahubung.db.Tables.FIGURE;
import static id.narahubung.db.Tables.STATUS_WEEK;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.FigureRecord;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The weeks that are frozen, and what was counted of each. */
final class KeptFigureStore {

  /** Whether the week was not frozen before; whoever comes at the same time waits here. */
  boolean begin(Tx tx, Week week, boolean late) {
    return tx.sql()
            .insertInto(STATUS_WEEK)
            .set(STATUS_WEEK.CODE, week.code())
            .set(STATUS_WEEK.FROM_AT, week.from())
            .set(STATUS_WEEK.TO_AT, week.to())
            .set(STATUS_WEEK.FROZEN_AT, tx.now())
            .set(STATUS_WEEK.LATE, late)
            .set(
                STATUS_WEEK.MEASURES,
                Arrays.stream(Measure.values()).map(Measure::code).toArray(String[]::new))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  void keep(Tx tx, Week week, List<Figure> figures) {
    tx.insert(figures.stream().map(each -> toRecord(week, each)).toList());
  }

  private static FigureRecord toRecord(Week week, Figure figure) {
    FigureRecord kept = new FigureRecord();
    OptionalLong company = figure.of().company();
    kept.setWeek(week.code());
    kept.set(FIGURE.COMPANY_ID, company.isPresent() ? company.getAsLong() : null);
    kept.setSide(company.isPresent() ? Share.BOTH : Share.MINISTRY);
    kept.setCategory(figure.of().category());
    kept.setMeasure(figure.measure().code());
    kept.setPart(figure.of().part());
    kept.setNumerator(figure.numerator());
    kept.setDenominator(figure.denominator());
    kept.set(FIGURE.MEDIAN_MINUTES, boxed(figure.medianMinutes()));
    kept.set(FIGURE.P90_MINUTES, boxed(figure.p90Minutes()));
    return kept;
  }

  private static @Nullable Integer boxed(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  /** The weeks that are frozen, the newest first, or those until one. */
  List<FrozenWeek> frozen(Tx tx, int most, Optional<Week> until) {
    return tx.sql()
        .select(STATUS_WEEK.CODE, STATUS_WEEK.FROZEN_AT, STATUS_WEEK.LATE)
        .from(STATUS_WEEK)
        .where(until.map(week -> STATUS_WEEK.FROM_AT.le(week.from())).orElseGet(DSL::noCondition))
        .orderBy(STATUS_WEEK.FROM_AT.desc())
        .limit(most)
        .fetch(r -> new FrozenWeek(Week.of(r.value1()), r.value2(), r.value3()));
  }

  Optional<FrozenWeek> frozen(Tx tx, Week week) {
    return tx.sql()
        .select(STATUS_WEEK.CODE, STATUS_WEEK.FROZEN_AT, STATUS_WEEK.LATE)
        .from(STATUS_WEEK)
        .where(STATUS_WEEK.CODE.eq(week.code()))
        .fetchOptional(r -> new FrozenWeek(Week.of(r.value1()), r.value2(), r.value3()));
  }

  /** What was counted in each of these weeks. */
  Map<String, Set<Measure>> measures(Tx tx, Collection<Week> weeks) {
    return tx.sql()
        .select(STATUS_WEEK.CODE, STATUS_WEEK.MEASURES)
        .from(STATUS_WEEK)
        .where(STATUS_WEEK.CODE.eq(DSL.any(codes(weeks))))
        .fetchMap(STATUS_WEEK.CODE, row -> measures(row.value2()));
  }

  private static Set<Measure> measures(String[] codes) {
    return Arrays.stream(codes)
        .flatMap(code -> Measure.find(code).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String[] codes(Collection<Week> weeks) {
    return weeks.stream().map(Week::code).toArray(String[]::new);
  }

  /** What was kept of a week, as far as the viewer may see it. */
  List<Figure> kept(Tx tx, Week week) {
    return tx.sql()
        .select(FIGURE.fields())
        .from(FIGURE)
        .where(FIGURE.WEEK.eq(week.code()))
        .fetch(KeptFigureStore::toFigure);
  }

  /** Of each company in a week, without parts. */
  List<Figure> keptOf(Tx tx, Week week, String category, Collection<Measure> measures) {
    return tx.sql()
        .select(FIGURE.fields())
        .from(FIGURE)
        .where(
            FIGURE.WEEK.eq(week.code()),
            FIGURE.COMPANY_ID.isNotNull(),
            FIGURE.CATEGORY.eq(category),
            FIGURE.MEASURE.in(measures.stream().map(Measure::code).toList()),
            FIGURE.PART.eq(""))
        .fetch(KeptFigureStore::toFigure);
  }

  /** Of each category in a week, without parts: of one company, or of all together. */
  List<Figure> keptByCategory(
      Tx tx, Week week, OptionalLong company, Collection<Measure> measures) {
    return tx.sql()
        .select(FIGURE.fields())
        .from(FIGURE)
        .where(
            FIGURE.WEEK.eq(week.code()),
            whose(company),
            FIGURE.CATEGORY.ne(""),
            FIGURE.MEASURE.in(measures.stream().map(Measure::code).toList()),
            FIGURE.PART.eq(""))
        .fetch(KeptFigureStore::toFigure);
  }

  /** Of a measure in a week its parts, over all categories, likewise. */
  List<Figure> keptParts(Tx tx, Week week, Measure measure, OptionalLong company) {
    return tx.sql()
        .select(FIGURE.fields())
        .from(FIGURE)
        .where(
            FIGURE.WEEK.eq(week.code()),
            whose(company),
            FIGURE.CATEGORY.eq(""),
            FIGURE.MEASURE.eq(measure.code()),
            FIGURE.PART.ne(""))
        .fetch(KeptFigureStore::toFigure);
  }

  private static Condition whose(OptionalLong company) {
    return company.isPresent()
        ? FIGURE.COMPANY_ID.eq(company.getAsLong())
        : FIGURE.COMPANY_ID.isNull();
  }

  /** Of one company, or of all together, in these weeks: of one category, or whatever it is. */
  Map<String, List<Figure>> kept(
      Tx tx, OptionalLong company, String category, Collection<Week> weeks) {
    return tx.sql()
        .select(FIGURE.fields())
        .from(FIGURE)
        .where(FIGURE.WEEK.eq(DSL.any(codes(weeks))), whose(company), FIGURE.CATEGORY.eq(category))
        .fetchGroups(FIGURE.WEEK, KeptFigureStore::toFigure);
  }

  private static Figure toFigure(Record r) {
    Long company = r.get(FIGURE.COMPANY_ID);
    return new Figure(
        new Figure.Key(
            Measure.find(r.get(FIGURE.MEASURE)).orElseThrow(),
            company == null ? OptionalLong.empty() : OptionalLong.of(company),
            r.get(FIGURE.CATEGORY),
            r.get(FIGURE.PART)),
        r.get(FIGURE.NUMERATOR),
        r.get(FIGURE.DENOMINATOR),
        FigureStore.optional(r.get(FIGURE.MEDIAN_MINUTES)),
        FigureStore.optional(r.get(FIGURE.P90_MINUTES)));
  }
}
