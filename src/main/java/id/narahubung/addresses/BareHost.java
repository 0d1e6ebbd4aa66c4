package id.narahubung.addresses;

import java.util.Locale;

/**
 * Tells whether a name with dots and without scheme is a host.
 *
 * <p>It is one when its last label is a known domain, or letters of some unknown domain where
 * nothing but an address is likely: with {@code www.} before, a path behind, or a line or cell to
 * itself. It is none when the last label
 *
 * <ul>
 *   <li>has a digit or fewer than two letters: dates, amounts, sections, "s.d.";
 *   <li>is the extension of a file, unless {@code www.} or a path speaks for a host;
 *   <li>is written in another case than an address is: "dll.Yang", "a.n.Budi", "S.Ag", "S.IP" are a
 *       missing blank or a title. Lower case is always right, upper case when the whole name is and
 *       does not begin with a single letter as a degree does; {@code Com}, {@code Net}, {@code Org}
 *       are right too, and any case behind {@code www.}.
 * </ul>
 *
 * <p>So "Situs.Xyz" at the start of a sentence is missed, and "yth.pt" would be found.
 */
final class BareHost {
  /** What surrounds the name. */
  enum Setting {
    PROSE,
    WITH_PATH,
    OWN_CELL
  }

  private BareHost() {}

  static boolean isLikely(String name, Setting setting) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || name.length() > Canonicaliser.MAX_LENGTH || name.contains("..")) {
      return false;
    }
    if (isFourOctets(name)) {
      // 1.204.100.250 is an amount of money wherever it does not lead somewhere.
      return setting == Setting.WITH_PATH || (setting == Setting.OWN_CELL && !isAmount(name));
    }
    String last = name.substring(dot + 1);
    String lower = last.toLowerCase(Locale.ROOT);
    boolean www = name.regionMatches(true, 0, "www.", 0, 4) && dot > 4;
    if (!isWord(lower)) {
      return false;
    }
    boolean known = TopLevelDomains.isKnown(lower);
    if (TopLevelDomains.isFileExtension(lower) && !www && setting != Setting.WITH_PATH) {
      return false;
    }
    if (www) {
      return true;
    }
    if (!isCasedLikeAHost(name, last, lower)) {
      return false;
    }
    return known || setting != Setting.PROSE;
  }

  static boolean isFourOctets(String name) {
    return name.length() <= 15
        && name.length() >= 7
        && Percent.hexDigit(name.charAt(0)) >= 0
        && IpAddress.isDotted(name);
  }

  private static boolean isAmount(String fourOctets) {
    int firstDot = fourOctets.indexOf('.');
    return fourOctets.length() - firstDot == 12;
  }

  private static boolean isWord(String label) {
    if (label.startsWith("xn--")) {
      return label.length() > 4;
    }
    return label.codePointCount(0, label.length()) >= 2
        && label.codePoints().noneMatch(c -> Character.isDigit(c) || c == '-' || c == '_');
  }

  private static boolean isCasedLikeAHost(String name, String last, String lower) {
    if (last.equals(lower)) {
      return true;
    }
    if (lower.equals("com") || lower.equals("net") || lower.equals("org")) {
      return true;
    }
    return name.indexOf('.') > 1 && name.equals(name.toUpperCase(Locale.ROOT));
  }
}
