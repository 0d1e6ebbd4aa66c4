package id.narahubung.rules;

import static id.narahubung.db.Tables.ANSWER_FIELD;
import static id.narahubung.db.Tables.ANSWER_TYPE;
import static id.narahubung.db.Tables.CATEGORY;
import static id.narahubung.db.Tables.CATEGORY_LEGAL_BASIS;
import static id.narahubung.db.Tables.CATEGORY_STANDARD;
import static id.narahubung.db.Tables.CHECKLIST_ENTRY;
import static id.narahubung.db.Tables.CHECK_METHOD;
import static id.narahubung.db.Tables.COMMITMENT_FIELD;
import static id.narahubung.db.Tables.COMMITMENT_KIND;
import static id.narahubung.db.Tables.COMPANY_SCALE;
import static id.narahubung.db.Tables.DECISION_KIND;
import static id.narahubung.db.Tables.FINE;
import static id.narahubung.db.Tables.FULFILMENT;
import static id.narahubung.db.Tables.HOLIDAY;
import static id.narahubung.db.Tables.LEGAL_BASIS;
import static id.narahubung.db.Tables.LETTER_STAGE;
import static id.narahubung.db.Tables.MEASURE;
import static id.narahubung.db.Tables.REFUSAL_GROUND;
import static id.narahubung.db.Tables.REQUIREMENT;
import static id.narahubung.db.Tables.ROLE_LOAN;
import static id.narahubung.db.Tables.RULE_AUTHOR;
import static id.narahubung.db.Tables.RULE_RELEASE;
import static id.narahubung.db.Tables.RULE_SET;
import static id.narahubung.db.Tables.URGENCY;
import static org.jooq.impl.DSL.select;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Stale;
import id.narahubung.data.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes drafts of rules. What was released PostgreSQL refuses to change, whoever asks. */
public final class RuleDraftStore {

  /** Every table of a set, each behind those it names. */
  private static final List<Table<?>> TABLES =
      List.of(
          URGENCY,
          CATEGORY,
          LEGAL_BASIS,
          CATEGORY_LEGAL_BASIS,
          MEASURE,
          CATEGORY_STANDARD,
          ANSWER_TYPE,
          ANSWER_FIELD,
          REFUSAL_GROUND,
          FULFILMENT,
          REQUIREMENT,
          LETTER_STAGE,
          FINE,
          COMPANY_SCALE,
          CHECK_METHOD,
          COMMITMENT_KIND,
          COMMITMENT_FIELD,
          CHECKLIST_ENTRY,
          DECISION_KIND,
          HOLIDAY);

  /** Copies a version into a new draft and gives its id. */
  long copy(Tx tx, RuleVersion from, String version) {
    Map<Field<?>, Object> head = new LinkedHashMap<>();
    head.put(RULE_SET.VERSION, DSL.val(version));
    head.put(RULE_SET.BASED_ON, DSL.val(from.id()));
    head.put(RULE_SET.IN_FORCE_FROM, DSL.castNull(RULE_SET.IN_FORCE_FROM));
    head.put(RULE_SET.REVISION, DSL.val(1));
    List<Field<?>> fields =
        Arrays.stream(RULE_SET.fields()).filter(each -> !each.equals(RULE_SET.ID)).toList();
    long id =
        tx.sql()
            .insertInto(RULE_SET)
            .columns(fields)
            .select(
                DSL.select(fields.stream().map(each -> instead(head, each)).toList())
                    .from(RULE_SET)
                    .where(RULE_SET.ID.eq(from.id())))
            .returningResult(RULE_SET.ID)
            .fetchSingle()
            .value1();
    sign(tx, id);
    for (Table<?> table : TABLES) {
      Field<Long> set = set(table);
      List<Field<?>> columns = List.of(table.fields());
      tx.sql()
          .insertInto(table)
          .columns(columns)
          .select(
              DSL.select(
                      columns.stream()
                          .<Field<?>>map(each -> each.equals(set) ? DSL.val(id) : each)
                          .toList())
                  .from(table)
                  .where(set.eq(from.id())))
          .execute();
    }
    return id;
  }

  private static Field<?> instead(Map<Field<?>, Object> values, Field<?> column) {
    return values.get(column) instanceof Field<?> value ? value : column;
  }

  /**
   * Locks a draft for a change of one row, and counts the change. What is no draft is not found.
   */
  void change(Tx tx, long id) {
    int changed =
        tx.sql()
            .update(RULE_SET)
            .set(RULE_SET.REVISION, RULE_SET.REVISION.plus(1))
            .where(RULE_SET.ID.eq(id), RULE_SET.IN_FORCE_FROM.isNull())
            .execute();
    if (changed == 0) {
      throw new NotFound("draft of rules " + id);
    }
    sign(tx, id);
  }

