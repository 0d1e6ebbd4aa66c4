package id.narahubung.addresses;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The host of an address, read and judged the way a browser does (UTS 46, not transitional). */
final class HostName {
  private static final int MAX_LENGTH = 253;
  private static final int MAX_LABEL = 63;

  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

  /** Hosts such as {@code r3---sn-x.example} break the rule of 2010 and are in daily use. */
  private static final Set<IDNA.Error> FORGIVEN =
      EnumSet.of(IDNA.Error.HYPHEN_3_4, IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN);

  /** Names which the public DNS never answers (RFC 6762, 6761, 8375, ICANN 2024 and custom). */
  private static final Set<String> PRIVATE_ENDINGS =
      Set.of(
          "arpa",
          "corp",
          "home",
          "internal",
          "intranet",
          "invalid",
          "lan",
          "local",
          "localdomain",
          "localhost",
          "private");

  /** Either a host that people outside can reach, or the fault. */
  sealed interface Reading {}

  record Reachable(String host) implements Reading {}

  record Refused(Fault fault) implements Reading {}

  private HostName() {}

  static Reading read(String raw) {
    if (raw.startsWith("[")) {
      return raw.endsWith("]")
          ? numeric(IpAddress.v6(raw.substring(1, raw.length() - 1)))
          : new Refused(Fault.MALFORMED);
    }
    String host = Percent.decodedHost(raw).flatMap(HostName::ascii).orElse("");
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    if (!hasGoodLabels(host)) {
      return new Refused(Fault.MALFORMED);
    }
    String last = host.substring(host.lastIndexOf('.') + 1);
    if (isNumber(last)) {
      return numeric(IpAddress.v4(host));
    }
    return isPrivate(host) ? new Refused(Fault.PRIVATE) : new Reachable(host);
  }

  /** Whether the name can only lead into somebody's own network. */
  static boolean isPrivate(String host) {
    int dot = host.lastIndexOf('.');
    return dot < 0 || PRIVATE_ENDINGS.contains(host.substring(dot + 1));
  }

  private static Reading numeric(Optional<IpAddress> address) {
    if (address.isEmpty()) {
      return new Refused(Fault.MALFORMED);
    }
    return address.get().isReserved()
        ? new Refused(Fault.PRIVATE)
        : new Reachable(address.get().toString());
  }

  private static Optional<String> ascii(String host) {
    // Punycode takes quadratic time, so what cannot fit is refused before.
    if (host.length() > MAX_LENGTH + 1) {
      return Optional.empty();
    }
    String lower = host.toLowerCase(Locale.ROOT);
    if (isAscii(lower) && !lower.contains("xn--")) {
      return Optional.of(lower);
    }
    IDNA.Info info = new IDNA.Info();
    String result = UTS46.nameToASCII(host, new StringBuilder(), info).toString();
    return FORGIVEN.containsAll(info.getErrors()) ? Optional.of(result) : Optional.empty();
  }

  private static boolean isAscii(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasGoodLabels(String host) {
    if (host.isEmpty() || host.length() > MAX_LENGTH) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= host.length(); i++) {
      char c = i == host.length() ? '.' : host.charAt(i);
      if (c == '.') {
        if (i == start || i - start > MAX_LABEL) {
          return false;
        }
        start = i + 1;
      } else if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String label) {
    boolean hex = label.startsWith("0x");
    for (int i = hex ? 2 : 0; i < label.length(); i++) {
      int digit = Percent.hexDigit(label.charAt(i));
      if (digit < 0 || (!hex && digit > 9)) {
        return false;
      }
    }
    return true;
  }
}
