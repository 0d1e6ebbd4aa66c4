package id.narahubung.accounts;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes sure that the person signed in is the one at the keyboard, before what cannot be undone.
 * Refused when the password is wrong, and for a time after too many tries: they count with those at
 * the door, so that an open session is no better place to guess than the door.
 */
public final class ConfirmPassword {

  /** The refusals that are about the password's field. */
  public static final String WRONG = "password.wrong";

  public static final String WAIT = "password.wait";

  private final Database db;
  private final PersonStore persons;
  private final SlowDown slowDown;
  private final Passwords passwords;

  public ConfirmPassword(
      Database db, PersonStore persons, SignInFailureStore failures, Passwords passwords) {
    this.db = db;
    this.persons = persons;
    this.slowDown = new SlowDown(failures);
    this.passwords = passwords;
  }

  /**
   * Opens transactions of its own, since the hashing between them takes long.
   *
   * @param source where the try comes from
   */
  public void run(PersonViewer person, String typed, String source) {
    Account known = db.as(person, tx -> persons.fetch(tx, person.personId()));
    Optional<Duration> still = db.as(SystemViewer.SIGN_IN, tx -> tried(tx, known, source));
    if (still.isPresent()) {
      throw new RuleBroken(WAIT, Math.max(1, (still.get().toSeconds() + 59) / 60));
    }
    if (!passwords.matches(typed, known.passwordHash())) {
      throw new RuleBroken(WRONG);
    }
    db.run(SystemViewer.SIGN_IN, tx -> slowDown.forgive(tx, known.email(), source));
  }

  /** Counts the try before it is known to be wrong; how long to wait where nothing is checked. */
  private Optional<Duration> tried(Tx tx, Account known, String source) {
    Optional<Instant> until = slowDown.waiting(tx, known.email(), source);
    if (until.isEmpty()) {
      slowDown.count(tx, known.email(), source);
    }
    return until.map(at -> Duration.between(tx.now(), at));
  }
}
