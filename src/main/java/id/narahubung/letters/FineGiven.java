package id.narahubung.letters;

import id.narahubung.access.RuleBroken;
import id.narahubung.rules.Category;
import id.narahubung.rules.Fine;
import id.narahubung.rules.Fine.CompanyScale;
import id.narahubung.rules.LetterStage;
import id.narahubung.rules.RuleSet;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The fine of one item in a letter, in rupiah, and how it was reckoned.
 *
 * @param sum empty where whoever signed wrote the sum
 */
public record FineGiven(long perItem, Optional<Sum> sum) {

  /**
   * The factors, in per cent of what stands before.
   *
   * @param scale the code of the company's size, where it matters
   */
  public record Sum(
      long base, int categoryPercent, Optional<String> scale, int scalePercent, int letterPercent) {

    /** Whether the ceiling cut the product off. */
    public boolean isCut(long perItem) {
      return BigInteger.valueOf(base)
              .multiply(BigInteger.valueOf(categoryPercent))
              .multiply(BigInteger.valueOf(scalePercent))
              .multiply(BigInteger.valueOf(letterPercent))
              .divide(BigInteger.valueOf(1_000_000))
              .compareTo(BigInteger.valueOf(perItem))
          > 0;
    }
  }

  /**
   * The fine of a letter by its rule set: reckoned where that has a base amount, else as written.
   * Empty where the stage or the set has none.
   *
   * @throws RuleBroken where the company's size is wanted and missing, or the sum is none that may
   *     be
   */
  static Optional<FineGiven> of(
      RuleSet rules,
      Category category,
      LetterStage stage,
      Optional<String> scale,
      Optional<Long> written) {
    if (rules.warnings().fine().isEmpty() || !stage.fined()) {
      return Optional.empty();
    }
    Fine fine = rules.warnings().fine().get();
    if (fine.base().isEmpty()) {
      long sum =
          written
              .filter(each -> each >= 1 && each <= fine.most())
              .orElseThrow(() -> new RuleBroken("letter.refused.fine", fine.most()));
      return Optional.of(new FineGiven(sum, Optional.empty()));
    }
    Optional<CompanyScale> size =
        scale.flatMap(
            code -> fine.scales().stream().filter(each -> each.code().equals(code)).findFirst());
    if (size.isEmpty() && !fine.scales().isEmpty()) {
      throw new RuleBroken("letter.refused.scale");
    }
    // Factors far below one leave nothing of a small base: then nothing is owed.
    return Optional.of(reckoned(fine, category, size, stage)).filter(each -> each.perItem() > 0);
  }

  /** By the rule set's base amount, which it must have. */
  static FineGiven reckoned(
      Fine fine, Category category, Optional<CompanyScale> size, LetterStage stage) {
    return new FineGiven(
        fine.proposed(category, size, stage).orElseThrow(),
        Optional.of(
            new Sum(
                fine.base().orElseThrow(),
                category.finePercent(),
                size.map(CompanyScale::code),
                size.map(CompanyScale::percent).orElse(100),
                stage.finePercent())));
  }
}
