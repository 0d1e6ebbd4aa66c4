package id.narahubung.figures;

import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.EVENT_ITEM;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.LETTER;
import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.REQUEST;
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
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.percentileDisc;
import static org.jooq.impl.DSL.row;

import id.narahubung.access.Side;
import id.narahubung.data.Fence;
import id.narahubung.data.Tx;
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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record6;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Counts rows, and lists them. */
final class FigureStore {

  private static final int FETCHED_AT_ONCE = 1_000;

  private static final String FILED = "filed";
  private static final Field<String> CATEGORY = DSL.field(name(FILED, "category"), String.class);
  private static final Field<Boolean> MARK = DSL.field(name(FILED, "mark"), Boolean.class);

  private static final Field<Integer> OF_ALL = grouping(COMPANY).as("of_all");
  private static final Field<Integer> ANY_CATEGORY = grouping(CATEGORY).as("any_category");
  private static final Field<Integer> ANY_PART = grouping(PART).as("any_part");

  /** Of all rows, and of the urgent ones where they are a measure of their own. */
  private static final Numbers ALL = new Numbers("", DSL.noCondition());

  private static final Numbers URGENT = new Numbers("urgent_", condition(MARK));

  /** What is told of some of the rows. */
  private record Numbers(
      Field<Integer> above, Field<Integer> below, Field<Integer> median, Field<Integer> p90) {

    Numbers(String name, Condition which) {
      this(
          DSL.count().filterWhere(which.and(condition(COUNTED))).as(name + "above"),
          DSL.count().filterWhere(which).as(name + "below"),
          percentile("0.5", which).as(name + "median"),
          percentile("0.9", which).as(name + "p90"));
    }

    private static Field<Integer> percentile(String share, Condition which) {
      return percentileDisc(new BigDecimal(share))
          .withinGroupOrderBy(MINUTES)
          .filterWhere(which)
          .cast(Integer.class);
    }

    List<Field<?>> fields() {
      return List.of(above, below, median, p90);
    }
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
   * the part, and by either. What is urgent of it is counted by the same statement.
   */
  List<Figure> count(Tx tx, Measure measure, Period period, Collection<Long> companies) {
    Optional<Measure> urgent = measure.urgent();
    Result<?> counted =
        tx.sql()
            .select(COMPANY, CATEGORY, PART, OF_ALL, ANY_CATEGORY, ANY_PART)
            .select(ALL.fields())
            .select(urgent.isPresent() ? URGENT.fields() : List.of())
            .from(RowStore.of(measure, Span.of(period, companies)).asTable("counted_row"))
            .crossJoin(filed(measure, urgent.isPresent()))
            .groupBy(
                groupingSets(
                    List.of(),
                    List.of(COMPANY),
                    List.of(CATEGORY),
                    List.of(COMPANY, CATEGORY),
                    List.of(PART),
                    List.of(COMPANY, PART)))
            .fetch();
    return Stream.concat(
            figures(measure, ALL, counted),
            urgent.stream().flatMap(each -> figures(each, URGENT, counted)))
        .toList();
  }

  private static Stream<Figure> figures(Measure measure, Numbers numbers, Result<?> counted) {
    return counted.stream()
        .filter(each -> each.get(ANY_PART) == 1 || !each.get(PART).isEmpty())
        .filter(each -> each.get(ANY_CATEGORY) == 1 || !each.get(CATEGORY).isEmpty())
        .map(each -> toFigure(measure, numbers, each))
        .filter(each -> each.numerator() > 0 || each.denominator() > 0);
  }

  /**
   * Of one category the parts of a measure: of these companies together.
   *
   * @param company whose figures they are called
   */
  List<Figure> countParts(
      Tx tx,
      Measure measure,
      Period period,
      Collection<Long> companies,
      OptionalLong company,
      String category) {
    return tx.sql()
        .select(PART, ALL.above())
        .from(RowStore.of(measure, Span.of(period, companies)).asTable("counted_row"))
        .crossJoin(filed(measure, measure.isUrgent()))
        .where(
            CATEGORY.eq(category),
            PART.ne(""),
            condition(COUNTED),
            measure.isUrgent() ? condition(MARK) : DSL.noCondition())
        .groupBy(PART)
        .fetch(
            r ->
                new Figure(
                    new Figure.Key(measure, company, category, r.value1()),
                    r.value2(),
                    0,
                    OptionalInt.empty(),
                    OptionalInt.empty()));
  }

  private static Figure toFigure(Measure measure, Numbers numbers, Record r) {
    boolean ofAllParts = r.get(ANY_PART) == 1;
    return new Figure(
        new Figure.Key(
            measure,
            r.get(OF_ALL) == 1 ? OptionalLong.empty() : OptionalLong.of(r.get(COMPANY)),
            r.get(ANY_CATEGORY) == 1 ? "" : r.get(CATEGORY),
            ofAllParts ? "" : r.get(PART)),
        r.get(numbers.above()),
        measure.isShare() && ofAllParts ? r.get(numbers.below()) : 0,
        optional(r.get(numbers.median())),
        optional(r.get(numbers.p90())));
  }

  static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** What a row's item is filed under, and, where that is asked, whether it is urgent. */
  private static Table<?> filed(Measure measure, boolean marked) {
    if (!measure.isOfItems()) {
      return DSL.select(inline("").as("category")).asTable(FILED);
    }
    return marked
        ? Fence.beside(
            FILED,
            DSL.select(ITEM.CATEGORY_CODE.as("category"), URGENCY.MARK.as("mark"))
                .from(ITEM)
                .join(REQUEST)
                .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
                .join(URGENCY)
                .on(URGENCY.RULE_SET_ID.eq(REQUEST.RULE_SET_ID))
                .and(URGENCY.CODE.eq(ITEM.URGENCY_CODE))
                .where(ITEM.ID.eq(ITEM_ID)))
        : Fence.beside(
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
    return rows(tx, which, companies)
        .and(
            after
                .<Condition>map(place -> row(ITEM_ID, KEY).gt(row(place.item(), place.key())))
                .orElseGet(DSL::noCondition))
        .orderBy(ITEM_ID, KEY)
        .limit(most)
        .fetch(each -> toRow(which, each));
  }

  /** All of them, one by one: however many, one statement finds them and few are held. */
  void each(Tx tx, FigureRows which, Collection<Long> companies, Consumer<FigureRow> consumer) {
    try (Cursor<Record> cursor =
        rows(tx, which, companies).orderBy(ITEM_ID, KEY).fetchSize(FETCHED_AT_ONCE).fetchLazy()) {
      cursor.forEach(each -> consumer.accept(toRow(which, each)));
    }
  }

  /**
   * All are found before they are put in order: to have a few in order PostgreSQL would walk all
   * items there are, and ask of each.
   */
  private static SelectConditionStep<Record> rows(
      Tx tx, FigureRows which, Collection<Long> companies) {
    Table<?> rows =
        Fence.whole(
            "counted_row",
            DSL.selectFrom(
                RowStore.of(which.measure(), Span.of(which.period(), companies))
                    .asTable("every_row")));
    Table<?> item = of(which.measure());
    return tx.sql()
        .select(List.of(ITEM_ID, KEY, PART, COUNTED, MINUTES, AT))
        .select(item.fields())
        .from(rows)
        .crossJoin(item)
        .where(
            which.measure().isUrgent() ? condition(field(item, URGENCY.MARK)) : DSL.noCondition(),
            which.category().isEmpty()
                ? DSL.noCondition()
                : field(item, ITEM.CATEGORY_CODE).eq(which.category()),
            which.part().isEmpty() ? DSL.noCondition() : PART.eq(which.part()),
            which.counted().map(FigureStore::counted).orElseGet(DSL::noCondition));
  }

  private static FigureRow toRow(FigureRows which, Record r) {
    Table<?> item = of(which.measure());
    return new FigureRow(
        new FigureRow.Place(r.get(ITEM_ID), r.get(KEY)),
        which.measure().subject(),
        r.get(field(item, REQUEST.NUMBER)),
        r.get(field(item, ITEM.ORDINAL)),
        r.get(field(item, PLATFORM.NAME)),
        r.get(field(item, ITEM.CATEGORY_CODE)),
        r.get(field(item, REQUEST.RULE_SET_ID)),
        r.get(PART),
        r.get(COUNTED),
        optional(r.get(MINUTES)),
        r.get(AT));
  }

  /** What a row is about: the same columns of an item, a commitment or a letter. */
  private static Table<Record6<String, Integer, String, String, Long, Boolean>> of(
      Measure measure) {
    return switch (measure.subject()) {
      case ITEM -> item();
      case COMMITMENT -> commitment();
      case LETTER -> letter();
    };
  }

  /** Of each row its item's number and order, and what it is filed under. */
  private static Table<Record6<String, Integer, String, String, Long, Boolean>> item() {
    return Fence.beside(
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
  }

  /** Of each row its commitment's number, which stands by itself, under the same names. */
  private static Table<Record6<String, Integer, String, String, Long, Boolean>> commitment() {
    return Fence.beside(
        "item_of",
        DSL.select(
                COMMITMENT.NUMBER,
                inline(0).as(ITEM.ORDINAL),
                PLATFORM.NAME,
                inline("").as(ITEM.CATEGORY_CODE),
                COMMITMENT.RULE_SET_ID,
                inline(false).as(URGENCY.MARK))
            .from(COMMITMENT)
            .join(PLATFORM)
            .on(PLATFORM.ID.eq(COMMITMENT.PLATFORM_ID))
            .where(COMMITMENT.ID.eq(ITEM_ID)));
  }

  /** Likewise of each row its letter's number. */
  private static Table<Record6<String, Integer, String, String, Long, Boolean>> letter() {
    return Fence.beside(
        "item_of",
        DSL.select(
                LETTER.NUMBER,
                inline(0).as(ITEM.ORDINAL),
                PLATFORM.NAME,
                inline("").as(ITEM.CATEGORY_CODE),
                LETTER.RULE_SET_ID,
                inline(false).as(URGENCY.MARK))
            .from(LETTER)
            .join(REQUEST)
            .on(REQUEST.ID.eq(LETTER.REQUEST_ID))
            .join(PLATFORM)
            .on(PLATFORM.ID.eq(REQUEST.PLATFORM_ID))
            .where(LETTER.ID.eq(ITEM_ID)));
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
}
