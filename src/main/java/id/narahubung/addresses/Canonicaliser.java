package id.narahubung.addresses;

/**
 * Brings an address into the one form that stands for its content.
 *
 * <p>Reads as a browser reads (WHATWG URL) and never asks the network. What identifies the content
 * stays: the scheme, the path's case, the order of the query. What does not goes: user info,
 * default port, fragment, tracking parameters, the spelling of host and percent codes. On the
 * platforms of {@link KnownHosts} the mobile and short forms become the main one. The canonical
 * form of a canonical form is itself.
 */
public final class Canonicaliser {
  /**
   * The version of these rules, stored with each row.
   *
   * <p>Any change that gives some address another canonical form raises it: rows of an older
   * version then still can be told, and their hashes be made anew, before somebody concludes that
   * two equal addresses differ.
   */
  public static final int VERSION = 1;

  /** The longest address, in characters; what no old browser could open is no evidence. */
  public static final int MAX_LENGTH = 2048;

  /** What came of an address. */
  public sealed interface Outcome {}

  /** The address in canonical form. */
  public record Canonical(ContentAddress address) implements Outcome {}

  /** The reason why it has no canonical form. */
  public record Refused(Fault fault) implements Outcome {}

  private Canonicaliser() {}

  /**
   * Takes an address with its scheme, which may be {@code hxxp} or {@code hxxps}; blanks around it
   * and line breaks in it do not count.
   */
  public static Outcome canonicalise(String given) {
    String s = given.strip();
    if (s.length() > MAX_LENGTH) {
      return new Refused(Fault.TOO_LONG);
    }
    s = s.replace("\t", "").replace("\n", "").replace("\r", "");
    int start = 0;
    int host = Scheme.hostAfter(s, 0);
    if (host < 0) {
      return new Refused(Fault.NOT_HTTP);
    }
    // "https://https://…" comes of pasting after a scheme that stood there already.
    for (int next = Scheme.hostAfter(s, host); next >= 0; next = Scheme.hostAfter(s, host)) {
      start = host;
      host = next;
    }
    int fragment = s.indexOf('#', host);
    return withoutFragment(
        Scheme.isSecure(s, start), s.substring(host, fragment < 0 ? s.length() : fragment));
  }

  private static Outcome withoutFragment(boolean secure, String rest) {
    int pathStart = 0;
    while (pathStart < rest.length()
        && rest.charAt(pathStart) != '?'
        && !Scheme.isSlash(rest.charAt(pathStart))) {
      pathStart++;
    }
    String authority = rest.substring(0, pathStart);
    String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = hostAndPort.lastIndexOf(':');
    boolean hasPort = colon > hostAndPort.lastIndexOf(']');
    String rawHost = hasPort ? hostAndPort.substring(0, colon) : hostAndPort;
    if (rawHost.isEmpty()) {
      return new Refused(Fault.NO_HOST);
    }
    int port = hasPort ? port(hostAndPort.substring(colon + 1)) : 0;
    if (port < 0) {
      return new Refused(Fault.MALFORMED);
    }
    return switch (HostName.read(rawHost)) {
      case HostName.Refused refused -> new Refused(refused.fault());
      case HostName.Reachable(String host) ->
          composed(secure, host, port, rest.substring(pathStart));
    };
  }

  private static Outcome composed(boolean secure, String host, int port, String pathAndQuery) {
    int question = pathAndQuery.indexOf('?');
    String rawPath = question < 0 ? pathAndQuery : pathAndQuery.substring(0, question);
    String rawQuery = question < 0 ? "" : pathAndQuery.substring(question + 1);
    boolean otherPort = port != 0 && port != (secure ? 443 : 80);
    // Another port is another server, whatever the platform does on its usual one.
    KnownHosts.Place place =
        KnownHosts.mainForm(
            new KnownHosts.Place(host, Path.normalised(rawPath), rawQuery), otherPort);
    String query = Query.normalised(place.query(), place.host());
    String scheme = secure || (place.known() && !otherPort) ? "https://" : "http://";
    String canonical =
        scheme
            + place.host()
            + (otherPort ? ":" + port : "")
            + place.path()
            + (query.isEmpty() ? "" : "?" + query);
    return canonical.length() > MAX_LENGTH
        ? new Refused(Fault.TOO_LONG)
        : new Canonical(new ContentAddress(canonical, place.host()));
  }

  /** 0 for an empty port, which means the usual one; -1 for a bad one. */
  private static int port(String digits) {
    int port = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      port = port * 10 + (c - '0');
      if (c < '0' || c > '9' || port > 65_535) {
        return -1;
      }
    }
    return !digits.isEmpty() && port == 0 ? -1 : port;
  }
}
