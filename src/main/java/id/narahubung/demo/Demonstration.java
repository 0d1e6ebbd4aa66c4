package id.narahubung.demo;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Login;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.PlatformStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The case of 2018 and a running one beside it, loaded into an empty database by the commands a
 * user has. Each step is done by the account that would do it, at its own day: the loader opens a
 * connection with a clock of its own, and the portal's stays the real one.
 */
public final class Demonstration {

  private static final String PASSWORD_FILE = "demonstration-passwords";

  private final Database db;
  private final Login serving;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Path file;
  private final boolean open;
  private final Ledger ledger = new Ledger();
  private final Accounts accounts;

  /**
   * For a portal's database.
   *
   * @param data the folder that keeps random passwords
   * @param open whether others than this machine reach the portal: then no password is a known one
   */
  public Demonstration(
      Database db,
      Login serving,
      InstantSource clock,
      SecureRandom random,
      Path data,
      boolean open) {
    this.db = db;
    this.serving = serving;
    this.clock = clock;
    this.random = random;
    this.file = data.resolve(PASSWORD_FILE);
    this.open = open;
    this.accounts = new Accounts(random, ledger, this::nextAct);
  }

  /** What a database holds of the demonstration. */
  public enum State {
    /** Not even an organisation. */
    EMPTY,
    /** The loading was broken off. */
    PARTLY,
    LOADED,
    /** Somebody's own organisations. */
    ANOTHERS
  }

  /** An account to try. */
  public record DemoAccount(Role role, String email, String password) {}

  /**
   * What to tell whoever started the portal.
   *
   * @param accounts with their first passwords; empty where a log is no place for them
   * @param passwords where random passwords are kept; none where they are the fixed ones
   */
  public record Told(List<DemoAccount> accounts, Optional<Path> passwords) {

    public Told {
      accounts = List.copyOf(accounts);
    }
  }

  public State state() {
    return db.as(
        SystemViewer.CONSOLE,
        tx -> {
          if (ledger.find(tx, Loader.LAST_ACT).isPresent()) {
            return State.LOADED;
          }
          if (ledger.find(tx, Loader.FIRST_ACT).isPresent()) {
            return State.PARTLY;
          }
          return new PlatformStore().organisations(tx).isEmpty() ? State.EMPTY : State.ANOTHERS;
        });
  }

  /** Loads it; the database must be empty. Takes some seconds. */
  public Told load() {
    Optional<Passphrases> kept = Passphrases.read(file);
    Passphrases passwords =
        kept.orElseGet(() -> open ? Passphrases.random(random) : Passphrases.fixed());
    if (open && kept.isEmpty()) {
      passwords.write(file);
    }
    LoaderClock own = new LoaderClock(clock.instant());
    try (Database loaders = Database.open(serving, 1, own)) {
      new Loader(loaders, own, ledger, accounts, passwords, this::nextAct).load();
    }
    return new Told(accounts(passwords), kept());
  }

  /** What to tell at a later start; known passwords are replaced once others reach the portal. */
  public Told reopen() {
    if (open && Passphrases.read(file).isEmpty()) {
      Passphrases fresh = Passphrases.random(random);
      for (Part part : Part.values()) {
        accounts.setPassword(db, part, fresh.of(part), nextAct());
      }
      // Last: broken off before, it begins again at the next start.
      fresh.write(file);
    }
    return open
        ? new Told(List.of(), kept())
        : new Told(accounts(Passphrases.read(file).orElseGet(Passphrases::fixed)), kept());
  }

  private Optional<Path> kept() {
    return Optional.of(file).filter(Files::exists);
  }

  private static List<DemoAccount> accounts(Passphrases passwords) {
    return Arrays.stream(Part.values())
        .map(part -> new DemoAccount(part.role(), part.email(), passwords.of(part)))
        .toList();
  }

  private UUID nextAct() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
