package id.narahubung.web;

import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sentence shown once, on the page after a redirect. It travels as a message key with its values
 * in a cookie of a minute; what is no key of the message files is not shown.
 */
public final class Flash {

  private static final String COOKIE = "flash";
  private static final String SEPARATOR = "\u001f";

  private final Messages messages;

  public Flash(Messages messages) {
    this.messages = messages;
  }

  /** Says it on the next page. The values are numbers or text. */
  public static void say(Context ctx, String key, Object... values) {
    String told =
        Stream.concat(Stream.of(key), Arrays.stream(values).map(Flash::encode))
            .collect(Collectors.joining(SEPARATOR));
    Cookies.set(
        ctx,
        COOKIE,
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(told.getBytes(StandardCharsets.UTF_8)),
        60);
  }

  /** What is to be said on this page; empty where there is nothing. */
  String take(Context ctx, Words words) {
    String cookie = ctx.cookie(COOKIE);
    if (cookie == null || cookie.isEmpty()) {
      return "";
    }
    Cookies.remove(ctx, COOKIE);
    try {
      String told = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
      List<String> parts = List.of(told.split(SEPARATOR, -1));
      if (!messages.keys(words.language()).contains(parts.getFirst())) {
        return "";
      }
      return words.say(
          parts.getFirst(), parts.stream().skip(1).map(part -> decode(part)).toArray());
    } catch (IllegalArgumentException e) {
      // Somebody wrote the cookie by hand.
      return "";
    }
  }

  private static String encode(Object value) {
    return value instanceof Number ? "n" + value : "s" + value;
  }

  private static Object decode(String part) {
    if (part.startsWith("n")) {
      return Long.parseLong(part.substring(1));
    }
    return part.isEmpty() ? "" : part.substring(1);
  }
}
