package id.narahubung.accounts;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import id.narahubung.access.RuleBroken;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Passwords as Argon2id hashes, in the strength OWASP names: 19 MiB, two passes, one lane. */
public final class Passwords {

  static final int LEAST_LENGTH = 12;
  static final int MOST_LENGTH = 200;

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;

  private final RandomGenerator random;
  private final String nobodys;

  public Passwords(RandomGenerator random) {
    this.random = random;
    this.nobodys = hash(Token.fresh(random));
  }

  /** Checks a password; where there is no account it takes as long, and is never right. */
  boolean matches(String typed, Optional<String> hash) {
    boolean right =
        Argon2Function.getInstanceFromHash(hash.orElse(nobodys))
            .check(shortened(typed), hash.orElse(nobodys));
    return right && hash.isPresent();
  }

  /** The hash of a new password. Refused when it is too short to be one. */
  public String hashNew(String typed) {
    if (typed.codePointCount(0, typed.length()) < LEAST_LENGTH) {
      throw new RuleBroken("account.password_too_short", LEAST_LENGTH);
    }
    if (typed.length() > MOST_LENGTH) {
      throw new RuleBroken("account.password_too_long", MOST_LENGTH);
    }
    return hash(typed);
  }

  private String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return ARGON2
        .hash(password.getBytes(java.nio.charset.StandardCharsets.UTF_8), salt)
        .getResult();
  }

  /** Nobody has a longer one, and hashing megabytes would be a way to keep us busy. */
  private static String shortened(String typed) {
    return typed.substring(0, Math.min(typed.length(), MOST_LENGTH + 1));
  }
}
