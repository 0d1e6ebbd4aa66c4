package id.narahubung.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the canonical form by example; each result must also be its own canonical form. */
final class CanonicaliserTest {
  @ParameterizedTest
  @CsvSource({
    "HTTPS://Judi-Online.EXAMPLE, https://judi-online.example/",
    "https://judi.example:443/a, https://judi.example/a",
    "http://judi.example:80/a, http://judi.example/a",
    "http://judi.example:/a, http://judi.example/a",
    "http://judi.example:443/a, http://judi.example:443/a",
    "https://judi.example./a, https://judi.example/a",
    "https://judi.example?x=1, https://judi.example/?x=1",
    "https://judi.example/a?, https://judi.example/a",
    "https://judi.example/a#bagian, https://judi.example/a",
    "https://judi.example/#!/a, https://judi.example/",
    "https://good.example@evil.example/, https://evil.example/",
    "https://u:p@judi.example/, https://judi.example/",
    "hxxps://judi.example/, https://judi.example/",
    "hXXp://judi.example/, http://judi.example/",
    "https:\\\\judi.example\\a, https://judi.example/a",
    "https://https://judi.example/a, https://judi.example/a",
    "https://judi.example/A?B=C, https://judi.example/A?B=C",
    "https://judi.example/a/, https://judi.example/a/"
  })
  void scheme_host_port_and_fragment_have_one_spelling(String given, String canonical) {
    assertCanonical(given, canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "https://bücher.example/, https://xn--bcher-kva.example/",
    "https://BÜCHER.example/, https://xn--bcher-kva.example/",
    "https://xn--bcher-kva.example/, https://xn--bcher-kva.example/",
    "https://faß.example/, https://xn--fa-hia.example/",
    "https://пример.рф/, https://xn--e1afmkfd.xn--p1ai/",
    "https://judi。example/, https://judi.example/",
    "https://ｊｕｄｉ.example/, https://judi.example/",
    "https://judi%2Eexample/, https://judi.example/",
    "https://b%C3%BCcher.example/, https://xn--bcher-kva.example/",
    "https://r3---sn-x.example/, https://r3---sn-x.example/",
    "https://a_b.example/, https://a_b.example/"
  })
  void hosts_become_ascii_as_in_a_browser(String given, String canonical) {
    assertCanonical(given, canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "http://203.0.113.5/x, http://203.0.113.5/x",
    "http://3405803781/, http://203.0.113.5/",
    "http://0xCB.0.0x71.5/, http://203.0.113.5/",
    "http://0313.0.0161.05/, http://203.0.113.5/",
    "http://[2001:DB8:0:0::1]:8080/x, http://[2001:db8::1]:8080/x",
    "http://[2001:db8:1:0:0:0:0:0]/, http://[2001:db8:1::]/",
    "http://[2001:db8:0:1:0:0:0:1]/, http://[2001:db8:0:1::1]/",
    "http://[2001:db8:0:1:1:1:1:1]/, http://[2001:db8:0:1:1:1:1:1]/",
    "http://[::ffff:203.0.113.5]/, http://[::ffff:cb00:7105]/"
  })
  void numeric_hosts_have_one_spelling(String given, String canonical) {
    assertCanonical(given, canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "https://judi.example/a/./b/../c, https://judi.example/a/c",
    "https://judi.example/../a, https://judi.example/a",
    "https://judi.example/a/.., https://judi.example/",
    "https://judi.example/a/%2e%2E/b, https://judi.example/b",
    "https://judi.example/a//b, https://judi.example/a//b",
    "https://judi.example/%7euser/%41, https://judi.example/~user/A",
    "https://judi.example/%c3%a9, https://judi.example/%C3%A9",
    "https://judi.example/é, https://judi.example/%C3%A9",
    "https://judi.example/a b, https://judi.example/a%20b",
    "https://judi.example/100%, https://judi.example/100%25",
    "https://judi.example/%2%35, https://judi.example/%2525",
    "https://judi.example/a%2Fb, https://judi.example/a%2Fb",
    "https://judi.example/(a)[b]|c, https://judi.example/(a)%5Bb%5D%7Cc",
    "https://judi.example/?a=é b, https://judi.example/?a=%C3%A9%20b"
  })
  void paths_and_percent_codes_have_one_spelling(String given, String canonical) {
    assertCanonical(given, canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "https://judi.example/?utm_source=a&id=7&UTM_x=1, https://judi.example/?id=7",
    "https://judi.example/?b=2&fbclid=x&a=1&gclid=y, https://judi.example/?b=2&a=1",
    "https://judi.example/?dclid=1&msclkid=2&igshid=3&igsh=4, https://judi.example/",
    "https://judi.example/?a&b=&&c=1, https://judi.example/?a&b=&c=1",
    "https://judi.example/?a=1&amp;b=2, https://judi.example/?a=1&b=2",
    "https://judi.example/?a=1&%61mp;b=2, https://judi.example/?a=1&b=2",
    "https://judi.example/?si=1&_r=2&t=3&s=4, https://judi.example/?si=1&_r=2&t=3&s=4",
    "https://judi.example/?url=https://a.example/?b, https://judi.example/?url=https://a.example/?b"
  })
  void tracking_goes_and_the_order_of_the_rest_stays(String given, String canonical) {
    assertCanonical(given, canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "http://m.youtube.com/watch?v=abcdefghijk&si=Q, https://www.youtube.com/watch?v=abcdefghijk",
    "https://youtu.be/abcdefghijk?si=Q&t=30, https://www.youtube.com/watch?v=abcdefghijk&t=30",
    "https://youtube.com/shorts/abcdefghijk, https://www.youtube.com/watch?v=abcdefghijk",
    "https://www.youtube.com/@judi/, https://www.youtube.com/@judi",
    "https://m.facebook.com/a/posts/1?mibextid=x, https://www.facebook.com/a/posts/1",
    "https://facebook.com/story.php?story_fbid=1&id=2,"
        + " https://www.facebook.com/story.php?story_fbid=1&id=2",
    "https://mobile.twitter.com/a/status/1?s=20&t=x, https://x.com/a/status/1",
    "https://m.tiktok.com/@a/video/7?_r=1&is_from_webapp=1&sender_device=pc,"
        + " https://www.tiktok.com/@a/video/7",
    "https://vm.tiktok.com/ZS1/, https://vm.tiktok.com/ZS1",
    "https://instagram.com/p/X/?igsh=1, https://www.instagram.com/p/X",
    "https://www.instagram.com/p/X/?img_index=2, https://www.instagram.com/p/X?img_index=2",
    "https://telegram.me/s/kanal/12, https://t.me/kanal/12",
    "https://t.me/s/s/kanal, https://t.me/kanal",
    "https://open.spotify.com/episode/1?si=x, https://open.spotify.com/episode/1",
    "https://id.m.wikipedia.org/wiki/Judi, https://id.wikipedia.org/wiki/Judi",
    "http://youtu.be:8080/abc, http://youtu.be:8080/abc",
    "http://m.judi.example/a/, http://m.judi.example/a/"
  })
  void known_platforms_have_one_host_and_one_form(String given, String canonical) {
    assertCanonical(given, canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "http://, NO_HOST",
    "https:///a, NO_HOST",
    "https://:80/, NO_HOST",
    "https://u@/, NO_HOST",
    "ftp://judi.example/a, NOT_HTTP",
    "javascript:alert(1), NOT_HTTP",
    "judi.example, NOT_HTTP",
    "'', NOT_HTTP",
    "https://10.0.0.1/x, PRIVATE",
    "http://localhost/a, PRIVATE",
    "http://127.1/, PRIVATE",
    "http://2130706433/, PRIVATE",
    "http://0x7f.1/, PRIVATE",
    "http://192.168.1.1/, PRIVATE",
    "http://100.64.0.1/, PRIVATE",
    "http://169.254.1.1/, PRIVATE",
    "http://0/, PRIVATE",
    "http://[::1]/, PRIVATE",
    "http://[fd00::1]/, PRIVATE",
    "http://[fe80::1]/, PRIVATE",
    "http://[::ffff:10.0.0.1]/, PRIVATE",
    "http://[64:ff9b::7f00:1]/, PRIVATE",
    "http://[2002:7f00:1::]/, PRIVATE",
    "http://printer.local/, PRIVATE",
    "http://wiki.internal/, PRIVATE",
    "http://intranet/, PRIVATE",
    "https://a..b.example/, MALFORMED",
    "https://judi.example:99999/, MALFORMED",
    "https://judi.example:x/, MALFORMED",
    "https://judi example/, MALFORMED",
    "https://1.2.3.4.5/, MALFORMED",
    "https://256.1.1.1/, MALFORMED",
    "https://[fe80::1%25eth0]/, MALFORMED",
    "https://[::1/, MALFORMED",
    "https://%ff.example/, MALFORMED",
    "https://xn--a.example/, MALFORMED"
  })
  void what_cannot_be_an_address_is_refused_with_its_fault(String given, Fault fault) {
    assertThat(Canonicaliser.canonicalise(given)).isEqualTo(new Canonicaliser.Refused(fault));
  }

  @Test
  void more_than_2048_characters_are_too_long_given_or_canonical() {
    String longest = "https://judi.example/" + "a".repeat(2048 - 21);
    assertCanonical(longest, longest);
    assertRefusedAsTooLong(longest + "a");
    assertRefusedAsTooLong("https://judi.example/" + "é".repeat(1000));
  }

  private static void assertRefusedAsTooLong(String given) {
    assertThat(Canonicaliser.canonicalise(given))
        .isEqualTo(new Canonicaliser.Refused(Fault.TOO_LONG));
  }

  private static void assertCanonical(String given, String canonical) {
    assertThat(canonicalOf(given)).isEqualTo(canonical);
    assertThat(canonicalOf(canonical)).isEqualTo(canonical);
  }

  private static String canonicalOf(String given) {
    return switch (Canonicaliser.canonicalise(given)) {
      case Canonicaliser.Canonical(ContentAddress address) -> address.canonical();
      case Canonicaliser.Refused(Fault fault) -> fault.name();
    };
  }
}
