package id.narahubung.accounts;

import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Signs a person in by mail address and password, in two transactions: the hashing between them
 * takes long, and must not hold a connection. An unknown address runs through the same steps.
 */
public final class SignIn {

  private final PersonStore persons;
  private final SlowDown slowDown;
  private final Sessions sessions;
  private final KeptForms kept;
  private final Passwords passwords;
  private final Ledger ledger;
  private final Supplier<UUID> acts;

  public SignIn(
      PersonStore persons,
      SignInFailureStore failures,
      Sessions sessions,
      KeptForms kept,
      Passwords passwords,
      Ledger ledger,
      Supplier<UUID> acts) {
    this.persons = persons;
    this.slowDown = new SlowDown(failures);
    this.sessions = sessions;
    this.kept = kept;
    this.passwords = passwords;
    this.ledger = ledger;
    this.acts = acts;
  }

  /** What was typed, and where it came from; the old token is the cookie's, empty without one. */
  public record Credentials(
      String email, String password, String source, String agent, String oldToken) {}

  /**
   * A try that was counted. With an instant in it nothing is to be checked: the answer is to wait.
   */
  public record Attempt(Optional<Account> account, Optional<Instant> waitUntil) {}

  /** A session just begun; whether a form of the last one waits for it. */
  public record Begun(String token, boolean formKept) {}

  /** First transaction: counts the try as failed, unless one has to wait. */
  public Attempt begin(Tx tx, Credentials typed) {
    Optional<Instant> wait = slowDown.waiting(tx, typed.email(), typed.source());
    if (wait.isPresent()) {
      return new Attempt(Optional.empty(), wait);
    }
    Optional<Account> account = persons.find(tx, typed.email()).filter(Account::active);
    if (slowDown.count(tx, typed.email(), typed.source())) {
      Act slowed = Act.of(acts.get(), EventKind.SLOWED_DOWN, "system", Share.MINISTRY);
      ledger.add(tx, account.map(a -> slowed.with("person", a.id())).orElse(slowed));
    }
    return new Attempt(account, Optional.empty());
  }

  /** Outside any transaction: whether the password is right. */
  public boolean isRight(Attempt attempt, Credentials typed) {
    return passwords.matches(typed.password(), attempt.account().flatMap(Account::passwordHash));
  }

  /** Second transaction: begins the session of the person whose password was right. */
  public Begun run(Tx tx, Account account, Credentials typed) {
    slowDown.forgive(tx, account.email(), typed.source());
    return begin(tx, account, typed.agent(), typed.oldToken());
  }

  /** Begins a session for a person who proved who they are, here or by a one-time link. */
  Begun begin(Tx tx, Account account, String agent, String oldToken) {
    String token = sessions.begin(tx, account.id(), agent);
    ledger.add(tx.signedBy(account.viewer()), ownAct(account, acts.get(), EventKind.SIGNED_IN));
    boolean formKept = !oldToken.isEmpty() && kept.handOver(tx, account.id(), oldToken, token);
    if (!oldToken.isEmpty()) {
      sessions.forget(tx, account.id(), oldToken);
    }
    return new Begun(token, formKept);
  }

  /** An act on one's own account: only the own side reads of it. */
  static Act ownAct(Account account, UUID id, EventKind kind) {
    Act act =
        Act.of(id, kind, account.signature(), Share.only(account.side()))
            .with("person", account.id());
    return account.side() == Side.COMPANY ? act.behind(account.organisationId()) : act;
  }
}
