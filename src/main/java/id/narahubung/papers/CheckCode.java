package id.narahubung.papers;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The code printed on an order: 80 random bits in an alphabet without look-alikes. Read kindly – in
 * any case, with or without hyphens, O for 0 and I or L for 1.
 */
final class CheckCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;

  private CheckCode() {}

  static String next(RandomGenerator random) {
    StringBuilder code = new StringBuilder();
    for (int at = 0; at < LENGTH; at++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** '7K2M-…': in fours, as it is printed. */
  static String printed(String code) {
    return code.replaceAll("(.{4})(?!$)", "$1-");
  }

  /** The code that was typed; none where it cannot be one. */
  static Optional<String> read(String typed) {
    String code =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean good = code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return good ? Optional.of(code) : Optional.empty();
  }
}
