package id.narahubung.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells where a request comes from. A forwarded header is believed only from the proxies named, and
 * read from its end: what stands further left was written by the client itself.
 */
public final class TrustedProxies {

  private final Set<String> addresses;

  public TrustedProxies(Set<String> addresses) {
    this.addresses = Set.copyOf(addresses);
  }

  boolean isTrusted(String peer) {
    return addresses.contains(peer);
  }

  String sourceOf(Context ctx) {
    return sourceOf(
        ctx.req().getRemoteAddr(), Optional.ofNullable(ctx.header("X-Forwarded-For")).orElse(""));
  }

  String sourceOf(String peer, String forwarded) {
    List<String> hops =
        Arrays.stream(forwarded.split(",", -1))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
    String source = peer;
    for (String hop : hops.reversed()) {
      if (!isTrusted(source)) {
        return source;
      }
      source = hop;
    }
    return source;
  }
}
