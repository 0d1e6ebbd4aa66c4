package id.narahubung.letters;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.rules.Category;
import id.narahubung.rules.Fine;
import id.narahubung.rules.Fine.CompanyScale;
import id.narahubung.rules.LetterStage;
import id.narahubung.rules.Term;
import id.narahubung.text.Label;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The sum of a fine, and what its lines say. */
final class FineGivenTest {

  private static final Label LABEL = new Label("denda", "fine");

  @Property(tries = 300)
  void a_fine_is_within_its_ceiling_and_says_so_exactly_when_that_cut_it(
      @ForAll @LongRange(min = 1, max = 500_000_000) long base,
      @ForAll @IntRange(min = 1, max = 10_000) int category,
      @ForAll @IntRange(min = 1, max = 10_000) int scale,
      @ForAll @IntRange(min = 1, max = 10_000) int letter) {
    FineGiven fine =
        FineGiven.reckoned(
            new Fine(Optional.of(base), 500_000_000, true, LABEL, List.of()),
            new Category("04", "ordinary", LABEL, List.of(), Optional.empty(), category, false),
            Optional.of(new CompanyScale("any", scale, LABEL)),
            new LetterStage(
                "ST2", 2, Duration.ZERO, new Term.AsOrdered(), true, letter, true, LABEL, LABEL));
    double exact = base * (category / 100.0) * (scale / 100.0) * (letter / 100.0);
    assertThat(fine.perItem()).isBetween(0L, 500_000_000L).isLessThanOrEqualTo((long) exact + 1);
    assertThat(fine.sum().orElseThrow().isCut(fine.perItem())).isEqualTo(exact >= 500_000_001);
  }

  @Property(tries = 300)
  void an_amount_is_read_as_people_write_it(
      @ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long amount) {
    String grouped = String.format(java.util.Locale.ROOT, "%,d", amount);
    for (String typed :
        List.of(
            Long.toString(amount),
            grouped,
            grouped.replace(',', '.'),
            "Rp " + grouped.replace(',', '.') + ",-",
            "rp" + amount)) {
      assertThat(Amounts.read(typed)).as(typed).contains(amount);
    }
  }

  @Test
  void what_is_no_amount_is_none() {
    for (String typed : List.of("", "lima juta", "5.00", "-5", "5,5", "1".repeat(16))) {
      assertThat(Amounts.read(typed)).as(typed).isEmpty();
    }
  }
}
