package id.narahubung.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KindLineTest {

  private static final String SHA256 = "ab".repeat(32);

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\1',
      value = {
        "akun: @Slot.Maxwin => ACCOUNT => account:@slot.maxwin",
        "Account: slot.maxwin; id: 7012 => ACCOUNT => account:@slot.maxwin",
        "- profil: id: 7012 => ACCOUNT => -",
        "akun: 70123456 => ACCOUNT => account:70123456",
        "akun: ; id: 70123456 => ACCOUNT => account:70123456",
        "akun: hxxps://www[.]tiktok[.]com/@slot?utm_source=x => ACCOUNT => https://www.tiktok.com/@slot",
        "akun: @slot; url: klip.example/@slot => ACCOUNT => https://klip.example/@slot",
        "siaran langsung: 7312 => LIVE => live:7312",
        "live: https://klip.example/@a/live; akun: @a => LIVE => https://klip.example/@a/live",
        "LIVE: 7312; tautan: https://klip.example/@a/live"
            + " => LIVE => https://klip.example/@a/live#live=7312",
        "komentar: 998; url: https://klip.example/v/1 => COMMENT"
            + " => https://klip.example/v/1#comment=998",
        "komentar: https://klip.example/v/1?c=998 => COMMENT => https://klip.example/v/1?c=998",
        "kanal: t.me/slotgacor; anggota: 500 => GROUP => https://t.me/slotgacor",
        "grup: -100123 => GROUP => group:-100123",
        "3. kata kunci: “Slot  Gacor” => KEYWORD => keyword:slot gacor",
        "keyword: slot; product: Search; language: id => KEYWORD => keyword:slot [search]",
        "kata kunci: a; b => KEYWORD => keyword:a; b",
        "kata kunci: judi(dot)example => KEYWORD => keyword:judi(dot)example",
        "iklan: 120987; pengiklan: PT X => AD => ad:120987",
        "aplikasi: com.contoh.slot; toko: Google Play => APP => app:com.contoh.slot",
        "app: id1234567890 => APP => app:id1234567890",
      })
  void a_line_that_names_a_kind_is_an_item_of_it(String line, ItemKind kind, String canonical) {
    Found found = AddressFinder.in(line);
    if (canonical.equals("-")) {
      assertThat(found.bad())
          .singleElement()
          .extracting(BadAddress::fault)
          .isEqualTo(Fault.ofKind(kind));
      return;
    }
    assertThat(found.good())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.kind()).isEqualTo(kind);
              assertThat(each.address().canonical()).isEqualTo(canonical);
              assertThat(each.given()).isEqualTo(line.strip());
            });
    assertThat(found.bad()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hash: ", "hash: sha256:", "sha256: ", "SHA-256: ", "hash: SHA-256 "})
  void a_hash_is_known_by_its_digits_however_it_is_written(String head) {
    assertThat(AddressFinder.in(head + SHA256.toUpperCase(java.util.Locale.ROOT)).good())
        .extracting(each -> each.address().canonical())
        .containsExactly("hash:sha256:" + SHA256);
  }

  @Test
  void what_else_is_said_stands_beside_it() {
    assertThat(
            AddressFinder.in("akun: @slot; id: 7012; nama: Slot; pengikut: 12.000")
                .good()
                .getFirst()
                .identifiers())
        .isEqualTo(Map.of("handle", "@slot", "id", "7012", "name", "Slot", "followers", "12.000"));
    assertThat(
            AddressFinder.in("hash: " + SHA256 + "; berkas: x.mp4; url: https://klip.example/x")
                .good()
                .getFirst()
                .identifiers())
        .isEqualTo(
            Map.of(
                "hash", "sha256:" + SHA256,
                "file_name", "x.mp4",
                "link", "https://klip.example/x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "akun: lihat lampiran ini => BAD_ACCOUNT",
        "komentar: 998 => BAD_COMMENT",
        "kata kunci: … => BAD_KEYWORD",
        "hash: sha256:abc => BAD_HASH",
        "hash: md5:" + "abababababababababababababababababababab" + " => BAD_HASH",
        "aplikasi: Slot => BAD_APP",
        "iklan: dua kata => BAD_AD",
        "siaran: => BAD_LIVE",
        "akun: https://10.0.0.1/@a => PRIVATE",
      })
  void a_line_that_names_a_kind_and_cannot_be_one_says_why(String line, Fault fault) {
    if (fault == Fault.PRIVATE) {
      // It holds an address, and is read for that.
      assertThat(AddressFinder.in(line).bad()).extracting(BadAddress::fault).contains(fault);
      return;
    }
    assertThat(AddressFinder.in(line).good()).isEmpty();
    assertThat(AddressFinder.in(line).bad()).extracting(BadAddress::fault).containsExactly(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tautan: https://klip.example/v/1",
        "Akun: https://klip.example/v/1 dan https://klip.example/v/2",
        "Komentar: mohon segera, https://klip.example/v/1",
      })
  void other_lines_are_read_for_their_addresses_as_ever(String line) {
    assertThat(AddressFinder.in(line).good())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.kind()).isEqualTo(ItemKind.URL));
  }

  @Test
  void two_cells_of_a_table_are_one_line_and_its_headings_are_none() {
    Found found = AddressFinder.in("Akun\tCatatan\nakun\t@slot7\tjudi\nkanal\thttps://t.me/slot");
    assertThat(found.good())
        .extracting(each -> each.address().canonical())
        .containsExactly("account:@slot7", "https://t.me/slot");
    assertThat(found.bad()).isEmpty();
  }

  @Test
  void the_same_thing_is_found_again_whatever_the_spelling() {
    Found found =
        AddressFinder.in(
            "https://klip.example/@slot\nakun: @slot; url: https://klip.example/@slot\n"
                + "kata kunci: SLOT GACOR\nkeyword: slot  gacor\nkeyword: slot gacor; product: ads");
    assertThat(found.good()).hasSize(3);
    assertThat(found.repeated()).extracting(RepeatedAddress::line).containsExactly(2, 4);
  }

  @Test
  void a_line_leaves_as_a_whole() {
    String text = "Mohon:\nakun: @slot; id: 1\nkata kunci: gacor\nhash: zz";
    assertThat(AddressFinder.without(text, Set.of("account:@slot"), true))
        .isEqualTo("Mohon:\nkata kunci: gacor");
  }

  /** The draft keeps lines as they were given, and reads them again at every step. */
  @Property(tries = 3_000)
  void a_line_given_again_is_the_same_item(@ForAll("lines") String line) {
    for (FoundAddress found : AddressFinder.in(line).good()) {
      assertThat(AddressFinder.in(found.given()).good())
          .extracting(again -> again.address(), again -> again.kind(), FoundAddress::identifiers)
          .contains(
              org.assertj.core.api.Assertions.tuple(
                  found.address(), found.kind(), found.identifiers()));
      assertThat(AddressFinder.without(line, Set.of(found.address().canonical()), false))
          .isNotEqualTo(line);
    }
  }

  @Provide
  static Arbitrary<String> lines() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            ("akun kata kunci hash grup komentar live app iklan : ; = \t \" “ ” @a 123 id: url: nama:"
                    + " https://klip.example/v/1 klip[.]example/x sha256: "
                    + SHA256
                    + " com.contoh.app - 1. … é \u200B \uD800 , | product:")
                .split(" "));
    return Arbitraries.oneOf(pieces, Arbitraries.just(" "), Arbitraries.strings().ofMaxLength(4))
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(all -> String.join("", all));
  }
}
