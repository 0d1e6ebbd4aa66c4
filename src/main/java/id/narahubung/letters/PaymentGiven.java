package id.narahubung.letters;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A payment as somebody tells of it.
 *
 * @param reference the treasury's number of the receipt (NTPN): sixteen letters and digits
 */
public record PaymentGiven(long amount, LocalDate paidOn, String reference) {

  /** Typed with spaces or in small letters, it is the same number. */
  public PaymentGiven {
    reference = reference.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  /** Refuses what cannot be a payment of this letter. */
  void check(Tx tx, Letter letter) {
    if (amount < 1 || amount > letter.left()) {
      throw new RuleBroken("letter.refused.amount", letter.left());
    }
    if (paidOn.isBefore(LocalDate.ofInstant(letter.sentAt(), Words.WIB))
        || paidOn.isAfter(LocalDate.ofInstant(tx.now(), Words.WIB))) {
      throw new RuleBroken("letter.refused.paid_on");
    }
    if (!reference.matches("[0-9A-Z]{16}")) {
      throw new RuleBroken("letter.refused.reference");
    }
  }
}
