package id.narahubung.data;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;

/** What the server says of the login that serves, and of the time. */
public final class LoginStore {

  /**
   * The server's time, and whether the wall does not hold for the login: row-level security is not
   * for superusers.
   */
  public record Told(Instant now, boolean passesTheWall) {}

  public Told fetch(Tx tx) {
    return tx.sql()
        .select(
            field("clock_timestamp()", Instant.class),
            field("rolsuper or rolbypassrls", Boolean.class))
        .from(table(name("pg_roles")))
        .where(field("rolname = session_user", Boolean.class))
        .fetchSingle(row -> new Told(row.value1(), row.value2()));
  }
}
