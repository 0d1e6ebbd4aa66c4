package id.narahubung.data;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.testing.Golden;
import id.narahubung.testing.InstalledPostgres;
import id.narahubung.testing.TestDatabase;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SchemaTest {

  /** Tables that every viewer may read whole, and why. */
  private static final Map<String, String> UNWALLED = new LinkedHashMap<>();

  static {
    UNWALLED.put("watched_host", "names of public sites, read by the ministry, written by nobody");
    UNWALLED.put("flyway_schema_history", "numbers of migrations, asked for by the look at health");
  }

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  @Test
  void the_schema_is_the_one_in_the_listing() throws Exception {
    Golden.check("db/schema.txt", listing(db.owner()));
  }

  @Test
  void every_installed_postgresql_makes_the_same_schema() throws Exception {
    for (Path bin : InstalledPostgres.installed()) {
      try (InstalledPostgres server = InstalledPostgres.start(bin);
          Connection superuser = server.server().superuser("postgres")) {
        String url = server.server().url("narahubung");
        Logins logins =
            new Logins(
                new Login(url, "narahubung", "serving"),
                new Login(url, "narahubung_owner", "owner"));
        logins.make(superuser, "narahubung");

        assertThat(Schema.migrate(logins.owner())).isPositive();
        assertThat(Schema.migrate(logins.owner())).as("a second time").isZero();
        assertThat(listing(logins.owner())).as("made by %s", bin).isEqualTo(listing(db.owner()));
      }
    }
  }

  @Test
  void neither_login_is_above_the_wall() {
    assertThat(
            db.rows(
                "select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit"
                    + " from pg_roles where rolname in ('narahubung', 'narahubung_owner')"
                    + " order by rolname"))
        .containsExactly("narahubung|f|f|f|f|f", "narahubung_owner|f|f|f|f|t");
  }

  @Test
  void the_serving_login_owns_nothing() {
    assertThat(
            db.rows(
                "select classid::regclass, objid from pg_shdepend"
                    + " where refobjid = 'narahubung'::regrole and deptype = 'o'"))
        .isEmpty();
    assertThat(
            db.rows(
                "select distinct relowner::regrole from pg_class where relkind = 'r'"
                    + " and relnamespace = 'public'::regnamespace"))
        .containsExactly("narahubung_owner");
  }

  @Test
  void the_serving_login_sees_nothing_before_it_says_for_whom() throws Exception {
    try (Connection serving = TestDatabase.connect(db.serving());
        Statement sql = serving.createStatement()) {
      for (String table :
          db.rows(
              "select relname from pg_class where relkind = 'r'"
                  + " and relnamespace = 'public'::regnamespace")) {
        assertThat(refusal(sql, "select from " + table)).as(table).contains("permission denied");
      }
    }
  }

  @Test
  void every_table_without_a_wall_has_its_reason() {
    assertThat(
            db.rows(
                "select relname from pg_class where relkind in ('r', 'p') and not relrowsecurity"
                    + " and relnamespace = 'public'::regnamespace"))
        .containsExactlyInAnyOrderElementsOf(UNWALLED.keySet());
  }

  @Test
  void no_side_may_write_a_table_without_a_wall() {
    assertThat(
            db.rows(
                "select c.relname, a.grantee::regrole, a.privilege_type from pg_class c,"
                    + " aclexplode(c.relacl) a where c.relkind = 'r' and not c.relrowsecurity"
                    + " and c.relnamespace = 'public'::regnamespace"
                    + " and a.grantee <> c.relowner and a.privilege_type <> 'SELECT'"))
        .isEmpty();
  }

  @Test
  void every_walled_table_has_a_policy() {
    assertThat(
            db.rows(
                "select relname from pg_class c where relrowsecurity"
                    + " and not exists (select from pg_policy p where p.polrelid = c.oid)"))
        .isEmpty();
  }

  @Test
  void no_policy_serves_two_sides() {
    assertThat(
            db.rows(
                "select polrelid::regclass, polname from pg_policy"
                    + " where cardinality(polroles) <> 1 or 0 = any (polroles)"))
        .isEmpty();
  }

  @Test
  void every_view_looks_with_the_eyes_of_its_reader() {
    assertThat(
            db.rows(
                "select relname from pg_class where relkind = 'v'"
                    + " and relnamespace = 'public'::regnamespace"
                    + " and not coalesce('security_invoker=true' = any (reloptions), false)"))
        .isEmpty();
    assertThat(db.rows("select matviewname from pg_matviews where schemaname = 'public'"))
        .as("a materialized view knows no wall")
        .isEmpty();
  }

  @Test
  void every_function_of_the_owner_keeps_to_its_own_names() {
    assertThat(
            db.rows(
                "select oid::regprocedure from pg_proc where prosecdef"
                    + " and pronamespace = 'public'::regnamespace"
                    + " and not coalesce(array_to_string(proconfig, ',') like '%search_path=%', false)"))
        .isEmpty();
  }

  private static String refusal(Statement sql, String query) {
    try {
      sql.execute(query);
      return "";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String listing(Login owner) throws Exception {
    List<String> lines = new ArrayList<>();
    try (InputStream in = SchemaTest.class.getResourceAsStream("/schema-listing.sql");
        Connection connection = TestDatabase.connect(owner);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
      while (rows.next()) {
        boolean heading = rows.getInt(2) == 0;
        String blank = heading && !lines.isEmpty() ? "\n" : "";
        lines.add(blank + (heading ? "" : "  ") + rows.getString(4) + "\n");
      }
    }
    return String.join("", lines);
  }
}
