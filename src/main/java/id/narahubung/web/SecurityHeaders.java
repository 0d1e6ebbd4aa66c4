package id.narahubung.web;

import java.util.function.BiConsumer;

/** What every answer carries: pages, files and errors. */
final class SecurityHeaders {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  static void each(BiConsumer<String, String> header) {
    header.accept("Content-Security-Policy", POLICY);
    header.accept("X-Content-Type-Options", "nosniff");
    header.accept("Referrer-Policy", "same-origin");
    header.accept("Cross-Origin-Opener-Policy", "same-origin");
    header.accept("Cache-Control", "no-store");
  }
}
