package id.narahubung.letters;

import java.util.Optional;

/** Amounts of rupiah as people type them: 'Rp 5.000.000', '5,000,000', '5000000'. */
final class Amounts {

  private Amounts() {}

  /** The whole rupiah; empty where it is no amount. */
  static Optional<Long> read(String typed) {
    String plain = typed.strip().replaceFirst("(?i)^(rp|idr)\\.?\\s*", "").replaceFirst(",-$", "");
    boolean grouped = plain.matches("\\d{1,3}([., ]\\d{3})+");
    if (!grouped && !plain.matches("\\d{1,15}")) {
      return Optional.empty();
    }
    String digits = plain.replaceAll("\\D", "");
    return digits.length() > 15 ? Optional.empty() : Optional.of(Long.valueOf(digits));
  }
}
