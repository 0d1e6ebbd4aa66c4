package id.narahubung.addresses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Percent-encoding in one spelling (RFC 3986, 6.2.2). */
final class Percent {
  private static final String HEX = "0123456789ABCDEF";
  private static final String PATH_MARKS = "-._~!$&'()*+,;=:@/";
  private static final String QUERY_MARKS = PATH_MARKS + "?";

  private Percent() {}

  static String normalisedPath(String path) {
    return normalised(path, PATH_MARKS);
  }

  static String normalisedQuery(String query) {
    return normalised(query, QUERY_MARKS);
  }

  /** Unreserved characters plain, everything that may not stand raw as upper-case hex. */
  private static String normalised(String raw, String marks) {
    int plain = 0;
    while (plain < raw.length()
        && (isAlphanumeric(raw.charAt(plain)) || marks.indexOf(raw.charAt(plain)) >= 0)) {
      plain++;
    }
    if (plain == raw.length()) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length() + 16).append(raw, 0, plain);
    for (int i = plain; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int octet = octetAt(raw, i);
        if (octet < 0) {
          // A lone percent sign can only be meant as itself.
          out.append("%25");
        } else {
          if (isUnreserved(octet)) {
            out.append((char) octet);
          } else {
            appendOctet(out, octet);
          }
          i += 2;
        }
      } else if (isAlphanumeric(c) || marks.indexOf(c) >= 0) {
        out.append(c);
      } else {
        int point = raw.codePointAt(i);
        i += Character.charCount(point) - 1;
        // Half a surrogate pair has no UTF-8 form; Java would write a question mark for it.
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        for (byte octet : (half ? "\uFFFD" : Character.toString(point)).getBytes(UTF_8)) {
          appendOctet(out, octet & 0xFF);
        }
      }
    }
    return out.toString();
  }

  /** Decodes a host; empty when the octets are no UTF-8. */
  static Optional<String> decodedHost(String raw) {
    if (raw.indexOf('%') < 0) {
      return Optional.of(raw);
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      int octet = raw.charAt(i) == '%' ? octetAt(raw, i) : -1;
      if (octet >= 0) {
        octets.write(octet);
        i += 2;
      } else {
        int point = raw.codePointAt(i);
        octets.writeBytes(Character.toString(point).getBytes(UTF_8));
        i += Character.charCount(point) - 1;
      }
    }
    String decoded = octets.toString(UTF_8);
    return decoded.indexOf('\uFFFD') < 0 ? Optional.of(decoded) : Optional.empty();
  }

  private static int octetAt(String s, int percent) {
    if (percent + 2 >= s.length()) {
      return -1;
    }
    int high = hexDigit(s.charAt(percent + 1));
    int low = hexDigit(s.charAt(percent + 2));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** Unlike {@link Character#digit}, knows only ASCII. */
  static int hexDigit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static void appendOctet(StringBuilder out, int octet) {
    out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
  }

  private static boolean isUnreserved(int c) {
    return isAlphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
