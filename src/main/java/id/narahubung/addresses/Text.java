package id.narahubung.addresses;

/** Characters of pasted text that are not what they look like. */
final class Text {
  private Text() {}

  /**
   * Without invisible characters, with every blank or control character as a space (tabs stay) and
   * with half a surrogate pair as U+FFFD.
   *
   * <p>Invisible characters hide an address from filters, turn its display round, and come along
   * from web pages. The database can hold neither NUL nor half a pair.
   */
  static String storable(String raw) {
    int length = raw.length();
    int i = 0;
    while (i < length && isPlain(raw.charAt(i))) {
      i++;
    }
    if (i == length) {
      return raw;
    }
    StringBuilder out = new StringBuilder(length).append(raw, 0, i);
    while (i < length) {
      int point = raw.codePointAt(i);
      i += Character.charCount(point);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        out.append('\uFFFD');
      } else if (isBlank(point)) {
        out.append(' ');
      } else if (!isInvisible(point)) {
        out.appendCodePoint(point);
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= ' ' && c < 0x7F) || c == '\t';
  }

  private static boolean isBlank(int point) {
    return point != '\t' && (Character.isISOControl(point) || Character.isSpaceChar(point));
  }

  /** All format characters but the two joiners, which a host in some scripts needs. */
  private static boolean isInvisible(int point) {
    return Character.getType(point) == Character.FORMAT && point != 0x200C && point != 0x200D;
  }
}
