package id.narahubung.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The two logins of an installation: one serves and owns nothing, the other owns the schema and
 * migrates it. Neither is a superuser.
 */
public record Logins(Login serving, Login owner) {

  /**
   * Makes the roles of the wall, both logins and the empty database on a server, as its superuser.
   * Safe to repeat: what is there already is brought to the same state.
   */
  public void make(Connection superuser, String database) throws SQLException {
    try (Statement sql = superuser.createStatement()) {
      sql.execute(resource("/db/roles.sql"));
      makeLogin(sql, owner, "inherit");
      // Without 'inherit' the login may do nothing before the transaction says in whose name.
      makeLogin(sql, serving, "noinherit");
      sql.execute(
          "grant side_ministry, side_company, side_auditor, side_system, side_mail to "
              + serving.user());
      if (!exists(sql, "select from pg_database where datname = '" + database + "'")) {
        sql.execute("create database " + database + " owner " + owner.user());
      }
      sql.execute("revoke all on database " + database + " from public");
      sql.execute("grant connect on database " + database + " to " + serving.user());
    }
  }

  private static void makeLogin(Statement sql, Login login, String inherit) throws SQLException {
    if (!exists(sql, "select from pg_roles where rolname = '" + login.user() + "'")) {
      sql.execute("create role " + login.user());
    }
    sql.execute(
        "alter role %s login %s nosuperuser nocreatedb nocreaterole nobypassrls password '%s'"
            .formatted(login.user(), inherit, login.password()));
  }

  private static boolean exists(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      return rows.next();
    }
  }

  private static String resource(String path) {
    try (InputStream in = Logins.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
