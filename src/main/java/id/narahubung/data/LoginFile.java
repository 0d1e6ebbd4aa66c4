package id.narahubung.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * The logins of an embedded server as {@code login.properties} keeps them: random passwords, made
 * at the first start.
 */
record LoginFile(int port, String servingPassword, String ownerPassword, String superuserPassword) {

  static final String DATABASE = "narahubung";

  private static final int PASSWORD_BYTES = 24;

  static LoginFile fresh(SecureRandom random) {
    return new LoginFile(0, password(random), password(random), password(random));
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  static Optional<LoginFile> read(Path file) throws IOException {
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LoginFile(
              Integer.parseInt(value(kept, "port")),
              value(kept, "password"),
              value(kept, "migratePassword"),
              value(kept, "postgresPassword")));
    } catch (IllegalArgumentException e) {
      throw new CannotStart(file + " is damaged: put back the copy of a backup.", e);
    }
  }

  private static String value(Properties kept, String key) {
    String value = kept.getProperty(key, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }

  void write(Path file) throws IOException {
    Logins logins = logins();
    DataFolder.writeSecret(
        file,
        """
        # The logins of the embedded server, written at each start. Lost, the data cannot be reached.
        url=%s
        port=%d
        user=%s
        password=%s
        migrateUser=%s
        migratePassword=%s
        postgresPassword=%s
        """
            .formatted(
                logins.serving().url(),
                port,
                logins.serving().user(),
                servingPassword,
                logins.owner().user(),
                ownerPassword,
                superuserPassword));
  }

  LoginFile on(int otherPort) {
    return new LoginFile(otherPort, servingPassword, ownerPassword, superuserPassword);
  }

  Logins logins() {
    return new Logins(
        new Login(url(DATABASE), "narahubung", servingPassword),
        new Login(url(DATABASE), "narahubung_owner", ownerPassword));
  }

  Login superuser() {
    return new Login(url("postgres"), "postgres", superuserPassword);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public String toString() {
    return "logins on port " + port;
  }
}
