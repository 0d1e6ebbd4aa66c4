package id.narahubung.web;

import io.javalin.http.Context;
import java.util.function.BiConsumer;

/** What every answer carries: pages, files and errors; and the two answers that differ. */
public final class SecurityHeaders {

  private static final String NAME = "Content-Security-Policy";

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** No script, no picture, no way out: what a mail brings is looked at behind glass. */
  private static final String GLASS =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none';"
          + " frame-ancestors 'self'; sandbox";

  private SecurityHeaders() {}

  static void each(BiConsumer<String, String> header) {
    header.accept(NAME, POLICY);
    header.accept("X-Content-Type-Options", "nosniff");
    header.accept("Referrer-Policy", "same-origin");
    header.accept("Cross-Origin-Opener-Policy", "same-origin");
    header.accept("Cache-Control", "no-store");
  }

  /** For a page that shows another of ours in a frame. */
  public static void frame(Context ctx) {
    ctx.header(NAME, POLICY + "; frame-src 'self'");
  }

  /** For what stands in the frame. */
  public static void behindGlass(Context ctx) {
    ctx.header(NAME, GLASS);
  }
}
