package id.narahubung.figures;

import static id.narahubung.db.Tables.EVENT_ITEM;
import static id.narahubung.db.Tables.FIGURE;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.STATUS_WEEK;
import static id.narahubung.db.Tables.URGENCY;
import static id.narahubung.figures.RowStore.AT;
import static id.narahubung.figures.RowStore.COMPANY;
import static id.narahubung.figures.RowStore.COUNTED;
import static id.narahubung.figures.RowStore.ITEM_ID;
import static id.narahubung.figures.RowStore.KEY;
import static id.narahubung.figures.RowStore.MINUTES;
import static id.narahubung.figures.RowStore.PART;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.grouping;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.percentileDisc;
import static org.jooq.impl.DSL.row;

import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.FigureRecord;
import id.narahubung.figures.RowStore.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Counts rows, lists them, and keeps what was counted. */
final class FigureStore {

  private static final String FILED = "filed";
  private static final Field<String> CATEGORY = DSL.field(name(FILED, "category"), String.class);
  private static final Field<Boolean> MARK = DSL.field(name(FILED, "mark"), Boolean.class);

  private static final Field<Integer> OF_ALL = grouping(COMPANY).as("of_all");
  private static final Field<Integer> ANY_CATEGORY = grouping(CATEGORY).as("any_category");
  private static final Field<Integer> ANY_PART = grouping(PART).as("any_part");
  private static final Field<Integer> ABOVE =
      DSL.count().filterWhere(condition(COUNTED)).as("above");
  private static final Field<Integer> BELOW = DSL.count().as("below");
  private static final Field<Integer> MEDIAN = percentile("0.5").as("median");
  private static final Field<Integer> P90 = percentile("0.9").as("p90");

  private static Field<Integer> percentile(String share) {
    return percentileDisc(new BigDecimal(share)).withinGroupOrderBy(MINUTES).cast(Integer.class);
  }

  /** The companies that the viewer can see, by their names in order. */
  Map<Long, String> companies(Tx tx) {
    Map<Long, String> names = new LinkedHashMap<>();
    tx.sql()
        .select(ORGANISATION.ID, ORGANISATION.NAME)
        .from(ORGANISATION)
        .where(ORGANISATION.SIDE.eq(Side.COMPANY))
        .orderBy(ORGANISATION.NAME, ORGANISATION.ID)
        .forEach(row -> names.put(row.value1(), row.value2()));
    return names;
  }

  /**
   * One statement, however many companies: of each and of all together, whatever the category and
   * the part, and by either.
   */
  List<Figure> count(Tx tx, Measure measure, Period period, Collection<Long> companies) {
    Select<?> rows = RowStore.of(measure, Span.of(period, companies));
    Result<?> counted =
        tx.sql()
            .select(COMPANY, CATEGORY, PART, OF_ALL, ANY_CATEGORY, ANY_PART)
            .select(ABOVE, BELOW, MEDIAN, P90)
            .from(rows.asTable("counted_row"))
            .crossJoin(filed(measure.isUrgent()))
            .where(measure.isUrgent() ? condition(MARK) : DSL.noCondition())
            .groupBy(
                groupingSets(
                    List.of(),
                    List.of(COMPANY),
                    List.of(CATEGORY),
                    List.of(COMPANY, CATEGORY),
                    List.of(PART),
                    List.of(COMPANY, PART)))
            .fetch();
    return counted.stream()
        .filter(each -> each.get(ANY_PART) == 1 || !each.get(PART).isEmpty())
        .map(each -> toFigure(measure, each))
        .filter(each -> each.numerator() > 0 || each.denominator() > 0)
        .toList();
  }

