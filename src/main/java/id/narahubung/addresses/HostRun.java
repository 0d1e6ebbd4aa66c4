package id.narahubung.addresses;

/** A stretch of characters that may form a host name. */
final class HostRun {
  private HostRun() {}

  static int end(String line, int start) {
    int i = start;
    while (i < line.length()) {
      int point = line.codePointAt(i);
      if (!isPart(point)) {
        break;
      }
      i += Character.charCount(point);
    }
    return i;
  }

  /** Bullets, and the dot before a cookie's domain. */
  static int withoutLeadingMarks(String line, int start, int end) {
    int i = start;
    while (i < end && isMark(line.charAt(i))) {
      i++;
    }
    return i;
  }

  static int withoutTrailingMarks(String line, int start, int end) {
    int i = end;
    while (i > start && isMark(line.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Behind ":8080", or {@code end} itself when there is no port. */
  static int afterPort(String line, int end) {
    int i = end + 1;
    if (end >= line.length() || line.charAt(end) != ':') {
      return end;
    }
    while (i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
      i++;
    }
    boolean glued = i < line.length() && Character.isLetterOrDigit(line.codePointAt(i));
    return i == end + 1 || glued ? end : i;
  }

  private static boolean isMark(char c) {
    return c == '-' || c == '_' || c == '.';
  }

  private static boolean isPart(int point) {
    if (point < 128) {
      return (point >= 'a' && point <= 'z')
          || (point >= 'A' && point <= 'Z')
          || (point >= '0' && point <= '9')
          || point == '-'
          || point == '.'
          || point == '_';
    }
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.COMBINING_SPACING_MARK
        || point == 0x200C
        || point == 0x200D;
  }
}
