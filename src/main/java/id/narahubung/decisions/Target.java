package id.narahubung.decisions;

import id.narahubung.access.RuleBroken;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a decision is carried out on, in the form in which two of them are compared. */
public record Target(Kind kind, String value) {

  /** The kinds of targets, in the order of forms and papers. */
  public enum Kind {
    DOMAIN,
    IP,
    /** An app in a store: 'com.example.klip', '835599320'. */
    APP_ID,
    /** A part of the service, in words. */
    FEATURE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern DOMAIN =
      Pattern.compile("(?!-)[a-z0-9_-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))+");
  private static final Pattern OCTETS =
      Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
  private static final Pattern GROUPS = Pattern.compile("[0-9a-f:]{2,39}");
  private static final Pattern APP =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,153}[A-Za-z0-9])?");
  private static final int MOST_WORDS = 300;

  /**
   * Reads one as it was typed. RuleBroken, with what was typed, where it is none.
   *
   * @param typed an address with its scheme and path is read as its host
   */
  public static Target read(Kind kind, String typed) {
    String text = typed.strip().replaceAll("\\s+", " ");
    return switch (kind) {
      case DOMAIN -> new Target(kind, domain(text));
      case IP -> new Target(kind, ip(text.toLowerCase(Locale.ROOT)));
      case APP_ID -> new Target(kind, good(APP.matcher(text).matches(), "app_id", text));
      case FEATURE -> new Target(kind, good(text.length() <= MOST_WORDS, "feature", text));
    };
  }

  /** Each line that is not empty, once. */
  static List<Target> lines(Kind kind, String typed) {
    List<Target> all = new ArrayList<>();
    typed
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> read(kind, line))
        .filter(each -> !all.contains(each))
        .forEach(all::add);
    return all;
  }

  private static String domain(String text) {
    String host =
        text.toLowerCase(Locale.ROOT)
            .replaceFirst("^[a-z]+://", "")
            .replaceFirst("[/?#:].*$", "")
            .replaceFirst("\\.$", "");
    try {
      host = IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw wrong("domain", text);
    }
    boolean isName = host.length() <= 253 && DOMAIN.matcher(host).matches();
    return good(isName && !OCTETS.matcher(host).matches(), "domain", host);
  }

  /** An address, or a block of them with its length behind a slash. */
  private static String ip(String text) {
    String[] parts = text.split("/", 2);
    boolean four = OCTETS.matcher(parts[0]).matches();
    boolean six = parts[0].contains(":") && isSix(parts[0]);
    boolean length =
        parts.length == 1
            || (parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= (four ? 32 : 128));
    return good((four || six) && length, "ip", text);
  }

  /** Eight groups, or fewer around one '::'. */
  private static boolean isSix(String text) {
    if (!GROUPS.matcher(text).matches() || text.contains(":::")) {
      return false;
    }
    int gap = text.indexOf("::");
    if (gap != text.lastIndexOf("::")) {
      return false;
    }
    List<String> groups = List.of(text.split(":", -1));
    boolean shaped = groups.stream().allMatch(group -> group.length() <= 4);
    long full = groups.stream().filter(group -> !group.isEmpty()).count();
    return shaped && (gap < 0 ? full == 8 && groups.size() == 8 : full < 8);
  }

  private static String good(boolean so, String kind, String text) {
    if (!so || text.isEmpty()) {
      throw wrong(kind, text);
    }
    return text;
  }

  private static RuleBroken wrong(String kind, String text) {
    return new RuleBroken("decision.refused.target." + kind, text);
  }
}