  /** Whoever writes in a draft signs it first: PostgreSQL takes no row of anybody else. */
  private static void sign(Tx tx, long id) {
    tx.sql()
        .insertInto(RULE_AUTHOR, RULE_AUTHOR.RULE_SET_ID, RULE_AUTHOR.PERSON_ID)
        .values(id, tx.person().personId())
        .onConflictDoNothing()
        .execute();
  }

  boolean isAuthor(Tx tx, long id) {
    return tx.sql()
        .fetchExists(
            RULE_AUTHOR,
            RULE_AUTHOR.RULE_SET_ID.eq(id),
            RULE_AUTHOR.PERSON_ID.eq(tx.person().personId()));
  }

  /** Whether who lent the viewer the role that this act goes by had a hand in it. */
  boolean isLendersOwn(Tx tx, long id) {
    return tx.person()
        .lentFor(Permission.RELEASE_RULES)
        .filter(
            lent ->
                tx.sql()
                    .fetchExists(
                        select(RULE_AUTHOR.PERSON_ID)
                            .from(RULE_AUTHOR)
                            .join(ROLE_LOAN)
                            .on(ROLE_LOAN.LENDER_ID.eq(RULE_AUTHOR.PERSON_ID))
                            .where(RULE_AUTHOR.RULE_SET_ID.eq(id), ROLE_LOAN.ID.eq(lent.loan()))))
        .isPresent();
  }

  /** Writes a row; one of its name gets the new cells. */
  void put(Tx tx, long id, Row row) {
    Map<Field<?>, @Nullable Object> values = values(row);
    if (row.section() == Section.GENERAL) {
      tx.sql().update(RULE_SET).set(values).where(RULE_SET.ID.eq(id)).execute();
      return;
    }
    Table<?> table = table(row.section());
    List<Field<?>> keys = new ArrayList<>(List.of(set(table)));
    row.section().keys().forEach(key -> keys.add(field(table, key.name())));
    Map<Field<?>, @Nullable Object> born = new LinkedHashMap<>(values);
    born.put(set(table), id);
    if (row.section().isOrdered()) {
      born.put(order(table), last(tx, table, id) + 1);
    }
    tx.sql().insertInto(table).set(born).onConflict(keys).doUpdate().set(values).execute();
    putNamed(tx, id, row);
  }

  private static int last(Tx tx, Table<?> table, long id) {
    return tx.sql()
        .select(DSL.coalesce(DSL.max(order(table)), 0))
        .from(table)
        .where(set(table).eq(id))
        .fetchSingle()
        .value1();
  }

  /** The cells that name several rows are rows of their own. */
  private static void putNamed(Tx tx, long id, Row row) {
    if (row.section() == Section.CATEGORIES) {
      tx.sql()
          .deleteFrom(CATEGORY_LEGAL_BASIS)
          .where(named(CATEGORY_LEGAL_BASIS, id, row))
          .execute();
      for (String basis : row.codes("bases")) {
        tx.sql().insertInto(CATEGORY_LEGAL_BASIS).values(id, row.key(), basis).execute();
      }
    }
    if (row.section() == Section.MEASURES) {
      tx.sql().deleteFrom(FULFILMENT).where(named(FULFILMENT, id, row)).execute();
      for (Extent extent : List.of(Extent.FULLY, Extent.PARTLY)) {
        String name = extent.name().toLowerCase(java.util.Locale.ROOT);
        for (String answer : row.codes(name)) {
          tx.sql().insertInto(FULFILMENT).values(id, row.key(), answer, name).execute();
        }
      }
    }
  }

  private static Condition named(Table<?> table, long id, Row row) {
    Field<String> code =
        table.equals(FULFILMENT) ? FULFILMENT.MEASURE_CODE : CATEGORY_LEGAL_BASIS.CATEGORY_CODE;
    return set(table).eq(id).and(code.eq(row.key()));
  }

  /** Puts the rows of a section into this order. */
  void order(Tx tx, long id, Section section, List<Row> rows) {
    Table<?> table = table(section);
    List<Query> updates = new ArrayList<>();
    for (Row row : rows) {
      updates.add(
          tx.sql()
              .update(table)
              .set(order(table), updates.size() + 1)
              .where(set(table).eq(id), isRow(table, row)));
    }
    tx.sql().batch(updates).execute();
  }

  /** Takes a row out, and what belongs to it. */
  void remove(Tx tx, long id, Row row) {
    for (Section owned : Section.values()) {
      if (owned.isOwnedBy(row.section())) {
        Column key = owned.keys().getFirst();
        Table<?> table = table(owned);
        tx.sql()
            .deleteFrom(table)
            .where(set(table).eq(id), equals(field(table, key.name()), row.key()))
            .execute();
      }
    }
    switch (row.section()) {
      case CATEGORIES ->
          tx.sql()
              .deleteFrom(CATEGORY_LEGAL_BASIS)
              .where(named(CATEGORY_LEGAL_BASIS, id, row))
              .execute();
      case MEASURES -> tx.sql().deleteFrom(FULFILMENT).where(named(FULFILMENT, id, row)).execute();
      case FINE ->
          tx.sql().deleteFrom(COMPANY_SCALE).where(COMPANY_SCALE.RULE_SET_ID.eq(id)).execute();
      default -> {}
    }
    Table<?> table = table(row.section());
    tx.sql().deleteFrom(table).where(set(table).eq(id), isRow(table, row)).execute();
  }

