import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.LambdaConverter;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/**
 * Generates the jOOQ classes from the migrations, applied to a real PostgreSQL: the schema has one
 * source. Skips the work when neither the migrations nor this program changed.
 *
 * <p>Arguments: the db folder, the folder to write to.
 */
final class GenerateJooq {

  private static final String PACKAGE = "id.narahubung.db";

  public static void main(String[] args) throws Exception {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    Path db = Path.of(args[0]);
    Path target = Path.of(args[1]);
    Path stamp = target.resolve("stamp.txt");
    String hash = hashOf(db);
    if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
      return;
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(Files.readString(db.resolve("roles.sql")));
      }
      Flyway.configure()
          .dataSource(server.getPostgresDatabase())
          .locations("filesystem:" + db.resolve("migrations"))
          .failOnMissingLocations(true)
          .load()
          .migrate();
      generate(server.getJdbcUrl("postgres", "postgres"), target);
    }
    Files.writeString(stamp, hash);
  }

  private static void generate(String url, Path target) throws Exception {
    Database database =
        new Database()
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withInputSchema("public")
            .withOutputSchemaToDefault(true)
            .withIncludes(".*")
            // Vectors are the database's own; the functions of pg_trgm stand in 'public', too.
            .withExcludes(
                "flyway_schema_history|refuse_.*|hold_.*|viewer_.*|search_.*|(request|message|statement|commitment_version|access_decision|verification_step|verification_result|minutes)\\.search|(item|verification_step|verification_entry)\\.joint"
                    + "|.*similarity.*|gin_.*|gtrgm.*|set_limit|show_limit|show_trgm")
            .withIncludeExcludeColumns(true)
            .withForcedTypes(
                new ForcedType()
                    .withName("INSTANT")
                    .withIncludeTypes("(?i:timestamptz|timestamp.*)"),
                // Only ever compared with another of them.
                new ForcedType().withName("BIGINT").withIncludeTypes("xid8"),
                stored(
                    "id.narahubung.access.Side",
                    "(organisation|person|person_role|role_loan|item_hold|notice|mail|mail_content|duty_setting|duty_shift)\\.side"),
                stored("id.narahubung.access.Side", "evidence\\.owner_side"),
                stored(
                    "id.narahubung.access.Side",
                    "commitment(_version|_signature|_refusal|_cancel|_cancel_taken_back|_owner)?\\.(of_side|proposed_by_side)"),
                stored("id.narahubung.commitments.CommitmentStage", "commitment\\.stage"),
                stored("id.narahubung.commitments.CommitmentSource", "commitment\\.source"),
                stored(
                    "id.narahubung.commitments.FindingResult",
                    "(commitment\\.last_result|commitment_finding\\.result)"),
                stored("id.narahubung.access.Side", "test_call\\.called_side"),
                stored("id.narahubung.access.Side", "minutes_signature\\.of_side"),
                stored("id.narahubung.roster.Place", "duty_shift\\.place"),
                stored("id.narahubung.access.Share", "evidence\\.request_side"),
                stored("id.narahubung.access.Share", "answer_draft\\.end_side"),
                stored("id.narahubung.access.Share", ".*\\.side"),
                stored("id.narahubung.access.Role", "(person_role|role_loan)\\.role"),
                stored("id.narahubung.requests.Stage", "request\\.stage"),
                stored("id.narahubung.addresses.ItemKind", "item\\.kind"),
                stored(
                    "id.narahubung.requests.Standing",
                    "(item\\.standing|event_item\\.standing_(before|after))"),
                stored("id.narahubung.requests.RequesterKind", "request\\.requester_kind"),
                stored("id.narahubung.requests.Origin", "request\\.origin"),
                stored("id.narahubung.requests.Scope", "request\\.scope"),
                stored("id.narahubung.requests.RoundCause", "item_round\\.cause"),
                stored(
                    "id.narahubung.requests.Surface",
                    "(item_check|verification_entry|verification_look)\\.surface"),
                stored("id.narahubung.requests.Verdict", "item_check\\.verdict"),
                stored(
                    "id.narahubung.requests.ObjectionOutcome",
                    "(objection_decision|decision_objection_end)\\.outcome"),
                stored(
                    "id.narahubung.letters.LetterOutcome", "letter_objection_decision\\.outcome"),
                stored("id.narahubung.requests.RulingOutcome", "ruling\\.outcome"),
                stored("id.narahubung.decisions.DecisionStage", "access_decision\\.stage"),
                stored("id.narahubung.decisions.Target.Kind", "decision_target\\.kind"),
                stored(
                    "id.narahubung.decisions.DecisionContent.Opinion", "decision_body\\.opinion"),
                stored(
                    "id.narahubung.decisions.CellState",
                    "(decision_cell\\.state|decision_cell\\.found|decision_waiver\\.found)"),
                stored("id.narahubung.decisions.ExecutionState", "decision_execution\\.state"),
                stored("id.narahubung.requests.AnswerDraft.State", "answer_draft\\.state"),
                stored("id.narahubung.verification.VerificationStage", "verification_step\\.stage"),
                stored(
                    "id.narahubung.verification.Entry.Verdict",
                    "verification_(entry|look)\\.verdict"),
                stored("id.narahubung.verification.Line.Kind", "verification_line\\.kind"),
                stored("id.narahubung.verification.Recorded.Answer", "verification_check\\.answer"),
                stored(
                    "id.narahubung.verification.VerificationOutcome",
                    "verification_result\\.result"),
                stored("id.narahubung.verification.FollowUp", "verification_result\\.follow_up"),
                stored("id.narahubung.evidence.FileKind", "stored_file\\.kind"),
                stored("id.narahubung.requests.Warning", "watched_host\\.kind"),
                stored("id.narahubung.rules.Holiday.Kind", "holiday\\.kind"),
                stored("id.narahubung.rules.AnswerClass", "(answer|answer_type)\\.class"));
    new GenerationTool()
        .run(
            new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withUrl(url).withUser("postgres").withPassword("postgres"))
                .withGenerator(
                    new Generator()
                        .withDatabase(database)
                        .withGenerate(
                            // A path from one row to many of its own table has no name of its own.
                            new Generate()
                                .withPojos(false)
                                .withDaos(false)
                                .withImplicitJoinPathsToMany(false))
                        .withTarget(
                            new Target()
                                .withPackageName(PACKAGE)
                                .withDirectory(target.toString()))));
  }

  /** An enum of ours, stored as its name in lower case and held by a check constraint. */
  private static ForcedType stored(String type, String columns) {
    return new ForcedType()
        .withUserType(type)
        .withLambdaConverter(
            new LambdaConverter()
                .withFrom(
                    "s -> s == null ? null : "
                        + type
                        + ".valueOf(s.toUpperCase(java.util.Locale.ROOT))")
                .withTo("e -> e == null ? null : e.name().toLowerCase(java.util.Locale.ROOT)"))
        .withIncludeExpression("(?i).*\\." + columns.toLowerCase(Locale.ROOT));
  }

  private static String hashOf(Path db) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : sources(db)) {
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> sources(Path db) throws IOException {
    try (Stream<Path> files = Files.walk(db)) {
      return files
          .filter(file -> file.toString().endsWith(".sql") || file.endsWith("GenerateJooq.java"))
          .sorted()
          .toList();
    }
  }
}
