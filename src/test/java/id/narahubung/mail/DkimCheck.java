package id.narahubung.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a signature as who gets the mail does (RFC 6376), of a message with plain line ends. */
final class DkimCheck {

  private final List<String> headers;
  private final String body;
  private final String signature;
  private final Map<String, String> tags;

  DkimCheck(String message) {
    int end = message.indexOf("\n\n");
    headers = new ArrayList<>(List.of(message.substring(0, end).split("\n(?![ \t])", -1)));
    body = message.substring(end + 2);
    signature =
        headers.stream()
            .filter(header -> header.startsWith("DKIM-Signature:"))
            .findFirst()
            .orElseThrow();
    headers.remove(signature);
    tags =
        Arrays.stream(signature.substring("DKIM-Signature:".length()).split(";", -1))
            .filter(tag -> tag.contains("="))
            .map(tag -> tag.replaceAll("\\s", "").split("=", 2))
            .collect(Collectors.toMap(tag -> tag[0], tag -> tag[1]));
  }

  String tag(String name) {
    return tags.getOrDefault(name, "");
  }

  /** What is signed, in small letters. */
  List<String> signed() {
    return List.of(tag("h").toLowerCase(Locale.ROOT).split(":", -1));
  }

  boolean isSignedBy(PublicKey key) throws GeneralSecurityException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest((body.replaceAll("\n+$", "") + "\n").replace("\n", "\r\n").getBytes(UTF_8));
    if (!Base64.getEncoder().encodeToString(hash).equals(tag("bh"))) {
      return false;
    }
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(key);
    List<String> left = new ArrayList<>(headers);
    for (String name : signed()) {
      for (int n = left.size() - 1; n >= 0; n--) {
        if (left.get(n).toLowerCase(Locale.ROOT).startsWith(name + ":")) {
          check.update((relaxed(left.remove(n)) + "\r\n").getBytes(UTF_8));
          break;
        }
      }
    }
    check.update(relaxed(signature.replaceAll("(?s)(;\\s*b=)[^;]*", "$1")).getBytes(UTF_8));
    return check.verify(Base64.getDecoder().decode(tag("b")));
  }

  private static String relaxed(String header) {
    int colon = header.indexOf(':');
    return header.substring(0, colon).strip().toLowerCase(Locale.ROOT)
        + ":"
        + header.substring(colon + 1).replaceAll("\\s+", " ").strip();
  }
}
