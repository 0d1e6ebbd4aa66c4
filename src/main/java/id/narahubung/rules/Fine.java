package id.narahubung.rules;

import id.narahubung.text.Label;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a fine for one item comes to, in rupiah.
 *
 * @param base empty where the portal proposes no sum: whoever signs the letter writes one
 * @param most the ceiling for one item and one letter
 * @param addsUp whether the fines of several letters on an item are added up; else the latest takes
 *     the place of those before
 * @param scales what the size of a company makes of the base; empty where its size does not matter
 */
public record Fine(
    Optional<Long> base, long most, boolean addsUp, Label article, List<CompanyScale> scales) {

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  public Fine {
    scales = List.copyOf(scales);
  }

  /** How a company's size bears on its fines. */
  public record CompanyScale(String code, int percent, Label label) {}

  /**
   * The sum to propose for an item: the base times what category, company and letter make of it, in
   * whole rupiah, never above the ceiling.
   */
  public OptionalLong proposed(
      Category category, Optional<CompanyScale> scale, LetterStage letter) {
    if (base.isEmpty() || !letter.fined()) {
      return OptionalLong.empty();
    }
    BigInteger sum =
        BigInteger.valueOf(base.get())
            .multiply(BigInteger.valueOf(category.finePercent()))
            .multiply(BigInteger.valueOf(scale.map(CompanyScale::percent).orElse(100)))
            .multiply(BigInteger.valueOf(letter.finePercent()))
            .divide(HUNDRED.pow(3));
    return OptionalLong.of(sum.min(BigInteger.valueOf(most)).longValueExact());
  }
}