  private static Figure toFigure(Measure measure, Record r) {
    boolean ofAllParts = r.get(ANY_PART) == 1;
    return new Figure(
        new Figure.Key(
            measure,
            r.get(OF_ALL) == 1 ? OptionalLong.empty() : OptionalLong.of(r.get(COMPANY)),
            r.get(ANY_CATEGORY) == 1 ? "" : r.get(CATEGORY),
            ofAllParts ? "" : r.get(PART)),
        r.get(ABOVE),
        measure.isShare() && ofAllParts ? r.get(BELOW) : 0,
        optional(r.get(MEDIAN)),
        optional(r.get(P90)));
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** What a row's item is filed under, and whether that is urgent where it is asked. */
  private static Table<?> filed(boolean urgent) {
    return urgent
        ? RowStore.beside(
            FILED,
            DSL.select(ITEM.CATEGORY_CODE.as("category"), URGENCY.MARK.as("mark"))
                .from(ITEM)
                .join(REQUEST)
                .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
                .join(URGENCY)
                .on(URGENCY.RULE_SET_ID.eq(REQUEST.RULE_SET_ID))
                .and(URGENCY.CODE.eq(ITEM.URGENCY_CODE))
                .where(ITEM.ID.eq(ITEM_ID)))
        : RowStore.beside(
            FILED,
            DSL.select(ITEM.CATEGORY_CODE.as("category")).from(ITEM).where(ITEM.ID.eq(ITEM_ID)));
  }

  /** Some of the rows behind a figure, in the order of their items. */
  List<FigureRow> list(
      Tx tx,
      FigureRows which,
      Collection<Long> companies,
      Optional<FigureRow.Place> after,
      int most) {
    Select<?> rows = RowStore.of(which.measure(), Span.of(which.period(), companies));
    var item =
        RowStore.beside(
            "item_of",
            DSL.select(
                    REQUEST.NUMBER,
                    ITEM.ORDINAL,
                    PLATFORM.NAME,
                    ITEM.CATEGORY_CODE,
                    REQUEST.RULE_SET_ID,
                    URGENCY.MARK)
                .from(ITEM)
                .join(REQUEST)
                .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
                .join(PLATFORM)
                .on(PLATFORM.ID.eq(ITEM.PLATFORM_ID))
                .join(URGENCY)
                .on(URGENCY.RULE_SET_ID.eq(REQUEST.RULE_SET_ID))
                .and(URGENCY.CODE.eq(ITEM.URGENCY_CODE))
                .where(ITEM.ID.eq(ITEM_ID)));
    return tx.sql()
        .select(ITEM_ID, KEY, PART, COUNTED, MINUTES, AT)
        .select(item.fields())
        .from(rows.asTable("counted_row"))
        .crossJoin(item)
        .where(
            which.measure().isUrgent() ? condition(field(item, URGENCY.MARK)) : DSL.noCondition(),
            which.category().isEmpty()
                ? DSL.noCondition()
                : field(item, ITEM.CATEGORY_CODE).eq(which.category()),
            which.part().isEmpty() ? DSL.noCondition() : PART.eq(which.part()),
            which.counted().map(FigureStore::counted).orElseGet(DSL::noCondition),
            after
                .<Condition>map(place -> row(ITEM_ID, KEY).gt(row(place.item(), place.key())))
                .orElseGet(DSL::noCondition))
        .orderBy(ITEM_ID, KEY)
        .limit(most)
        .fetch(
            r ->
                new FigureRow(
                    new FigureRow.Place(r.get(ITEM_ID), r.get(KEY)),
                    r.get(field(item, REQUEST.NUMBER)),
                    r.get(field(item, ITEM.ORDINAL)),
                    r.get(field(item, PLATFORM.NAME)),
                    r.get(field(item, ITEM.CATEGORY_CODE)),
                    r.get(field(item, REQUEST.RULE_SET_ID)),
                    r.get(PART),
                    r.get(COUNTED),
                    optional(r.get(MINUTES)),
                    r.get(AT)));
  }

  private static <T> Field<T> field(Table<?> of, Field<T> column) {
    return Objects.requireNonNull(of.field(column));
  }

  private static Condition counted(boolean above) {
    return above ? condition(COUNTED) : DSL.not(condition(COUNTED));
  }

  /**
   * The first week that can be counted: the first that began when rows of events said where items
   * stood. Those of an older portal do not.
   */
  Optional<Week> firstWeek(Tx tx) {
    Condition told = EVENT_ITEM.DUE_AFTER.isNotNull();
    Optional<Instant> oldest = first(tx, told);
    Optional<Instant> first = first(tx, told.and(EVENT_ITEM.STANDING_AFTER.isNotNull()));
    return first.map(Week::containing).map(week -> oldest.equals(first) ? week : week.next());
  }

  private static Optional<Instant> first(Tx tx, Condition which) {
    return tx.sql()
        .select(EVENT_ITEM.AT)
        .from(EVENT_ITEM)
        .where(which)
        .orderBy(EVENT_ITEM.EVENT_ID)
        .limit(1)
        .fetchOptional(EVENT_ITEM.AT);
  }

  /** Whether the week was not frozen before; whoever comes at the same time waits here. */
  boolean begin(Tx tx, Week week, boolean late) {
    return tx.sql()
            .insertInto(STATUS_WEEK)
            .set(STATUS_WEEK.CODE, week.code())
            .set(STATUS_WEEK.FROM_AT, week.from())
            .set(STATUS_WEEK.TO_AT, week.to())
            .set(STATUS_WEEK.FROZEN_AT, tx.now())
            .set(STATUS_WEEK.LATE, late)
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

  /** The weeks that are frozen, the newest first. */
  List<FrozenWeek> frozen(Tx tx, int most) {
    return tx.sql()
        .select(STATUS_WEEK.CODE, STATUS_WEEK.FROZEN_AT, STATUS_WEEK.LATE)
        .from(STATUS_WEEK)
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

  /** What was kept of a week, as far as the viewer may see it. */
  List<Figure> kept(Tx tx, Week week) {
    return tx.sql()
        .select(FIGURE.fields())
        .from(FIGURE)
        .where(FIGURE.WEEK.eq(week.code()))
        .fetch(FigureStore::toFigure);
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
        .fetch(FigureStore::toFigure);
  }

  /** Of one company, or of all together, in these weeks: of one category, or whatever it is. */
  Map<String, List<Figure>> kept(
      Tx tx, OptionalLong company, String category, Collection<Week> weeks) {
    return tx.sql()
        .select(FIGURE.fields())
        .from(FIGURE)
        .where(
            FIGURE.WEEK.eq(DSL.any(weeks.stream().map(Week::code).toArray(String[]::new))),
            company.isPresent()
                ? FIGURE.COMPANY_ID.eq(company.getAsLong())
                : FIGURE.COMPANY_ID.isNull(),
            FIGURE.CATEGORY.eq(category))
        .fetchGroups(FIGURE.WEEK, FigureStore::toFigure);
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
        optional(r.get(FIGURE.MEDIAN_MINUTES)),
        optional(r.get(FIGURE.P90_MINUTES)));
  }
}
