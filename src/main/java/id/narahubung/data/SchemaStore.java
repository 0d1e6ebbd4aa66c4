package id.narahubung.data;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Optional;

/** Tells whether the schema is at least what this program was built for. */
public final class SchemaStore {

  private final int newest = Schema.newest();

  /** Looks at what was applied, as the login that serves. */
  public boolean isCurrent(Tx tx) {
    return applied(tx).filter(version -> version >= newest).isPresent();
  }

  private static Optional<Integer> applied(Tx tx) {
    return tx.sql()
        .select(field(name("version"), String.class))
        .from(table(name("flyway_schema_history")))
        .where(field(name("success"), Boolean.class))
        .and(field(name("version")).isNotNull())
        .orderBy(field(name("installed_rank")).desc())
        .limit(1)
        .fetchOptional(row -> Integer.parseInt(row.value1()));
  }
}
