package id.narahubung.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchTextTest {

  @ParameterizedTest
  @CsvSource({
    "https://klip.example/v/1?utm_source=x, klip.example/v/1",
    "hxxps://klip[.]example/v/1, klip.example/v/1",
    "klip.example, klip.example",
    "https://klip.example/, klip.example",
    "klip[.]exa, klip.exa",
    "PA-2026-000128/0031, PA-2026-000128/0031",
    "B-412/DJAI/AI.02/03/2026, B-412/DJAI/AI.02/03/2026",
    "judi   daring, judi daring",
  })
  void a_piece_stands_as_the_rows_have_it(String typed, String piece) {
    assertThat(SearchText.of(typed).piece()).isEqualTo(piece);
  }

  @Test
  void three_letters_or_digits_are_enough_and_200_characters_too() {
    assertThat(SearchText.of("  ").isEmpty()).isTrue();
    assertThat(SearchText.of("ab").isTooShort()).isTrue();
    assertThat(SearchText.of("%_%a%").isTooShort()).isTrue();
    assertThat(SearchText.of("abc").isTooShort()).isFalse();
    assertThat(SearchText.of("a".repeat(200)).isTooLong()).isFalse();
    assertThat(SearchText.of("a".repeat(201)).isTooLong()).isTrue();
  }
}
