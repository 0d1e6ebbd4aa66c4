package id.narahubung.data;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * PostgreSQL 18 in a folder, for who starts the portal without a database of their own. Durable and
 * behind passwords: the library beneath is made for tests and would be neither.
 */
public final class EmbeddedServer implements AutoCloseable {

  private final DataFolder folder;
  private final EmbeddedPostgres postgres;
  private final Logins logins;

  private EmbeddedServer(DataFolder folder, EmbeddedPostgres postgres, Logins logins) {
    this.folder = folder;
    this.postgres = postgres;
    this.logins = logins;
  }

  /**
   * Starts the server on its folder, the first time with a fresh one. A server that outlived a
   * killed portal is stopped first. Throws CannotStart when a portal runs there already.
   */
  public static EmbeddedServer start(Path data, SecureRandom random) {
    DataFolder folder = DataFolder.hold(data);
    try {
      Postmaster.of(folder.postgres()).ifPresent(Postmaster::stop);
      refuseLockedIn(folder);
      return start(folder, random);
    } catch (IOException | SQLException | RuntimeException e) {
      folder.close();
      throw e instanceof CannotStart known ? known : failed(folder, e);
    }
  }

  /** The logins of the server that runs on this folder now, for commands beside the portal. */
  public static Optional<Logins> running(Path data) {
    try {
      if (Files.notExists(data) || Postmaster.of(data.toRealPath().resolve("postgres")).isEmpty()) {
        return Optional.empty();
      }
      return LoginFile.read(data.resolve("login.properties")).map(LoginFile::logins);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedServer start(DataFolder folder, SecureRandom random)
      throws IOException, SQLException {
    LoginFile kept = keptOrFresh(folder, random);
    LoginFile login = kept.on(freePort(kept.port()));
    EmbeddedPostgres postgres = launch(folder, login);
    try (Connection superuser = connect(login.superuser())) {
      login.logins().make(superuser, LoginFile.DATABASE);
      login.write(folder.loginFile());
      Files.deleteIfExists(folder.firstPassword());
      return new EmbeddedServer(folder, postgres, login.logins());
    } catch (IOException | SQLException | RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  private static LoginFile keptOrFresh(DataFolder folder, SecureRandom random) throws IOException {
    Optional<LoginFile> kept = LoginFile.read(folder.loginFile());
    if (kept.isPresent()) {
      return kept.get();
    }
    if (Files.exists(folder.firstPassword())) {
      folder.forgetUnfinishedStart();
    } else if (Files.exists(folder.postgres())) {
      throw new CannotStart(
          "%s is there but %s is missing: put it back, or move the data away."
              .formatted(folder.postgres(), folder.loginFile()));
    }
    LoginFile fresh = LoginFile.fresh(random);
    DataFolder.writeSecret(folder.firstPassword(), fresh.superuserPassword() + "\n");
    return fresh;
  }

  private static EmbeddedPostgres launch(DataFolder folder, LoginFile login) throws IOException {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(folder.programs().toFile())
        .setDataDirectory(folder.postgres())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
        .setErrorRedirector(Redirect.appendTo(folder.log().toFile()))
        .setPort(login.port())
        .setConnectConfig("password", login.superuserPassword())
        // Asked of initdb, so that at no moment anybody comes in without a password.
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", folder.firstPassword().toString())
        // PostgreSQL's own locale: the same order of letters on every machine.
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "60")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        // The log names no statement and no row: either may hold personal data.
        .setServerConfig("log_min_error_statement", "panic")
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("log_checkpoints", "off")
        .start();
  }

  private static void refuseLockedIn(DataFolder folder) {
    if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
      throw new CannotStart(
          "PostgreSQL refuses to run as root and user namespaces are forbidden here: start as another"
              + " user who may write "
              + folder.postgres().getParent()
              + ", or name your own server in DATABASE_URL.");
    }
  }

  /** The port of last time, unless somebody else took it meanwhile. */
  private static int freePort(int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      return socket.getLocalPort();
    } catch (IOException e) {
      if (wanted == 0) {
        throw e;
      }
      return freePort(0);
    }
  }

  private static Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(login.url(), login.user(), login.password());
  }

  private static CannotStart failed(DataFolder folder, Exception cause) {
    return new CannotStart(
        "PostgreSQL did not start on %s; the last line of %s: %s"
            .formatted(
                folder.postgres(), folder.log(), folder.lastWords().orElse(cause.toString())),
        cause);
  }

  public Logins logins() {
    return logins;
  }

  /** Stops the server after a checkpoint and lets go of the folder. */
  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      folder.close();
    }
  }
}
