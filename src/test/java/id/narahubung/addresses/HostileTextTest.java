package id.narahubung.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text at all: no exception, no canonical form that changes again, no quadratic time. */
final class HostileTextTest {
  /** Large enough that anything quadratic would never end. */
  private static final int LONG = 500_000;

  /** Separated by blanks; the empty last piece stands for one. */
  private static final List<String> PIECES =
      List.of(
          ("https:// http:// hxxp[:]// http:/ :// // / \\ . .. /.. /. %2e %2 % %61 %25 %00 & "
                  + "&amp; amp; &%61mp; ? # = utm_a=1 si=1 v= @ : :80 :443 [ ] ( ) [.] < > \" ' , ; | * _ "
                  + "- \t \n \0 \u200B \u200D \uD800 \uDC00 😀 é ß ü 。 ｊ пример.рф xn-- xn--p1ai judi "
                  + ".example a.example youtu.be/ m.youtube.com/shorts/ abcdefghijk t.me /s/ twitter.com "
                  + "localhost .com 10.0.0.1 203.0.113.5 0x7f 1.204 [::1] [2001:db8::1] .pdf .zip www. "
                  + "javascript: a B"
                  + " ")
              .split(" ", -1));

  @Test
  void a_canonical_form_found_in_any_text_is_its_own_canonical_form() {
    Random random = new Random(20260701);
    for (int round = 0; round < 15_000; round++) {
      StringBuilder text = new StringBuilder(round % 2 == 0 ? "https://a.example" : "");
      int length = 1 + random.nextInt(14);
      for (int i = 0; i < length; i++) {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        text.append(piece.isEmpty() ? " " : piece);
      }
      for (FoundAddress found : AddressFinder.in(text.toString()).good()) {
        assertThat(Canonicaliser.canonicalise(found.address().canonical()))
            .as(text.toString())
            .isEqualTo(new Canonicaliser.Canonical(found.address()));
      }
      assertThat(Canonicaliser.canonicalise(text.toString())).isNotNull();
    }
  }

  @Test
  void random_characters_never_throw() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(round % 2 == 0 ? "https://" : "");
      for (int i = 0; i < 40; i++) {
        text.append((char) random.nextInt(round % 3 == 0 ? 0x10000 : 0x100));
      }
      String hostile = text.toString();
      assertThat(AddressFinder.in(hostile)).isNotNull();
      assertThat(Canonicaliser.canonicalise(hostile)).isNotNull();
      assertThat(ContentAddress.defanged(hostile)).isNotNull();
    }
  }

  /** Alone and as words. */
  @ParameterizedTest
  @MethodSource("repeatedPieces")
  void a_long_text_of_any_one_piece_is_read_to_its_end(String piece) {
    assertThat(AddressFinder.in(piece.repeat(LONG / piece.length()))).isNotNull();
    assertThat(AddressFinder.in((piece + " ").repeat(LONG / (piece.length() + 1)))).isNotNull();
  }

  static List<String> repeatedPieces() {
    String pieces =
        "a a. a.b? a? a/ a@ :// http:// http: https://a.example/, https://a.example, "
            + "a.example, a.example; a.example?. a.zip? -com? .com/ localhost? localhost/ 10.0.0.1? "
            + "[ ] [. [.] ((((( \\ \" ' * _ % &amp; , ; | \n \t \0 \u200B \uD800 😀 é x\n a,b\n - a- "
            + "http://[ javascript: https://xn-- a:1 a.bb:1: https://a.example/&amp;, "
            + "https://a.example/x( //a";
    return List.of(pieces.split(" ", -1));
  }

  @Test
  void many_costly_international_hosts_are_read_to_their_end() {
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      label.append((char) (0x4E00 + 131 * i));
    }
    String host = "https://" + label + "." + label + "." + label + ".example/\n";
    assertThat(AddressFinder.in(host.repeat(LONG / host.length()))).isNotNull();
  }

  @Test
  void every_one_of_many_different_addresses_is_found() {
    StringBuilder text = new StringBuilder();
    int addresses = 0;
    while (text.length() < LONG) {
      text.append("https://judi").append(addresses++).append(".example/a/../b?utm_x=1&y=2\n");
    }
    assertThat(AddressFinder.in(text.toString()).good()).hasSize(addresses);
  }
}
