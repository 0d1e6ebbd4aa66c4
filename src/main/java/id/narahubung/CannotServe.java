package id.narahubung;

import id.narahubung.data.Login;
import java.sql.SQLException;
import java.util.Optional;

/** Why the portal cannot work with its database, in one line for the one who typed the command. */
final class CannotServe extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotServe(String line) {
    super(line, null, false, false);
  }

  static CannotServe notCurrent(Login login) {
    return new CannotServe(
        "the schema at "
            + login.url()
            + " is not current: set MIGRATE_USER and MIGRATE_PASSWORD, or run bin/migrate");
  }

  /** A role of the wall is not there, or the login that serves was not given it. */
  private static CannotServe lacksRole(Login login, SQLException e) {
    return new CannotServe(
        "a role of the wall is missing at "
            + login.url()
            + ": run db/roles.sql and the grant in the README as its administrator ("
            + firstLine(e)
            + ")");
  }

  /** A start was broken off while it loaded the demonstration. */
  static CannotServe halfLoaded(Login login) {
    return new CannotServe(
        "the demonstration at "
            + login.url()
            + " was loaded only in part: delete that database (the embedded one: the folder data),"
            + " and start again");
  }

  /** What the database said; anything else that went wrong is thrown on. */
  static RuntimeException because(Login login, RuntimeException e) {
    return sqlException(e)
        .<RuntimeException>map(
            sql -> {
              if (isRole(sql)) {
                return lacksRole(login, sql);
              }
              return isSchema(sql)
                  ? notCurrent(login)
                  : new CannotServe("the database does not serve " + login + ": " + firstLine(sql));
            })
        .orElse(e);
  }

  /** Why a migration did not run, whoever says so. */
  static CannotServe notMigrated(Login login, RuntimeException e) {
    if (because(login, e) instanceof CannotServe known) {
      return known;
    }
    return new CannotServe(
        "the schema at "
            + login.url()
            + " was not migrated: "
            + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
  }

  private static boolean isRole(SQLException e) {
    return firstLine(e).contains("role") && firstLine(e).contains("side_");
  }

  /** A table or grant that a migration would have made. */
  private static boolean isSchema(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("42") || state.startsWith("22");
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static Optional<SQLException> sqlException(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
