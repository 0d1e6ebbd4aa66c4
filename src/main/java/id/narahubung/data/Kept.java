package id.narahubung.data;

import static java.time.ZoneOffset.UTC;

import id.narahubung.access.Viewer.PersonViewer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A query that jOOQ writes once and not for each page: its text is kept for each of its shapes (the
 * filters that are set, the standings asked for), and later only its values are sent. Writing ten
 * statements anew took two fifths of a page's time.
 *
 * <p>Whatever may differ within a shape stands in the query as a {@link #value} with a name; the
 * instant, the person and the organisation of the transaction need not be given ({@link #now}). A
 * value without a name would be kept for everybody: such a query is refused when it is written.
 */
public final class Kept {

  private static final String PREFIX = ":kept_";
  private static final Pattern VALUE = Pattern.compile(PREFIX + "(\\w+)");
  private static final String NOW = "now";
  private static final String PERSON = "person";
  private static final String ORGANISATION = "organisation";

  private static final DSLContext WRITER =
      DSL.using(
          SQLDialect.POSTGRES,
          new Settings().withRenderSchema(false).withRenderNamedParamPrefix(PREFIX));

  private final Map<Shape, Written> written = new ConcurrentHashMap<>();

  /**
   * What two statements that are written alike have in common. Roles share none: PostgreSQL plans a
   * prepared statement anew each time another role than before sends it, for its policies are part
   * of the plan, and both sides are served by the same connections.
   */
  private record Shape(String role, Object told, Set<String> values) {}

  private record Written(String text, List<String> names, List<Field<?>> fields) {}

  /** A value of a query: its name in {@link #fetch}, and what it is this time. */
  public static <T> Param<T> value(String name, T value) {
    return DSL.param(name, value);
  }

  /** The transaction's instant. */
  public static Param<Instant> now(Tx tx) {
    return value(NOW, tx.now());
  }

  /** The person who looks. */
  public static Param<Long> person(Tx tx) {
    return value(PERSON, tx.person().personId());
  }

  /** The organisation of who looks. */
  public static Param<Long> organisation(Tx tx) {
    return value(ORGANISATION, tx.person().organisationId());
  }

  /** The rows of a query that differs by its values only. */
  public <R extends Record> Result<R> fetch(
      Tx tx, Map<String, ?> values, Supplier<? extends Select<R>> query) {
    return fetch(tx, "", values, query);
  }

  /**
   * The rows of a query.
   *
   * @param shape equal for what is written alike, as far as the names of the values do not tell; of
   *     few kinds, for each is kept
   * @param query asked for once a shape: what its fields are read by is kept, too, so that no field
   *     may hold anything of this transaction; names its columns, for an asterisk is no field
   */
  // A row read by these fields is of the class that jOOQ makes for so many of them.
  @SuppressWarnings("unchecked")
  public <R extends Record> Result<R> fetch(
      Tx tx, Object shape, Map<String, ?> values, Supplier<? extends Select<R>> query) {
    Map<String, Object> all = new HashMap<>(values);
    all.put(NOW, tx.now());
    if (tx.viewer() instanceof PersonViewer person) {
      all.put(PERSON, person.personId());
      all.put(ORGANISATION, person.organisationId());
    }
    String role = Database.role(tx.viewer());
    Shape whole = new Shape(role, shape, Set.copyOf(all.keySet()));
    Written known = written.get(whole);
    if (known == null) {
      known = write(role, query.get(), all);
      written.put(whole, known);
    }
    return (Result<R>) run(tx, known, all);
  }

  /** Also looks whether the query means the values that it is given. */
  private static Written write(String role, Select<?> query, Map<String, Object> values) {
    query.getParams().values().stream()
        .filter(param -> !param.isInline() && param.getValue() != null)
        .forEach(param -> requireSame(param, values));
    String named = WRITER.renderNamedParams(query);
    List<String> names = new ArrayList<>();
    Matcher places = VALUE.matcher(named);
    while (places.find()) {
      names.add(places.group(1));
    }
    return new Written(
        VALUE.matcher(named).replaceAll("?") + " -- " + role,
        List.copyOf(names),
        query.$select().stream().<Field<?>>map(each -> (Field<?>) each).toList());
  }

  private static void requireSame(Param<?> param, Map<String, Object> values) {
    String name = param.getParamName();
    if (name == null || !Objects.deepEquals(param.getValue(), values.get(name))) {
      throw new IllegalArgumentException("a value that is not given by its name: " + name);
    }
  }

  private static Result<Record> run(Tx tx, Written query, Map<String, Object> values) {
    return tx.sql()
        .connectionResult(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(query.text())) {
                int place = 1;
                for (String name : query.names()) {
                  bind(connection, statement, place++, values.get(name));
                }
                try (ResultSet rows = statement.executeQuery()) {
                  return tx.sql().fetch(rows, query.fields().toArray(Field<?>[]::new));
                }
              }
            });
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> throw new IllegalArgumentException("a value is missing");
      case Instant instant -> statement.setObject(place, instant.atOffset(UTC));
      case Long[] ids -> statement.setArray(place, connection.createArrayOf("bigint", ids));
      default -> statement.setObject(place, value);
    }
  }
}
