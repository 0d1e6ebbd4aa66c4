package id.narahubung.commitments;

import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Optional;

/** Values as people type and read them: '220', '95,5', '95.5', '5.000.000'. */
final class Quantity {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);
  private static final int DECIMALS = 4;

  private Quantity() {}

  /**
   * The value; empty where it is none. Groups of three behind a first one are thousands, by either
   * sign; any other comma or point is the decimal sign.
   */
  static Optional<BigDecimal> read(String typed) {
    String plain = typed.strip().replaceFirst("(?i)^(rp|idr)\\.?\\s*", "").replace(" ", "");
    if (plain.matches("\\d{1,3}([.,]\\d{3})+")) {
      plain = plain.replaceAll("[.,]", "");
    } else if (plain.matches("\\d{1,3}([.]\\d{3})+,\\d{1,4}")) {
      plain = plain.replace(".", "").replace(',', '.');
    } else if (plain.matches("\\d{1,16}([.,]\\d{1,4})?")) {
      plain = plain.replace(',', '.');
    } else {
      return Optional.empty();
    }
    return plain.length() > 22
        ? Optional.empty()
        : Optional.of(new BigDecimal(plain)).filter(value -> value.compareTo(MOST) <= 0);
  }

  /** '1.204,5' in Indonesian and '1,204.5' in English. */
  static String say(Words words, BigDecimal value) {
    NumberFormat format = NumberFormat.getNumberInstance(words.language().locale());
    format.setMaximumFractionDigits(DECIMALS);
    return format.format(value);
  }

  /** As it is put back into a form in either language. */
  static String typed(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString().replace('.', ',');
  }
}
