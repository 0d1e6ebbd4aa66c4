package id.narahubung.demo;

import id.narahubung.data.DataFolder;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The accounts' passwords: fixed ones for this machine alone, random ones kept in a file. */
final class Passphrases {

  private static final int RANDOM_BYTES = 15;

  private final Map<Part, String> passwords;

  private Passphrases(Map<Part, String> passwords) {
    this.passwords = passwords;
  }

  /** Known to everybody who has read the manual. */
  static Passphrases fixed() {
    Map<Part, String> fixed = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      fixed.put(part, "peragaan-2018-" + part.local());
    }
    return new Passphrases(fixed);
  }

  static Passphrases random(SecureRandom random) {
    Map<Part, String> fresh = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      byte[] bytes = new byte[RANDOM_BYTES];
      random.nextBytes(bytes);
      fresh.put(part, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    return new Passphrases(fresh);
  }

  /** The random ones of an earlier start; none where they were never needed. */
  static Optional<Passphrases> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Part, String> passwords = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      String password = kept.getProperty(part.email());
      if (password == null) {
        return Optional.empty();
      }
      passwords.put(part, password);
    }
    return Optional.of(new Passphrases(passwords));
  }

  /** Whole or not at all, and readable by the owner alone. */
  void write(Path file) {
    StringBuilder lines = new StringBuilder();
    passwords.forEach(
        (part, password) -> lines.append(part.email()).append('=').append(password).append('\n'));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      DataFolder.writeSecret(file, lines.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String of(Part part) {
    String password = passwords.get(part);
    if (password == null) {
      throw new IllegalStateException("no password of " + part);
    }
    return password;
  }
}
