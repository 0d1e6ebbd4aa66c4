package id.narahubung.commitments;

import id.narahubung.text.Label;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Optional;

/** Values as people type and read them: '220', '95,5', '95.5', '5.000.000'. */
public final class Quantity {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);
  private static final int DECIMALS = 4;

  private Quantity() {}

  /**
   * The value; empty where it is none. Groups of three by one sign are thousands behind a first one
   * that is not zero, with the other sign before decimals; any other comma or point is the decimal
   * sign.
   */
  public static Optional<BigDecimal> read(String typed) {
    String plain = typed.strip().replaceFirst("(?i)^(rp|idr)\\.?\\s*", "").replace(" ", "");
    if (plain.matches("[1-9]\\d{0,2}(\\.\\d{3})+(,\\d{1,4})?")) {
      plain = plain.replace(".", "").replace(',', '.');
    } else if (plain.matches("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d{1,4})?")) {
      plain = plain.replace(",", "");
    } else if (plain.matches("\\d{1,16}([.,]\\d{1,4})?")) {
      plain = plain.replace(',', '.');
    } else {
      return Optional.empty();
    }
    return plain.length() > 22
        ? Optional.empty()
        : Optional.of(new BigDecimal(plain)).filter(value -> value.compareTo(MOST) <= 0);
  }

  /** Whether it is counted in per cent, as the rules name it: no more than all of it is had. */
  public static boolean isShare(Optional<Label> unit) {
    return unit.filter(each -> each.id().equals("persen")).isPresent();
  }

  /** '1.204,5' in Indonesian and '1,204.5' in English. */
  public static String say(Words words, BigDecimal value) {
    NumberFormat format = NumberFormat.getNumberInstance(words.language().locale());
    format.setMaximumFractionDigits(DECIMALS);
    return format.format(value);
  }

  /** '220 orang', 'Rp5.000.000'; the number alone where it has no unit. */
  public static String say(Words words, BigDecimal value, Optional<Label> unit) {
    String number = say(words, value);
    return unit.map(words::label)
        .map(each -> each.equals("Rp") ? each + number : number + " " + each)
        .orElse(number);
  }

  /** As it is put back into a form in either language; three decimals would read as thousands. */
  static String typed(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    BigDecimal said = plain.scale() == 3 ? plain.setScale(4) : plain;
    return said.toPlainString().replace('.', ',');
  }
}
