package id.narahubung.addresses;

import id.narahubung.addresses.BareHost.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Walks once through a line and marks what was meant as an address. */
final class LineScanner {
  /** Schemes that work without slashes; {@code mailto} is no attempt at a content address. */
  private static final Set<String> OPAQUE =
      Set.of("about", "blob", "data", "file", "intent", "javascript", "magnet", "sms", "tel");

  private static final String NOT_BEFORE_BARE = "@/\\#.&%+~$";

  enum Kind {
    WITH_SCHEME,
    BARE,
    OTHER_SCHEME,
    /** A bare name that cannot be reached, such as {@code localhost}. */
    BARE_PRIVATE,
    /** What is left of an address that lost its name, such as {@code .com}. */
    BARE_BROKEN
  }

  /** A stretch of the line; {@code alone} when the line holds no other letter or digit. */
  record Mark(Kind kind, int start, int end, boolean alone) {}

  private final String line;
  private final AddressEnd ends;
  private final Surroundings around;
  private final List<Mark> marks = new ArrayList<>();

  private LineScanner(String line, Separators separators) {
    this.line = line;
    this.ends = new AddressEnd(line, separators);
    this.around = new Surroundings(line, separators);
  }

  static List<Mark> marks(String line, Separators separators) {
    // Most lines of a letter are done with this.
    if (line.indexOf('.') < 0 && line.indexOf(':') < 0 && !beginsWithLocalhost(line)) {
      return List.of();
    }
    LineScanner scanner = new LineScanner(line, separators);
    int i = 0;
    while (i < line.length()) {
      i = scanner.step(i);
    }
    return scanner.marks;
  }

  private static boolean beginsWithLocalhost(String line) {
    return line.strip().regionMatches(true, 0, "localhost", 0, 9);
  }

  /** Looks at the word that begins at {@code start} and returns where to go on. */
  private int step(int start) {
    int end = HostRun.end(line, start);
    if (end == start) {
      return start + Character.charCount(line.codePointAt(start));
    }
    if (end < line.length() && line.charAt(end) == ':') {
      int slashes = Scheme.slashesAt(line, end + 1);
      int known = Scheme.lengthBefore(line, end);
      if (known > 0 && slashes > 0) {
        return mark(Kind.WITH_SCHEME, end - known, ends.after(end - known, end + 1 + slashes));
      }
      if (slashes == 2 && line.charAt(end + 1) == '/') {
        return otherScheme(start, end, end + 3);
      }
      String word = line.substring(start, end).toLowerCase(Locale.ROOT);
      if (OPAQUE.contains(word) && around.isFirst(start)) {
        return mark(Kind.OTHER_SCHEME, start, ends.after(start, end + 1));
      }
    }
    return mayBeginBare(start, end) ? bare(start, end) : end;
  }

  private int otherScheme(int start, int colon, int rest) {
    int end = ends.after(start, rest);
    boolean leadsSomewhere = end > rest;
    return leadsSomewhere || around.isAlone(start, colon)
        ? mark(Kind.OTHER_SCHEME, start, end)
        : end;
  }

  private boolean mayBeginBare(int start, int end) {
    if (end < line.length() && line.charAt(end) == '@') {
      return false;
    }
    boolean afterTwoSlashes = line.startsWith("//", start - 2);
    return start == 0 || afterTwoSlashes || NOT_BEFORE_BARE.indexOf(line.charAt(start - 1)) < 0;
  }

  private int bare(int runStart, int runEnd) {
    int start = HostRun.withoutLeadingMarks(line, runStart, runEnd);
    int nameEnd = HostRun.withoutTrailingMarks(line, start, runEnd);
    int tail = HostRun.afterPort(line, runEnd);
    if (start >= nameEnd || (tail < line.length() && line.charAt(tail) == '@')) {
      return runEnd;
    }
    String name = line.substring(start, nameEnd);
    boolean hidden = isPrivate(name);
    if (!hidden && !BareHost.isLikely(name, Setting.WITH_PATH)) {
      return brokenOrNone(runStart, start, nameEnd, runEnd);
    }
    // Only for what is nearly an address, or a hostile line would be read again for each word.
    boolean hasTail = tail < line.length() && "/?#".indexOf(line.charAt(tail)) >= 0;
    int tailEnd = hasTail ? ends.after(start, runEnd) : tail;
    boolean leads = tailEnd > runEnd && !isNetworkMask(name, tail, tailEnd);
    int end = tailEnd > runEnd ? tailEnd : nameEnd;
    boolean alone = around.isAlone(start, end);
    boolean ownCell = alone || around.isCell(start, end);
    if (hidden) {
      return leads || alone || (ownCell && around.isTable())
          ? mark(Kind.BARE_PRIVATE, start, end)
          : runEnd;
    }
    Setting setting = leads ? Setting.WITH_PATH : ownCell ? Setting.OWN_CELL : Setting.PROSE;
    // In a table a column of numeric addresses may as well name the people who looked.
    boolean numeric = !leads && !alone && BareHost.isFourOctets(name);
    return !numeric && BareHost.isLikely(name, setting) ? mark(Kind.BARE, start, end) : runEnd;
  }

  private int brokenOrNone(int runStart, int start, int nameEnd, int runEnd) {
    boolean broken =
        line.charAt(runStart) == '.'
            && start == runStart + 1
            && TopLevelDomains.isKnown(line.substring(start, nameEnd))
            && (around.isAlone(start, nameEnd)
                || (around.isTable() && around.isCell(runStart, nameEnd)));
    return broken ? mark(Kind.BARE_BROKEN, runStart, nameEnd) : runEnd;
  }

  /** "203.0.113.0/24" is a network, and names no content. */
  private boolean isNetworkMask(String name, int slash, int end) {
    return BareHost.isFourOctets(name)
        && end - slash <= 3
        && line.startsWith("/", slash)
        && line.substring(slash + 1, end).chars().allMatch(Character::isDigit);
  }

  private static boolean isPrivate(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean named = lower.indexOf('.') > 0 && HostName.isPrivate(lower);
    return lower.equals("localhost")
        || named
        || (BareHost.isFourOctets(name)
            && IpAddress.v4(name).filter(IpAddress::isReserved).isPresent());
  }

  private int mark(Kind kind, int start, int end) {
    marks.add(new Mark(kind, start, end, around.isAlone(start, end)));
    return end;
  }
}
