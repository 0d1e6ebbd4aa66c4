package id.narahubung.addresses;

import java.util.List;

/** The spellings of http and https, with the ones that keep mail programs from linking. */
final class Scheme {
  private static final List<String> SPELLINGS = List.of("https", "http", "hxxps", "hxxp");

  private Scheme() {}

  /** The length of the spelling of http or https that ends before {@code end}, or 0. */
  static int lengthBefore(String s, int end) {
    for (String spelling : SPELLINGS) {
      int length = spelling.length();
      if (end >= length && s.regionMatches(true, end - length, spelling, 0, length)) {
        return length;
      }
    }
    return 0;
  }

  /** Where the host begins when an http or https address begins at {@code start}, or -1. */
  static int hostAfter(String s, int start) {
    for (String spelling : SPELLINGS) {
      int colon = start + spelling.length();
      if (s.regionMatches(true, start, spelling, 0, spelling.length())
          && colon < s.length()
          && s.charAt(colon) == ':') {
        int slashes = slashesAt(s, colon + 1);
        return slashes == 0 ? -1 : colon + 1 + slashes;
      }
    }
    return -1;
  }

  /** At most two, either way up: browsers take {@code https:\\host} as well. */
  static int slashesAt(String s, int at) {
    int count = 0;
    while (count < 2 && at + count < s.length() && isSlash(s.charAt(at + count))) {
      count++;
    }
    return count;
  }

  static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  static boolean isSecure(String s, int start) {
    return s.regionMatches(true, start + 4, "s", 0, 1);
  }
}
