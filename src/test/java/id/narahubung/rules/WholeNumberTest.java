package id.narahubung.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in the rules are typed with or without marks between thousands, and never guessed. */
final class WholeNumberTest {

  @Test
  void every_number_reads_back_plain_and_in_groups_of_three() {
    Random random = new Random(11);
    for (int n = 0; n < 500; n++) {
      long number = random.nextLong(1_000_000_000_000_000L) >> random.nextInt(50);
      String grouped = String.format(java.util.Locale.ROOT, "%,d", number);
      assertThat(WholeNumber.read(Long.toString(number))).hasValue(number);
      for (String mark : new String[] {",", ".", " ", "\u00a0"}) {
        assertThat(WholeNumber.read(grouped.replace(",", mark))).hasValue(number);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12,5",
        "1.5",
        "0.25",
        "1.000.000,50",
        "1,000.000",
        "1.00",
        "1.0000",
        "1000.000",
        "1..000",
        ".500",
        "1.000.",
        "1.000 000",
        "-1",
        "+1",
        "1e3",
        "1 0",
        "",
        " ",
        "1234567890123456"
      })
  void a_fraction_and_what_is_grouped_otherwise_is_no_number(String typed) {
    assertThat(WholeNumber.read(typed)).isEmpty();
  }
}
