package id.narahubung.addresses;

import java.util.Optional;

/**
 * A numeric host, 4 or 16 octets, read the way a browser reads it (WHATWG URL, 3.5).
 *
 * <p>So {@code 0x7f.1} and {@code 2130706433} are {@code 127.0.0.1}: whoever hides a host that way
 * hides it only from those who compare text.
 */
final class IpAddress {
  private final int[] octets;

  private IpAddress(int[] octets) {
    this.octets = octets;
  }

  /** Empty unless {@code host} is an IPv4 address in any of the spellings browsers know. */
  static Optional<IpAddress> v4(String host) {
    long[] parts = new long[4];
    int count = 0;
    int from = 0;
    while (from <= host.length()) {
      int dot = host.indexOf('.', from);
      int to = dot < 0 ? host.length() : dot;
      long part = v4Part(host.substring(from, to));
      if (part < 0 || count == 4) {
        return Optional.empty();
      }
      parts[count++] = part;
      from = to + 1;
    }
    long address = parts[count - 1];
    if (address >= 1L << (8 * (5 - count))) {
      return Optional.empty();
    }
    for (int i = 0; i < count - 1; i++) {
      if (parts[i] > 255) {
        return Optional.empty();
      }
      address |= parts[i] << (8 * (3 - i));
    }
    int[] octets = new int[4];
    for (int i = 0; i < 4; i++) {
      octets[i] = (int) (address >> (8 * (3 - i))) & 0xFF;
    }
    return Optional.of(new IpAddress(octets));
  }

  /** A decimal, octal or hexadecimal number; -1 for anything else or above 32 bits. */
  private static long v4Part(String part) {
    boolean hex = part.startsWith("0x") || part.startsWith("0X");
    int radix = hex ? 16 : part.length() > 1 && part.startsWith("0") ? 8 : 10;
    if (part.isEmpty()) {
      return -1;
    }
    long value = 0;
    for (int i = hex ? 2 : 0; i < part.length(); i++) {
      int digit = Percent.hexDigit(part.charAt(i));
      value = value * radix + digit;
      if (digit < 0 || digit >= radix || value > 0xFFFF_FFFFL) {
        return -1;
      }
    }
    return value;
  }

  /** Reads what stands between the brackets; zone names are refused, as browsers do. */
  static Optional<IpAddress> v6(String inside) {
    int gap = inside.indexOf("::");
    if (inside.length() > 45) {
      return Optional.empty();
    }
    int[] octets = new int[16];
    if (gap < 0) {
      return v6Groups(inside, octets, 0) == 16
          ? Optional.of(new IpAddress(octets))
          : Optional.empty();
    }
    int[] tail = new int[16];
    int head = gap == 0 ? 0 : v6Groups(inside.substring(0, gap), octets, 0);
    String after = inside.substring(gap + 2);
    int rest = after.isEmpty() ? 0 : v6Groups(after, tail, 0);
    if (head < 0 || rest < 0 || head + rest > 14 || inside.substring(0, gap).indexOf('.') >= 0) {
      return Optional.empty();
    }
    System.arraycopy(tail, 0, octets, 16 - rest, rest);
    return Optional.of(new IpAddress(octets));
  }

  /** Writes groups into {@code octets} and returns how many octets they filled, or -1. */
  private static int v6Groups(String groups, int[] octets, int start) {
    int filled = start;
    int from = 0;
    while (from <= groups.length()) {
      int colon = groups.indexOf(':', from);
      int to = colon < 0 ? groups.length() : colon;
      String group = groups.substring(from, to);
      if (colon < 0 && group.indexOf('.') >= 0 && filled <= 12) {
        Optional<IpAddress> dotted = isDotted(group) ? v4(group) : Optional.empty();
        if (dotted.isEmpty()) {
          return -1;
        }
        System.arraycopy(dotted.get().octets, 0, octets, filled, 4);
        return filled + 4;
      }
      int value = v6Group(group);
      if (value < 0 || filled == 16) {
        return -1;
      }
      octets[filled++] = value >> 8;
      octets[filled++] = value & 0xFF;
      from = to + 1;
    }
    return filled;
  }

  private static int v6Group(String group) {
    int value = group.isEmpty() || group.length() > 4 ? -1 : 0;
    for (int i = 0; i < group.length() && value >= 0; i++) {
      int digit = Percent.hexDigit(group.charAt(i));
      value = digit < 0 ? -1 : value * 16 + digit;
    }
    return value;
  }

  /** Whether {@code s} is an IPv4 address in the one spelling people write: four plain octets. */
  static boolean isDotted(String s) {
    return v4(s).filter(address -> address.toString().equals(s)).isPresent();
  }

  /**
   * Whether nobody outside can reach it. The ranges set aside for documentation count as reachable,
   * for the same reason as {@code .example} does: the demonstration uses them.
   */
  boolean isReserved() {
    return octets.length == 4 ? isReservedV4(octets[0], octets[1], octets[2]) : isReservedV6();
  }

  private static boolean isReservedV4(int a, int b, int c) {
    return switch (a) {
      case 0, 10, 127 -> true;
      case 100 -> (b & 0xC0) == 64;
      case 169 -> b == 254;
      case 172 -> (b & 0xF0) == 16;
      case 192 -> b == 168 || (b == 0 && c == 0);
      case 198 -> (b & 0xFE) == 18;
      default -> a >= 224;
    };
  }

  private boolean isReservedV6() {
    int first = octets[0] << 8 | octets[1];
    int zeros = 0;
    while (zeros < 16 && octets[zeros] == 0) {
      zeros++;
    }
    boolean mapped = zeros == 10 && octets[10] == 0xFF && octets[11] == 0xFF;
    boolean translated = first == 0x64 && octets[2] == 0xFF && octets[3] == 0x9B;
    if (mapped || translated) {
      return isReservedV4(octets[12], octets[13], octets[14]);
    }
    if (first == 0x2002) {
      return isReservedV4(octets[2], octets[3], octets[4]);
    }
    // Only 2000::/3 is given out; ::1, fc00::/7, fe80::/10 and ff00::/8 all lie outside.
    return (first & 0xE000) != 0x2000;
  }

  /** As a host of a URL; IPv6 in brackets and shortened as RFC 5952 wants it. */
  @Override
  public String toString() {
    if (octets.length == 4) {
      return octets[0] + "." + octets[1] + "." + octets[2] + "." + octets[3];
    }
    int gap = -1;
    int longest = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && group(end) == 0) {
        end++;
      }
      if (end - i > longest) {
        gap = i;
        longest = end - i;
      }
    }
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < 8; i++) {
      if (i == gap) {
        out.append("::");
        i += longest - 1;
      } else {
        out.append(i == 0 || out.charAt(out.length() - 1) == ':' ? "" : ":");
        out.append(Integer.toHexString(group(i)));
      }
    }
    return out.append(']').toString();
  }

  private int group(int index) {
    return octets[2 * index] << 8 | octets[2 * index + 1];
  }
}
