package id.narahubung.rules;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.rules.Fine.CompanyScale;
import id.narahubung.text.Label;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FineTest {

  private static final Label LABEL = new Label("nama", "name");

  @Test
  void category_company_and_letter_each_multiply_the_base() {
    assertThat(fine(10_000_000).proposed(category(200), scale(50), letter(300)))
        .hasValue(30_000_000);
    assertThat(fine(10_000_000).proposed(category(100), Optional.empty(), letter(100)))
        .hasValue(10_000_000);
  }

  @Test
  void the_ceiling_holds_however_large_the_product() {
    assertThat(fine(500_000_000).proposed(category(10_000), scale(10_000), letter(10_000)))
        .hasValue(500_000_000);
  }

  @Test
  void part_of_a_rupiah_is_left_out() {
    assertThat(fine(1).proposed(category(150), scale(100), letter(100))).hasValue(1);
  }

  @Test
  void a_letter_without_a_fine_proposes_none() {
    LetterStage warning =
        new LetterStage(
            "ST1", 1, Duration.ZERO, new Term.AsOrdered(), false, 100, false, LABEL, LABEL);
    assertThat(fine(10_000_000).proposed(category(100), Optional.empty(), warning)).isEmpty();
  }

  private static Fine fine(long base) {
    return new Fine(Optional.of(base), 500_000_000, true, LABEL, List.of());
  }

  private static Category category(int percent) {
    return new Category("04", "ordinary", LABEL, List.of(), Optional.empty(), percent, false);
  }

  private static Optional<CompanyScale> scale(int percent) {
    return Optional.of(new CompanyScale("any", percent, LABEL));
  }

  private static LetterStage letter(int percent) {
    return new LetterStage(
        "ST2", 2, Duration.ZERO, new Term.AsOrdered(), true, percent, true, LABEL, LABEL);
  }
}
