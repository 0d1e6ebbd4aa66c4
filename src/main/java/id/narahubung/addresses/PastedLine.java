package id.narahubung.addresses;

import java.util.List;
import java.util.Locale;

/**
 * One line of a paste with its defanged marks put right, and the way back to what was given.
 *
 * @param given the line without invisible characters
 * @param text {@code given} with {@code [.]} as {@code .} and the like
 * @param offsets for each character of {@code text} and its end the place in {@code given}; empty
 *     when both are the same
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a list would box millions of numbers
record PastedLine(String given, String text, int[] offsets) {
  private static final int LONGEST_MARK = 6;

  static PastedLine of(String raw) {
    String given = Text.storable(raw);
    int first = firstMark(given);
    if (first == given.length()) {
      return new PastedLine(given, given, new int[0]);
    }
    StringBuilder text = new StringBuilder(given.length()).append(given, 0, first);
    int[] offsets = new int[given.length() + 1];
    for (int i = 0; i < first; i++) {
      offsets[i] = i;
    }
    int i = first;
    while (i < given.length()) {
      int length = markLength(given, i);
      String meant = length == 0 ? given.substring(i, i + 1) : meaning(given, i, length);
      for (int k = 0; k < meant.length(); k++) {
        offsets[text.length() + k] = i;
      }
      text.append(meant);
      i += Math.max(length, 1);
    }
    offsets[text.length()] = given.length();
    return new PastedLine(given, text.toString(), offsets);
  }

  String givenBetween(int start, int end) {
    int from = offsets.length == 0 ? start : offsets[start];
    int to = offsets.length == 0 ? end : offsets[end];
    return given.substring(from, to);
  }

  /** What was given, without a stretch of the text. */
  String givenWithout(List<LineScanner.Mark> marks) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (LineScanner.Mark mark : marks) {
      rest.append(givenBetween(from, mark.start()));
      from = mark.end();
    }
    return rest.append(givenBetween(from, text.length())).toString();
  }

  private static int firstMark(String given) {
    int i = 0;
    while (i < given.length() && markLength(given, i) == 0) {
      i++;
    }
    return i;
  }

  private static int markLength(String s, int at) {
    char c = s.charAt(at);
    if (c == '\\' && at + 1 < s.length() && (s.charAt(at + 1) == '/' || s.charAt(at + 1) == '.')) {
      return 2;
    }
    if (c != '[' && c != '(' && c != '{') {
      return 0;
    }
    char closing = c == '[' ? ']' : c == '(' ? ')' : '}';
    int end = at + 2;
    while (end < s.length() && end < at + LONGEST_MARK && s.charAt(end) != closing) {
      end++;
    }
    if (end >= s.length() || s.charAt(end) != closing) {
      return 0;
    }
    return switch (s.substring(at + 1, end).toLowerCase(Locale.ROOT)) {
      case ".", ":", "/", "//", "://", "dot", "titik" -> end + 1 - at;
      default -> 0;
    };
  }

  private static String meaning(String s, int at, int length) {
    String inside =
        s.charAt(at) == '\\' ? s.substring(at + 1, at + 2) : s.substring(at + 1, at + length - 1);
    return Character.isLetter(inside.charAt(0)) ? "." : inside;
  }
}
