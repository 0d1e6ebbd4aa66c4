package id.narahubung.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The real list, in the shapes in which agencies paste such lists. */
final class GamblingListTest {
  @Test
  void every_address_of_the_list_is_found_one_per_line() {
    assertFindsAll(AddressFinder.in(String.join("\n", Gambling.urls())));
  }

  @Test
  void every_address_of_the_list_is_found_in_csv_rows_and_nothing_else() {
    assertFindsAll(AddressFinder.in(Gambling.csv()));
  }

  @Test
  void every_address_of_the_list_is_found_in_quoted_csv_rows_of_semicolons() {
    assertFindsAll(
        AddressFinder.in(
            Gambling.csv()
                .lines()
                .map(row -> '"' + row.replace(",", "\";\"") + '"')
                .collect(Collectors.joining("\r\n"))));
  }

  @Test
  void every_address_of_the_list_is_found_in_prose() {
    for (String url : Gambling.goodUrls()) {
      String name = Gambling.name(url);
      assertThat(given("Mohon akses ke " + url + ", yang memuat judi, diputus (12.07.2018)."))
          .containsExactly(name);
      assertThat(given("Terdapat konten (lihat \"" + url + "\"; dll.Yang lain menyusul)."))
          .containsExactly(name);
      assertThat(given("Situs: " + url + ".")).containsExactly(name);
    }
  }

  @Test
  void every_address_of_the_list_is_found_defanged() {
    for (String url : Gambling.goodUrls()) {
      String defanged = ContentAddress.defanged(url);
      assertThat(AddressFinder.in("Blokir " + defanged + " segera").good())
          .as(defanged)
          .singleElement()
          .extracting(found -> found.address())
          .isEqualTo(AddressFinder.in(url).good().getFirst().address());
    }
  }

  @Test
  void the_canonical_form_of_every_address_is_its_own_canonical_form() {
    for (FoundAddress found : AddressFinder.in(Gambling.csv()).good()) {
      assertThat(Canonicaliser.canonicalise(found.address().canonical()))
          .isEqualTo(new Canonicaliser.Canonical(found.address()));
    }
  }

  private static List<String> given(String text) {
    return AddressFinder.in(text).good().stream().map(FoundAddress::given).toList();
  }

  private static void assertFindsAll(Found found) {
    List<FoundAddress> all = new ArrayList<>(found.good());
    found
        .repeated()
        .forEach(r -> all.add(new FoundAddress(r.line(), r.given(), r.first().address(), false)));
    all.sort(Comparator.comparingInt(FoundAddress::line));
    assertThat(all)
        .extracting(FoundAddress::given)
        .containsExactlyElementsOf(Gambling.goodUrls().stream().map(Gambling::name).toList());
    assertThat(found.bad())
        .extracting(BadAddress::given)
        .containsExactlyElementsOf(Gambling.BROKEN);
    assertThat(found.bad()).extracting(BadAddress::fault).containsOnly(Fault.MALFORMED);
  }
}
