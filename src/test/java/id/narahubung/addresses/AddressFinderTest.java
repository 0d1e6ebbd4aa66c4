package id.narahubung.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressFinderTest {
  /** Given addresses are joined with a blank in the second column. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\1',
      value = {
        "Lihat https://a.example/x. Lalu => https://a.example/x",
        "(lihat https://a.example/x) => https://a.example/x",
        "https://a.example/x, https://b.example/y; dan => https://a.example/x https://b.example/y",
        "https://a.example/x,https://b.example/y => https://a.example/x https://b.example/y",
        "https://a.example/x;b.example => https://a.example/x b.example",
        "\"https://a.example/x,https://b.example/y\" => https://a.example/x https://b.example/y",
        "https://a.example/x\thttps://b.example/y => https://a.example/x https://b.example/y",
        "<https://a.example/x> => https://a.example/x",
        "\"https://a.example/x,y\" => https://a.example/x,y",
        "'https://a.example/x' => https://a.example/x",
        "“https://a.example/x” => https://a.example/x",
        "Apakah https://a.example/x?! => https://a.example/x",
        "https://a.example/x... => https://a.example/x",
        "https://a.example/x_(y) => https://a.example/x_(y)",
        "(https://a.example/x_(y)). => https://a.example/x_(y)",
        "[teks](https://a.example/x) lanjut => https://a.example/x",
        "*https://a.example/x* => https://a.example/x",
        "<a href=\"https://a.example/x\">y</a> => https://a.example/x",
        "Tautan:https://a.example/x => https://a.example/x",
        "Tautan/URL:https://a.example/x => https://a.example/x",
        "linkhttps://a.example/x => https://a.example/x",
        "https://a.example/peta/@-6.2,106.8,15z => https://a.example/peta/@-6.2,106.8,15z",
        "https://arsip.example/2018/https://a.example/x =>"
            + " https://arsip.example/2018/https://a.example/x",
        "7,https://a.example/x,judi,2026-01-01 => https://a.example/x",
        "https:\\/\\/a.example\\/x => https:\\/\\/a.example\\/x",
        "> https://a.example/x => https://a.example/x",
        "http://[2001:db8::1]/x) => http://[2001:db8::1]/x",
        "https://a.example/?x=1&amp;y=2 => https://a.example/?x=1&amp;y=2",
        "//a.example/x => a.example/x",
        "hxxps://a[.]example/x dan b(.)example => hxxps://a[.]example/x b(.)example",
        "hxxp[:]//a{dot}example => hxxp[:]//a{dot}example",
        "situs judi-online.example ini => judi-online.example",
        "www.foo.co.id/bar?x=1 => www.foo.co.id/bar?x=1",
        "judi.example:8080/x dan slot.test:81. => judi.example:8080/x slot.test:81",
        "apakah judi.example? => judi.example",
        "judi.example?x=1 => judi.example?x=1",
        "t.me/kanal, x.com/a => t.me/kanal x.com/a",
        "WWW.JUDI.COM dan Judi.Com => WWW.JUDI.COM Judi.Com",
        "bücher.example dan пример.рф => bücher.example пример.рф",
        "judi.tidakdikenal => judi.tidakdikenal",
        "a.tidakdikenal, b.tidakdikenal => a.tidakdikenal b.tidakdikenal",
        "lihat judi.tidakdikenal/x => judi.tidakdikenal/x",
        "- judi.example => judi.example",
        "*.judi.example => judi.example",
        "lihat arsip.zip/x => arsip.zip/x",
        "203.0.113.5 => 203.0.113.5",
        "di 203.0.113.5:8080/x itu => 203.0.113.5:8080/x"
      })
  void addresses_are_found_without_what_surrounds_them(String text, String given) {
    assertThat(
            String.join(" ", AddressFinder.in(text).good().stream().map(f -> f.given()).toList()))
        .isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Surat tanggal 12.07.2018 pukul 10.30 sebesar Rp1.204.000,00 atau 1.204.100.250",
        "1.204.100.250",
        "laporan.pdf",
        "Terlampir laporan.pdf, foto.jpg dan arsip.zip.",
        "dll.Yang, dsb.Di sini, s.d. selesai, a.n.Budi, u.p. Kepala",
        "Dr. Budi, S.H., M.H., S.Kom., M.Si, S.IP, S.AG, Ph.D.",
        "budi@kominfo.go.id, mailto:budi.santoso+judi.example@surat.example",
        "akun @judi.example di aplikasi",
        "awali dengan http:// atau https:// saja",
        "Catatan",
        "Situs .com dan .net",
        "versi 1.2.3.4 dan jaringan 203.0.113.0/24",
        "12,203.0.113.9,budi",
        "Halo...apa kabar..baik",
        "Jl. Medan Merdeka Barat No.9",
        "dan/atau/https",
        "",
        "\0\0\1"
      })
  void ordinary_text_holds_no_address(String text) {
    assertThat(AddressFinder.in(text)).isEqualTo(AddressFinder.in(""));
  }

  @ParameterizedTest
  @CsvSource({
    "http://, NO_HOST",
    "https:///a, NO_HOST",
    "ftp://x.com/a, NOT_HTTP",
    "javascript:alert(1), NOT_HTTP",
    "https://10.0.0.1/x, PRIVATE",
    "http://localhost/a, PRIVATE",
    "localhost, PRIVATE",
    "localhost:8080/a, PRIVATE",
    "10.0.0.1, PRIVATE",
    "printer.local, PRIVATE",
    ".com, MALFORMED",
    "https://a..b/, MALFORMED"
  })
  void a_line_with_a_failed_attempt_gives_its_fault(String line, Fault fault) {
    Found found = AddressFinder.in("\n" + line);
    assertThat(found.good()).isEmpty();
    assertThat(found.bad()).containsExactly(new BadAddress(2, line, fault));
  }

  @Test
  void a_bad_address_with_a_scheme_is_reported_inside_prose_too() {
    assertThat(AddressFinder.in("Lihat http://localhost/a, dan ftp://x.com/a.").bad())
        .extracting(BadAddress::given, BadAddress::fault)
        .containsExactly(
            tuple("http://localhost/a", Fault.PRIVATE), tuple("ftp://x.com/a", Fault.NOT_HTTP));
  }

  @Test
  void a_very_long_address_is_reported_whole_so_that_it_stays_bad() {
    String given = "https://a.example/" + "x".repeat(9000);
    assertThat(AddressFinder.in(given).bad())
        .singleElement()
        .satisfies(bad -> assertThat(bad.fault()).isEqualTo(Fault.TOO_LONG))
        .satisfies(bad -> assertThat(bad.given()).isEqualTo(given))
        .satisfies(bad -> assertThat(bad.shown()).hasSizeLessThan(310));
  }

  @Test
  void a_bare_host_gets_https_and_is_marked() {
    assertThat(AddressFinder.in("judi.example\nhttp://b.example").good())
        .extracting(found -> found.address().canonical(), FoundAddress::schemeAdded)
        .containsExactly(tuple("https://judi.example/", true), tuple("http://b.example/", false));
  }

  @Test
  void a_repetition_in_another_spelling_points_at_the_first_and_is_not_filed() {
    Found found =
        AddressFinder.in("https://youtu.be/abcdefghijk\r\n\r\nm.youtube.com/watch?v=abcdefghijk");
    assertThat(found.good()).hasSize(1);
    assertThat(found.repeated())
        .containsExactly(
            new RepeatedAddress(3, "m.youtube.com/watch?v=abcdefghijk", found.good().getFirst()));
  }

  @Test
  void invisible_characters_neither_hide_an_address_nor_reach_the_given_text() {
    assertThat(AddressFinder.in("\uFEFFhttps://ju\u200Bdi.exa\u00ADmple/\u202Ex\0y").good())
        .extracting(FoundAddress::given, found -> found.address().canonical())
        .containsExactly(tuple("https://judi.example/x", "https://judi.example/x"));
  }

  @Test
  void commas_separate_cells_where_every_line_is_a_row() {
    String table = "https://a.example/x,ae,2017-10-20\nhttps://b.example/,id,2018-01-01";
    assertThat(AddressFinder.in(table).good())
        .extracting(FoundAddress::given)
        .containsExactly("https://a.example/x", "https://b.example/");
  }
}
