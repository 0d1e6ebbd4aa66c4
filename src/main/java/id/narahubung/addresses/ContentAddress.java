package id.narahubung.addresses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A content address in its canonical form, or the canonical form of what has no address.
 *
 * <p>Made by {@link Canonicaliser}, or read back from a row that was. Two addresses are the same
 * content address when their canonical forms are equal.
 *
 * @param canonical an address is only ASCII, at most {@link Canonicaliser#MAX_LENGTH} characters
 * @param host the host of {@code canonical}; an IPv6 address stands in brackets; empty where there
 *     is no address
 */
public record ContentAddress(String canonical, String host) {

  private static final Pattern HTTP = Pattern.compile("(?i)\\bhttp(s?://)");

  public ContentAddress {
    if (isAddress(canonical)
        && !canonical.startsWith("https://" + host)
        && !canonical.startsWith("http://" + host)) {
      throw new IllegalArgumentException("not an address of " + host + ": " + canonical);
    }
  }

  /** What has no address: 'keyword:slot gacor'. */
  static ContentAddress of(ItemKind kind, String name) {
    return new ContentAddress(kind.code() + ":" + name, "");
  }

  /** Whether a canonical form is an address at all. */
  public static boolean isAddress(String canonical) {
    return canonical.startsWith("https://") || canonical.startsWith("http://");
  }

  /** Whether it stands at a host, or below it. */
  public boolean isAt(String other) {
    return host.equals(other) || host.endsWith("." + other);
  }

  /** The SHA-256 of the canonical form, 32 bytes, for indexes and for lists without the address. */
  public byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The address of a row that was made by the canonicaliser. */
  public static ContentAddress read(String canonical) {
    if (!isAddress(canonical)) {
      return new ContentAddress(canonical, "");
    }
    int start = canonical.indexOf("://") + 3;
    int end = start;
    while (end < canonical.length() && "/?#".indexOf(canonical.charAt(end)) < 0) {
      end++;
    }
    String authority = canonical.substring(start, end);
    int port = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
    return new ContentAddress(canonical, port < 0 ? authority : authority.substring(0, port));
  }

  /** Whether it names a whole site, or its home page, rather than something on it. */
  public boolean isWholeSite() {
    if (host.isEmpty()) {
      return false;
    }
    String rest = canonical.substring(canonical.indexOf("://") + 3);
    int slash = rest.indexOf('/');
    return slash < 0 || slash == rest.length() - 1;
  }

  /** For display: {@code hxxps://klip[.]example/v/70211}, which no mail program makes clickable. */
  public String defanged() {
    return defanged(canonical);
  }

  /** A text in which no address can be followed, wherever one stands in it. */
  public static String inert(String text) {
    return HTTP.matcher(text).replaceAll("hxxp$1");
  }

  /** As {@link #defanged()}, for an address as given, with or without scheme. */
  public static String defanged(String address) {
    int colon = address.indexOf("://");
    String scheme = colon < 0 ? "" : address.substring(0, colon);
    int start = colon < 0 ? 0 : colon + 3;
    int end = start;
    while (end < address.length() && "/?#\\".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    String shownScheme =
        switch (scheme.toLowerCase(Locale.ROOT)) {
          case "http" -> "hxxp";
          case "https" -> "hxxps";
          default -> scheme;
        };
    StringBuilder shown = new StringBuilder(address.length() + 16).append(shownScheme);
    shown.append(address, scheme.length(), start);
    for (int i = start; i < end; i++) {
      char c = address.charAt(i);
      // An address may come defanged already; [[.]] would help nobody.
      boolean bare = c == '.' && (i == start || "[({".indexOf(address.charAt(i - 1)) < 0);
      shown.append(bare ? "[.]" : String.valueOf(c));
    }
    return shown.append(address, end, address.length()).toString();
  }
}
