package id.narahubung.web;

import id.narahubung.access.BadInput;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads name=value pairs as the browser encodes them, and refuses what is no UTF-8 or no encoding.
 * Javalin would read the same with replacement characters, or drop the pair without a word.
 */
final class FormEncoding {

  private FormEncoding() {}

  /** A decoded pair, in the order of the form. */
  public record Pair(String name, String value) {}

  /** The pairs; throws {@link BadInput} at the first that cannot be read. */
  static List<Pair> read(byte[] encoded) {
    List<Pair> pairs = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= encoded.length; at++) {
      if (at == encoded.length || encoded[at] == '&') {
        if (at > start) {
          pairs.add(pair(encoded, start, at));
        }
        start = at + 1;
      }
    }
    return pairs;
  }

  /**
   * What may be kept of a form: all of it, or, of one that asks to be kept with 'keep', all but its
   * passwords. Nothing of another that has one: it is about the password and nothing else.
   */
  static Optional<List<Pair>> withoutPasswords(List<Pair> pairs) {
    List<Pair> kept = pairs.stream().filter(pair -> !pair.name().contains("password")).toList();
    return kept.size() == pairs.size() || kept.stream().anyMatch(pair -> pair.name().equals("keep"))
        ? Optional.of(kept)
        : Optional.empty();
  }

  /** The pairs as a browser would have sent them. */
  static String write(List<Pair> pairs) {
    return String.join(
        "&", pairs.stream().map(pair -> encode(pair.name()) + "=" + encode(pair.value())).toList());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static int count(byte[] encoded) {
    int pairs = 1;
    for (byte b : encoded) {
      if (b == '&') {
        pairs++;
      }
    }
    return pairs;
  }

  private static Pair pair(byte[] encoded, int from, int to) {
    int split = from;
    while (split < to && encoded[split] != '=') {
      split++;
    }
    return new Pair(text(encoded, from, split), split < to ? text(encoded, split + 1, to) : "");
  }

  private static String text(byte[] encoded, int from, int to) {
    ByteBuffer bytes = ByteBuffer.allocate(to - from);
    for (int at = from; at < to; at++) {
      if (encoded[at] == '%') {
        bytes.put((byte) (16 * digit(encoded, at + 1, to) + digit(encoded, at + 2, to)));
        at += 2;
      } else {
        bytes.put(encoded[at] == '+' ? (byte) ' ' : encoded[at]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new BadInput("no UTF-8");
    }
  }

  private static int digit(byte[] encoded, int at, int to) {
    int digit = at < to ? Character.digit(encoded[at], 16) : -1;
    if (digit < 0) {
      throw new BadInput("no percent encoding");
    }
    return digit;
  }
}
