package id.narahubung.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that leave a paste: they are gone from it, and everything else stays as it was typed. */
final class WithoutTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "Lihat https://a.example/1 dan https://a.example/12 => Lihat  dan https://a.example/12",
        "hxxps://a[.]example/1 => ''",
        "1) https://a.example/1 => '1) '",
        "https://a.example/1 https://a.example/1?utm_source=x => ''",
        "https://a.example/12 => https://a.example/12",
      })
  void one_address_leaves_in_every_spelling(String text, String rest) {
    assertThat(AddressFinder.without(text, Set.of("https://a.example/1"), false)).isEqualTo(rest);
  }

  @Test
  void what_cannot_be_an_address_leaves_where_that_is_wanted() {
    String text = "Mohon ditindak:\nftp://a.example/1\nhttps://a.example/2\nlocalhost";
    assertThat(AddressFinder.without(text, Set.of(), true))
        .isEqualTo("Mohon ditindak:\nhttps://a.example/2");
    assertThat(AddressFinder.without(text, Set.of(), false)).isEqualTo(text);
  }

  @Test
  void half_of_the_real_list_leaves_and_the_other_half_stays() {
    String list = Gambling.csv();
    List<FoundAddress> all = AddressFinder.in(list).good();
    Set<String> leaving =
        all.stream()
            .filter(found -> found.line() % 2 == 0)
            .map(found -> found.address().canonical())
            .collect(java.util.stream.Collectors.toSet());
    assertThat(AddressFinder.in(AddressFinder.without(list, leaving, false)).good())
        .extracting(found -> found.address().canonical())
        .containsExactlyElementsOf(
            all.stream()
                .map(found -> found.address().canonical())
                .filter(address -> !leaving.contains(address))
                .toList());
  }
}
