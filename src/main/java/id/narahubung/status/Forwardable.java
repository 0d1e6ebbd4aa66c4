package id.narahubung.status;

import java.util.regex.Pattern;

/**
 * What somebody wrote, as a mail may tell it that goes from hand to hand: in one line, of a length,
 * and without what looks like an address or a telephone number. All of it stands in the portal.
 */
final class Forwardable {

  static final int LONGEST = 280;

  private static final String LEFT_OUT = "[…]";

  /** A scheme, a mail address or a handle, a host with what follows it; also as we defang them. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\S*(?:://|@|\\[\\.\\])\\S*"
              + "|(?<![\\p{L}\\d/.-])(?:[\\p{L}\\d_-]+\\.)+\\p{L}{2,}(?:[:/?#]\\S*)?"
              + "|\\bwww\\.\\S+");

  /** Of telephones, and of persons; not those of orders, which letters lead. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d/-])(?:[+0]\\d[\\d .-]{6,}\\d|\\d{10,})(?!\\d)");

  private Forwardable() {}

  static String of(String written) {
    String line = written.strip().replaceAll("\\s+", " ");
    String told = NUMBER.matcher(ADDRESS.matcher(line).replaceAll(LEFT_OUT)).replaceAll(LEFT_OUT);
    return told.codePointCount(0, told.length()) > LONGEST
        ? told.substring(0, told.offsetByCodePoints(0, LONGEST - 1)).strip() + "…"
        : told;
  }
}
