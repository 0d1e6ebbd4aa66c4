package id.narahubung.addresses;

import id.narahubung.addresses.BareHost.Setting;

/** Decides where an address in running text ends. */
final class AddressEnd {
  /** Never in an address that people paste, and always around one. */
  private static final String HARD = " \t<>\"`“”„«»‹›‘，；、《》「」『』【】（）";

  private static final String TRAILING = ".,;:!?'’…。([{|";
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final String line;
  private final Separators separators;

  AddressEnd(String line, Separators separators) {
    this.line = line;
    this.separators = separators;
  }

  /** The end of the address that begins at {@code start}; its host begins at {@code hostStart}. */
  int after(int start, int hostStart) {
    char before = start == 0 ? ' ' : line.charAt(start - 1);
    int[] depth = new int[3];
    boolean inHost = true;
    int i = hostStart;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (HARD.indexOf(c) >= 0 || (c == '\'' && before == '\'')) {
        break;
      }
      int opening = OPENING.indexOf(c);
      int closing = CLOSING.indexOf(c);
      if (opening >= 0) {
        depth[opening]++;
      } else if (closing >= 0 && --depth[closing] < 0) {
        // Balanced brackets belong to the address, one too many to the sentence.
        break;
      }
      if (Separators.mayBe(c) && separatesAt(i, before, inHost)) {
        break;
      }
      inHost = inHost && c != '/' && c != '?' && c != '#' && c != '\\';
      i++;
    }
    return trimmed(hostStart, emphasisEnd(hostStart, i, before));
  }

  /** {@code end} moved before the punctuation of the sentence. */
  int trimmed(int start, int end) {
    int i = end;
    while (i > start && TRAILING.indexOf(line.charAt(i - 1)) >= 0) {
      i--;
    }
    return i;
  }

  private boolean separatesAt(int i, char before, boolean inHost) {
    char c = line.charAt(i);
    if (c == ';' && line.startsWith("&amp", i - 4)) {
      return false;
    }
    boolean betweenCells = before != '"' && (c == before || separators.contains(c));
    return inHost || betweenCells || addressBeginsAt(i + 1);
  }

  private boolean addressBeginsAt(int start) {
    if (Scheme.hostAfter(line, start) >= 0) {
      return true;
    }
    // Up to the next separator at most, so that all these looks together read the line once.
    int end = HostRun.end(line, start);
    return BareHost.isLikely(
        line.substring(start, HostRun.withoutTrailingMarks(line, start, end)), Setting.PROSE);
  }

  /** Chats write *bold*, _italic_ and ~struck~. */
  private int emphasisEnd(int hostStart, int end, char before) {
    int i = trimmed(hostStart, end);
    boolean emphasis = before == '*' || before == '_' || before == '~';
    return emphasis && i > hostStart && line.charAt(i - 1) == before ? i - 1 : i;
  }
}