  /** Puts a draft into force; it must be as it was read. */
  void release(Tx tx, long id, int revision, long event, Instant from) {
    tx.sql()
        .insertInto(RULE_RELEASE)
        .set(RULE_RELEASE.RULE_SET_ID, id)
        .set(RULE_RELEASE.PERSON_ID, tx.person().personId())
        .set(RULE_RELEASE.EVENT_ID, event)
        .set(RULE_RELEASE.RELEASED_AT, tx.now())
        .execute();
    requireOne(
        tx.sql()
            .update(RULE_SET)
            .set(RULE_SET.IN_FORCE_FROM, from)
            .where(RULE_SET.ID.eq(id), RULE_SET.REVISION.eq(revision))
            .and(RULE_SET.IN_FORCE_FROM.isNull())
            .execute());
  }

  /** Removes a draft that must be as it was read; who wrote it goes with it. */
  void discard(Tx tx, long id, int revision) {
    requireOne(
        tx.sql()
            .update(RULE_SET)
            .set(RULE_SET.REVISION, RULE_SET.REVISION.plus(1))
            .where(RULE_SET.ID.eq(id), RULE_SET.REVISION.eq(revision))
            .and(RULE_SET.IN_FORCE_FROM.isNull())
            .execute());
    sign(tx, id);
    for (Table<?> table : TABLES.reversed()) {
      tx.sql().deleteFrom(table).where(set(table).eq(id)).execute();
    }
    tx.sql().deleteFrom(RULE_SET).where(RULE_SET.ID.eq(id)).execute();
  }

  private static void requireOne(int changed) {
    if (changed == 0) {
      throw new Stale("rules");
    }
  }

  private static Condition isRow(Table<?> table, Row row) {
    return DSL.and(
        row.section().keys().stream()
            .map(key -> equals(field(table, key.name()), row.cell(key.name())))
            .toList());
  }

  private static <T> Condition equals(Field<T> field, String cell) {
    return field.eq(DSL.val((Object) cell, field));
  }

  /** Its own cells as the columns take them; those that name several rows stand elsewhere. */
  private static Map<Field<?>, @Nullable Object> values(Row row) {
    Table<?> table = table(row.section());
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    for (Column column : row.section().columns()) {
      if (column.type() != Column.Type.REFS) {
        column.cells().forEach(cell -> values.put(field(table, cell), value(column, row, cell)));
      }
    }
    return values;
  }

  private static @Nullable Object value(Column column, Row row, String cell) {
    if (column.type() == Column.Type.SPANS) {
      return row.codes(cell).stream().map(Integer::valueOf).toArray(Integer[]::new);
    }
    String held = row.cell(cell);
    return held.isEmpty() && column.type() != Column.Type.OPTIONS ? null : held;
  }

  private static Field<Long> set(Table<?> table) {
    return Objects.requireNonNull(table.field("rule_set_id", Long.class));
  }

  /** Where a row stands in its section; the younger tables call it a position. */
  private static Field<Integer> order(Table<?> table) {
    Field<Integer> position = table.field("position", Integer.class);
    return position == null
        ? Objects.requireNonNull(table.field("ordinal", Integer.class))
        : position;
  }

  private static Field<?> field(Table<?> table, String name) {
    Field<?> found = table.field(name);
    if (found == null) {
      throw new IllegalStateException(table + " has no column " + name);
    }
    return found;
  }

  private static Table<?> table(Section section) {
    return switch (section) {
      case GENERAL -> RULE_SET;
      case URGENCIES -> URGENCY;
      case CATEGORIES -> CATEGORY;
      case STANDARDS -> CATEGORY_STANDARD;
      case MEASURES -> MEASURE;
      case ANSWERS -> ANSWER_TYPE;
      case FIELDS -> ANSWER_FIELD;
      case GROUNDS -> REFUSAL_GROUND;
      case BASES -> LEGAL_BASIS;
      case REQUIREMENTS -> REQUIREMENT;
      case LETTERS -> LETTER_STAGE;
      case FINE -> FINE;
      case SCALES -> COMPANY_SCALE;
      case METHODS -> CHECK_METHOD;
      case COMMITMENTS -> COMMITMENT_KIND;
      case COMMITMENT_FIELDS -> COMMITMENT_FIELD;
      case CHECKLISTS -> CHECKLIST_ENTRY;
      case DECISIONS -> DECISION_KIND;
      case HOLIDAYS -> HOLIDAY;
    };
  }
}
