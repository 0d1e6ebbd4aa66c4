package id.narahubung.platforms;

import id.narahubung.access.RuleBroken;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The hosts a platform's content stands on, as they are typed and as they are kept. */
final class Hosts {

  private static final Pattern HOST =
      Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))+");

  /**
   * What countries let others register names under. A list of all public suffixes would be a
   * library for one question; these are the ones that somebody types by mistake.
   */
  private static final Pattern PUBLIC_SUFFIX =
      Pattern.compile(
          "(ac|biz|co|com|desa|edu|go|gov|mil|my|ne|net|or|org|ponpes|sch|web)\\.[a-z]{2}");

  private Hosts() {}

  /** Whether one of two hosts is the other, or lies below it. */
  static boolean meet(String one, String other) {
    return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
  }

  /** As they are compared with content addresses; the first that is none is refused by name. */
  static List<String> canonical(List<String> typed) {
    return typed.stream().map(Hosts::canonical).distinct().sorted().toList();
  }

  /** Lower case, ASCII. */
  private static String canonical(String typed) {
    String host;
    try {
      host = IDN.toASCII(typed.strip()).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new RuleBroken("platform.host_wrong", typed);
    }
    if (host.length() > 253 || !HOST.matcher(host).matches()) {
      throw new RuleBroken("platform.host_wrong", typed);
    }
    if (PUBLIC_SUFFIX.matcher(host).matches()) {
      throw new RuleBroken("platform.host_public", host);
    }
    return host;
  }
}
