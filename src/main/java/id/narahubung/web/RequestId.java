package id.narahubung.web;

import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * What a request is called: in each line of the log that it leaves, in the head of its answer, and
 * on the page that tells of a fault, so that the three can be brought together. A proxy that is
 * trusted may have named it already ({@code X-Request-Id}).
 */
final class RequestId {

  /** Its name among the fields of a line of the log. */
  static final String LOGGED_AS = "request";

  private static final String HEADER = "X-Request-Id";
  private static final Pattern GIVEN = Pattern.compile("[0-9a-f]{8,64}");

  private final TrustedProxies proxies;
  private final RandomGenerator random;

  RequestId(TrustedProxies proxies, RandomGenerator random) {
    this.proxies = proxies;
    this.random = random;
  }

  /** Names a request before anything else is done for it. */
  void give(Context ctx) {
    String id =
        Optional.ofNullable(ctx.header(HEADER))
            .filter(given -> proxies.isTrusted(ctx.req().getRemoteAddr()))
            .filter(given -> GIVEN.matcher(given).matches())
            .orElseGet(() -> HexFormat.of().toHexDigits(random.nextLong()));
    ctx.header(HEADER, id);
    // Each request has a thread to itself while it is handled; the next one there is named anew.
    MDC.put(LOGGED_AS, id);
  }

  /** The name of the request that is being answered. */
  static String of(Context ctx) {
    return Optional.ofNullable(ctx.res().getHeader(HEADER)).orElse("");
  }
}
