package id.narahubung;

import id.narahubung.data.Login;
import id.narahubung.data.LoginStore;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What at the start looks wrong, a line each, beginning with what is to be changed. Nothing here
 * stops the start: what cannot work at all does that by itself.
 */
final class SelfCheck {

  /** Due times are reckoned in minutes; the clocks of servers are seldom a second apart. */
  private static final Duration MOST_SKEW = Duration.ofSeconds(2);

  /** Uploads of 25 MB rest on the disk until they are stored. */
  private static final long LEAST_BYTES = 1_000_000_000;

  private static final int LEAST_LENGTH = 12;
  private static final Set<String> KNOWN =
      Set.of("narahubung", "password", "postgres", "changeme", "secret", "admin", "rahasia");

  private final Config config;
  private final List<String> said = new ArrayList<>();

  private SelfCheck(Config config) {
    this.config = config;
  }

  /**
   * @param now by the clock that due times are reckoned with
   * @param demonstration whether the demonstration's accounts are in the database
   */
  static List<String> of(
      Config config, LoginStore.Told server, Instant now, boolean demonstration) {
    SelfCheck check = new SelfCheck(config);
    check.clock(server.now(), now);
    check.login(server);
    if (config.isOpen()) {
      check.open(demonstration);
    }
    check.disk("DATA", config.data().toAbsolutePath());
    check.disk("java.io.tmpdir", Path.of(System.getProperty("java.io.tmpdir")));
    return List.copyOf(check.said);
  }

  private void clock(Instant there, Instant here) {
    Duration skew = Duration.between(there, here);
    if (skew.abs().compareTo(MOST_SKEW) > 0) {
      String way = skew.isNegative() ? "behind" : "ahead of";
      say(
          "clock: this machine is %d s %s the database's: due times would be wrong, keep both right"
              .formatted(skew.abs().toSeconds(), way));
    }
  }

  private void login(LoginStore.Told server) {
    if (server.passesTheWall()) {
      say(
          "DATABASE_USER: is a superuser or has 'bypassrls': the wall between companies does not"
              + " hold for it");
    }
  }

  /** What matters once others can reach the portal. */
  private void open(boolean demonstration) {
    if (!"https".equals(config.publicUrl().getScheme())) {
      say(
          "PUBLIC_URL: people reach the portal without TLS, passwords can be read on the way: put a"
              + " proxy with a certificate in front");
    } else if (config.trustedProxies().isEmpty()) {
      say("TRUSTED_PROXY: is not set: every sign-in seems to come from the proxy");
    }
    if (config.mail().server().isEmpty()) {
      say("SMTP_HOST: is not set: no mail leaves");
    }
    if (demonstration) {
      say("DEMONSTRATION: its accounts can sign in: use a database of your own");
    }
    password("DATABASE_PASSWORD", config.database());
    password("MIGRATE_PASSWORD", config.owner());
    if (config.owner().isPresent()
        && config.owner().map(Login::password).equals(config.database().map(Login::password))) {
      say("MIGRATE_PASSWORD: is the same as DATABASE_PASSWORD");
    }
  }

  private void password(String name, Optional<Login> login) {
    login
        .filter(SelfCheck::isEasy)
        .ifPresent(
            easy ->
                say(
                    "%s: is empty, well known or shorter than %d characters"
                        .formatted(name, LEAST_LENGTH)));
  }

  private static boolean isEasy(Login login) {
    String password = login.password().toLowerCase(Locale.ROOT);
    return password.length() < LEAST_LENGTH
        || password.equals(login.user().toLowerCase(Locale.ROOT))
        || KNOWN.stream().anyMatch(known -> password.replaceAll("[^a-z]", "").equals(known));
  }

  private void disk(String name, Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      FileStore disk = Files.getFileStore(there);
      if (disk.getUsableSpace() < LEAST_BYTES) {
        say(
            "%s: only %d MB are left on its disk"
                .formatted(name, disk.getUsableSpace() / 1_000_000));
      }
    } catch (IOException e) {
      say("%s: its disk cannot be read".formatted(name));
    }
  }

  private void say(String line) {
    said.add(line);
  }
}
