package id.narahubung.data;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/** The schema, as the migrations inside the jar make it. */
public final class Schema {

  private Schema() {}

  /** Brings the schema up to date, as its owner. Several instances may call it at once. */
  public static int migrate(Login owner) {
    MigrateResult result = flyway(owner).load().migrate();
    return result.migrationsExecuted;
  }

  private static FluentConfiguration flyway(Login owner) {
    return Flyway.configure()
        .dataSource(owner.url(), owner.user(), owner.password())
        .locations("classpath:db/migrations")
        .failOnMissingLocations(true)
        .loggers("slf4j");
  }
}
