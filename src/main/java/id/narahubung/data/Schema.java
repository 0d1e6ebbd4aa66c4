package id.narahubung.data;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/** The schema, as the migrations inside the jar make it. */
public final class Schema {

  private static final String MIGRATIONS = "db/migrations";

  private Schema() {}

  /** Brings the schema up to date, as its owner. Several instances may call it at once. */
  public static int migrate(Login owner) {
    return migrate(owner, "latest");
  }

  /** The same as far as a migration, for what is tested of the next one. */
  static int migrate(Login owner, String last) {
    MigrateResult result = flyway(owner).target(last).load().migrate();
    return result.migrationsExecuted;
  }

  /** The number of the newest migration inside the jar. */
  static int newest() {
    return ClassPathFolder.read(MIGRATIONS).keySet().stream()
        .filter(name -> name.matches("V[0-9]+__.+\\.sql"))
        .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf('_'))))
        .max()
        .orElseThrow();
  }

  private static FluentConfiguration flyway(Login owner) {
    return Flyway.configure()
        .dataSource(owner.url(), owner.user(), owner.password())
        .locations("classpath:" + MIGRATIONS)
        .failOnMissingLocations(true)
        .loggers("slf4j");
  }
}
